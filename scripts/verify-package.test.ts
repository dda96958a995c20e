import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wrongContents } from './verify-package.mjs';

type Tree = { files: Record<string, Tree> } | Record<string, never>;

const file: Tree = {};
const folder = (files: Record<string, Tree>): Tree => ({ files });
const complete = (prebuilds = ['linux-x64.node']) => ({
  'package.json': file,
  out: folder({
    main: folder({ 'solver.js': file, 'highs.wasm': file, 'licences.txt': file }),
    preload: folder({}),
    renderer: folder({ 'licences.txt': file }),
  }),
  node_modules: folder({
    'better-sqlite3': folder({
      prebuilds: folder(Object.fromEntries(prebuilds.map((name) => [name, file]))),
    }),
  }),
});

describe('wrongContents', () => {
  let resources = '';
  beforeEach(() => {
    resources = mkdtempSync(join(tmpdir(), 'spind-contents-'));
  });
  afterEach(() => rmSync(resources, { recursive: true }));

  function pack(files: Record<string, Tree>) {
    const json = Buffer.from(JSON.stringify({ files }));
    const numbers = Buffer.alloc(16);
    numbers.writeUInt32LE(json.length, 12);
    writeFileSync(join(resources, 'app.asar'), Buffer.concat([numbers, json]));
    return wrongContents(resources, 'linux', 'x64');
  }

  it('finds nothing wrong with exactly our code and one driver', () => {
    expect(pack(complete())).toEqual([]);
  });

  it('names what is too much and what is missing', () => {
    const { out: _out, ...rest } = complete();
    expect(pack({ ...rest, scripts: folder({ 'run.mjs': file }) })).toEqual([
      'scripts/run.mjs should not be packaged',
      'out/main is missing',
      'out/preload is missing',
      'out/renderer is missing',
      'out/main/solver.js is missing',
      'out/main/highs.wasm is missing',
      'out/main/licences.txt is missing',
      'out/renderer/licences.txt is missing',
    ]);
  });

  it('wants the driver of this system alone', () => {
    expect(pack(complete(['linux-x64.node', 'win32-x64.node']))).toEqual([
      'drivers packaged: linux-x64.node,win32-x64.node',
    ]);
    expect(pack(complete([]))).toEqual(['drivers packaged: none']);
  });

  it('refuses a folder that would run instead of the archive', () => {
    mkdirSync(join(resources, 'app'));
    expect(pack(complete())).toEqual(['resources/app would run instead of the archive']);
  });
});

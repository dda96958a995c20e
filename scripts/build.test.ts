import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isFresh } from './build.mjs';

describe('isFresh', () => {
  let folder = '';
  const builtAt = Date.parse('2020-11-23T10:00:00Z');

  function put(file: string, time = builtAt - 60_000, content = '') {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    utimesSync(path, time / 1000, time / 1000);
    const old = (builtAt - 60_000) / 1000;
    for (let above = dirname(path); above.startsWith(folder); above = dirname(above)) {
      utimesSync(above, old, old);
    }
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'spind-build-'));
    for (const file of ['electron/main.ts', 'electron/data/open.ts', 'shared/a.ts', 'package.json'])
      put(file);
    for (const file of ['main/main.js', 'preload/preload.cjs', 'renderer/index.html']) put(`out/${file}`);
    put('out/.built', builtAt, `${builtAt} 33`);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('holds when nothing is younger than the build', () => {
    expect(isFresh(folder, '33')).toBe(true);
  });

  it('does not hold when a deep source is younger', () => {
    put('electron/data/open.ts', builtAt + 1000);
    expect(isFresh(folder, '33')).toBe(false);
  });

  it('does not hold when a source was removed', () => {
    rmSync(join(folder, 'electron/data/open.ts'));
    expect(isFresh(folder, '33')).toBe(false);
  });

  it('is not disturbed by a changed test', () => {
    put('electron/data/open.test.ts', builtAt + 1000);
    expect(isFresh(folder, '33')).toBe(true);
  });

  it('does not hold for another Electron, a missing output or an unfinished build', () => {
    expect(isFresh(folder, '45')).toBe(false);
    rmSync(join(folder, 'out/preload/preload.cjs'));
    expect(isFresh(folder, '33')).toBe(false);
    put('out/preload/preload.cjs');
    rmSync(join(folder, 'out/.built'));
    expect(isFresh(folder, '33')).toBe(false);
  });
});

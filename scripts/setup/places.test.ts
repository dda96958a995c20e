import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder, integrityOf, makeOnce } from './places.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spind-places-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('makeOnce', () => {
  it('leaves nothing behind when filling fails', async () => {
    const target = join(folder, 'runtime');
    const broken = makeOnce(target, (work: string) => {
      writeFileSync(join(work, 'half'), '');
      throw new Error('interrupted');
    });
    await expect(broken).rejects.toThrow('interrupted');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('lets two makers at once end with one complete folder', async () => {
    const target = join(folder, 'runtime');
    const fill = (name: string) => async (work: string) => {
      writeFileSync(join(work, 'a'), name);
      await Promise.resolve();
      writeFileSync(join(work, 'b'), name);
    };
    await Promise.all([makeOnce(target, fill('one')), makeOnce(target, fill('two'))]);
    expect(readdirSync(folder)).toEqual(['runtime']);
    expect(readFileSync(join(target, 'a'), 'utf8')).toBe(readFileSync(join(target, 'b'), 'utf8'));
  });

  it('clears away what a killed maker left yesterday, not what another is at', async () => {
    const target = join(folder, 'runtime');
    for (const name of ['old', 'new']) mkdirSync(`${target}.part-${name}`);
    utimesSync(`${target}.part-old`, 1000, 1000);
    await makeOnce(target, () => {});
    expect(readdirSync(folder)).toEqual(['runtime', 'runtime.part-new']);
  });

  it('does not touch what is complete', async () => {
    const target = join(folder, 'runtime');
    await makeOnce(target, (work: string) => writeFileSync(join(work, 'a'), 'first'));
    await makeOnce(target, () => {
      throw new Error('must not run');
    });
    expect(existsSync(join(target, 'a'))).toBe(true);
  });
});

describe('cacheFolder', () => {
  it('follows XDG_CACHE_HOME where it is absolute', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/var/cache/me' })).toBe('/var/cache/me/spind');
    expect(cacheFolder({ XDG_CACHE_HOME: 'here' })).toBe(join(homedir(), '.cache', 'spind'));
    expect(cacheFolder({})).toBe(join(homedir(), '.cache', 'spind'));
  });
});

it('integrityOf writes a hash as npm does', async () => {
  writeFileSync(join(folder, 'file'), 'abc');
  expect(await integrityOf(join(folder, 'file'))).toBe(
    'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==',
  );
});

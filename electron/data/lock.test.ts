import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DataRefusal } from './data-refusal';
import { dataPaths } from './folder';
import { isLeftBehind, type LockMachine, readHolder, takeLock } from './lock';
import { testFolder, testNow } from './test-database';

const machine = (over: Partial<LockMachine> = {}): LockMachine => ({
  pid: 100,
  host: 'skole-pc',
  bootId: 'boot-1',
  isAlive: () => true,
  ...over,
});

describe('lock of a data folder', () => {
  it('tells the second who holds it, and frees it', () => {
    const folder = testFolder();
    const lock = takeLock(folder, testNow, { machine: machine() });
    let refusal: unknown;
    try {
      takeLock(folder, testNow, { machine: machine({ pid: 200, host: 'hjemme-pc' }) });
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(DataRefusal);
    expect((refusal as DataRefusal).kind).toBe('held');
    expect((refusal as DataRefusal).text.da).toMatch(
      /»skole-pc«, siden 23\.11\.2026.* 12\.00\. Luk Spind dér først/,
    );
    lock.release();
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
    takeLock(folder, testNow).release();
  });

  it('is not given twice within a process', () => {
    const folder = testFolder();
    const lock = takeLock(folder, testNow);
    expect(() => takeLock(folder, testNow)).toThrow(DataRefusal);
    lock.release();
  });

  it('is taken over only from the surely dead', () => {
    const left = {
      pid: 7,
      host: 'skole-pc',
      bootId: 'boot-1',
      startedAt: '2026-11-22T08:00:00.000Z',
      token: 'x',
    };
    expect(isLeftBehind(left, machine())).toBe(false);
    expect(isLeftBehind(left, machine({ isAlive: () => false }))).toBe(true);
    expect(isLeftBehind(left, machine({ isAlive: () => false, host: 'anden-pc' }))).toBe(false);
    expect(isLeftBehind(left, machine({ bootId: 'boot-2' }))).toBe(true);
    expect(isLeftBehind(left, machine({ bootId: 'boot-2', host: 'anden-pc' }))).toBe(false);
    expect(isLeftBehind({ ...left, bootId: '' }, machine())).toBe(false);
    expect(isLeftBehind(left, machine({ pid: 7 }))).toBe(true);

    const folder = testFolder();
    const file = dataPaths(folder).lock;
    writeFileSync(file, JSON.stringify(left));
    expect(() => takeLock(folder, testNow, { machine: machine() })).toThrow(DataRefusal);
    expect(readHolder(file)).toEqual(left);
    const lock = takeLock(folder, testNow, { machine: machine({ isAlive: () => false }) });
    expect(readHolder(file)?.pid).toBe(100);
    lock.release();
    expect(existsSync(file)).toBe(false);
  });

  it('has a way out when a person confirms it, and past an unreadable lock', () => {
    const folder = testFolder();
    const first = takeLock(folder, testNow, { machine: machine() });
    const second = takeLock(folder, testNow, { machine: machine({ pid: 200 }), force: true });
    first.release();
    expect(readHolder(dataPaths(folder).lock)?.pid).toBe(200);
    second.release();
    writeFileSync(dataPaths(folder).lock, '');
    takeLock(folder, testNow).release();
  });
});

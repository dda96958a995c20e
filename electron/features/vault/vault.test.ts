import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionState } from '@shared/contract/core';
import { afterEach, describe, expect, it } from 'vitest';
import { dataPaths } from '../../data/folder';
import { testFolder } from '../../data/test-database';
import { testContext } from '../test-context';

const passphrase = 'fire tilfældige ord her';
const school = {
  name: 'Lærkemoseskolen',
  municipality: 'Nordmarke Kommune',
  profile: 'folkeskole',
  leaderName: 'Birgitte Halkjær',
  leaderTitle: 'skoleleder',
  retentionYears: 5,
  retentionReason: '',
};

type Status = { state: SessionState; problem: string | null; waitSeconds: number };

/** A program on an empty folder, nobody in. */
function fresh() {
  const folder = testFolder();
  const test = testContext({
    machine: { dataFolder: folder },
    session: { state: 'none', open: null, keys: null },
  });
  opened.push(() => void test.router('vault', 'lock', {}));
  return { ...test, folder, status: () => test.call<Status>('vault', 'status') };
}

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('vault', () => {
  it('goes from nothing to a school with categories and spiders, and back behind the passphrase', async () => {
    const { call, status, told } = fresh();
    expect(await status()).toEqual({ state: 'none', problem: null, waitSeconds: 0 });
    const { recoveryCode } = await call<{ recoveryCode: string }>('vault', 'create', { passphrase, school });
    expect(recoveryCode).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
    expect((await status()).state).toBe('leader');
    expect((await call<{ name: string }>('school', 'get')).name).toBe('Lærkemoseskolen');
    await call('vault', 'lock');
    expect((await status()).state).toBe('locked');
    await expect(call('school', 'get')).rejects.toThrow(/locked/);
    await call('vault', 'unlock', { passphrase });
    expect(told.filter(({ event }) => event === 'session').map(({ payload }) => payload)).toEqual([
      { state: 'locked' },
      { state: 'leader' },
    ]);
    expect((await call<{ leaderName: string }>('school', 'get')).leaderName).toBe('Birgitte Halkjær');
  });

  it('says "wrong passphrase" twenty times, slows down, changes nothing, and then opens', async () => {
    const { call, folder, setNow, status } = fresh();
    await call('vault', 'create', { passphrase, school });
    await call('vault', 'lock');
    const { database, keys } = dataPaths(folder);
    const before = [hash(database), hash(keys)];
    let now = Date.parse('2026-11-23T12:00:00');
    for (let i = 0; i < 20; i++) {
      await expect(call('vault', 'unlock', { passphrase: 'helt forkert sætning' })).rejects.toThrow(/adgangssætning/i);
      const { waitSeconds } = await status();
      expect(waitSeconds).toBe(i < 2 ? 0 : Math.min(30, 2 ** (i - 2)));
      if (waitSeconds > 0) await expect(call('vault', 'unlock', { passphrase })).rejects.toThrow(/Vent \d+ sekund/);
      now += waitSeconds * 1000;
      setNow(new Date(now).toISOString());
    }
    expect([hash(database), hash(keys)]).toEqual(before);
    await call('vault', 'unlock', { passphrase });
    expect((await status()).state).toBe('leader');
  }, 60_000);

  it('opens by the recovery code with a new passphrase, and then only by that', async () => {
    const { call, setNow } = fresh();
    const { recoveryCode } = await call<{ recoveryCode: string }>('vault', 'create', { passphrase, school });
    await call('vault', 'lock');
    const newPassphrase = 'en helt anden sætning';
    await expect(call('vault', 'unlockWithRecovery', { code: recoveryCode, newPassphrase: 'kort' })).rejects.toThrow(/mindst 12/);
    await call('vault', 'unlockWithRecovery', { code: recoveryCode.toLowerCase(), newPassphrase });
    await call('vault', 'lock');
    await expect(call('vault', 'unlock', { passphrase })).rejects.toThrow();
    setNow('2026-11-23T12:05:00');
    await call('vault', 'unlock', { passphrase: newPassphrase });
  }, 30_000);

  it('never makes a new file where something is missing', async () => {
    const { call, folder, status } = fresh();
    await call('vault', 'create', { passphrase, school });
    await call('vault', 'lock');
    const { database, keys } = dataPaths(folder);
    rmSync(database);
    expect((await status()).problem).toMatch(/mangler/);
    await expect(call('vault', 'create', { passphrase, school })).rejects.toThrow(/allerede data/);
    await expect(call('vault', 'unlock', { passphrase })).rejects.toThrow(/mangler/);
    rmSync(keys);
    rmSync(join(folder, 'backups'), { recursive: true, force: true });
    expect((await status()).state).toBe('none');
  });

  it('refuses a poor passphrase and a long retention without a reason before anything is written', async () => {
    const { call, status } = fresh();
    await expect(call('vault', 'create', { passphrase: 'kort', school })).rejects.toThrow(/mindst 12/);
    await expect(
      call('vault', 'create', { passphrase, school: { ...school, retentionYears: 11 } }),
    ).rejects.toThrow(/begrundelse/);
    expect((await status()).state).toBe('none');
  });

  it('renews the recovery code and stops the old one', async () => {
    const { call } = fresh();
    const first = await call<{ recoveryCode: string }>('vault', 'create', { passphrase, school });
    const second = await call<{ recoveryCode: string }>('vault', 'newRecoveryCode', { passphrase });
    await call('vault', 'lock');
    const newPassphrase = 'endnu en god sætning';
    await expect(call('vault', 'unlockWithRecovery', { code: first.recoveryCode, newPassphrase })).rejects.toThrow();
    await call('vault', 'unlockWithRecovery', { code: second.recoveryCode, newPassphrase });
  }, 30_000);
});

describe('backups', () => {
  it('takes one at the first start of the day and restores it, keeping the present file aside', async () => {
    const { call, setNow } = fresh();
    await call('vault', 'create', { passphrase, school });
    const { backup } = await call<{ backup: { name: string } }>('backups', 'makeNow');
    await call('school', 'savePriorities', { priorities: [{ kind: 'school', name: 'Naturfag i indskolingen' }] });
    const restored = await call<{ keptAside: string | null }>('backups', 'restore', { name: backup.name });
    expect(restored.keptAside).toMatch(/before-restore/);
    await call('vault', 'unlock', { passphrase });
    expect(await call('school', 'priorities')).toEqual({ priorities: [] });
    await call('vault', 'lock');
    setNow('2026-11-24T08:00:00');
    await call('vault', 'unlock', { passphrase });
    const { backup: latest } = await call<{ backup: { date: string } }>('backups', 'latest');
    expect(latest.date).toBe('2026-11-24');
    expect(await call<{ brokenAt: number | null }>('backups', 'checkAudit')).toMatchObject({ brokenAt: null });
  }, 30_000);
});

import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
      await expect(call('vault', 'unlock', { passphrase: 'helt forkert sætning' })).rejects.toThrow(
        /adgangssætning/i,
      );
      const { waitSeconds } = await status();
      expect(waitSeconds).toBe(i < 2 ? 0 : Math.min(30, 2 ** (i - 2)));
      if (waitSeconds > 0)
        await expect(call('vault', 'unlock', { passphrase })).rejects.toThrow(/Vent \d+ sekund/);
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
    await expect(
      call('vault', 'unlockWithRecovery', { code: recoveryCode, newPassphrase: 'kort' }),
    ).rejects.toThrow(/mindst 12/);
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
    await expect(
      call('vault', 'unlockWithRecovery', { code: first.recoveryCode, newPassphrase }),
    ).rejects.toThrow();
    await call('vault', 'unlockWithRecovery', { code: second.recoveryCode, newPassphrase });
  }, 30_000);
});

describe('a first start', () => {
  it('leaves nothing but the school: no half-made file, no second copy of the keys', async () => {
    const { call, folder } = fresh();
    await call('vault', 'create', { passphrase, school });
    await call('vault', 'lock');
    expect(readdirSync(folder).sort()).toEqual(['backups', 'keys.json', 'spind.db']);
  });

  it('that is cut off before its last step is completed at the next', async () => {
    const { call, folder, status } = fresh();
    await call('vault', 'create', { passphrase, school });
    await call('vault', 'lock');
    const { keys } = dataPaths(folder);
    renameSync(keys, `${keys}.partial`);
    expect((await status()).state).toBe('locked');
    await call('vault', 'unlock', { passphrase });
    expect((await call<{ name: string }>('school', 'get')).name).toBe('Lærkemoseskolen');
  });

  it('that fails leaves an empty folder, and can be tried again', async () => {
    const { call, context, folder, status } = fresh();
    const spoil = context.machine as { migrationsFolder: string };
    const { migrationsFolder } = spoil;
    spoil.migrationsFolder = 'nowhere';
    await expect(call('vault', 'create', { passphrase, school })).rejects.toThrow();
    expect((await status()).state).toBe('none');
    expect(readdirSync(folder)).toEqual(['backups']);
    spoil.migrationsFolder = migrationsFolder;
    await call('vault', 'create', { passphrase, school });
    const { legalBasis, legalBasisCheckedOn } = await call<Record<string, string>>('school', 'get');
    expect(legalBasis).toMatch(
      /^Med afsæt i den løbende dialog.*lederen påtænker, at læreren skal have ansvar for\.$/,
    );
    expect(legalBasisCheckedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('does not let a log that lies there join the new file', async () => {
    const { call, folder } = fresh();
    writeFileSync(`${dataPaths(folder).database}-wal`, 'old');
    await expect(call('vault', 'create', { passphrase, school })).rejects.toThrow(/allerede data/);
    expect(readdirSync(folder).sort()).toEqual(['backups', 'spind.db-wal']);
  });
});

describe('a folder that another computer has marked', () => {
  it('is opened only when a person says so', async () => {
    const { call, router, folder } = fresh();
    await call('vault', 'create', { passphrase, school });
    await call('vault', 'lock');
    const { lock } = dataPaths(folder);
    const holder = {
      pid: 1,
      host: 'kontoret',
      bootId: 'x',
      startedAt: '2026-11-20T08:00:00.000Z',
      token: 'abc',
    };
    writeFileSync(lock, JSON.stringify(holder));
    const reply = await router('vault', 'unlock', { passphrase });
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'conflict', fields: { takeOver: /flyttet hertil/ } },
    });
    expect(reply).toMatchObject({ error: { message: expect.stringContaining('kontoret') } });
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toEqual(holder);
    await call('vault', 'unlock', { passphrase, takeOver: true });
    expect((await call<{ name: string }>('school', 'get')).name).toBe('Lærkemoseskolen');
  });
});

describe('a file that will not open', () => {
  function spoilPart(file: string) {
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  }

  type Listed = { backups: { name: string; kind: string }[] };

  /** A school with one backup, and then one more thing written, locked. */
  async function withBackup() {
    const test = fresh();
    await test.call('vault', 'create', { passphrase, school });
    const { backup } = await test.call<{ backup: { name: string } }>('backups', 'makeNow');
    await test.call('vault', 'lock');
    return { ...test, name: backup.name, paths: dataPaths(test.folder) };
  }

  it.each([
    [
      'damaged',
      (paths: ReturnType<typeof dataPaths>) => writeFileSync(paths.database, Buffer.alloc(8192, 7)),
    ],
    ['damaged in part', (paths: ReturnType<typeof dataPaths>) => spoilPart(paths.database)],
    ['empty', (paths: ReturnType<typeof dataPaths>) => writeFileSync(paths.database, '')],
    ['gone', (paths: ReturnType<typeof dataPaths>) => rmSync(paths.database)],
    ['without its keys', (paths: ReturnType<typeof dataPaths>) => rmSync(paths.keys)],
    ['with damaged keys', (paths: ReturnType<typeof dataPaths>) => writeFileSync(paths.keys, '{}')],
  ])('because it is %s gives way to a backup, behind the passphrase', async (_, spoil) => {
    const { call, name, paths, status } = await withBackup();
    spoil(paths);
    await expect(call('vault', 'unlock', { passphrase })).rejects.toThrow(/gendan|er ikke Spinds fil/i);
    const files = () => [paths.database, paths.keys].map((file) => (existsSync(file) ? hash(file) : null));
    const before = files();
    await expect(call('vault', 'restore', { name, passphrase: 'helt forkert sætning' })).rejects.toThrow(
      /forkert/,
    );
    await expect(call('vault', 'restore', { name: '../keys.json', passphrase })).rejects.toThrow(
      /findes ikke/,
    );
    expect(files()).toEqual(before);
    await call('vault', 'restore', { name, passphrase });
    expect(await status()).toMatchObject({ state: 'locked', problem: null });
    await call('vault', 'unlock', { passphrase });
    expect((await call<{ name: string }>('school', 'get')).name).toBe('Lærkemoseskolen');
  });

  it('is kept aside, and the list of copies is for the locked door only', async () => {
    const { call, name, paths } = await withBackup();
    writeFileSync(paths.database, Buffer.alloc(8192, 7));
    expect((await call<Listed>('vault', 'backups')).backups.map((backup) => backup.name)).toEqual([name]);
    await call('vault', 'restore', { name, passphrase });
    const { backups } = await call<Listed>('vault', 'backups');
    const aside = backups.find(({ kind }) => kind === 'before-restore');
    expect(readFileSync(join(paths.backups, aside?.name ?? ''))).toEqual(Buffer.alloc(8192, 7));
    await call('vault', 'unlock', { passphrase });
    expect(await call('vault', 'backups')).toEqual({ backups: [] });
    await expect(call('vault', 'restore', { name, passphrase })).rejects.toThrow(/Indstillinger/);
  });

  it('opens on a new computer from the folder of backups alone', async () => {
    const { name, paths } = await withBackup();
    const { call, folder, status } = fresh();
    cpSync(paths.backups, dataPaths(folder).backups, { recursive: true });
    expect(await status()).toMatchObject({
      state: 'locked',
      problem: expect.stringMatching(/keys\.json mangler/),
    });
    await call('vault', 'restore', { name, passphrase });
    await call('vault', 'unlock', { passphrase });
    expect((await call<{ name: string }>('school', 'get')).name).toBe('Lærkemoseskolen');
  });
});

describe('backups', () => {
  it('leaves the leader in, with the reason, when a copy is no good', async () => {
    const { call, folder, status } = fresh();
    await call('vault', 'create', { passphrase, school });
    const { backup } = await call<{ backup: { name: string } }>('backups', 'makeNow');
    const { folder: shown } = await call<{ folder: string }>('backups', 'list');
    expect(shown).toBe(dataPaths(folder).backups);
    writeFileSync(join(shown, backup.name), Buffer.alloc(4096, 1));
    await expect(call('backups', 'restore', { name: backup.name })).rejects.toThrow();
    expect((await status()).state).toBe('leader');
    expect((await call<{ name: string }>('school', 'get')).name).toBe('Lærkemoseskolen');
  });

  it('show when the end of the chain of changes was cut off, and stay calm after a restore', async () => {
    const { call, context, setNow } = fresh();
    await call('vault', 'create', { passphrase, school });
    const first = await call<{ backup: { name: string } }>('backups', 'makeNow');
    await call('school', 'savePriorities', { priorities: [{ kind: 'school', name: 'Naturfag' }] });
    await call('backups', 'makeNow');
    expect(await call('backups', 'checkAudit')).toEqual({ rows: 2, brokenAt: null });
    setNow('2026-11-23T12:01:00');
    await call('backups', 'restore', { name: first.backup.name });
    setNow('2026-11-23T12:02:00');
    await call('vault', 'unlock', { passphrase });
    expect(await call('backups', 'checkAudit')).toEqual({ rows: 2, brokenAt: null });
    await call('backups', 'makeNow');
    const sqlite = context.session.open?.sqlite;
    sqlite?.exec('DROP TRIGGER audit_log_no_delete; DELETE FROM audit_log WHERE seq = 2');
    expect(await call('backups', 'checkAudit')).toEqual({ rows: 0, brokenAt: 2 });
  });

  it('takes one at the first start of the day and restores it, keeping the present file aside', async () => {
    const { call, setNow } = fresh();
    await call('vault', 'create', { passphrase, school });
    const { backup } = await call<{ backup: { name: string } }>('backups', 'makeNow');
    await call('school', 'savePriorities', {
      priorities: [{ kind: 'school', name: 'Naturfag i indskolingen' }],
    });
    const restored = await call<{ keptAside: string | null }>('backups', 'restore', { name: backup.name });
    expect(restored.keptAside).toMatch(/before-restore/);
    await call('vault', 'unlock', { passphrase });
    expect(await call('school', 'priorities')).toEqual({ priorities: [] });
    await call('vault', 'lock');
    setNow('2026-11-24T08:00:00');
    await call('vault', 'unlock', { passphrase });
    const { backup: latest } = await call<{ backup: { date: string } }>('backups', 'latest');
    expect(latest.date).toBe('2026-11-24');
    expect(await call<{ brokenAt: number | null }>('backups', 'checkAudit')).toMatchObject({
      brokenAt: null,
    });
  }, 30_000);
});

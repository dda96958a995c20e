import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { CallError, Reply } from '@shared/contract/core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { verifyAudit } from '../data/audit';
import { dataPaths, tidyFolder } from '../data/folder';
import { createKeys } from '../data/keys';
import { createDatabase, openDatabase } from '../data/open';
import { migrationsFolder, testDatabase, testFolder, testNow } from '../data/test-database';
import { fillDisk, mounted, whyNoMounts } from '../data/test-mount';
import { talkInput } from './talks-test-school';
import { testContext } from './test-context';

function refused(reply: Reply<unknown>): CallError {
  if (reply.ok) throw new Error('the call was not refused');
  return reply.error;
}

const passphrase = 'fire tilfældige ord her';

/** A folder of a school made with keys that cost nothing to try, and programs that open it. */
async function vaultFolder(folder = testFolder()) {
  const { dataKey, keyFile } = await createKeys(passphrase, { cost: { N: 16, r: 8, p: 1 } });
  createDatabase({ folder, dataKey, migrationsFolder, appVersion: '0.1.0', now: testNow, keyFile }).close();
  const program = () => {
    const test = testContext({
      machine: { dataFolder: folder },
      session: { state: 'locked', open: null, keys: null },
    });
    onTestFinished(() => void test.router('vault', 'lock', {}));
    return test;
  };
  const files = () =>
    Object.fromEntries(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]),
    );
  return { folder, program, files };
}

describe('a wrong passphrase', () => {
  it('given twenty times changes no file, makes the next try wait, and never locks anyone out', async () => {
    const { program, files } = await vaultFolder();
    const test = program();
    const before = files();
    let clock = testNow().getTime();
    const waits: number[] = [];
    for (let n = 0; n < 20; n++) {
      const error = refused(await test.router('vault', 'unlock', { passphrase: `forkert sætning ${n}` }));
      expect(error).toMatchObject({
        code: 'forbidden',
        message: expect.stringMatching(/^Adgangssætningen er forkert\. Dine data er uberørt/),
      });
      expect(error.message).not.toMatch(/beskadiget/);
      const { waitSeconds } = await test.call<{ waitSeconds: number }>('vault', 'status');
      waits.push(waitSeconds);
      if (waitSeconds > 0) {
        // Even the right one must wait, else the wait would tell it apart.
        expect(refused(await test.router('vault', 'unlock', { passphrase })).message).toBe(
          `Vent ${waitSeconds} ${waitSeconds === 1 ? 'sekund' : 'sekunder'}, før du prøver igen.`,
        );
      }
      clock += waitSeconds * 1000;
      test.setNow(new Date(clock).toISOString());
    }
    expect(waits.slice(0, 8)).toEqual([0, 0, 1, 2, 4, 8, 16, 30]);
    expect(Math.max(...waits)).toBe(30);
    expect(files()).toEqual(before);
    await test.call('vault', 'unlock', { passphrase });
    expect(test.context.session.state).toBe('leader');
  });

  it.each([
    '',
    ' ',
    passphrase.toUpperCase(),
    `${passphrase} `,
    passphrase.normalize('NFD').slice(0, -1),
    '\u0000',
    'å'.repeat(1000),
    "' OR 1=1 --",
  ])('is wrong or refused, never a way in: %j', async (wrong) => {
    const { program, files } = await vaultFolder();
    const test = program();
    const before = files();
    expect(['forbidden', 'invalid']).toContain(
      refused(await test.router('vault', 'unlock', { passphrase: wrong })).code,
    );
    expect(test.context.session.open).toBeNull();
    expect(files()).toEqual(before);
    expect(test.failures).toEqual([]);
  });

  it('is not mistaken for another way of writing å', async () => {
    const { program } = await vaultFolder();
    await program().call('vault', 'unlock', { passphrase: passphrase.normalize('NFD') });
  });
});

describe('two programs on one folder', () => {
  it('the second is told who holds it, and changes nothing; when the first is done it may come in', async () => {
    const { folder, program } = await vaultFolder();
    const [first, second] = [program(), program()];
    await first.call('vault', 'unlock', { passphrase });
    const lock = readFileSync(dataPaths(folder).lock, 'utf8');

    const error = refused(await second.router('vault', 'unlock', { passphrase }));
    expect(error.code).toBe('conflict');
    expect(error.message).toContain(`»${hostname()}«, siden 23.11.2026`);
    expect(error.message).toMatch(/Luk Spind dér først/);
    expect(second.context.session.open).toBeNull();
    expect(readFileSync(dataPaths(folder).lock, 'utf8')).toBe(lock);

    await first.call('categories', 'save', { name: 'vejleder', spiderTemplateId: null });
    await first.call('vault', 'lock');
    await second.call('vault', 'unlock', { passphrase });
    const { categories } = await second.call<{ categories: { name: string }[] }>('categories', 'list');
    expect(categories.map(({ name }) => name)).toEqual(['vejleder']);
  });

  it('is kept apart by the database itself when the lock file is gone', async () => {
    const { folder, program } = await vaultFolder();
    const [first, second] = [program(), program()];
    await first.call('vault', 'unlock', { passphrase });
    rmSync(dataPaths(folder).lock);
    const error = refused(await second.router('vault', 'unlock', { passphrase }));
    expect(error).toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/i brug af et andet program/),
    });
    await first.call('categories', 'save', { name: 'vejleder', spiderTemplateId: null });
    expect(first.context.db.$client.pragma('integrity_check', { simple: true })).toBe('ok');
  }, 15_000);

  it('a program that is still running keeps it; one that has died does not', async () => {
    const { folder, program } = await vaultFolder();
    const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await once(other, 'spawn');
    const bootId =
      process.platform === 'linux' ? readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() : '';
    const held = {
      pid: other.pid,
      host: hostname(),
      bootId,
      startedAt: '2026-11-23T09:30:00.000Z',
      token: 'other',
    };
    writeFileSync(dataPaths(folder).lock, JSON.stringify(held));
    const test = program();
    expect(refused(await test.router('vault', 'unlock', { passphrase })).message).toContain(
      `»${hostname()}«`,
    );
    other.kill('SIGKILL');
    await once(other, 'exit');
    await test.call('vault', 'unlock', { passphrase });
  });
});

describe.skipIf(whyNoMounts)(`a disk of its own${whyNoMounts ? ` (skipped: ${whyNoMounts})` : ''}`, () => {
  it('that is full: the note is not saved and says so, nothing is lost, and there is room again afterwards', async () => {
    const { dataKey, folder: from, open } = testDatabase();
    open.close();
    const disk = mounted('4m');
    const folder = join(disk.place, 'data');
    mkdirSync(folder);
    tidyFolder(folder);
    copyFileSync(dataPaths(from).database, dataPaths(folder).database);
    const onDisk = openDatabase({ folder, dataKey, migrationsFolder, appVersion: '0.1.0', now: testNow });
    onTestFinished(() => onDisk.close());
    const test = testContext({ machine: { dataFolder: folder }, session: { open: onDisk } });

    const category = await test.call<{ id: string }>('categories', 'save', {
      name: 'lærer',
      spiderTemplateId: null,
    });
    const employee = await test.call<{ id: string }>('employees', 'save', {
      employeeNumber: 'L01',
      name: 'Åse Bæk',
      categoryId: category.id,
      title: '',
      employmentDate: '2019-08-01',
      leavingDate: null,
      employmentPercent: 100,
      note: '',
    });
    const talk = talkInput({ employeeId: employee.id });
    const { id: talkId } = await test.call<{ id: string }>('talks', 'plan', talk);
    const save = (area: number, text: string) => test.router('talks', 'saveNote', { talkId, area, text });
    const notes = async () => {
      const got = await test.call<{ notes: { area: number; text: string }[] }>('talks', 'get', {
        id: talkId,
      });
      return got.notes.map(({ area, text }) => [area, text]);
    };
    expect((await save(1, 'Trives, og vil gerne have flere timer i natur/teknologi.')).ok).toBe(true);

    const filler = join(disk.place, 'other-program');
    fillDisk(filler);
    let last = '';
    let error: CallError | undefined;
    // What the log has set aside may hold a few more; each that is answered is kept.
    for (let n = 0; n < 200 && !error; n++) {
      const text = `${n} ${'å'.repeat(20_000)}`;
      const reply = await save(2, text);
      if (reply.ok) last = text;
      else error = reply.error;
    }
    expect(error?.message).toMatch(
      /^Disken er fuld, så ændringen blev ikke gemt\. Det, der var gemt i forvejen, er uberørt\. Gør plads/,
    );
    test.told.length = 0;
    expect((await save(3, 'x'.repeat(50_000))).ok).toBe(false);
    expect(test.told).toEqual([]);
    expect(test.failures).toEqual([]);
    const kept = [
      [1, 'Trives, og vil gerne have flere timer i natur/teknologi.'],
      ...(last ? [[2, last]] : []),
    ];
    expect(await notes()).toEqual(kept);

    rmSync(filler);
    expect((await save(3, 'Nu er der plads igen.')).ok).toBe(true);
    onDisk.close();
    const again = openDatabase({ folder, dataKey, migrationsFolder, appVersion: '0.1.0', now: testNow });
    onTestFinished(() => again.close());
    test.context.session.open = again;
    expect(await notes()).toEqual([...kept, [3, 'Nu er der plads igen.']]);
    expect(again.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(verifyAudit(again.sqlite)).toMatchObject({ ok: true });
  });

  it('that is read-only: nobody is let in to write in vain, and it is said why', async () => {
    const disk = mounted('4m');
    const { program, files } = await vaultFolder(join(disk.place, 'data'));
    const before = files();
    disk.makeReadOnly();
    const test = program();
    const error = refused(await test.router('vault', 'unlock', { passphrase }));
    expect(error.message).toMatch(/Spind må ikke skrive i mappen med data/);
    expect(test.context.session.open).toBeNull();
    expect(test.failures).toEqual([]);
    expect(files()).toEqual(before);
  });

  it('that is full at the first start: no school is made that cannot be opened', async () => {
    const dataFolder = join(mounted('200k').place, 'data');
    mkdirSync(dataFolder);
    const test = testContext({
      machine: { dataFolder },
      session: { state: 'none', open: null, keys: null },
    });
    const school = {
      name: 'Lærkemoseskolen',
      municipality: '',
      profile: 'folkeskole',
      leaderName: 'Birgitte',
      leaderTitle: 'skoleleder',
      retentionYears: 5,
      retentionReason: '',
    };
    const error = refused(await test.router('vault', 'create', { passphrase, school }));
    expect(error.message).toMatch(/^Disken er fuld/);
    expect(await test.call('vault', 'status')).toMatchObject({ state: 'none', problem: null });
    expect(test.failures).toEqual([]);
  });
});

import { randomBytes } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBackup, listBackups, makeBackup } from '../backup';
import { dataPaths, folderState, tidyFolder } from '../folder';
import { readKeyFile } from '../key-file';
import { createKeys, unlockWithPassphrase } from '../keys';
import { readMigrations } from '../migrate';
import { createDatabase, openDatabase } from '../open';
import { finishRestore } from '../restore';
import { migrationsFolder, testFolder, testNow } from '../test-database';
import { familySql, rebuildSql, writeMigrations } from '../test-migrations';
import { type ChildTask, cheapKeys, passphrases } from './child-task';
import { buildChild, type Child, prepareFolder, runKills, runToEnd } from './kill-rounds';

let child: Child;
beforeAll(async () => {
  child = await buildChild();
});
afterAll(() => child?.remove());

const known = readMigrations(migrationsFolder).length;

/** A first start as the application makes it, with a marker that tells old content from restored. */
async function madeFolder(migrations = migrationsFolder) {
  const folder = testFolder();
  const { dataKey, keyFile } = await createKeys(passphrases.old, cheapKeys);
  const options = { folder, dataKey, migrationsFolder: migrations, appVersion: '0.1.0', now: testNow };
  const open = createDatabase({ ...options, keyFile });
  open.sqlite.exec(`CREATE TABLE marker (text TEXT NOT NULL) STRICT; INSERT INTO marker VALUES ('first')`);
  const mark = (text: string) => open.sqlite.prepare('UPDATE marker SET text = ?').run(text);
  const backup = () => makeBackup({ ...options, sqlite: open.sqlite });
  return { folder, dataKey, keyFile, options, open, mark, backup };
}

/** Runs `task` once for every step it has, each time in a fresh copy of `folder`, killed before that step. */
async function killBeforeEveryStep(
  folder: string,
  task: Omit<ChildTask, 'folder' | 'step'>,
  look: (copy: string, step: number) => void | Promise<void>,
): Promise<number> {
  for (let step = 1; ; step++) {
    const copy = join(testFolder(), 'data');
    cpSync(folder, copy, { recursive: true });
    const backup = task.backup?.replace(folder, copy);
    const how = await runToEnd(child, { ...task, ...(backup && { backup }), folder: copy, step });
    if (how === 'done') return step - 1;
    finishRestore(copy);
    tidyFolder(copy);
    await look(copy, step);
    const left = [...readdirSync(copy), ...readdirSync(dataPaths(copy).backups)];
    expect(left.filter((name) => /partial|incoming|^check-|^restore\.json/.test(name))).toEqual([]);
  }
}

function markerIn(folder: string, dataKey: Buffer, migrations = migrationsFolder): unknown {
  const open = openDatabase({
    folder,
    dataKey,
    migrationsFolder: migrations,
    appVersion: '0.1.0',
    now: testNow,
  });
  try {
    return open.sqlite.prepare('SELECT text FROM marker').pluck().get();
  } finally {
    open.close();
  }
}

describe('killed while saving', () => {
  it('100 times: nothing that was acknowledged is lost, nothing is half', { timeout: 120_000 }, async () => {
    // Two folders at once: most of a round is a process starting.
    const lanes = await Promise.all(
      [1, 2].map(async (seed) => {
        const folder = testFolder();
        const dataKey = await prepareFolder(folder, migrationsFolder);
        return runKills({ child, folder, dataKey, migrationsFolder, rounds: 50, seed, longest: 30 });
      }),
    );
    for (const lane of lanes) {
      expect(lane).toMatchObject({ rounds: 50, lost: 0, half: 0, broken: 0 });
      expect(lane.acknowledged).toBeGreaterThan(50);
      expect(lane.rows).toBeGreaterThanOrEqual(lane.acknowledged);
    }
  });

  it('control: saying "saved" before saving is found out', { timeout: 60_000 }, async () => {
    const folder = testFolder();
    const dataKey = await prepareFolder(folder, migrationsFolder);
    const result = await runKills({
      child,
      folder,
      dataKey,
      migrationsFolder,
      rounds: 60,
      seed: 3,
      early: true,
      stopAtFirstLoss: true,
    });
    expect(result.lost).toBeGreaterThan(0);
    expect(result).toMatchObject({ half: 0, broken: 0 });
  });
});

describe('killed before every single step of', { timeout: 60_000 }, () => {
  it('a backup: only whole backups bear a final name, older ones stay', async () => {
    const { folder, dataKey, open, backup } = await madeFolder();
    const older = backup();
    open.close();
    const task = { mode: 'backup' as const, dataKey: dataKey.toString('hex'), migrationsFolder };
    const steps = await killBeforeEveryStep(folder, task, (copy) => {
      const backups = listBackups(copy);
      expect(backups.map(({ name }) => name)).toContain(older.name);
      for (const { file } of backups) {
        checkBackup(file, dataKey, known);
        expect(existsSync(file.replace(/\.db$/, '.keys.json'))).toBe(true);
      }
      expect(markerIn(copy, dataKey)).toBe('first');
    });
    expect(steps).toBeGreaterThan(10);
  });

  it('a restore: the old data or the restored, and the old kept aside', async () => {
    const { folder, dataKey, open, mark, backup } = await madeFolder();
    const taken = backup();
    mark('later');
    open.close();
    const seen = new Set<unknown>();
    const task = {
      mode: 'restore' as const,
      dataKey: dataKey.toString('hex'),
      migrationsFolder,
      backup: taken.file,
    };
    const steps = await killBeforeEveryStep(folder, task, (copy) => {
      const marker = markerIn(copy, dataKey);
      seen.add(marker);
      const aside = listBackups(copy).filter(({ kind }) => kind === 'before-restore');
      expect(aside.length).toBe(marker === 'first' ? 1 : 0);
      for (const { file } of aside) checkBackup(file, dataKey, known);
    });
    expect(steps).toBeGreaterThan(10);
    expect([...seen].sort()).toEqual(['first', 'later']);
  });

  it('a change of passphrase: the old one opens or the new one, never neither', async () => {
    const { folder, dataKey, open, backup } = await madeFolder();
    backup();
    open.close();
    const seen = new Set<string>();
    const task = { mode: 'passphrase' as const, dataKey: dataKey.toString('hex'), migrationsFolder };
    await killBeforeEveryStep(folder, task, async (copy) => {
      const keyFile = readKeyFile(dataPaths(copy).keys);
      const opened = await Promise.allSettled(
        [passphrases.old, passphrases.next].map((passphrase) => unlockWithPassphrase(keyFile, passphrase)),
      );
      expect(opened.filter((o) => o.status === 'fulfilled').map((o) => o.value)).toEqual([dataKey]);
      seen.add(opened[0]?.status === 'fulfilled' ? 'old' : 'new');
    });
    expect([...seen].sort()).toEqual(['new', 'old']);
  });

  it('the first start: nothing or a folder that opens', async () => {
    const folder = testFolder();
    const { dataKey, keyFile } = await createKeys(passphrases.old, cheapKeys);
    const seen = new Set<string>();
    const task = {
      mode: 'first-start' as const,
      dataKey: dataKey.toString('hex'),
      migrationsFolder,
      keyFile,
    };
    const steps = await killBeforeEveryStep(folder, task, (copy) => {
      const state = folderState(copy);
      seen.add(state);
      const options = { folder: copy, dataKey, migrationsFolder, appVersion: '0.1.0', now: testNow };
      if (state === 'empty') createDatabase({ ...options, keyFile }).close();
      openDatabase(options).close();
    });
    expect(steps).toBeGreaterThan(10);
    expect([...seen].sort()).toEqual(['empty', 'ready']);
  });

  it('a migration: the next start completes it, with a backup from before', async () => {
    const place = writeMigrations(testFolder(), [familySql]);
    const { folder, dataKey, open } = await madeFolder(place);
    open.sqlite.exec("INSERT INTO parents VALUES ('p', 'Bo'); INSERT INTO children VALUES ('c', 'p')");
    open.close();
    const newer = writeMigrations(testFolder(), [familySql, rebuildSql]);
    const task = { mode: 'migrate' as const, dataKey: dataKey.toString('hex'), migrationsFolder: newer };
    const steps = await killBeforeEveryStep(folder, task, (copy) => {
      const opened = openDatabase({
        folder: copy,
        dataKey,
        migrationsFolder: newer,
        appVersion: '0.1.0',
        now: testNow,
      });
      const found = opened.sqlite
        .prepare('SELECT parents.name, born FROM children JOIN parents ON parents.id = parent_id')
        .all();
      expect(found).toEqual([{ name: 'Bo', born: null }]);
      opened.close();
      const [backup] = listBackups(copy);
      expect(backup?.manifest?.schemaVersion).toBe(1);
      checkBackup(backup?.file ?? '', dataKey, 1);
    });
    expect(steps).toBeGreaterThan(15);
  });
});

describe('the harness', () => {
  it('notices a child that fails for another reason', async () => {
    const folder = testFolder();
    copyFileSync(import.meta.filename, join(folder, 'spind.db'));
    const task = {
      mode: 'migrate' as const,
      folder,
      dataKey: randomBytes(32).toString('hex'),
      migrationsFolder,
      step: 1000,
    };
    await expect(runToEnd(child, task)).rejects.toThrow('the child failed');
  });
});

import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { appendAudit, auditHead, verifyAudit } from './audit';
import {
  backupIfDue,
  checkBackup,
  countRows,
  lastBackup,
  listBackups,
  listBackupsIn,
  makeBackup,
} from './backup';
import { DataRefusal } from './data-refusal';
import { fillDatabase } from './fill-database';
import { dataPaths, tidyFolder } from './folder';
import { readKeyFile } from './key-file';
import { createKeys, unlockWithPassphrase } from './keys';
import { readMigrations } from './migrate';
import { createDatabase, type OpenDatabase, openDatabase } from './open';
import { finishRestore, restoreBackup } from './restore';
import { migrationsFolder, testFolder, testNow } from './test-database';
import { immediate } from './transaction';

const cheap = { cost: { N: 16, r: 8, p: 1 } };
const passphrase = 'blå mælkebøtte under trappen';
const known = readMigrations(migrationsFolder).length;

async function school() {
  const folder = testFolder();
  const { dataKey, keyFile } = await createKeys(passphrase, cheap);
  let now = testNow();
  const options = { folder, dataKey, migrationsFolder, appVersion: '0.1.0', now: () => now };
  let open: OpenDatabase = createDatabase({ ...options, keyFile });
  fillDatabase(open.sqlite, 0);
  const name = (text: string) =>
    open.sqlite
      .prepare(
        "INSERT INTO priorities VALUES ('p', 'school', ?, 1) ON CONFLICT DO UPDATE SET name = excluded.name",
      )
      .run(text);
  return {
    folder,
    dataKey,
    keyFile,
    options,
    get open() {
      return open;
    },
    name,
    named: () => open.sqlite.prepare('SELECT name FROM priorities').pluck().get(),
    setNow: (text: string) => {
      now = new Date(text);
    },
    backup: (to?: string) => makeBackup({ ...options, sqlite: open.sqlite, ...(to && { to }) }),
    restore(backup: string) {
      open.close();
      const aside = restoreBackup({ ...options, backup });
      open = openDatabase(options);
      return aside;
    },
  };
}

/** Everything in a database, as one digest. */
function contentOf(open: OpenDatabase): string {
  const hash = createHash('sha256');
  for (const [table] of countRows(open.sqlite))
    hash.update(JSON.stringify(open.sqlite.prepare(`SELECT * FROM "${table}"`).all()));
  return hash.digest('hex');
}

describe('a backup', () => {
  it('is encrypted, checked, and complete with key and manifest', async () => {
    const { open, backup, folder, dataKey, keyFile, name } = await school();
    name('kanariefugl');
    immediate(open.db, () =>
      appendAudit(
        open.db,
        { action: 'change', entity: 'priorities', entityId: 'p' },
        { at: '2026-11-23T11:00:00.000Z', actor: 'leader' },
      ),
    );
    const made = backup();
    expect(made.name).toBe('spind-2026-11-23T120000.db');
    const bytes = readFileSync(made.file);
    expect(bytes.includes('kanariefugl')).toBe(false);
    expect(bytes.includes('SQLite format')).toBe(false);
    expect(made.manifest).toMatchObject({
      keyId: keyFile.keyId,
      schemaVersion: known,
      appVersion: '0.1.0',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      audit: auditHead(open.sqlite),
    });
    expect(readKeyFile(made.file.replace('.db', '.keys.json'))).toEqual(keyFile);
    expect(readdirSync(dataPaths(folder).backups).sort()).toEqual([
      'spind-2026-11-23T120000.db',
      'spind-2026-11-23T120000.json',
      'spind-2026-11-23T120000.keys.json',
    ]);
    checkBackup(made.file, dataKey, known);
    expect(lastBackup(folder)?.date).toBe('2026-11-23');
    expect(verifyAudit(open.sqlite, made.manifest?.audit ? [made.manifest.audit] : [])).toMatchObject({
      ok: true,
    });
    open.close();
  });

  it('is taken once a day by itself, three of today are kept, one of other days, ten in all', async () => {
    const { open, options, setNow, folder } = await school();
    const due = () => backupIfDue({ ...options, sqlite: open.sqlite });
    expect(lastBackup(folder)).toBeNull();
    for (let day = 10; day <= 22; day++) {
      setNow(`2026-11-${day}T08:00:00`);
      expect(due()?.date).toBe(`2026-11-${day}`);
      expect(due()).toBeNull();
    }
    setNow('2026-11-23T00:00:01');
    for (let n = 0; n < 5; n++) makeBackup({ ...options, sqlite: open.sqlite });
    const dates = listBackups(folder).map(({ date }) => date.slice(8));
    expect(dates).toEqual(['23', '23', '23', '22', '21', '20', '19', '18', '17', '16']);
    expect(listBackups(folder)[0]?.name).toBe('spind-2026-11-23T000001-5.db');
    // Each with its two companions, and nothing else.
    expect(readdirSync(dataPaths(folder).backups).length).toBe(30);
    open.close();
  });

  it('every one that is kept restores to the moment it was taken', async () => {
    const town = await school();
    const taken = new Map<string, string>();
    for (let day = 10; day <= 20; day++) {
      town.setNow(`2026-11-${day}T08:00:00`);
      town.name(`dag ${day}`);
      taken.set(town.backup().file, contentOf(town.open));
    }
    for (const { file, kind } of listBackups(town.folder)) {
      if (kind !== 'backup') continue;
      town.restore(file);
      expect(contentOf(town.open)).toBe(taken.get(file));
    }
    town.open.close();
  });

  it('that fails leaves no file and hurts no older one', async () => {
    const { open, backup, folder, options } = await school();
    backup();
    const before = readdirSync(dataPaths(folder).backups);
    // The copy is counted against the original: a table that grows between copy and count must be noticed.
    const growing = new Proxy(open.sqlite, {
      get(target, property) {
        const value = Reflect.get(target, property, target) as unknown;
        if (property !== 'prepare') return typeof value === 'function' ? value.bind(target) : value;
        return (sql: string) => {
          if (sql.includes('sqlite_master'))
            target.exec("INSERT INTO priorities VALUES ('x', 'school', 'x', 1)");
          return target.prepare(sql);
        };
      },
    });
    expect(() => makeBackup({ ...options, sqlite: growing })).toThrow('does not hold every row');
    expect(readdirSync(dataPaths(folder).backups)).toEqual(before);
    open.close();
  });

  it('is refused when it is damaged, and the present data stays', async () => {
    const town = await school();
    const { file } = town.backup();
    const bytes = readFileSync(file);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    town.name('nu');
    expect(() => town.restore(file)).toThrow(DataRefusal);
    const open = openDatabase(town.options);
    expect(open.sqlite.prepare('SELECT name FROM priorities').pluck().get()).toBe('nu');
    open.close();
    expect(readdirSync(town.folder).filter((name) => name.startsWith('restore'))).toEqual([]);
  });
});

describe('a restore', () => {
  it('keeps the present data aside, from where it can be brought back', async () => {
    const town = await school();
    town.name('først');
    const { file } = town.backup();
    town.name('siden');
    const aside = town.restore(file);
    expect(town.named()).toBe('først');
    expect(aside).toMatch(/before-restore-2026-11-23T120000\.db$/);
    town.restore(aside ?? '');
    expect(town.named()).toBe('siden');
    town.open.close();
  });

  it('keeps a damaged or missing database’s remains, and its unmerged log', async () => {
    const town = await school();
    town.name('først');
    const { file } = town.backup();
    town.name('siden');
    // As after a crash: a copy of the file with its log.
    const { database, backups } = dataPaths(town.folder);
    const crashed = testFolder();
    copyFileSync(database, join(crashed, 'db'));
    copyFileSync(`${database}-wal`, join(crashed, 'wal'));
    town.open.close();
    copyFileSync(join(crashed, 'db'), database);
    copyFileSync(join(crashed, 'wal'), `${database}-wal`);
    const aside = restoreBackup({ ...town.options, backup: file }) ?? '';
    expect(existsSync(`${aside}-wal`)).toBe(true);
    let open = openDatabase(town.options);
    expect(open.sqlite.prepare('SELECT name FROM priorities').pluck().get()).toBe('først');
    open.close();
    restoreBackup({ ...town.options, backup: aside });
    open = openDatabase(town.options);
    expect(open.sqlite.prepare('SELECT name FROM priorities').pluck().get()).toBe('siden');
    open.close();

    writeFileSync(database, 'ødelagt');
    const remains = restoreBackup({ ...town.options, backup: file }) ?? '';
    expect(readFileSync(remains, 'utf8')).toBe('ødelagt');
    rmSync(database);
    expect(restoreBackup({ ...town.options, backup: file })).toBeNull();
    openDatabase(town.options).close();
    expect(backups).toContain(town.folder);
  });

  it('works on another machine, from the backup’s files alone', async () => {
    const town = await school();
    town.name('flyttet');
    const stick = testFolder();
    const made = town.backup(stick);
    town.open.close();
    expect(listBackupsIn(stick).map(({ file }) => file)).toEqual([made.file]);
    expect(listBackups(town.folder)).toEqual([]);

    const folder = testFolder();
    tidyFolder(folder);
    const dataKey = await unlockWithPassphrase(
      readKeyFile(made.file.replace('.db', '.keys.json')),
      passphrase,
    );
    restoreBackup({ ...town.options, folder, dataKey, backup: made.file });
    expect(await unlockWithPassphrase(readKeyFile(dataPaths(folder).keys), passphrase)).toEqual(dataKey);
    const open = openDatabase({ ...town.options, folder, dataKey });
    expect(open.sqlite.prepare('SELECT name FROM priorities').pluck().get()).toBe('flyttet');
    open.close();

    rmSync(made.file.replace('.db', '.keys.json'));
    const third = testFolder();
    tidyFolder(third);
    expect(() => restoreBackup({ ...town.options, folder: third, dataKey, backup: made.file })).toThrow(
      'key file of the backup',
    );
  });

  it('replaces another school’s keys and keeps them with what was put aside', async () => {
    const mine = await school();
    const theirs = await school();
    theirs.name('deres');
    const { file } = theirs.backup();
    theirs.open.close();
    mine.open.close();
    const aside = restoreBackup({ ...mine.options, dataKey: theirs.dataKey, backup: file }) ?? '';
    expect(readKeyFile(dataPaths(mine.folder).keys)).toEqual(theirs.keyFile);
    expect(readKeyFile(aside.replace('.db', '.keys.json'))).toEqual(mine.keyFile);
    checkBackup(aside, mine.dataKey, known);
    openDatabase({ ...mine.options, dataKey: theirs.dataKey }).close();
  });

  it('that had not begun in earnest is forgotten', async () => {
    const town = await school();
    town.name('nu');
    town.open.close();
    const { incoming, incomingKeys } = dataPaths(town.folder);
    writeFileSync(incoming, 'halv');
    writeFileSync(incomingKeys, 'halv');
    expect(finishRestore(town.folder)).toBe(false);
    expect(readdirSync(town.folder).sort()).toEqual(['backups', 'keys.json', 'spind.db']);
    openDatabase(town.options).close();
  });
});

describe('a file another program holds for a moment', () => {
  it('is tried again, and given up on in the end', async () => {
    const { persistently } = await import('./files');
    const busy = Object.assign(new Error('busy'), { code: 'EBUSY' });
    let failures = 3;
    const pause = vi.fn();
    const work = () => {
      if (failures-- > 0) throw busy;
      return 'done';
    };
    expect(persistently(work, pause)).toBe('done');
    expect(pause).toHaveBeenCalledTimes(3);
    failures = 100;
    expect(() => persistently(work, pause)).toThrow('busy');
    const other = () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    pause.mockClear();
    expect(() => persistently(other, pause)).toThrow('full');
    expect(pause).not.toHaveBeenCalled();
  });
});

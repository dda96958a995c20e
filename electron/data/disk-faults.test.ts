import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendAudit, verifyAudit } from './audit';
import { makeBackup } from './backup';
import { DataRefusal } from './data-refusal';
import { dataPaths, tidyFolder } from './folder';
import { keyFileText, readKeyFile, saveKeyFile } from './key-file';
import { changePassphrase, createKeys } from './keys';
import { createDatabase, openDatabase } from './open';
import { storageRefusal } from './storage-refusal';
import { migrationsFolder, testDatabase, testNow } from './test-database';
import { fillDisk, mounted, whyNoMounts } from './test-mount';
import { immediate } from './transaction';

const moment = { at: '2026-11-23T11:00:00.000Z', actor: 'leader' };
const mountOptions = (folder: string, dataKey: Buffer) => ({
  folder,
  dataKey,
  migrationsFolder,
  appVersion: '0.1.0',
  now: testNow,
});

function refusalOf(work: () => unknown): DataRefusal {
  try {
    work();
  } catch (error) {
    if (error instanceof DataRefusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('what an error of the disk means to a person', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full', 'Disken er fuld'],
    ['ENOSPC', 'disk-full', 'Disken er fuld'],
    ['SQLITE_READONLY_DBMOVED', 'read-only', 'må ikke skrive'],
    ['EROFS', 'read-only', 'må ikke skrive'],
    ['SQLITE_CANTOPEN', 'read-only', 'kan ikke åbnes'],
    ['SQLITE_IOERR_FSYNC', 'disk-error', 'Disken melder fejl'],
    ['SQLITE_BUSY', 'held', 'i brug'],
    ['SQLITE_CORRUPT_VTAB', 'damaged', 'beskadiget'],
  ])('%s', (code, kind, part) => {
    const refusal = storageRefusal(Object.assign(new Error('secret detail'), { code }));
    expect(refusal?.kind).toBe(kind);
    expect(refusal?.text.da).toContain(part);
    expect(JSON.stringify(refusal?.text)).not.toContain('secret');
  });

  it('nothing, when it is not about the disk', () => {
    expect(storageRefusal(new Error('x'))).toBeUndefined();
    expect(
      storageRefusal(Object.assign(new Error('x'), { code: 'SQLITE_CONSTRAINT_UNIQUE' })),
    ).toBeUndefined();
    expect(storageRefusal('x')).toBeUndefined();
  });
});

describe.skipIf(whyNoMounts)(
  `a disk that is full or read-only${whyNoMounts ? ` (skipped: ${whyNoMounts})` : ''}`,
  () => {
    function onDisk(size: string) {
      const { dataKey, folder: from, open } = testDatabase();
      open.close();
      const disk = mounted(size);
      const folder = join(disk.place, 'data');
      mkdirSync(folder);
      tidyFolder(folder);
      copyFileSync(dataPaths(from).database, dataPaths(folder).database);
      return { ...disk, folder, dataKey, options: mountOptions(folder, dataKey) };
    }

    it('full: says so, keeps all that was saved, works again when there is room', async () => {
      const { folder, options, place } = onDisk('4m');
      const database = openDatabase(options);
      const save = (n: number) =>
        immediate(database.db, () => {
          database.sqlite
            .prepare('INSERT INTO priorities VALUES (?, ?, ?, 1)')
            .run(`p${n}`, 'school', 'x'.repeat(20_000));
          appendAudit(database.db, { action: 'create', entity: 'priorities', entityId: `p${n}` }, moment);
        });
      save(0);
      const keys = await createKeys('blå mælkebøtte under trappen', { cost: { N: 16, r: 8, p: 1 } });
      saveKeyFile(folder, keys.keyFile);
      const filler = join(place, 'other-program');
      writeFileSync(filler, Buffer.alloc(2_000_000));
      let saved = 0;
      const refusal = refusalOf(() => {
        for (;;) save(++saved);
      });
      expect(refusal.kind).toBe('disk-full');
      expect(refusal.text.da).toContain('Gør plads');

      expect(refusalOf(() => makeBackup({ ...options, sqlite: database.sqlite })).kind).toBe('disk-full');
      expect(readdirSync(dataPaths(folder).backups)).toEqual([]);
      // The log must still be readable, and a key file must not be cut by the full disk.
      fillDisk(filler);
      const changed = await changePassphrase(
        keys.keyFile,
        'blå mælkebøtte under trappen',
        'en helt ny sætning',
        { cost: { N: 16, r: 8, p: 1 } },
      );
      expect(storageRefusal(tryTo(() => saveKeyFile(folder, changed)))?.kind).toBe('disk-full');
      expect(readFileSync(dataPaths(folder).keys, 'utf8')).toBe(keyFileText(keys.keyFile));
      expect(verifyAudit(database.sqlite)).toMatchObject({ ok: true, rows: saved });

      rmSync(filler);
      save(saved);
      saveKeyFile(folder, changed);
      expect(readKeyFile(dataPaths(folder).keys)).toEqual(changed);
      database.close();
      const again = openDatabase(options);
      expect(again.sqlite.prepare('SELECT count(*) FROM priorities').pluck().get()).toBe(saved + 1);
      again.close();
    });

    it('full at the first start: nothing that looks like a database is left', () => {
      const { place } = mounted('200k');
      const folder = join(place, 'data');
      const { dataKey } = testDatabase();
      expect(refusalOf(() => createDatabase(mountOptions(folder, dataKey))).kind).toBe('disk-full');
      tidyFolder(folder);
      expect(readdirSync(folder)).toEqual(['backups']);
    });

    it('read-only: refuses, writes no copy elsewhere', () => {
      const { folder, makeReadOnly, options } = onDisk('4m');
      makeReadOnly();
      const refusal = refusalOf(() => openDatabase(options));
      expect(refusal.kind).toBe('read-only');
      expect(refusal.text.da).toMatch(/må ikke skrive|kan ikke åbnes/);
      expect(readdirSync(folder).sort()).toEqual(['backups', 'spind.db']);
      expect(refusalOf(() => createDatabase({ ...options, folder: join(folder, 'new') })).kind).toBe(
        'read-only',
      );
    });
  },
);

function tryTo(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
}

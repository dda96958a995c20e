import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countRows, listBackups } from './backup';
import { DataRefusal } from './data-refusal';
import { fillDatabase } from './fill-database';
import { dataPaths, tidyFolder } from './folder';
import { migrate, readMigrations } from './migrate';
import { buildDatabase, openDatabase } from './open';
import { connect } from './sqlcipher';
import { migrationsFolder, testDatabase, testFolder, testNow } from './test-database';
import { familySql, rebuildSql, writeMigrations } from './test-migrations';

const appVersion = '0.1.0';
const steps = { appVersion, now: testNow };

/** A data folder whose database has the first `version` of these migrations, filled. */
function folderAt(migrationsOf: string, version: number, rows = 3) {
  const folder = testFolder();
  tidyFolder(folder);
  const dataKey = randomBytes(32);
  const file = dataPaths(folder).database;
  buildDatabase(file, dataKey, readMigrations(migrationsOf).slice(0, version), steps);
  const sqlite = connect(file, dataKey);
  if (rows > 0) fillDatabase(sqlite, rows);
  const counts = countRows(sqlite);
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  sqlite.close();
  const open = () => openDatabase({ folder, dataKey, migrationsFolder: migrationsOf, ...steps });
  return { folder, dataKey, counts, open };
}

describe('the shipped migrations', () => {
  const shipped = readMigrations(migrationsFolder);

  it('make only STRICT tables', () => {
    const { sqlite } = testDatabase().open;
    const tables = sqlite.pragma('table_list') as {
      name: string;
      type: string;
      strict: number;
      schema: string;
    }[];
    const own = tables.filter(
      ({ name, schema, type }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'),
    );
    expect(own.length).toBeGreaterThan(20);
    expect(own.filter(({ strict }) => strict !== 1).map(({ name }) => name)).toEqual([]);
  });

  it.each(shipped.map(({ tag }, index) => [tag, index + 1] as const))(
    'bring a filled database of version %s to the newest with every row',
    (_tag, version) => {
      const { counts, open, folder } = folderAt(migrationsFolder, version);
      expect(counts.every(([table, rows]) => rows === (table === 'migrations' ? version : 3))).toBe(true);
      const opened = open();
      const after = new Map(countRows(opened.sqlite));
      expect(opened.migrated.length).toBe(shipped.length - version);
      for (const [table, rows] of counts) {
        expect(after.get(table), table).toBe(table === 'migrations' ? shipped.length : rows);
      }
      expect(opened.sqlite.pragma('foreign_key_check')).toEqual([]);
      expect(listBackups(folder).length).toBe(version < shipped.length ? 1 : 0);
      opened.close();
    },
  );

  it('are recorded with the hash of their file', () => {
    const { sqlite } = testDatabase().open;
    const recorded = sqlite.prepare('SELECT tag, sha256, app_version FROM migrations').all();
    expect(recorded).toEqual(shipped.map(({ tag, sha256 }) => ({ tag, sha256, app_version: appVersion })));
    expect(sqlite.pragma('user_version', { simple: true })).toBe(shipped.length);
    expect(readFileSync(join(migrationsFolder, `${shipped[0]?.tag}.sql`), 'utf8')).toContain('STRICT');
  });
});

describe('the runner', () => {
  it('keeps the children when their parent is rebuilt', () => {
    const { open, folder, counts } = folderAt(writeMigrations(testFolder(), [familySql, rebuildSql]), 1);
    const opened = open();
    expect(opened.migrated).toEqual(['0001_step']);
    expect(new Map(countRows(opened.sqlite)).get('children')).toBe(new Map(counts).get('children'));
    expect(opened.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    const [backup] = listBackups(folder);
    expect(backup?.manifest?.schemaVersion).toBe(1);
    opened.close();
  });

  it('control: the same statements inside a transaction with foreign keys on empty the children', () => {
    const { open } = folderAt(writeMigrations(testFolder(), [familySql]), 1);
    const opened = open();
    const run = opened.sqlite.transaction(() => {
      for (const statement of rebuildSql.split('--> statement-breakpoint')) opened.sqlite.exec(statement);
    });
    run();
    expect(new Map(countRows(opened.sqlite)).get('children')).toBe(0);
    opened.close();
  });

  it('applies all pending steps or none', () => {
    const broken = [
      familySql,
      rebuildSql,
      'CREATE TABLE more (id TEXT) STRICT;--> statement-breakpoint\nINSERT INTO nowhere VALUES (1);',
    ];
    const { open, folder, dataKey, counts } = folderAt(writeMigrations(testFolder(), broken), 1);
    expect(open).toThrow('no such table: nowhere');
    const sqlite = connect(dataPaths(folder).database, dataKey);
    expect(countRows(sqlite)).toEqual(counts);
    expect(sqlite.pragma('user_version', { simple: true })).toBe(1);
    expect(listBackups(folder).length).toBe(1);
    sqlite.close();
  });

  it('refuses a step that leaves a child without its parent', () => {
    const { open, folder, dataKey, counts } = folderAt(
      writeMigrations(testFolder(), [familySql, 'DELETE FROM parents;']),
      1,
    );
    expect(open).toThrow('breaks 3 references, first children → parents');
    const sqlite = connect(dataPaths(folder).database, dataKey);
    expect(countRows(sqlite)).toEqual(counts);
    sqlite.close();
  });

  it('refuses when an applied step was changed, and when the backup fails', () => {
    const place = writeMigrations(testFolder(), [familySql]);
    const { open, folder, dataKey } = folderAt(place, 1);
    writeMigrations(place, [`${familySql}\n-- changed`]);
    expect(open).toThrow(DataRefusal);
    expect(open).toThrow('Install Spind again');

    const sqlite = connect(dataPaths(folder).database, dataKey);
    const migrations = readMigrations(writeMigrations(place, [familySql, rebuildSql]));
    const failing = () => {
      throw new Error('no backup');
    };
    expect(() => migrate(sqlite, { ...steps, migrations, backup: failing })).toThrow('no backup');
    expect(sqlite.pragma('user_version', { simple: true })).toBe(1);
    sqlite.close();
  });

  it('does not mind other line endings', () => {
    const place = writeMigrations(testFolder(), [familySql]);
    const [before] = readMigrations(place);
    writeMigrations(place, [familySql.replaceAll('\n', '\r\n')]);
    expect(readMigrations(place)[0]?.sha256).toBe(before?.sha256);
  });
});

import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { makeBackup } from './backup';
import { refuseData } from './data-refusal';
import { partialEnding, removeFile, renameDurably, syncFile, writeDurably } from './files';
import { dataPaths, sideEndings } from './folder';
import { inspectFile } from './inspect-file';
import { type KeyFile, keyFileText } from './key-file';
import { type Migration, migrate, readMigrations } from './migrate';
import { assertLocalPlace } from './place';
import { applicationId, connect, type Sqlite } from './sqlcipher';
import { storageRefusal } from './storage-refusal';

/** Typed SQL for handlers; `$client` is the connection itself. */
export type Database = BetterSQLite3Database<Record<string, never>> & { $client: Sqlite };

export type OpenDatabase = {
  readonly sqlite: Sqlite;
  readonly db: Database;
  /** Migrations that this opening applied. */
  readonly migrated: readonly string[];
  /** Joins the log into the file and closes. May be called twice. */
  close(): void;
};

export type OpenOptions = {
  /** The data folder; the caller holds its lock. */
  readonly folder: string;
  readonly dataKey: Buffer;
  readonly migrationsFolder: string;
  readonly appVersion: string;
  readonly now: () => Date;
  /** Path of a driver built for another runtime; unpackaged builds only. */
  readonly nativeBinding?: string | undefined;
};

/**
 * Opens the database of a data folder and brings it to the newest version, after a verified backup. Refuses with a
 * true reason (`missing`, `damaged`, `foreign`, `newer`, `place`, `held`, `read-only`, `disk-full`, `program-damaged`), and then
 * the file is byte for byte as before. Never creates a file.
 */
export function openDatabase(options: OpenOptions): OpenDatabase {
  const { folder, dataKey, nativeBinding } = options;
  const file = dataPaths(folder).database;
  try {
    assertLocalPlace(folder);
    const migrations = readMigrations(options.migrationsFolder);
    inspectFile({ file, dataKey, knownVersion: migrations.length, nativeBinding });
    // SQLite opens what it may not write for reading only, and fails later for a reason nobody understands.
    for (const path of [folder, file]) accessSync(path, constants.R_OK | constants.W_OK);
    const sqlite = connect(file, dataKey, { nativeBinding });
    try {
      prepareConnection(sqlite);
      assertSound(sqlite);
      const migrated = migrate(sqlite, {
        migrations,
        appVersion: options.appVersion,
        now: options.now,
        backup: () => makeBackup({ ...options, sqlite }),
      });
      assertPragmas(sqlite);
      return { sqlite, db: drizzle(sqlite), migrated, close: () => closeDatabase(sqlite) };
    } catch (error) {
      sqlite.close();
      throw error;
    }
  } catch (error) {
    throw storageRefusal(error) ?? error;
  }
}

/**
 * Makes the encrypted database of a new data folder, empty but for its tables, and opens it. With `keyFile` the keys
 * are put in place too: a kill at any moment leaves an empty folder or a complete one (`tidyFolder` finishes the last
 * step). Refuses `exists` when a database, its log or a key file is there, whatever it holds.
 */
export function createDatabase(options: OpenOptions & { readonly keyFile?: KeyFile }): OpenDatabase {
  const { folder, dataKey, nativeBinding, keyFile } = options;
  const paths = dataPaths(folder);
  try {
    mkdirSync(paths.backups, { recursive: true, mode: 0o700 });
    assertLocalPlace(folder);
    const present = [
      paths.database,
      ...sideEndings.map((ending) => paths.database + ending),
      ...(keyFile ? [paths.keys] : []),
    ];
    if (present.some((file) => existsSync(file))) throw refuseData('exists', alreadyThere);

    const partial = paths.database + partialEnding;
    for (const ending of ['', ...sideEndings]) removeFile(partial + ending);
    const partialKeys = paths.keys + partialEnding;
    if (keyFile) writeDurably(partialKeys, keyFileText(keyFile));
    buildDatabase(partial, dataKey, readMigrations(options.migrationsFolder), options, nativeBinding);
    renameDurably(partial, paths.database);
    if (keyFile) renameDurably(partialKeys, paths.keys);
  } catch (error) {
    throw storageRefusal(error) ?? error;
  }
  return openDatabase(options);
}

const alreadyThere = {
  da: 'Der ligger allerede data i mappen. Spind opretter ikke nye oven i dem.',
  en: 'There is already data in the folder. Spind does not create new data over it.',
};

/** Writes a new encrypted database with its tables to `file` and closes it, on the disk. */
export function buildDatabase(
  file: string,
  dataKey: Buffer,
  migrations: readonly Migration[],
  { appVersion, now }: Pick<OpenOptions, 'appVersion' | 'now'>,
  nativeBinding?: string,
): void {
  const sqlite = connect(file, dataKey, { mustExist: false, nativeBinding });
  try {
    prepareConnection(sqlite);
    sqlite.pragma(`application_id=${applicationId}`);
    migrate(sqlite, { migrations, appVersion, now, backup: () => {} });
  } finally {
    sqlite.close();
  }
  syncFile(file);
}

/** Every pragma the fault cases rest on, with the value that must be read back. */
const pragmas: readonly (readonly [name: string, set: string, readBack: number | string])[] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
  // 32 MB of pages: about twice as fast to search and to fill as the driver's own.
  ['cache_size', '-32000', -32000],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ...(process.platform === 'darwin'
    ? ([
        ['fullfsync', 'ON', 1],
        ['checkpoint_fullfsync', 'ON', 1],
      ] as const)
    : []),
];

function prepareConnection(sqlite: Sqlite): void {
  for (const [name, value] of pragmas) sqlite.pragma(`${name}=${value}`);
  assertPragmas(sqlite);
}

/** Reads every pragma back and throws when one does not hold: the driver lowers `synchronous` silently in WAL mode. */
export function assertPragmas(sqlite: Sqlite): void {
  for (const [name, , expected] of pragmas) {
    const actual = sqlite.pragma(name, { simple: true });
    if (actual !== expected) throw new Error(`PRAGMA ${name} is ${String(actual)}, not ${expected}`);
  }
}

function assertSound(sqlite: Sqlite): void {
  const id = sqlite.pragma('application_id', { simple: true });
  if (id !== applicationId) throw new Error(`application_id is ${String(id)}`);
  const found = sqlite.pragma('quick_check(5)', { simple: true });
  if (found !== 'ok') {
    throw refuseData('damaged', {
      da: 'Filen med data er beskadiget. Gendan den nyeste sikkerhedskopi. Spind har ikke ændret noget.',
      en: 'The data file is damaged. Restore the newest backup. Spind has changed nothing.',
    });
  }
}

function closeDatabase(sqlite: Sqlite): void {
  if (!sqlite.open) return;
  try {
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // A full disk leaves the log as it is; the next opening joins it.
  }
  sqlite.close();
}

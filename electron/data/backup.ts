import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { auditHead } from './audit';
import { refuseData } from './data-refusal';
import {
  namesIn,
  partialEnding,
  removeFile,
  removeQuietly,
  renameDurably,
  syncFile,
  writeDurably,
} from './files';
import { dataPaths, sideEndings } from './folder';
import { inspectFile } from './inspect-file';
import { keyIdOf } from './keys';
import { type BackupName, byAge, outdated, parseBackupName, timeStamp } from './rotation';
import { connect, type Sqlite } from './sqlcipher';
import { withStorageRefusal } from './storage-refusal';

const manifestSchema = z.object({
  format: z.literal('spind-backup'),
  version: z.literal(1),
  appVersion: z.string(),
  schemaVersion: z.number().int(),
  keyId: z.string(),
  sha256: z.string(),
  rows: z.number().int(),
  /** Head of the audit chain when the backup was taken: shows later whether the chain's end was cut off. */
  audit: z.object({ seq: z.number().int(), hash: z.string() }).nullable(),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

export type Backup = BackupName & {
  readonly file: string;
  readonly bytes: number;
  /** Null for a database that a restore put aside, or when the manifest cannot be read. */
  readonly manifest: BackupManifest | null;
};

export type BackupOptions = {
  readonly folder: string;
  readonly dataKey: Buffer;
  readonly sqlite: Sqlite;
  readonly appVersion: string;
  readonly now: () => Date;
  /** Another folder to put the backup in, such as a memory stick; the folder's own `backups` by default. */
  readonly to?: string;
  readonly nativeBinding?: string | undefined;
};

/**
 * Takes a backup with its key file and manifest, so that the three files can be restored alone. It gets its name only
 * after it was opened, checked and counted against the original; older backups are thinned out last. Throws, and leaves no
 * file under a final name, when anything fails.
 */
export function makeBackup({
  folder,
  dataKey,
  sqlite,
  appVersion,
  now,
  to,
  nativeBinding,
}: BackupOptions): Backup {
  const paths = dataPaths(folder);
  const target = to ?? paths.backups;
  return withStorageRefusal(() => {
    mkdirSync(target, { recursive: true, mode: 0o700 });
    const file = freeName(target, 'spind', now());
    const side = sidesOf(file);
    const partial = file + partialEnding;
    try {
      removeFile(partial);
      sqlite.prepare('VACUUM INTO ?').run(partial);
      syncFile(partial);
      const rows = compareRows(sqlite, partial, dataKey, nativeBinding);
      const schemaVersion = sqlite.pragma('user_version', { simple: true }) as number;
      inspectFile({ file: partial, dataKey, knownVersion: schemaVersion, nativeBinding });
      const manifest: BackupManifest = {
        format: 'spind-backup',
        version: 1,
        appVersion,
        schemaVersion,
        keyId: keyIdOf(dataKey),
        sha256: sha256Of(partial),
        rows,
        audit: auditHead(sqlite),
      };
      if (existsSync(paths.keys)) {
        copyFileSync(paths.keys, side.keys + partialEnding);
        syncFile(side.keys + partialEnding);
        renameDurably(side.keys + partialEnding, side.keys);
      }
      writeDurably(side.manifest + partialEnding, `${JSON.stringify(manifest, null, 2)}\n`);
      renameDurably(side.manifest + partialEnding, side.manifest);
      renameDurably(partial, file);
    } catch (error) {
      for (const path of [partial, side.keys, side.manifest]) {
        removeQuietly(path);
        removeQuietly(path + partialEnding);
      }
      throw error;
    }
    if (!to) thinOut(target, now(), file);
    return describe(file);
  });
}

/** Takes the day's first backup; null when the day has one. `now` gives the local day. */
export function backupIfDue(options: BackupOptions): Backup | null {
  const today = timeStamp(options.now()).slice(0, 10);
  const due = !listBackups(options.folder).some(({ kind, date }) => kind === 'backup' && date === today);
  return due ? makeBackup(options) : null;
}

/** The backups of a data folder, newest first, with what was put aside by restores. Opens none of them. */
export function listBackups(folder: string): Backup[] {
  return listBackupsIn(dataPaths(folder).backups);
}

/** The same for any folder, such as a memory stick. */
export function listBackupsIn(place: string): Backup[] {
  return namesIn(place)
    .filter((name) => parseBackupName(name) !== null)
    .map((name) => describe(join(place, name)))
    .sort(byAge)
    .reverse();
}

/** The newest real backup, for the interface to show its age; null when there is none. */
export function lastBackup(folder: string): Backup | null {
  return listBackups(folder).find(({ kind }) => kind === 'backup') ?? null;
}

/**
 * Opens a backup as a restore would and checks all of it. Refuses `damaged`, `foreign`, `newer` or `missing`; the
 * backup stays as it is. `knownVersion` is the number of migrations this application knows.
 */
export function checkBackup(
  file: string,
  dataKey: Buffer,
  knownVersion: number,
  nativeBinding?: string,
): void {
  inspectFile({ file, dataKey, knownVersion, nativeBinding });
  // What a restore put aside after a crash has its log beside it; inspection has joined and judged both in a copy.
  if (existsSync(`${file}-wal`)) return;
  const sqlite = connect(file, dataKey, { readonly: true, nativeBinding });
  try {
    if (sqlite.pragma('quick_check(1)', { simple: true }) === 'ok') return;
  } finally {
    sqlite.close();
    removeQuietly(`${file}-wal`);
    removeQuietly(`${file}-shm`);
  }
  throw refuseData('damaged', {
    da: 'Sikkerhedskopien er beskadiget. Vælg en anden. Dine nuværende data er uberørt.',
    en: 'The backup is damaged. Choose another. Your current data is untouched.',
  });
}

/** Files that belong to a backup. */
export function sidesOf(file: string): { keys: string; manifest: string } {
  const base = file.slice(0, -'.db'.length);
  return { keys: `${base}.keys.json`, manifest: `${base}.json` };
}

/** A name for this moment, numbered after all of the same second, so that order by name is order of making. */
export function freeName(place: string, kind: 'spind' | 'before-restore', moment: Date): string {
  const base = `${kind}-${timeStamp(moment)}`;
  const taken = namesIn(place)
    .filter((name) => parseBackupName(name) !== null && name.startsWith(base))
    .map((name) => Number(name.slice(base.length + 1, -'.db'.length)) || 1);
  return join(place, `${base}${taken.length === 0 ? '' : `-${Math.max(...taken) + 1}`}.db`);
}

function thinOut(place: string, moment: Date, made: string): void {
  const names = namesIn(place);
  const today = timeStamp(moment).slice(0, 10);
  for (const name of outdated(names, today, basename(made))) {
    const file = join(place, name);
    removeFile(file);
    const { keys, manifest } = sidesOf(file);
    for (const path of [keys, manifest, ...sideEndings.map((ending) => file + ending)]) removeFile(path);
  }
}

function describe(file: string): Backup {
  const name = parseBackupName(basename(file));
  if (!name) throw new Error('not the name of a backup');
  let manifest: BackupManifest | null = null;
  try {
    manifest = manifestSchema.parse(JSON.parse(readFileSync(sidesOf(file).manifest, 'utf8')));
  } catch {
    // A backup without its manifest can still be checked and restored.
  }
  return { ...name, file, bytes: statSync(file).size, manifest };
}

/** Counts the rows of every table in both, and answers the total; throws when a table differs. */
function compareRows(
  sqlite: Sqlite,
  copy: string,
  dataKey: Buffer,
  nativeBinding: string | undefined,
): number {
  const other = connect(copy, dataKey, { readonly: true, nativeBinding });
  try {
    const here = countRows(sqlite);
    const there = countRows(other);
    if (JSON.stringify(here) !== JSON.stringify(there)) throw new Error('the backup does not hold every row');
    if (other.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Error('the backup is damaged');
    return here.reduce((sum, [, rows]) => sum + rows, 0);
  } finally {
    other.close();
  }
}

/** Rows of every table, by name; what a search index keeps for itself does not count, `quick_check` judges it. */
export function countRows(sqlite: Sqlite): (readonly [table: string, rows: number])[] {
  const tables = sqlite
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table') ORDER BY name",
    )
    .pluck()
    .all() as string[];
  return tables.map((table) => {
    const rows = sqlite
      .prepare(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
      .pluck()
      .get();
    return [table, rows as number] as const;
  });
}

function sha256Of(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

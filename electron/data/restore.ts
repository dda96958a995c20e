import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { checkBackup, freeName, sidesOf } from './backup';
import { refuseData } from './data-refusal';
import {
  copyAtomically,
  persistently,
  removeFile,
  renameDurably,
  syncFile,
  syncFolder,
  writeAtomically,
} from './files';
import { dataPaths, sideEndings } from './folder';
import { mergeLog } from './inspect-file';
import { readKeyFile } from './key-file';
import { keyIdOf } from './keys';
import { readMigrations } from './migrate';
import { storageRefusal } from './storage-refusal';

/** What a restore has set out to do; while this file is there, the restore is to be completed. */
const journalSchema = z.object({
  version: z.literal(1),
  aside: z.string().regex(/^before-restore-[\dT-]+\.db$/),
  keys: z.boolean(),
});
type Journal = z.infer<typeof journalSchema>;

export type RestoreOptions = {
  readonly folder: string;
  /** A backup's `.db` file, in this folder or anywhere else. */
  readonly backup: string;
  /** Opens the backup: of the folder itself, or unlocked from the backup's own key file. */
  readonly dataKey: Buffer;
  readonly migrationsFolder: string;
  readonly now: () => Date;
  readonly nativeBinding?: string | undefined;
};

/**
 * Puts a checked backup in the place of the present database, which is kept aside among the backups. The key file
 * changes only when the present one does not belong to the backup. The database must be closed. A kill at any moment
 * leaves the old or the restored data, after `finishRestore` at the next start. Answers the file put aside, or null.
 */
export function restoreBackup({
  folder,
  backup,
  dataKey,
  migrationsFolder,
  now,
  nativeBinding,
}: RestoreOptions): string | null {
  const paths = dataPaths(folder);
  try {
    checkBackup(backup, dataKey, readMigrations(migrationsFolder).length, nativeBinding);
    const keys = !hasKeysFor(paths.keys, dataKey);
    const backupKeys = sidesOf(backup).keys;
    if (keys && !hasKeysFor(backupKeys, dataKey)) throw refuseData('keys-missing', noKeys);

    clearIncoming(folder);
    copyFileSync(backup, paths.incoming);
    syncFile(paths.incoming);
    if (existsSync(`${backup}-wal`)) {
      copyFileSync(`${backup}-wal`, `${paths.incoming}-wal`);
      mergeLog(paths.incoming, dataKey, basename(backup), nativeBinding);
      syncFile(paths.incoming);
    }
    if (keys) copyAtomically(backupKeys, paths.incomingKeys);
    syncFolder(folder);
    checkBackup(paths.incoming, dataKey, readMigrations(migrationsFolder).length, nativeBinding);

    const aside = freeName(paths.backups, 'before-restore', now());
    const journal: Journal = { version: 1, aside: basename(aside), keys };
    writeAtomically(paths.restore, `${JSON.stringify(journal)}\n`);
    completeRestore(folder, journal);
    return existsSync(aside) ? aside : null;
  } catch (error) {
    throw storageRefusal(error) ?? error;
  }
}

/**
 * Completes a restore that was cut off, or removes what one had not begun in earnest. To be called at every start,
 * under the lock, before the keys are read. Answers whether a restore was completed.
 */
export function finishRestore(folder: string): boolean {
  const paths = dataPaths(folder);
  if (!existsSync(paths.restore)) {
    clearIncoming(folder);
    return false;
  }
  completeRestore(folder, journalSchema.parse(JSON.parse(readFileSync(paths.restore, 'utf8'))));
  return true;
}

/** Each step looks at what is there, so that it can be run again from any point. */
function completeRestore(folder: string, journal: Journal): void {
  const paths = dataPaths(folder);
  const aside = join(paths.backups, journal.aside);
  const asideKeys = sidesOf(aside).keys;
  if (existsSync(paths.incoming)) {
    if (existsSync(paths.keys) && !existsSync(asideKeys)) copyAtomically(paths.keys, asideKeys);
    // The log first: a database put aside without its log would look whole and be old.
    for (const ending of [...sideEndings, '']) {
      const present = paths.database + ending;
      if (existsSync(present) && !existsSync(aside + ending))
        persistently(() => renameSync(present, aside + ending));
    }
    syncFolder(paths.backups);
    renameDurably(paths.incoming, paths.database);
  }
  if (existsSync(paths.incomingKeys)) renameDurably(paths.incomingKeys, paths.keys);
  removeFile(paths.restore);
  syncFolder(folder);
}

function clearIncoming(folder: string): void {
  const { incoming, incomingKeys } = dataPaths(folder);
  for (const file of [incoming, ...sideEndings.map((ending) => incoming + ending), incomingKeys])
    removeFile(file);
}

function hasKeysFor(file: string, dataKey: Buffer): boolean {
  try {
    return readKeyFile(file).keyId === keyIdOf(dataKey);
  } catch {
    return false;
  }
}

const noKeys = {
  da: 'Nøglefilen til sikkerhedskopien mangler. Læg filen, der ender på .keys.json, ved siden af sikkerhedskopien. Dine nuværende data er uberørt.',
  en: 'The key file of the backup is missing. Put the file ending in .keys.json beside the backup. Your current data is untouched.',
};

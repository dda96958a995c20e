import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn, partialEnding, removeFile, removeQuietly, renameDurably } from './files';

/** Where everything lies in a data folder. */
export function dataPaths(folder: string) {
  return {
    database: join(folder, 'spind.db'),
    keys: join(folder, 'keys.json'),
    lock: join(folder, 'lock.json'),
    backups: join(folder, 'backups'),
    restore: join(folder, 'restore.json'),
    incoming: join(folder, 'restore-incoming.db'),
    incomingKeys: join(folder, 'restore-incoming.keys.json'),
  };
}

/** SQLite keeps these beside a database of that name. */
export const sideEndings = ['-wal', '-shm', '-journal'] as const;

/** Copies made for inspection lie in folders of this name; start-up removes them. */
export const checkPrefix = 'check-';

export type FolderState = 'empty' | 'ready' | 'database-missing' | 'keys-missing';

/**
 * What a start has to deal with. Only `empty` may lead to a first start: a database or a key file that stands
 * alone means that something was lost, and nothing may be made anew over it.
 */
export function folderState(folder: string): FolderState {
  const paths = dataPaths(folder);
  const keys = existsSync(paths.keys);
  const database = existsSync(paths.database);
  if (keys && database) return 'ready';
  if (keys) return 'database-missing';
  return database || namesIn(paths.backups).some((name) => name.endsWith('.db')) ? 'keys-missing' : 'empty';
}

/**
 * Removes what an interrupted run left half made, and completes a first start that was cut off between its last two
 * steps. Only the holder of the lock may call it. Finished files are never touched.
 */
export function tidyFolder(folder: string): void {
  const paths = dataPaths(folder);
  mkdirSync(paths.backups, { recursive: true, mode: 0o700 });
  const newKeys = paths.keys + partialEnding;
  if (existsSync(paths.database) && !existsSync(paths.keys) && existsSync(newKeys)) {
    renameDurably(newKeys, paths.keys);
  }
  const unfinished = new RegExp(`\\${partialEnding}(-wal|-shm|-journal)?$`);
  for (const place of [folder, paths.backups]) {
    for (const name of namesIn(place)) {
      if (name.startsWith(checkPrefix)) removeQuietly(join(place, name));
      else if (unfinished.test(name)) removeFile(join(place, name));
    }
  }
}

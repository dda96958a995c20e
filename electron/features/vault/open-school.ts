import { backupIfDue } from '../../data/backup';
import { folderState, tidyFolder } from '../../data/folder';
import { takeLock } from '../../data/lock';
import { createDatabase, openDatabase } from '../../data/open';
import { assertLocalPlace } from '../../data/place';
import { finishRestore } from '../../data/restore';
import type { KeyFile } from '../../data/key-file';
import type { Context } from '../context';
import { lockSession } from '../session';

/** Where the file lies and what opens it, as electron/data wants to hear it. */
export function databaseOptions({ machine, now }: Context, dataKey: Buffer) {
  const { dataFolder: folder, migrationsFolder, appVersion, nativeBinding } = machine;
  return { folder, dataKey, migrationsFolder, appVersion, now, nativeBinding };
}

/**
 * Takes the folder for this program alone and clears up after an interrupted run; `use` then finds out the key.
 * The lock is given back when anything fails, and kept by the session when it does not.
 */
export async function holdFolder<T>(context: Context, use: (release: () => void) => Promise<T>): Promise<T> {
  const { dataFolder } = context.machine;
  assertLocalPlace(dataFolder);
  const lock = takeLock(dataFolder, context.now);
  try {
    finishRestore(dataFolder);
    tidyFolder(dataFolder);
    return await use(() => lock.release());
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Opens the school's file for the leader, with the first backup of the day. */
export function openForLeader(context: Context, dataKey: Buffer, release: () => void): void {
  const options = databaseOptions(context, dataKey);
  const open = openDatabase(options);
  enter(context, { open, keys: { dataKey, release } });
  try {
    const backedUp = tryBackup(() => backupIfDue({ ...options, sqlite: open.sqlite }));
    const fields = backedUp ? [] : ['backup-failed'];
    context.write({ action: 'vault.unlocked', entity: 'vault', entityId: 'school', fields }, () => undefined);
  } catch (error) {
    lockSession(context);
    throw error;
  }
}

/** Makes the school's file and lets its leader in. */
export function createForLeader(context: Context, dataKey: Buffer, keyFile: KeyFile, release: () => void): void {
  const open = createDatabase({ ...databaseOptions(context, dataKey), keyFile });
  enter(context, { open, keys: { dataKey, release } });
}

/** A backup that fails must not keep the leader out; its age is shown in the navigation. */
function tryBackup(backup: () => unknown): boolean {
  try {
    backup();
    return true;
  } catch {
    return false;
  }
}

export const folderIsNew = (context: Context) => folderState(context.machine.dataFolder) === 'empty';

function enter({ session }: Context, opened: Pick<Context['session'], 'open' | 'keys'>): void {
  Object.assign(session, opened, { state: 'leader', employee: null, failures: { count: 0, lastAt: 0 } });
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { localDate } from '@shared/domain/dates';
import { refuse, type Text } from '@shared/domain/text';
import { appendAudit } from '../../data/audit';
import { backupIfDue } from '../../data/backup';
import { DataRefusal } from '../../data/data-refusal';
import { partialEnding, removeQuietly, renameDurably } from '../../data/files';
import { checkPrefix, dataPaths, folderState, sideEndings, tidyFolder } from '../../data/folder';
import type { KeyFile } from '../../data/key-file';
import { takeLock } from '../../data/lock';
import { createDatabase, type Database, openDatabase } from '../../data/open';
import { assertLocalPlace } from '../../data/place';
import { finishRestore } from '../../data/restore';
import { seedFunds } from '../../data/seed-funds';
import { seedRequirements } from '../../data/seed-requirements';
import { settleHandovers } from '../../data/settle-handovers';
import { immediate } from '../../data/transaction';
import type { Context } from '../context';
import { lockSession } from '../session';

/** Where the file lies and what opens it, as electron/data wants to hear it. */
export function databaseOptions({ machine, now }: Context, dataKey: Buffer) {
  const { dataFolder: folder, migrationsFolder, appVersion, nativeBinding } = machine;
  return { folder, dataKey, migrationsFolder, appVersion, now, nativeBinding };
}

/**
 * Takes the folder for this program alone and clears up after an interrupted run; `use` then finds out the key.
 * The lock is given back when anything fails, and kept by the session when it does not. A folder that another
 * program holds is refused with the field `takeOver`, which a person may answer by setting it.
 */
export async function holdFolder<T>(
  context: Context,
  use: (release: () => void) => Promise<T>,
  takeOver = false,
): Promise<T> {
  const { dataFolder } = context.machine;
  assertLocalPlace(dataFolder);
  const lock = takeLockOrAsk(context, takeOver);
  try {
    finishRestore(dataFolder);
    tidyFolder(dataFolder);
    return await use(() => lock.release());
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** A lock from another computer cannot be asked whether its program still runs; a person can go and look. */
function takeLockOrAsk({ machine, now }: Context, takeOver: boolean) {
  try {
    return takeLock(machine.dataFolder, now, { force: takeOver });
  } catch (error) {
    if (takeOver || !(error instanceof DataRefusal) || error.kind !== 'held') throw error;
    throw refuse(error.code, error.text, { takeOver: howToTakeOver });
  }
}

const howToTakeOver: Text = {
  da: 'Er mappen flyttet hertil, eller er den anden computer slukket, kan du åbne alligevel.',
  en: 'If the folder has been moved here, or the other computer is switched off, you can open anyway.',
};

/** Opens the school's file for the leader, with the first backup of the day. */
export function openForLeader(context: Context, dataKey: Buffer, release: () => void): void {
  const options = databaseOptions(context, dataKey);
  const open = openDatabase(options);
  enter(context, { open, keys: { dataKey, release } });
  try {
    const backedUp = tryBackup(() => backupIfDue({ ...options, sqlite: open.sqlite }));
    const fields = backedUp ? [] : ['backup-failed'];
    context.write({ action: 'vault.unlocked', entity: 'vault', entityId: 'school', fields }, (db) => {
      const now = context.now();
      settleHandovers(db, localDate(now), { at: now.toISOString(), actor: 'leader' });
      seedRequirements(db, context.machine.resourcesFolder);
      seedFunds(db, context.machine.resourcesFolder);
    });
  } catch (error) {
    lockSession(context);
    throw error;
  }
}

/**
 * Makes the school's file, fills it and lets its leader in. It is made whole in a folder of its own and then moved,
 * so that a kill or a full disk at any moment leaves an empty data folder or a complete one (`tidyFolder`).
 */
export function createForLeader(
  context: Context,
  { dataKey, keyFile, release }: { dataKey: Buffer; keyFile: KeyFile; release: () => void },
  fill: (db: Database) => void,
): void {
  const options = databaseOptions(context, dataKey);
  const staging = join(options.folder, `${checkPrefix}first-start`);
  try {
    const made = createDatabase({ ...options, folder: staging, keyFile });
    try {
      immediate(made.db, () => {
        fill(made.db);
        seedRequirements(made.db, context.machine.resourcesFolder);
        seedFunds(made.db, context.machine.resourcesFolder);
        const entry = { action: 'school.created', entity: 'school', entityId: 'school' };
        appendAudit(made.db, entry, { at: context.now().toISOString(), actor: 'leader' });
      });
    } finally {
      made.close();
    }
    moveIn(staging, options.folder);
  } finally {
    removeQuietly(staging);
  }
  enter(context, { open: openDatabase(options), keys: { dataKey, release } });
}

/** The keys wait under an unfinished name until the database is there: `tidyFolder` completes or removes them. */
function moveIn(staging: string, folder: string): void {
  const [from, to] = [dataPaths(staging), dataPaths(folder)];
  renameDurably(from.keys, to.keys + partialEnding);
  renameDurably(from.database, to.database);
  renameDurably(to.keys + partialEnding, to.keys);
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

/** Whether nothing of a school lies here: no file, no keys, no backups, and no log that would join a new file. */
export function folderIsNew({ machine }: Context): boolean {
  const { database } = dataPaths(machine.dataFolder);
  return (
    folderState(machine.dataFolder) === 'empty' &&
    !sideEndings.some((ending) => existsSync(database + ending))
  );
}

function enter({ session }: Context, opened: Pick<Context['session'], 'open' | 'keys'>): void {
  Object.assign(session, opened, { state: 'leader', employee: null, failures: { count: 0, lastAt: 0 } });
}

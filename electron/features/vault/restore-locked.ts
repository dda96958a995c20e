import type { Input, Output } from '@shared/contract/core';
import type { vault as contract } from '@shared/contract/vault';
import { refuse } from '@shared/domain/text';
import { listBackups, sidesOf } from '../../data/backup';
import { dataPaths } from '../../data/folder';
import { type KeyFile, readKeyFile } from '../../data/key-file';
import { unlockWithPassphrase } from '../../data/keys';
import { restoreBackup } from '../../data/restore';
import type { Context } from '../context';
import { guarded } from './guarded';
import { databaseOptions, holdFolder } from './open-school';

/** Copies to choose from in front of the door; none while the file is open, where `backups` has them. */
export function lockedBackups({ session, machine }: Context): Output<typeof contract.backups> {
  if (session.open) return { backups: [] };
  return {
    backups: listBackups(machine.dataFolder).map(({ name, kind, date, time, bytes }) => ({
      name,
      kind,
      date,
      time,
      bytes,
    })),
  };
}

/**
 * The way out when the file is damaged or gone (F15, F16): a copy takes its place, and what lay there is kept aside. The
 * passphrase is that of the copy.
 */
export async function restoreLocked(context: Context, { name, passphrase }: Input<typeof contract.restore>) {
  const { session, machine } = context;
  if (session.open) {
    throw refuse('conflict', {
      da: 'Spind er åbent. Gendan fra siden Indstillinger.',
      en: 'Spind is open. Restore from the Settings page.',
    });
  }
  const backup = listBackups(machine.dataFolder).find((one) => one.name === name);
  if (!backup) {
    throw refuse('not-found', {
      da: 'Sikkerhedskopien findes ikke længere. Vælg en anden.',
      en: 'The backup no longer exists. Choose another.',
    });
  }
  await holdFolder(context, async (release) => {
    const keyFile = firstReadable([sidesOf(backup.file).keys, dataPaths(machine.dataFolder).keys]);
    const dataKey = await guarded(context, () => unlockWithPassphrase(keyFile, passphrase));
    try {
      restoreBackup({ ...databaseOptions(context, dataKey), backup: backup.file });
    } finally {
      dataKey.fill(0);
    }
    release();
  });
  return {};
}

/** The first key file that can be read; the refusal of the last when none can. */
function firstReadable([file = '', ...others]: readonly string[]): KeyFile {
  try {
    return readKeyFile(file);
  } catch (error) {
    if (others.length === 0) throw error;
    return firstReadable(others);
  }
}

import type { backups as contract } from '@shared/contract/backups';
import { refuse } from '@shared/domain/text';
import { type AuditHead, verifyAudit } from '../data/audit';
import { type Backup, checkBackup, lastBackup, listBackups, makeBackup } from '../data/backup';
import { dataPaths } from '../data/folder';
import { readMigrations } from '../data/migrate';
import { restoreBackup } from '../data/restore';
import { timeStamp } from '../data/rotation';
import type { Handlers } from './context';
import { lockSession } from './session';

const shown = ({ name, kind, date, time, bytes }: Backup) => ({ name, kind, date, time, bytes });

export const backupsHandlers: Handlers<typeof contract> = {
  list: ({ machine }) => ({
    folder: dataPaths(machine.dataFolder).backups,
    backups: listBackups(machine.dataFolder).map(shown),
  }),

  latest({ machine }) {
    const latest = lastBackup(machine.dataFolder);
    return { backup: latest && shown(latest) };
  },

  makeNow({ session, machine, now }) {
    const { open, keys } = session;
    if (!open || !keys) throw refuse('locked', { da: 'Spind er låst.', en: 'Spind is locked.' });
    const { dataFolder: folder, appVersion, nativeBinding } = machine;
    const { dataKey } = keys;
    return {
      backup: shown(makeBackup({ folder, dataKey, sqlite: open.sqlite, appVersion, now, nativeBinding })),
    };
  },

  restore(context, { name }) {
    const { session, machine, now } = context;
    const backup = listBackups(machine.dataFolder).find((one) => one.name === name);
    if (!session.keys || !session.open || !backup) {
      throw refuse('not-found', {
        da: 'Sikkerhedskopien findes ikke længere. Vælg en anden.',
        en: 'The backup no longer exists. Choose another.',
      });
    }
    const { dataFolder: folder, migrationsFolder, nativeBinding } = machine;
    // Before anything is closed: a copy that is no good leaves her where she is, with the reason.
    checkBackup(backup.file, session.keys.dataKey, readMigrations(migrationsFolder).length, nativeBinding);
    const dataKey = Buffer.from(session.keys.dataKey);
    context.write(
      { action: 'backup.restored', entity: 'backup', entityId: name, fields: [] },
      () => undefined,
    );
    session.open.close();
    try {
      const keptAside = restoreBackup({
        folder,
        backup: backup.file,
        dataKey,
        migrationsFolder,
        now,
        nativeBinding,
      });
      return { keptAside };
    } finally {
      dataKey.fill(0);
      lockSession(context);
    }
  },

  checkAudit({ session, machine, now }) {
    if (!session.open) throw refuse('locked', { da: 'Spind er låst.', en: 'Spind is locked.' });
    const verdict = verifyAudit(session.open.sqlite, auditHeads(listBackups(machine.dataFolder), now()));
    return verdict.ok ? { rows: verdict.rows, brokenAt: null } : { rows: 0, brokenAt: verdict.at };
  },
};

/**
 * Where the chain of changes stood at each backup since the last restore: they show a cut end, which the chain alone
 * cannot. Earlier copies may rightly know lines that the restored file does not have.
 */
function auditHeads(newestFirst: readonly Backup[], now: Date): AuditHead[] {
  const restoredAt = newestFirst.findIndex(({ kind }) => kind === 'before-restore');
  const present = timeStamp(now);
  return newestFirst
    .slice(0, restoredAt === -1 ? undefined : restoredAt)
    .filter(({ date, time }) => `${date}T${time.replaceAll(':', '')}` <= present)
    .flatMap(({ manifest }) => manifest?.audit ?? []);
}

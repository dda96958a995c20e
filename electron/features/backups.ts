import type { backups as contract } from '@shared/contract/backups';
import { refuse } from '@shared/domain/text';
import { verifyAudit } from '../data/audit';
import { type Backup, lastBackup, listBackups, makeBackup } from '../data/backup';
import { restoreBackup } from '../data/restore';
import type { Handlers } from './context';
import { lockSession } from './session';

const shown = ({ name, kind, date, time, bytes }: Backup) => ({ name, kind, date, time, bytes });

export const backupsHandlers: Handlers<typeof contract> = {
  list: ({ machine }) => ({
    folder: machine.dataFolder,
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
      throw refuse('not-found', { da: 'Sikkerhedskopien findes ikke længere.', en: 'The backup no longer exists.' });
    }
    const dataKey = Buffer.from(session.keys.dataKey);
    context.write({ action: 'backup.restored', entity: 'backup', entityId: name, fields: [] }, () => undefined);
    session.open.close();
    try {
      const { dataFolder: folder, migrationsFolder, nativeBinding } = machine;
      const keptAside = restoreBackup({ folder, backup: backup.file, dataKey, migrationsFolder, now, nativeBinding });
      return { keptAside };
    } finally {
      dataKey.fill(0);
      lockSession(context);
    }
  },

  checkAudit({ session }) {
    if (!session.open) throw refuse('locked', { da: 'Spind er låst.', en: 'Spind is locked.' });
    const verdict = verifyAudit(session.open.sqlite);
    return verdict.ok ? { rows: verdict.rows, brokenAt: null } : { rows: 0, brokenAt: verdict.at };
  },
};

import { refuse } from '@shared/domain/text';
import { appendAudit } from '../data/audit';
import { immediate } from '../data/transaction';
import type { Context, Machine, Session } from './context';

/** Nobody has come in yet. */
export const newSession = (): Session => ({
  state: 'locked',
  open: null,
  keys: null,
  failures: { count: 0, lastAt: 0 },
  employee: null,
});

/** Puts a context together from the machine around it; the session starts locked and is changed by `vault` alone. */
export function createContext(parts: {
  now: () => Date;
  machine: Machine;
  tell: Context['tell'];
  session?: Session;
}): Context {
  const { now, machine, tell } = parts;
  const session: Session = parts.session ?? newSession();
  const context: Context = {
    now,
    machine,
    tell,
    session,
    language: () => machine.readPreferences().language,
    get db() {
      if (!session.open) throw refuse('locked', { da: 'Spind er låst.', en: 'Spind is locked.' });
      return session.open.db;
    },
    write(entry, work) {
      const { db } = context;
      return immediate(db, () => {
        const result = work(db);
        const audited = typeof entry === 'function' ? entry(result) : entry;
        appendAudit(db, audited, { at: now().toISOString(), actor: session.state });
        return result;
      });
    },
  };
  return context;
}

import { randomUUID } from 'node:crypto';
import { type ListKind, listWords } from '@shared/domain/table-import/list-words';
import { refuse } from '@shared/domain/text';
import type { OpenDatabase } from '../../data/open';
import type { Context } from '../context';

/**
 * The one list of a kind that waits between being chosen and being imported. It goes when the file is locked, with the
 * open database it belongs to.
 */
export function waitingList<T>() {
  const waiting = new WeakMap<OpenDatabase, { ticket: string; list: T }>();
  return {
    /** Keeps a list and answers its ticket; refuses when the file was locked while the dialog was open. */
    keep({ session }: Context, list: T): string {
      if (!session.open) throw notWaiting;
      const ticket = randomUUID();
      waiting.set(session.open, { ticket, list });
      return ticket;
    },
    /** The list of a ticket; refuses `not-found` when another has taken its place. */
    of({ session }: Context, ticket: string): T {
      const found = session.open ? waiting.get(session.open) : undefined;
      if (found?.ticket !== ticket) throw notWaiting;
      return found.list;
    },
    /** Lets the list of this ticket go; another one stays. */
    forget({ session }: Context, ticket: string): void {
      if (session.open && waiting.get(session.open)?.ticket === ticket) waiting.delete(session.open);
    },
  };
}

const notWaiting = refuse('not-found', {
  da: 'Filen er ikke længere åben i Spind. Vælg den igen.',
  en: 'The file is no longer open in Spind. Choose it again.',
});

/** Refuses a list in which anything cannot be read: it is imported whole or not at all. */
export function refuseProblems(problems: number, kind: ListKind): void {
  if (problems === 0) return;
  const { short } = listWords[kind];
  throw refuse('invalid', {
    da: `Der er ${problems === 1 ? 'én fejl' : `${problems} fejl`} i ${short.da}, så intet er importeret. Ret filen, og vælg den igen.`,
    en: `There ${problems === 1 ? 'is one error' : `are ${problems} errors`} in ${short.en}, so nothing has been imported. Correct the file and choose it again.`,
  });
}

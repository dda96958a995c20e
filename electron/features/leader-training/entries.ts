import { randomUUID } from 'node:crypto';
import type { Input } from '@shared/contract/core';
import type { leaderTraining as contract } from '@shared/contract/leader-training';
import { localDate } from '@shared/domain/dates';
import { inOrder } from '@shared/domain/in-order';
import { refuse, refuseField } from '@shared/domain/text';
import { and, eq, isNull } from 'drizzle-orm';
import { audited } from '../../data/audit';
import type { Database } from '../../data/open';
import { theEmployee } from '../../data/queries/staff';
import { ledgerEntries } from '../../data/schema/leader-training';
import type { Handlers } from '../context';
import { halfPoints } from './rules';

type Own = 'saveEntry' | 'removeEntry' | 'restoreEntry';
type Written = Input<typeof contract.saveEntry>;

const entry = audited('ledgerEntry');

/** Modules as a person writes them down. Merit is written by its decision and only there. */
export const entryHandlers: Pick<Handlers<typeof contract>, Own> = {
  saveEntry(context, { id: given, employeeId, ...values }) {
    const id = given ?? randomUUID();
    refuseUnfit(values, localDate(context.now()));
    return context.write(entry('saved', id, Object.keys(values)), (db) => {
      theEmployee(db, employeeId);
      if (given) {
        if (theWrittenEntry(db, given).employeeId !== employeeId) throw notFound;
        db.update(ledgerEntries).set(values).where(eq(ledgerEntries.id, id)).run();
      } else {
        const createdAt = context.now().toISOString();
        db.insert(ledgerEntries)
          .values({ id, employeeId, ...values, createdAt })
          .run();
      }
      return { id };
    });
  },

  removeEntry(context, { id }) {
    return context.write(entry('removed', id), (db) => {
      theWrittenEntry(db, id);
      const removedAt = context.now().toISOString();
      db.update(ledgerEntries).set({ removedAt }).where(eq(ledgerEntries.id, id)).run();
      return {};
    });
  },

  restoreEntry(context, { id }) {
    return context.write(entry('restored', id), (db) => {
      const found = db.select().from(ledgerEntries).where(eq(ledgerEntries.id, id)).get();
      if (!found) throw notFound;
      if (found.kind === 'merit') throw followsDecision;
      db.update(ledgerEntries).set({ removedAt: null }).where(eq(ledgerEntries.id, id)).run();
      return {};
    });
  },
};

/** What a module of its kind must say of its days. */
function refuseUnfit(
  { kind, ects, startedOn, completedOn }: Omit<Written, 'id' | 'employeeId'>,
  today: string,
): void {
  halfPoints(ects);
  inOrder('completedOn', startedOn, completedOn);
  if (kind === 'passed' && (completedOn === null || completedOn > today)) {
    refuseField('completedOn', {
      da: 'Skriv den dag, modulet blev bestået. Er det ikke bestået endnu, så vælg »i gang«.',
      en: 'Give the day the module was passed. If it is not passed yet, choose “under way”.',
    });
  }
  if (kind === 'underWay' && (startedOn === null || startedOn > today)) {
    refuseField('startedOn', {
      da: 'Skriv den dag, modulet begyndte. Er det ikke begyndt endnu, så vælg »planlagt«.',
      en: 'Give the day the module began. If it has not begun yet, choose “planned”.',
    });
  }
}

/** A module that is there and was written by a person; refuses `not-found`, and `conflict` for merit. */
export function theWrittenEntry(db: Database, id: string) {
  const found = db
    .select()
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.id, id), isNull(ledgerEntries.removedAt)))
    .get();
  if (!found) throw notFound;
  if (found.kind === 'merit') throw followsDecision;
  return found;
}

const notFound = refuse('not-found', {
  da: 'Modulet findes ikke længere i regnskabet.',
  en: 'The module is no longer in the ledger.',
});
const followsDecision = refuse('conflict', {
  da: 'Meriten følger af en afgørelse og kan ikke ændres her. Genåbn sagen under Merit.',
  en: 'The merit follows from a decision and cannot be changed here. Reopen the case under Merit.',
});

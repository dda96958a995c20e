import { randomUUID } from 'node:crypto';
import type { leaderTraining as contract } from '@shared/contract/leader-training';
import { danishOrder } from '@shared/domain/danish-order';
import { addMonths, localDate } from '@shared/domain/dates';
import { refuse } from '@shared/domain/text';
import { and, asc, eq, isNull, type SQL } from 'drizzle-orm';
import { audited } from '../../data/audit';
import type { Database } from '../../data/open';
import { leaderStandings, ledgerRows } from '../../data/queries/leader-training';
import { theEmployee } from '../../data/queries/staff';
import { employees } from '../../data/schema/employees';
import { ledgerEntries, shareBackItems } from '../../data/schema/leader-training';
import type { Handlers } from '../context';

type Own = 'shareBacks' | 'saveShareBack' | 'markShareBack' | 'removeShareBack' | 'restoreShareBack';

const entry = audited('shareBackItem');

/** What is learnt is told at the leadership meetings, and ticked off when it has been (R002-14). */
export const shareBackHandlers: Pick<Handlers<typeof contract>, Own> = {
  shareBacks(context) {
    const { db } = context;
    const today = localDate(context.now());
    const items = shareBackRows(db);
    const listed = new Set(items.map(({ entryId }) => entryId));
    const people = leaderStandings(db, today);
    const names = new Map(people.map(({ employeeId, name }) => [employeeId, name]));
    const yearAgo = addMonths(today, -12);
    const offered = ledgerRows(db, eq(ledgerEntries.kind, 'passed')).flatMap(
      ({ id: entryId, employeeId, title, completedOn }) => {
        const name = names.get(employeeId);
        if (!name || !completedOn || completedOn < yearAgo || listed.has(entryId)) return [];
        return [{ entryId, employeeId, name, title, completedOn }];
      },
    );
    return {
      items,
      offered: offered.toSorted((a, b) => danishOrder.compare(a.name, b.name)),
      leaders: people
        .filter(({ requirement, entries }) => requirement !== null || entries.length > 0)
        .map(({ employeeId, name }) => ({ employeeId, name }))
        .sort((a, b) => danishOrder.compare(a.name, b.name)),
    };
  },

  saveShareBack(context, { id: given, employeeId, entryId, topic, meetingOn }) {
    const id = given ?? randomUUID();
    return context.write(entry('saved', id, ['employeeId', 'entryId', 'topic', 'meetingOn']), (db) => {
      theEmployee(db, employeeId);
      if (entryId !== null && ledgerRows(db, ofEmployee(entryId, employeeId)).length === 0) {
        throw refuse('not-found', {
          da: 'Modulet findes ikke længere i regnskabet.',
          en: 'The module is no longer in the ledger.',
        });
      }
      const values = { employeeId, entryId, topic, meetingOn };
      if (given) {
        theItem(db, given);
        db.update(shareBackItems).set(values).where(eq(shareBackItems.id, id)).run();
      } else {
        const createdAt = context.now().toISOString();
        db.insert(shareBackItems)
          .values({ id, ...values, createdAt })
          .run();
      }
      return { id };
    });
  },

  markShareBack(context, { id, isDone }) {
    return context.write(entry(isDone ? 'done' : 'not-done', id, ['doneAt']), (db) => {
      theItem(db, id);
      const doneAt = isDone ? context.now().toISOString() : null;
      db.update(shareBackItems).set({ doneAt }).where(eq(shareBackItems.id, id)).run();
      return {};
    });
  },

  removeShareBack(context, { id }) {
    return context.write(entry('removed', id), (db) => {
      theItem(db, id);
      const removedAt = context.now().toISOString();
      db.update(shareBackItems).set({ removedAt }).where(eq(shareBackItems.id, id)).run();
      return {};
    });
  },

  restoreShareBack(context, { id }) {
    return context.write(entry('restored', id), (db) => {
      const { changes } = db
        .update(shareBackItems)
        .set({ removedAt: null })
        .where(eq(shareBackItems.id, id))
        .run();
      if (changes === 0) throw notFound;
      return {};
    });
  },
};

const ofEmployee = (entryId: string, employeeId: string) =>
  and(eq(ledgerEntries.id, entryId), eq(ledgerEntries.employeeId, employeeId));

/** Items for the leadership meeting: what is not told yet by the day of its meeting, then what is. */
export function shareBackRows(db: Database, only?: SQL) {
  return db
    .select({
      id: shareBackItems.id,
      employeeId: shareBackItems.employeeId,
      name: employees.name,
      entryId: shareBackItems.entryId,
      entryTitle: ledgerEntries.title,
      topic: shareBackItems.topic,
      meetingOn: shareBackItems.meetingOn,
      doneAt: shareBackItems.doneAt,
    })
    .from(shareBackItems)
    .innerJoin(employees, eq(employees.id, shareBackItems.employeeId))
    .leftJoin(
      ledgerEntries,
      and(eq(ledgerEntries.id, shareBackItems.entryId), isNull(ledgerEntries.removedAt)),
    )
    .where(and(isNull(shareBackItems.removedAt), isNull(employees.removedAt), only))
    .orderBy(asc(shareBackItems.createdAt))
    .all()
    .map((row) => ({ ...row, entryTitle: row.entryTitle ?? '' }))
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0));
}

const sortKey = ({ doneAt, meetingOn }: { doneAt: string | null; meetingOn: string | null }) =>
  `${doneAt === null ? 0 : 1} ${meetingOn ?? '9999'}`;

function theItem(db: Database, id: string): void {
  const found = db
    .select({ id: shareBackItems.id })
    .from(shareBackItems)
    .where(and(eq(shareBackItems.id, id), isNull(shareBackItems.removedAt)))
    .get();
  if (!found) throw notFound;
}

const notFound = refuse('not-found', {
  da: 'Punktet findes ikke længere.',
  en: 'The item no longer exists.',
});

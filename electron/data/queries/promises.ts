import { localDate } from '@shared/domain/dates';
import { groupBy } from '@shared/domain/group-by';
import {
  followUp,
  isMadeBefore,
  type PromiseFacts,
  type TalkInOrder,
  unmarkedPromises,
} from '@shared/domain/promises';
import { refuse } from '@shared/domain/text';
import { and, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm';
import type { Database } from '../open';
import { agreements, talks } from '../schema/talks';

export type PromiseRow = PromiseFacts & { readonly id: string; readonly employeeId: string };

/** Promises that stand, with the talk each was made in. */
function promiseRows(db: Database, where: SQL | undefined): PromiseRow[] {
  return db
    .select({
      id: agreements.id,
      employeeId: agreements.employeeId,
      state: agreements.state,
      markedInTalkId: agreements.markedInTalkId,
      createdAt: agreements.createdAt,
      talk: { id: talks.id, heldOn: talks.heldOn, createdAt: talks.createdAt, closedAt: talks.closedAt },
    })
    .from(agreements)
    .leftJoin(talks, eq(talks.id, agreements.talkId))
    .where(and(isNull(agreements.removedAt), where))
    .all()
    .map((row) => ({ ...row, madeOn: localDate(new Date(row.createdAt)) }));
}

const promisesOf = (db: Database, employeeId: string) =>
  promiseRows(db, eq(agreements.employeeId, employeeId));

/** What the first page of a talk shows. */
export function earlierPromises(db: Database, talk: TalkInOrder & { employeeId: string }): PromiseRow[] {
  return followUp(promisesOf(db, talk.employeeId), talk);
}

/** How many earlier promises each talk still has to mark, by talk id. */
export function unmarkedCounts(
  db: Database,
  list: readonly (TalkInOrder & { employeeId: string })[],
): Map<string, number> {
  // Only an open promise can be unmarked, and most promises of most people are long settled.
  const whose = [...new Set(list.map((talk) => talk.employeeId))];
  const open = and(eq(agreements.state, 'open'), inArray(agreements.employeeId, whose));
  const byEmployee = groupBy(list.length > 0 ? promiseRows(db, open) : [], (row) => row.employeeId);
  return new Map(
    list.map((talk) => [talk.id, unmarkedPromises(byEmployee.get(talk.employeeId) ?? [], talk).length]),
  );
}

/** Marks made since the last follow-up belong, from its closing on, to this talk. */
export function settleMarks(db: Database, talk: TalkInOrder & { employeeId: string }): void {
  for (const promise of promisesOf(db, talk.employeeId)) {
    if (promise.state === 'open' || promise.markedInTalkId !== null || !isMadeBefore(promise, talk)) continue;
    db.update(agreements).set({ markedInTalkId: talk.id }).where(eq(agreements.id, promise.id)).run();
  }
}

/**
 * What must hold after every change of talks and promises: no closed talk has an earlier promise that nobody marked.
 * Call it last in the transaction; it refuses, and everything is rolled back.
 */
export function keepFollowUpWhole(db: Database, employeeId: string): void {
  const closed = db
    .select({ id: talks.id, heldOn: talks.heldOn, createdAt: talks.createdAt, closedAt: talks.closedAt })
    .from(talks)
    .where(and(eq(talks.employeeId, employeeId), isNotNull(talks.closedAt), isNull(talks.removedAt)))
    .all();
  if (closed.length === 0) return;
  const promises = promisesOf(db, employeeId);
  if (closed.every((talk) => unmarkedPromises(promises, talk).length === 0)) return;
  throw refuse('conflict', {
    da: 'En senere samtale er lukket, og den har ikke fulgt op på aftalen. Genåbn den senere samtale først.',
    en: 'A later talk is closed and has not followed up on the agreement. Reopen the later talk first.',
  });
}

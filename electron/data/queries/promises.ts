import { localDate } from '@shared/domain/dates';
import { groupBy } from '@shared/domain/group-by';
import {
  followUp,
  isMadeBefore,
  type PromiseFacts,
  type TalkInOrder,
  unmarkedPromises,
} from '@shared/domain/promises';
import { refuse, type Text } from '@shared/domain/text';
import { and, eq, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Database } from '../open';
import { agreements, talks } from '../schema/talks';
import { about, type Subject, subjectKey } from './subjects';

export type PromiseRow = PromiseFacts & Subject & { readonly id: string };
type TalkWith = TalkInOrder & Subject;

const markedIn = alias(talks, 'marked_in');

/** Promises that stand, with the talk each was made in. What a talk marked that was removed waits for the next one. */
function promiseRows(db: Database, where: SQL | undefined): PromiseRow[] {
  return db
    .select({
      id: agreements.id,
      employeeId: agreements.employeeId,
      teamId: agreements.teamId,
      state: agreements.state,
      markedInTalkId: markedIn.id,
      createdAt: agreements.createdAt,
      talk: { id: talks.id, heldOn: talks.heldOn, createdAt: talks.createdAt, closedAt: talks.closedAt },
    })
    .from(agreements)
    .leftJoin(talks, eq(talks.id, agreements.talkId))
    .leftJoin(markedIn, and(eq(markedIn.id, agreements.markedInTalkId), isNull(markedIn.removedAt)))
    .where(and(isNull(agreements.removedAt), where))
    .all()
    .map((row) => ({ ...row, madeOn: localDate(new Date(row.createdAt)) }));
}

const promisesOf = (db: Database, subject: Subject) => promiseRows(db, about(agreements, subject));

/** What the first page of a talk shows. */
export function earlierPromises(db: Database, talk: TalkWith): PromiseRow[] {
  return followUp(promisesOf(db, talk), talk);
}

/** How many earlier promises each talk still has to mark, by talk id. */
export function unmarkedCounts(db: Database, list: readonly TalkWith[]): Map<string, number> {
  // Only an open promise can be unmarked, and most promises of most people are long settled.
  const open = list.length > 0 ? promiseRows(db, eq(agreements.state, 'open')) : [];
  const bySubject = groupBy(open, subjectKey);
  return new Map(
    list.map((talk) => [talk.id, unmarkedPromises(bySubject.get(subjectKey(talk)) ?? [], talk).length]),
  );
}

/** Refuses to go on in a talk while an earlier promise has no answer (DOMAIN 4.3). */
export function refuseBeforeFollowUp(earlier: readonly PromiseRow[]): void {
  const waiting = earlier.filter((promise) => promise.state === 'open').length;
  if (waiting > 0) throw refuse('conflict', unmarkedText(waiting));
}

const unmarkedText = (n: number): Text =>
  n === 1
    ? {
        da: 'Én aftale fra tidligere er ikke fulgt op. Skriv under Siden sidst, hvordan det gik.',
        en: 'One earlier agreement has not been followed up. Say what came of it under Since last time.',
      }
    : {
        da: `${n} aftaler fra tidligere er ikke fulgt op. Skriv under Siden sidst, hvordan det gik.`,
        en: `${n} earlier agreements have not been followed up. Say what came of them under Since last time.`,
      };

/** Marks made since the last follow-up belong, from its closing on, to this talk. */
export function settleMarks(db: Database, talk: TalkWith): void {
  for (const promise of promisesOf(db, talk)) {
    if (promise.state === 'open' || promise.markedInTalkId !== null || !isMadeBefore(promise, talk)) continue;
    db.update(agreements).set({ markedInTalkId: talk.id }).where(eq(agreements.id, promise.id)).run();
  }
}

/**
 * What must hold after every change of talks and promises: no closed talk has an earlier promise that nobody marked.
 * Call it last in the transaction; it refuses, and everything is rolled back.
 */
export function keepFollowUpWhole(db: Database, subject: Subject): void {
  const closed = db
    .select({ id: talks.id, heldOn: talks.heldOn, createdAt: talks.createdAt, closedAt: talks.closedAt })
    .from(talks)
    .where(and(about(talks, subject), isNotNull(talks.closedAt), isNull(talks.removedAt)))
    .all();
  if (closed.length === 0) return;
  const promises = promisesOf(db, subject);
  if (closed.every((talk) => unmarkedPromises(promises, talk).length === 0)) return;
  throw refuse('conflict', {
    da: 'En senere samtale er lukket, og den har ikke fulgt op på aftalen. Genåbn den senere samtale først.',
    en: 'A later talk is closed and has not followed up on the agreement. Reopen the later talk first.',
  });
}

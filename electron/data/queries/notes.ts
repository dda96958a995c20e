import { and, asc, eq, isNull, lte, type SQL } from 'drizzle-orm';
import type { Database } from '../open';
import { notes } from '../schema/notes';
import { talks } from '../schema/talks';
import { about, type Subject } from './subjects';

type Talk = Subject & { readonly id: string; readonly heldOn: string; readonly closedAt: string | null };

/** Notes with the talk that took them up, oldest first; those that were removed are left out. */
export function noteRows(db: Database, where: SQL | undefined) {
  return db
    .select({
      id: notes.id,
      writtenOn: notes.writtenOn,
      text: notes.text,
      author: notes.author,
      updatedAt: notes.updatedAt,
      talk: { id: talks.id, heldOn: talks.heldOn },
    })
    .from(notes)
    .leftJoin(talks, eq(talks.id, notes.talkId))
    .where(and(isNull(notes.removedAt), where))
    .orderBy(asc(notes.writtenOn), asc(notes.createdAt), asc(notes.id))
    .all();
}

/** What waits for a talk: not yet taken up anywhere, and written by the day it is held. */
const waitsFor = (talk: Subject & { readonly heldOn: string }) =>
  and(about(notes, talk), isNull(notes.talkId), lte(notes.writtenOn, talk.heldOn));

/** The notes of a talk, oldest first: while it is open all that wait for it, once it is closed those it took up. */
export function notesForTalk(db: Database, talk: Talk) {
  return noteRows(db, talk.closedAt === null ? waitsFor(talk) : eq(notes.talkId, talk.id));
}

/** A talk that closes takes up every note that waits for it; from then on they stand as they are. */
export function takeUpNotes(
  db: Database,
  talk: Subject & { readonly id: string; readonly heldOn: string },
): void {
  db.update(notes)
    .set({ talkId: talk.id })
    .where(and(isNull(notes.removedAt), waitsFor(talk)))
    .run();
}

/** A talk that is opened again gives its notes back, so that they can be changed and be taken up anew. */
export function giveBackNotes(db: Database, talkId: string): void {
  db.update(notes).set({ talkId: null }).where(eq(notes.talkId, talkId)).run();
}

import { randomUUID } from 'node:crypto';
import type { notes as contract, NoteSubject } from '@shared/contract/notes';
import { localDate } from '@shared/domain/dates';
import { refuse, type Text } from '@shared/domain/text';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database } from '../data/open';
import { schoolLeader } from '../data/queries/leaders';
import { noteRows, notesForTalk } from '../data/queries/notes';
import { theEmployee } from '../data/queries/staff';
import { about, type Subject, theTeam } from '../data/queries/subjects';
import { theTalk } from '../data/queries/the-talk';
import { notes } from '../data/schema/notes';
import { talks } from '../data/schema/talks';
import type { Context, Handlers } from './context';

/** Short notes during the year about an employee or a team; the next talk takes them up (U9). */
export const notesHandlers: Handlers<typeof contract> = {
  forSubject({ db }, { about: whom }) {
    const subject = theSubject(db, whom);
    return { notes: noteRows(db, about(notes, subject)).reverse(), nextTalkOn: nextTalkOn(db, subject) };
  },

  forTalk({ db }, { talkId }) {
    const talk = theTalk(db, talkId);
    const { employeeId, teamId, closedAt } = talk;
    return { notes: notesForTalk(db, talk), employeeId, teamId, isClosed: closedAt !== null };
  },

  add(context, input) {
    const id = randomUUID();
    const now = context.now().toISOString();
    const writtenOn = pastDay(context, input.writtenOn);
    const text = words(input.text);
    return context.write(entry('added', id, ['writtenOn', 'text']), (db) => {
      const subject = theSubject(db, input.about);
      const author = schoolLeader(db).name;
      db.insert(notes)
        .values({ id, ...subject, writtenOn, text, author, createdAt: now, updatedAt: now })
        .run();
      return { id };
    });
  },

  save(context, { id, writtenOn, text }) {
    const change = {
      ...(writtenOn !== undefined && { writtenOn: pastDay(context, writtenOn) }),
      ...(text !== undefined && { text: words(text) }),
    };
    return context.write(entry('saved', id, Object.keys(change)), (db) => {
      theOpenNote(db, id);
      db.update(notes)
        .set({ ...change, updatedAt: context.now().toISOString() })
        .where(eq(notes.id, id))
        .run();
      return {};
    });
  },

  remove(context, { id }) {
    return context.write(entry('removed', id), (db) => {
      theOpenNote(db, id);
      db.update(notes).set({ removedAt: context.now().toISOString() }).where(eq(notes.id, id)).run();
      return {};
    });
  },

  restore(context, { id }) {
    return context.write(entry('restored', id), (db) => {
      const { changes } = db.update(notes).set({ removedAt: null }).where(eq(notes.id, id)).run();
      if (changes === 0) throw notFound;
      return {};
    });
  },
};

const entry = (action: string, id: string, fields: string[] = []) => ({
  action: `note.${action}`,
  entity: 'note',
  entityId: id,
  fields,
});

/** The employee or team a note is about; refuses one that is not there. */
function theSubject(db: Database, subject: NoteSubject): Subject {
  if ('teamId' in subject) return { employeeId: null, teamId: theTeam(db, subject.teamId).id };
  return { employeeId: theEmployee(db, subject.employeeId).id, teamId: null };
}

function theOpenNote(db: Database, id: string): void {
  const note = db
    .select({ talkId: notes.talkId })
    .from(notes)
    .where(and(eq(notes.id, id), isNull(notes.removedAt)))
    .get();
  if (!note) throw notFound;
  if (note.talkId) {
    throw refuse('conflict', {
      da: 'Noten er taget op i en samtale, der er lukket. Genåbn samtalen for at ændre i den.',
      en: 'The note was taken up in a talk that is closed. Reopen the talk to change it.',
    });
  }
}

/** The first talk with this employee or team that is not closed yet. */
function nextTalkOn(db: Database, subject: Subject): string | null {
  const talk = db
    .select({ heldOn: talks.heldOn })
    .from(talks)
    .where(and(about(talks, subject), isNull(talks.closedAt), isNull(talks.removedAt)))
    .orderBy(asc(talks.heldOn))
    .limit(1)
    .get();
  return talk?.heldOn ?? null;
}

/** A note tells of something that has been; one from tomorrow would miss the talk it belongs to. */
function pastDay(context: Context, writtenOn: string): string {
  if (writtenOn <= localDate(context.now())) return writtenOn;
  const text: Text = {
    da: 'Datoen ligger i fremtiden. Vælg den dag, det skete.',
    en: 'The date lies in the future. Choose the day it happened.',
  };
  throw refuse('invalid', text, { writtenOn: text });
}

function words(text: string): string {
  if (text.trim() !== '') return text;
  const empty: Text = { da: 'Skriv noget i noten, eller fjern den.', en: 'Write the note, or remove it.' };
  throw refuse('invalid', empty, { text: empty });
}

const notFound = refuse('not-found', {
  da: 'Noten findes ikke længere.',
  en: 'The note no longer exists.',
});

import { z } from 'zod';
import { calendarDate, call, done, id, moment, prose } from './core';

const changes = ['notes', 'search', 'employees'] as const;

/** Whom a note is about: one employee or one team. */
const about = z.union([z.object({ employeeId: id }).strict(), z.object({ teamId: id }).strict()]);

const note = z.object({
  id,
  /** The day it is about. */
  writtenOn: calendarDate,
  text: z.string(),
  /** Who wrote it. */
  author: z.string(),
  updatedAt: moment,
  /** The closed talk it was taken up in; while it is set, the note stands as it is. */
  talk: z.object({ id, heldOn: calendarDate }).nullable(),
});
export type Note = z.infer<typeof note>;

/** What is written during the year about an employee or a team, for the next talk (U9). */
export const notes = {
  /** All of them, newest first, and the day of the talk the open ones come up in, when one is planned. */
  forSubject: call(
    'leader',
    z.object({ about }),
    z.object({ notes: z.array(note), nextTalkOn: calendarDate.nullable() }),
  ),

  /** Those a talk takes up, oldest first: while it is open all that wait, once it is closed those it took. */
  forTalk: call(
    'leader',
    z.object({ talkId: id }),
    z.object({
      notes: z.array(note),
      employeeId: id.nullable(),
      teamId: id.nullable(),
      isClosed: z.boolean(),
    }),
  ),

  /** Refused without words and for a day still to come. */
  add: call('leader', z.object({ about, writtenOn: calendarDate, text: prose }), z.object({ id }), changes),
  /** Refused once a closed talk has taken the note up. */
  save: call(
    'leader',
    z.object({ id, writtenOn: calendarDate.optional(), text: prose.optional() }),
    done,
    changes,
  ),
  remove: call('leader', z.object({ id }), done, changes),
  restore: call('leader', z.object({ id }), done, changes),
};
export type NoteSubject = z.infer<typeof about>;

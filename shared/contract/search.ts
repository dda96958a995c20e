import { z } from 'zod';
import { talkKinds } from '../domain/talk-kinds';
import { calendarDate, call, id } from './core';

export const searchKinds = ['employee', 'team', 'talkNote', 'note', 'agreement', 'plan'] as const;
export type SearchKind = (typeof searchKinds)[number];

const searchResult = z.object({
  /** Unique among the results of one answer. */
  key: z.string(),
  kind: z.enum(searchKinds),
  /** Whom it is about: an employee or a team; exactly one is set. */
  employeeId: id.nullable(),
  teamId: id.nullable(),
  /** The talk it was written or agreed in. */
  talkId: id.nullable(),
  talkKind: z.enum(talkKinds).nullable(),
  /** Main area of the talk, for what was noted in one. */
  area: z.number().int().nullable(),
  schoolYear: z.string().nullable(),
  /** Name of the employee or the team. */
  who: z.string(),
  /** Day of the talk or the note; for an agreement the day it is due. */
  date: calendarDate.nullable(),
  /** The place in the text, in its own spelling, with what was searched for marked. */
  context: z.array(z.object({ text: z.string(), hit: z.boolean() })),
});
export type SearchResult = z.output<typeof searchResult>;

/** Search in names, notes, agreements and plans; never in ratings. Asked anew every time, so no call needs to name it. */
export const search = {
  /** Names first, then by weight of the words, of equals the newest first. Any text may be asked for. */
  find: call(
    'leader',
    z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(100).optional() }),
    z.object({ results: z.array(searchResult), more: z.boolean() }),
  ),
};

import { z } from 'zod';
import { talkKinds } from '../domain/talk-kinds';
import { calendarDate, reckonedDate } from './core';

/** Everything an invitation with its preparation sheet shows (R003-08, R002-07). */
export const preparationPrint = z.object({
  schoolName: z.string(),
  municipality: z.string(),
  kind: z.enum(talkKinds),
  employeeName: z.string(),
  /** Title or category. */
  employeeRole: z.string(),
  /** The team the talk is held with; empty for a talk with one employee. */
  teamName: z.string(),
  leaderName: z.string(),
  leaderTitle: z.string(),
  /** Everybody who takes part beside the leader, in order. */
  participants: z.array(z.string()),
  /** Who else takes part, in plain words. */
  others: z.string(),
  heldOn: calendarDate,
  startsAt: z.string(),
  minutes: z.number().int(),
  place: z.string(),
  purpose: z.string(),
  agenda: z.string(),
  notForDiscussion: z.string(),
  /** What employees may count on, in the school's own words; empty when it has said nothing. */
  rights: z.string(),
  /** The day the sheet is wanted back. */
  handBackBy: reckonedDate,
  /** How a sheet is named among people: eight hex digits of its id. */
  sheetCode: z.string(),
  /** Null for a talk without a spider of one's own. */
  spider: z
    .object({
      name: z.string(),
      scaleMax: z.number().int(),
      competences: z.array(
        z.object({
          name: z.string(),
          domain: z.string(),
          target: z.number().int(),
          /** One text a level, lowest first. */
          descriptors: z.array(z.string()),
        }),
      ),
    })
    .nullable(),
  questions: z.array(z.string()),
});
export type PreparationPrint = z.infer<typeof preparationPrint>;

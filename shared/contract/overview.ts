import { z } from 'zod';
import { call, id, nothing, reckonedDate, schoolYear } from './core';

/** How many promises stand how; `null` where fewer than five people stand behind them. */
const counts = z.object({
  kept: z.number().int(),
  partly: z.number().int(),
  notKept: z.number().int(),
  dropped: z.number().int(),
  open: z.number().int(),
});
export type PromiseCounts = z.infer<typeof counts>;

/** One figure of a group. Without five people there is no number in it, also not how many they are. */
const cell = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('shown'),
    median: z.number(),
    min: z.number().int(),
    max: z.number().int(),
    count: z.number().int(),
  }),
  /** Fewer than five have a level that both sides have seen. */
  z.object({ state: z.literal('few') }),
  /** Five or more, but together with the other groups of the table it would tell of fewer than five. */
  z.object({ state: z.literal('hidden') }),
  /** Nobody was asked that year: it stood in no spider in use. */
  z.object({ state: z.literal('notAsked') }),
]);
export type SpreadCell = z.infer<typeof cell>;

/** The school as a whole, year by year: no names, and nothing of fewer than five people. */
export const overview = {
  /**
   * "Holdte løfter" (DOMAIN 4.3), newest school year first, by the year they were due in. A promise of both stands in
   * both columns. Never per employee, and never per leader.
   */
  promises: call(
    'leader',
    nothing,
    z.object({
      years: z.array(z.object({ schoolYear, leader: counts, staff: counts.nullable() })),
    }),
  ),

  /** Talks held, newest school year first, and how many of those with a right to one had one (U3). */
  talks: call(
    'leader',
    nothing,
    z.object({
      years: z.array(
        z.object({
          schoolYear,
          /** Everybody employed on this day counts: the season's last day, or today before that. */
          day: reckonedDate,
          /** How many had a MUS, and how many any talk, also as part of a team. Null for a school of fewer than five. */
          coverage: z
            .object({ entitled: z.number().int(), mus: z.number().int(), any: z.number().int() })
            .nullable(),
          held: z.object({
            MUS: z.number().int(),
            KUS: z.number().int(),
            TUS: z.number().int(),
            GRUS: z.number().int(),
          }),
        }),
      ),
    }),
  ),

  /**
   * Levels of a group year by year: of the whole school without `teamId`, else of those who were in the team on the day
   * of their talk. What was agreed, else the leader's level, from talks whose two views have been shown.
   */
  spread: call(
    'leader',
    z.object({ teamId: id.nullable() }),
    z.object({
      /** Every team there is, whether or not it has enough members. */
      teams: z.array(z.object({ id, name: z.string() })),
      /** Oldest first. */
      years: z.array(schoolYear),
      /** Competences with a figure in at least one year, spider by spider in their order. */
      rows: z.array(
        z.object({
          lineageId: id,
          spiderName: z.string(),
          domain: z.string(),
          /** As it is worded now. */
          name: z.string(),
          scaleMax: z.number().int(),
          /** Years whose wording differs from the one before. */
          rewordedIn: z.array(schoolYear),
          /** Parallel to `years`. */
          cells: z.array(cell),
        }),
      ),
      /** How many competences of the group have no figure in any year. */
      without: z.number().int(),
    }),
  ),
};

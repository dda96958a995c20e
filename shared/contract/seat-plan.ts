import { z } from 'zod';
import { unmetReasons } from '../domain/seat-plan/unmet';
import { calendarDate, call, done, id } from './core';
import { developmentChanges as changes } from './development';

const ore = z.number().int();
const seat = z.object({ wishId: id, runId: id });
/** A seat that was given, with the step of its approval; null where it had been approved before. */
const accepted = seat.extend({ stepId: id.nullable() });

/** What the leader gives: her own choices, and the frame as it would be. */
const frame = z.object({
  /** Seats she has set herself. */
  fixed: z.array(seat).max(1000),
  /** Seats she does not want. */
  ruledOut: z.array(seat).max(1000),
  /** Seats of a holding as they would be, where they are not as written. */
  seats: z.array(z.object({ runId: id, seats: z.number().int().min(0).max(10_000) })).max(1000),
  /** What is left of a budget as it would be. */
  budgets: z.array(z.object({ budgetId: id, leftOre: ore.min(0).max(100_000_000_000) })).max(200),
});

/** Who goes on what: given places, dates and budget (R002-13). It proposes; a person accepts. */
export const seatPlan = {
  /** Wishes that have no seat yet, and the holdings there are for them. */
  question: call(
    'leader',
    z.object({}).strict(),
    z.object({
      wishes: z.array(
        z.object({
          id,
          employeeId: id,
          employeeName: z.string(),
          itemId: id,
          title: z.string(),
          isLeader: z.boolean(),
          state: z.enum(['wished', 'approved']),
          budgetId: id.nullable(),
          costOre: ore,
        }),
      ),
      runs: z.array(
        z.object({
          id,
          itemId: id,
          title: z.string(),
          startsOn: calendarDate,
          endsOn: calendarDate,
          place: z.string(),
          /** Seats still free; null when they are not limited. */
          seats: z.number().int().nullable(),
          /** How many more it takes before it is held. */
          missing: z.number().int(),
        }),
      ),
      budgets: z.array(z.object({ id, name: z.string(), leftOre: ore })),
    }),
  ),

  /** The best plan within that frame, proven by the solver; nothing is written. */
  propose: call(
    'leader',
    frame,
    z.object({
      status: z.enum(['optimal', 'fixedImpossible', 'timeLimit']),
      seats: z.array(seat),
      unmet: z.array(z.object({ wishId: id, reason: z.enum(unmetReasons) })),
      /** Leaders who go on a course with another leader. */
      together: z.number().int(),
      costOre: ore,
      budgets: z.array(z.object({ budgetId: id, usedOre: ore, leftOre: ore })),
    }),
  ),

  /**
   * The seats the leader has ticked: each wish is tied to its holding and approved by the rules of any move. Nobody is
   * enrolled by it. Refuses `conflict`, all of it, when a seat no longer holds.
   */
  accept: call(
    'leader',
    z.object({ seats: z.array(seat).min(1).max(1000) }),
    z.object({ accepted: z.array(accepted) }),
    changes,
  ),
  /** Takes back what was just accepted. */
  undoAccept: call('leader', z.object({ accepted: z.array(accepted).max(1000) }), done, changes),
};

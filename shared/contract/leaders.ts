import { z } from 'zod';
import { calendarDate, call, done, id, nothing } from './core';
import { developmentFeatures } from './development';

/** Everything whose answers show who leads whom. */
export const leaderChanges = [
  'leaders',
  'handover',
  'agreements',
  'employees',
  'talks',
  'season',
  'today',
  'school',
  'documents',
  'history',
  ...developmentFeatures,
  'trainingPlans',
];

const leader = z.object({
  /** Null for a school leader who does not stand on the staff list. */
  id: id.nullable(),
  name: z.string(),
  /** Own title, else the category. */
  title: z.string(),
  isSchoolLeader: z.boolean(),
  /** Employees she is responsible for today, those who have not begun yet among them. */
  people: z.number().int(),
  leavingDate: calendarDate.nullable(),
  hasLeft: z.boolean(),
});

/** Leaders: who is responsible for whom, from which day (R003-06, U5). */
export const leaders = {
  /** The school's leader first, then in Danish order; and everybody else with her leader today. */
  list: call(
    'leader',
    nothing,
    z.object({
      leaders: z.array(leader),
      people: z.array(
        z.object({
          employeeId: id,
          name: z.string(),
          role: z.string(),
          categoryId: id,
          teams: z.array(z.object({ id, name: z.string() })),
          leaderId: id.nullable(),
          leaderName: z.string(),
          /** Since when; null where nobody else is named than the school's leader. */
          since: calendarDate.nullable(),
          /** A change that is decided but not there yet. */
          next: z.object({ leaderName: z.string(), fromDate: calendarDate }).nullable(),
        }),
      ),
    }),
  ),

  /** One employee's leader today and before; and, when she leads others, how many. */
  forEmployee: call(
    'leader',
    z.object({ employeeId: id }),
    z.object({
      isSchoolLeader: z.boolean(),
      leaderId: id.nullable(),
      leaderName: z.string(),
      /** Newest first, those to come among them. */
      periods: z.array(
        z.object({
          id,
          leaderId: id,
          leaderName: z.string(),
          fromDate: calendarDate,
          toDate: calendarDate.nullable(),
        }),
      ),
      /** Employees she is responsible for. */
      people: z.number().int(),
      leavingDate: calendarDate.nullable(),
    }),
  ),

  /**
   * From a day on, `leaderId` is responsible for these employees, for all in a team or in a category; null is the
   * school's leader. A period that has ended is never changed, setting the same day again replaces, a day before the
   * present period is refused, and a change planned for later stays. Nobody becomes her own leader.
   */
  set: call(
    'leader',
    z.object({
      who: z.union([
        z.object({ employeeIds: z.array(id).min(1).max(2000) }).strict(),
        z.object({ teamId: id }).strict(),
        z.object({ categoryId: id }).strict(),
      ]),
      leaderId: id.nullable(),
      /** Today when not given. */
      fromDate: calendarDate.optional(),
    }),
    z.object({ changed: z.number().int(), unchanged: z.number().int(), undoId: id.nullable() }),
    leaderChanges,
  ),

  /** Takes the last `set` back as a whole; refused when somebody has got another leader since. */
  undo: call('leader', z.object({ undoId: id }), done, leaderChanges),
};

import { z } from 'zod';
import { dueStates } from '../domain/due-talks';
import { unplacedReasons } from '../domain/season-plan/types';
import { frequencyKinds, longestPattern } from '../domain/talk-frequency';
import { talkKinds } from '../domain/talk-kinds';
import { calendarDate, call, done, id, line, nothing, prose, reckonedDate, schoolYear } from './core';
import { developmentFeatures } from './development';
import { minutes } from './talks';

/** Everything whose answers show that a talk exists or when it is. */
const talkChanges = [
  'season',
  'talks',
  'today',
  'agreements',
  'trainingPlans',
  'ratings',
  'employees',
  'documents',
  'spiders',
  'history',
  'overview',
  'search',
  'notes',
  'preparation',
  'handover',
  ...developmentFeatures,
] as const;

/** What decides who is due. */
const dueChanges = ['season', 'talks', 'today', 'employees'] as const;
const leaveChanges = [...dueChanges, 'history', 'leaderTraining', ...developmentFeatures] as const;

const bothLanguages = z.object({ da: z.string(), en: z.string() });
/** `HH:MM`. */
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const clockOrNone = z.union([clock, z.literal('')]);
const kinds = z.enum(talkKinds);
const pattern = z.array(z.enum(frequencyKinds)).min(1).max(longestPattern);
const hours = z.object({ weekday: z.number().int().min(1).max(7), startsAt: clock, endsAt: clock });

const rule = z.object({ pattern, startYear: schoolYear, rights: prose });
const unit = z.object({ teamId: id.nullable(), name: z.string(), rule: rule.nullable() });

const due = z.object({
  state: z.enum(dueStates),
  dueOn: reckonedDate.nullable(),
  /** What the rule asks for this school year. */
  kind: z.enum(frequencyKinds),
  /** An individual plan is always made, in a team year too, and she has none for this year. */
  planMissing: z.boolean(),
  reason: bothLanguages,
});

/** A talk as the planner has it. Without `talkId` it is new. */
const plannedTalk = {
  talkId: id.nullable(),
  kind: kinds,
  employeeId: id.nullable(),
  teamId: id.nullable(),
  leaderId: id,
  heldOn: calendarDate,
  startsAt: clock,
  minutes,
};
const place = z.object({ heldOn: calendarDate, startsAt: clockOrNone });
/** A talk as it was before it was moved. */
const movedTalk = z.object({
  id,
  heldOn: calendarDate,
  startsAt: clockOrNone,
  minutes: z.number().int().min(0).max(1440),
  leaderId: id.nullable(),
  leaderName: z.string().max(200),
});
const booked = z.object({ created: z.array(id).max(1000), moved: z.array(movedTalk).max(1000) });

/** Who is due for a talk, and when the talks of a season are held (R003-06, DOMAIN 0.11). */
export const season = {
  /** Frequency rules: the school's first, then every team and department in Danish order. */
  rules: call(
    'leader',
    nothing,
    z.object({
      units: z.array(unit),
      /** What is offered as "Mine rettigheder" until the school writes its own. */
      usualRights: bothLanguages,
    }),
  ),
  saveRule: call('leader', rule.extend({ teamId: id.nullable() }), done, dueChanges),
  removeRule: call('leader', z.object({ teamId: id.nullable() }), done, dueChanges),

  /** Everybody in a school year, most pressing first, and the units that hold a talk this year. */
  due: call(
    'leader',
    z.object({ schoolYear }),
    z.object({
      season: z.object({ first: reckonedDate, last: reckonedDate }),
      employees: z.array(
        due.extend({
          employeeId: id,
          name: z.string(),
          categoryName: z.string(),
          unitName: z.string(),
          lastHeldOn: calendarDate.nullable(),
          needsTalk: z.boolean(),
          /** It is a year of team talks, so a talk of her own can be wished. */
          canWish: z.boolean(),
          wishesOwn: z.boolean(),
        }),
      ),
      units: z.array(
        z.object({
          teamId: id,
          name: z.string(),
          kind: kinds,
          members: z.number().int(),
          state: z.enum(['due', 'planned', 'held']),
          reason: bothLanguages,
        }),
      ),
    }),
  ),

  /** One employee: her rule, her rights, whether she is due, and her wish. */
  forEmployee: call(
    'leader',
    z.object({ employeeId: id, schoolYear }),
    z.object({
      /** Null when no talks are held with her: she is the school's leader, or not employed in that year. */
      due: due.nullable(),
      rhythm: bothLanguages,
      unitName: z.string(),
      rights: z.string(),
      canWish: z.boolean(),
      wishesOwn: z.boolean(),
    }),
  ),
  setWish: call('leader', z.object({ employeeId: id, schoolYear, wishesOwn: z.boolean() }), done, dueChanges),

  /** Long absences of an employee, newest first. Why she was away is not asked and not kept. */
  leaves: call(
    'leader',
    z.object({ employeeId: id }),
    z.object({ leaves: z.array(z.object({ id, fromDate: calendarDate, toDate: calendarDate.nullable() })) }),
  ),
  saveLeave: call(
    'leader',
    z.object({ id: id.optional(), employeeId: id, fromDate: calendarDate, toDate: calendarDate.nullable() }),
    z.object({ id }),
    leaveChanges,
  ),
  removeLeave: call('leader', z.object({ id }), done, leaveChanges),
  restoreLeave: call('leader', z.object({ id }), done, leaveChanges),

  /** What the planner keeps to: lengths, leaders' hours, days without talks. */
  frame: call(
    'leader',
    z.object({ schoolYear }),
    z.object({
      lengths: z.array(z.object({ kind: kinds, minutes, usualMinutes: minutes })),
      leaders: z.array(
        z.object({
          id,
          name: z.string(),
          hours: z.array(hours),
          /** Nobody has written her hours, so the usual ones count. */
          isUsual: z.boolean(),
        }),
      ),
      closedDays: z.array(z.object({ date: calendarDate, name: z.string() })),
      /** First day a new talk can be laid with time for both ratings, and the last day of the season. */
      first: reckonedDate,
      last: reckonedDate,
    }),
  ),
  saveLengths: call(
    'leader',
    z.object({ lengths: z.array(z.object({ kind: kinds, minutes })).max(10) }),
    done,
    ['season', 'talks'],
  ),
  /** A leader's hours as they shall be; none makes the usual ones count. */
  saveHours: call('leader', z.object({ leaderId: id, hours: z.array(hours).max(30) }), done, ['season']),
  /** Every day from the first to the last is closed under this name; `added` are those that were not before. */
  addClosedDays: call(
    'leader',
    z.object({ first: calendarDate, last: calendarDate, name: line(80) }),
    z.object({ added: z.array(calendarDate) }),
    ['season'],
  ),
  removeClosedDays: call('leader', z.object({ dates: z.array(calendarDate).max(400) }), done, ['season']),

  /** A proposal: nothing counts before `accept`. What is fixed, held or closed lies where it is. */
  propose: call(
    'leader',
    z.object({
      schoolYear,
      first: calendarDate,
      last: calendarDate,
      maxPerDay: z.number().int().min(1).max(8),
      pauseMinutes: z.number().int().min(0).max(120),
      /** Leave talks that are planned but not fixed where they are, if they can stay there. */
      keep: z.boolean(),
    }),
    z.object({
      talks: z.array(
        z.object({
          ...plannedTalk,
          withName: z.string(),
          leaderName: z.string(),
          /** Where it lies now; null when new. */
          before: place.nullable(),
          change: z.enum(['new', 'moved', 'kept']),
          /** Why she is due, or why a planned talk moves; null for one that stays. */
          reason: bothLanguages.nullable(),
        }),
      ),
      /** What lies fast in the period, so that weeks are shown whole. */
      fixed: z.array(
        z.object({
          talkId: id,
          kind: kinds,
          withName: z.string(),
          leaderName: z.string(),
          heldOn: calendarDate,
          startsAt: clockOrNone,
          minutes: z.number().int(),
        }),
      ),
      unplaced: z.array(
        z.object({
          talkId: id.nullable(),
          kind: kinds,
          employeeId: id.nullable(),
          teamId: id.nullable(),
          withName: z.string(),
          why: z.enum(unplacedReasons),
          reason: bothLanguages,
          /** Where it lies now, and stays; null when new. */
          before: place.nullable(),
        }),
      ),
      /** Leaders without hours of their own, for whom the usual ones were used. */
      usualHours: z.array(z.string()),
    }),
  ),

  /** Makes and moves all of these talks, or none. Refuses when anybody would be in two places. */
  accept: call(
    'leader',
    z.object({ schoolYear, talks: z.array(z.object(plannedTalk)).max(1000) }),
    booked,
    talkChanges,
  ),
  /** Takes an acceptance back: new talks disappear, moved ones lie where they did. Refuses once one is closed. */
  undoAccept: call('leader', booked, done, talkChanges),
  /** "Ligger fast": the planner does not move these talks. */
  setFixed: call(
    'leader',
    z.object({ talkIds: z.array(id).max(1000), isFixed: z.boolean() }),
    done,
    talkChanges,
  ),

  /**
   * The season as calendar files (.ics): one with everything, or one per person, named by employee number, into a folder.
   * Times, names and deadlines, never what is talked about. `saved` is how many files; 0 when the person changed her mind.
   */
  exportCalendar: call(
    'leader',
    z.object({
      schoolYear,
      which: z.enum(['all', 'perPerson']),
      /** For `perPerson`: only these; everybody with a talk or a promise when not given. */
      employeeIds: z.array(id).max(1000).optional(),
    }),
    z.object({ saved: z.number().int() }),
  ),
};

import { z } from 'zod';
import { clockStates } from '../domain/ects-clock';
import { ledgerKinds, requirementBases } from '../domain/merit-states';
import { calendarDate, call, done, id, line, moment, nothing, optionalLine, reckonedDate } from './core';
import { developmentFeatures } from './development';

/** Features whose answers show a requirement, a ledger or a clock. */
const changes = ['leaderTraining', 'merit', 'today', 'employees', 'history', ...developmentFeatures] as const;

/** ECTS points; whole or half, which the handler says in words. */
const points = z.number().min(0).max(300);
const bothLanguages = z.object({ da: z.string(), en: z.string() });
const person = { employeeId: id, name: z.string() };

const clock = z.object({
  startsOn: calendarDate,
  /** Nobody has written since when she is in the post; her first day at the school was taken. */
  isAssumed: z.boolean(),
  deadline: reckonedDate,
  state: z.enum(clockStates),
  /** Days until the deadline; negative when it is over. */
  days: z.number().int(),
  begunOn: calendarDate.nullable(),
  begunLate: z.boolean(),
});
const sums = z.object({
  passed: z.number(),
  merit: z.number(),
  earned: z.number(),
  underWay: z.number(),
  planned: z.number(),
  missing: z.number(),
});
const shortRequirement = z.object({
  id,
  name: z.string(),
  ects: z.number(),
  beginWithinMonths: z.number().int(),
  basis: z.enum(requirementBases),
  source: z.string(),
  lastCheckedOn: calendarDate,
  validFrom: calendarDate,
});
const leave = z.object({ fromDate: calendarDate, toDate: calendarDate.nullable() });
const standing = {
  ...person,
  /** Own title, else the category. */
  role: z.string(),
  sums,
  /** What she plans herself; the rule says only when to begin. */
  plannedCompletionOn: calendarDate.nullable(),
  /** Long absences while the clock runs. They are shown; they do not move the deadline. */
  leaves: z.array(leave),
  /** An application for merit is not decided yet. */
  meritIsOpen: z.boolean(),
};

const requirement = {
  name: line(),
  ects: points,
  beginWithinMonths: z.number().int().min(1).max(120),
  basis: z.enum(requirementBases),
  source: optionalLine(2000),
  lastCheckedOn: calendarDate,
  validFrom: calendarDate,
  validTo: calendarDate.nullable(),
};

const entry = {
  title: line(),
  provider: optionalLine(),
  ects: points,
  startedOn: calendarDate.nullable(),
  completedOn: calendarDate.nullable(),
};
/** What a person writes; merit follows from a decision. */
const writtenKinds = z.enum(['passed', 'underWay', 'planned']);

const shareBack = z.object({
  id,
  ...person,
  entryId: id.nullable(),
  entryTitle: z.string(),
  topic: z.string(),
  meetingOn: calendarDate.nullable(),
  doneAt: moment.nullable(),
});
const course = {
  title: line(),
  heldOn: calendarDate.nullable(),
  place: optionalLine(),
  note: optionalLine(2000),
};

/** The training leaders shall have: requirement, ledger, clock, and what leaders do together (R002-11, R002-13 … R002-19). */
export const leaderTraining = {
  /** Every leader with a requirement today, who must act first; and who could take a module together (R002-13). */
  overview: call(
    'leader',
    nothing,
    z.object({
      date: calendarDate,
      /** Requirements in force; without any nobody is a leader here. */
      requirements: z.number().int(),
      /** Of these, how many were last checked more than a year ago. */
      unchecked: z.number().int(),
      leaders: z.array(z.object({ ...standing, requirement: shortRequirement, clock })),
      suggestions: z.array(
        z.object({
          title: z.string(),
          provider: z.string(),
          ects: z.number(),
          startedOn: reckonedDate.nullable(),
          joins: z.object(person).nullable(),
          leaders: z.array(z.object({ ...person, missing: z.number() })),
          reason: bothLanguages,
        }),
      ),
      /** Left out of the suggestions while their application for merit is not decided. */
      waiting: z.array(z.string()),
    }),
  ),

  /** Every requirement, those in force first, and the categories of the school. */
  requirements: call(
    'leader',
    nothing,
    z.object({
      requirements: z.array(
        z.object({
          ...requirement,
          id,
          state: z.enum(['inForce', 'coming', 'ended']),
          /** Last checked more than a year ago. */
          isOld: z.boolean(),
          categories: z.array(z.object({ id, name: z.string() })),
          parts: z.array(z.string()),
        }),
      ),
      categories: z.array(z.object({ id, name: z.string() })),
    }),
  ),
  /** Refused when a category would have two requirements on the same day. */
  saveRequirement: call(
    'leader',
    z.object({
      id: id.optional(),
      ...requirement,
      categoryIds: z.array(id).max(100),
      parts: z.array(line()).max(20),
    }),
    z.object({ id }),
    changes,
  ),
  /** The last day it is valid; null takes an end back. */
  endRequirement: call('leader', z.object({ id, validTo: calendarDate.nullable() }), done, changes),
  removeRequirement: call('leader', z.object({ id }), done, changes),
  restoreRequirement: call('leader', z.object({ id }), done, changes),

  /** One person's ledger; without a requirement today `requirement` and `clock` are null. */
  ledger: call(
    'leader',
    z.object({ employeeId: id }),
    z.object({
      ...standing,
      requirement: shortRequirement.nullable(),
      clock: clock.nullable(),
      /** What the requirement is to cover, and whether a module is named after it. */
      parts: z.array(z.object({ name: z.string(), hasModule: z.boolean() })),
      /** By day: passed first. */
      entries: z.array(
        z.object({
          id,
          kind: z.enum(ledgerKinds),
          title: z.string(),
          provider: z.string(),
          ects: z.number(),
          startedOn: calendarDate.nullable(),
          completedOn: calendarDate.nullable(),
          meritCaseId: id.nullable(),
          /** False for what a decision on merit has taken the place of. */
          counts: z.boolean(),
          certificate: z.object({ name: z.string(), size: z.number().int() }).nullable(),
        }),
      ),
      /** Oldest first; empty while her first day at the school is the first in the post. */
      posts: z.array(z.object({ categoryId: id, categoryName: z.string(), fromDate: calendarDate })),
      employmentDate: calendarDate,
      categoryId: id,
      categories: z.array(z.object({ id, name: z.string() })),
      shareBacks: z.array(shareBack),
      courses: z.array(
        z.object({ id, title: z.string(), heldOn: calendarDate.nullable(), attended: z.boolean() }),
      ),
    }),
  ),
  saveEntry: call(
    'leader',
    z.object({ id: id.optional(), employeeId: id, kind: writtenKinds, ...entry }),
    z.object({ id }),
    changes,
  ),
  removeEntry: call('leader', z.object({ id }), done, changes),
  restoreEntry: call('leader', z.object({ id }), done, changes),

  /** Asks for a PDF or an image and keeps it with the module. False when the person changed her mind. */
  addCertificate: call('leader', z.object({ entryId: id }), z.object({ carriedOut: z.boolean() }), changes),
  /** Saves the certificate where the person chooses, as it was. */
  exportCertificate: call('leader', z.object({ entryId: id }), z.object({ carriedOut: z.boolean() })),
  removeCertificate: call('leader', z.object({ entryId: id }), z.object({ attachmentId: id }), changes),
  restoreCertificate: call('leader', z.object({ entryId: id, attachmentId: id }), done, changes),

  /** All posts she has had at the school with the day each began; none means the one she has, since she came. */
  savePosts: call(
    'leader',
    z.object({
      employeeId: id,
      posts: z.array(z.object({ categoryId: id, fromDate: calendarDate })).max(20),
    }),
    done,
    changes,
  ),
  savePlan: call(
    'leader',
    z.object({ employeeId: id, plannedCompletionOn: calendarDate.nullable() }),
    done,
    changes,
  ),

  /** One module for several leaders at once (R002-13). */
  planTogether: call(
    'leader',
    z.object({
      employeeIds: z.array(id).min(1).max(50),
      title: line(),
      provider: optionalLine(),
      ects: points,
      startedOn: calendarDate.nullable(),
    }),
    z.object({ entryIds: z.array(id) }),
    changes,
  ),
  undoTogether: call('leader', z.object({ entryIds: z.array(id).max(50) }), done, changes),

  /** What is to be told at the leadership meetings, open first; and what was passed this year and is not on the list (R002-14). */
  shareBacks: call(
    'leader',
    nothing,
    z.object({
      items: z.array(shareBack),
      offered: z.array(z.object({ entryId: id, ...person, title: z.string(), completedOn: calendarDate })),
      /** Whom an item can be given: everybody with a requirement or a ledger. */
      leaders: z.array(z.object(person)),
    }),
  ),
  saveShareBack: call(
    'leader',
    z.object({
      id: id.optional(),
      employeeId: id,
      entryId: id.nullable(),
      topic: line(500),
      meetingOn: calendarDate.nullable(),
    }),
    z.object({ id }),
    changes,
  ),
  markShareBack: call('leader', z.object({ id, isDone: z.boolean() }), done, changes),
  removeShareBack: call('leader', z.object({ id }), done, changes),
  restoreShareBack: call('leader', z.object({ id }), done, changes),

  /** Courses the school holds itself, newest first; whoever takes part may be of any category (R002-15, R002-18). */
  courses: call(
    'leader',
    nothing,
    z.object({
      courses: z.array(
        z.object({
          ...course,
          id,
          participants: z.array(z.object({ ...person, categoryName: z.string(), attended: z.boolean() })),
          /** Categories of those who take part, without repetition. */
          categories: z.array(z.string()),
        }),
      ),
      /** Whom a course can be for: leaders first. */
      people: z.array(z.object({ ...person, categoryName: z.string(), isLeader: z.boolean() })),
    }),
  ),
  saveCourse: call(
    'leader',
    z.object({
      id: id.optional(),
      ...course,
      participants: z.array(z.object({ employeeId: id, attended: z.boolean() })).max(500),
    }),
    z.object({ id }),
    changes,
  ),
  removeCourse: call('leader', z.object({ id }), done, changes),
  restoreCourse: call('leader', z.object({ id }), done, changes),
};

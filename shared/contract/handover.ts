import { z } from 'zod';
import { givers } from '../domain/promises';
import { talkKinds } from '../domain/talk-kinds';
import {
  calendarDate,
  call,
  done,
  id,
  moment,
  nothing,
  optionalLine,
  reckonedDate,
  schoolYear,
} from './core';
import { leaderChanges } from './leaders';

/** With whom: one employee or one team, by name as the pack is made. */
const subject = { employeeId: id.nullable(), teamId: id.nullable(), name: z.string() };

/** An open promise with its day. */
export const handoverPromise = z.object({
  id,
  ...subject,
  giver: z.enum(givers),
  competence: z.string(),
  activity: z.string(),
  who: z.string(),
  dueOn: calendarDate,
  /** Its day is before the first day of the new leader. */
  isOverdue: z.boolean(),
});

/** Somebody who needs a talk that has no date yet: an employee, or a team in a year of team talks. */
export const handoverDueTalk = z.object({
  ...subject,
  kind: z.enum(talkKinds),
  lastHeldOn: calendarDate.nullable(),
  dueOn: reckonedDate.nullable(),
});

/** A talk with a date that nobody has closed. */
export const handoverPlannedTalk = z.object({
  id,
  ...subject,
  kind: z.enum(talkKinds),
  heldOn: calendarDate,
  startsAt: z.string(),
  /** It lies before the first day of the new leader, and keeps the leader who was to hold it. */
  isBefore: z.boolean(),
  /** Who holds it, when it is somebody else than the leader who stops; it stays hers. Else empty. */
  heldBy: z.string(),
});

/** A training plan that is not signed. */
export const handoverPlan = z.object({
  id,
  employeeId: id,
  name: z.string(),
  schoolYear,
  status: z.enum(['draft', 'agreed']),
  /** Last changed. */
  updatedOn: calendarDate,
  lines: z.number().int(),
});

const unit = z.object({
  /** Name of the department or team; empty for those without one, who stand last. */
  name: z.string(),
  /** Hers first, then the staff's, by day. */
  promises: z.array(handoverPromise),
  dueTalks: z.array(handoverDueTalk),
  plannedTalks: z.array(handoverPlannedTalk),
  plans: z.array(handoverPlan),
});
export type HandoverUnit = z.infer<typeof unit>;

const person = z.object({ id, name: z.string(), title: z.string() });

const counts = z.object({
  people: z.number().int(),
  herPromises: z.number().int(),
  theirPromises: z.number().int(),
  overduePromises: z.number().int(),
  dueTalks: z.number().int(),
  plannedTalks: z.number().int(),
  unclosedTalks: z.number().int(),
  unsignedPlans: z.number().int(),
});

/**
 * What a new leader takes over, per unit: open promises, due and planned talks, unsigned plans, each with its day and
 * its person. Never ratings, notes or minutes: they stay in Spind.
 */
export const handoverPack = z.object({
  schoolName: z.string(),
  municipality: z.string(),
  retentionYears: z.number().int(),
  from: person,
  /** Null while the new leader is not known. */
  to: person.nullable(),
  leadsSchool: z.boolean(),
  /** First day of the new leader. */
  onDate: calendarDate,
  counts,
  units: z.array(unit),
});
export type HandoverPack = z.infer<typeof handoverPack>;

/** Version of the data file's shape. It goes up when a field changes its meaning or disappears. */
export const handoverFileVersion = 1;

/**
 * The data file, documented in docs/handover-file.md. Each hash is the SHA-256 of its part as `JSON.stringify` writes
 * it, in UTF-8, so that any program can see whether the part is whole.
 */
export const handoverFile = z.object({
  format: z.literal('spind-handover'),
  schemaVersion: z.literal(handoverFileVersion),
  generatedAt: moment,
  school: z.object({ name: z.string(), municipality: z.string() }),
  from: person,
  to: person.nullable(),
  onDate: calendarDate,
  counts,
  parts: z.object({
    promises: z.array(handoverPromise.extend({ unit: z.string() })),
    dueTalks: z.array(handoverDueTalk.extend({ unit: z.string() })),
    plannedTalks: z.array(handoverPlannedTalk.extend({ unit: z.string() })),
    plans: z.array(handoverPlan.extend({ unit: z.string() })),
  }),
  sha256: z.object({
    promises: z.string(),
    dueTalks: z.string(),
    plannedTalks: z.string(),
    plans: z.string(),
  }),
});
export type HandoverFile = z.infer<typeof handoverFile>;

const talk = z.object({ id, name: z.string(), heldOn: calendarDate, startsAt: z.string() });
const which = { leaderId: id, toLeaderId: id.nullable(), onDate: calendarDate };

/** Handover: what a leaving leader gives on to the next, as a pack and as one change (issue point 7; U5, U17). */
export const handover = {
  /** What there is to give on, and what a carry-out would mean; nothing is changed. */
  preview: call(
    'leader',
    z.object(which),
    z.object({
      pack: handoverPack,
      /** Planned talks that would change leader. */
      moving: z.number().int(),
      /** The new leader is one of those who are led, and does not get herself. */
      movesNewLeader: z.boolean(),
      /** Talks the new leader would have with herself: they keep their leader. */
      kept: z.array(talk),
      /** Talks at a time when the new leader already has another. */
      clashes: z.array(talk),
    }),
  ),

  /** The data file; false when the person changed her mind. */
  dataFile: call('leader', z.object(which), z.object({ carriedOut: z.boolean() })),

  /**
   * Everybody she is responsible for gets the new leader from that day, and so do planned talks from that day on that
   * are not closed. Closed talks and everything signed stay as they are. Where she leads the school, the school gets
   * its new leader when the day comes.
   */
  carryOut: call(
    'leader',
    z.object({
      ...which,
      toLeaderId: id,
      /** The new school leader's title; that of the present one when not given. */
      leaderTitle: optionalLine(120).optional(),
    }),
    z.object({ id, people: z.number().int(), talks: z.number().int() }),
    leaderChanges,
  ),

  /** Takes a handover back as a whole; refused, with the reason, when something has changed since. */
  undo: call('leader', z.object({ id }), done, leaderChanges),

  /** Handovers that were carried out, newest first. */
  list: call(
    'leader',
    nothing,
    z.object({
      handovers: z.array(
        z.object({
          id,
          fromName: z.string(),
          toName: z.string(),
          onDate: calendarDate,
          people: z.number().int(),
          talks: z.number().int(),
          carriedOutAt: moment,
          undoneAt: moment.nullable(),
          /** The school gets its new leader on a day that has not come yet. */
          awaitsDay: z.boolean(),
        }),
      ),
    }),
  ),
};

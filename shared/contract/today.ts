import { z } from 'zod';
import { neededStates } from '../domain/due-talks';
import { meritWaits } from '../domain/merit-states';
import { calendarDate, call, id, nothing, reckonedDate, schoolYear } from './core';
import { fundDeadlineKinds } from './funds';
import { ratingStates, talkPartner } from './talks';

const who = { employeeId: id, employeeName: z.string() };

/** What a leader needs to see this morning. Every figure is counted now; nothing is stored. */
export const today = {
  get: call(
    'leader',
    nothing,
    z.object({
      date: calendarDate,
      week: z.number().int(),
      schoolYear,
      /** How far a new school has come. */
      setup: z.object({
        employees: z.number().int(),
        publishedSpiders: z.number().int(),
        categoriesWithoutSpider: z.array(z.string()),
        talks: z.number().int(),
      }),
      /** Talks from Monday to Sunday. */
      weekTalks: z.array(
        z.object({
          id,
          ...talkPartner,
          heldOn: calendarDate,
          startsAt: z.string(),
          isClosed: z.boolean(),
          ratings: ratingStates,
          unmarked: z.number().int(),
        }),
      ),
      /** Talks from earlier weeks that nobody has closed. */
      notClosed: z.array(z.object({ id, ...talkPartner, heldOn: calendarDate, days: z.number().int() })),
      /** Who has no talk and needs one, most urgent first. */
      due: z.array(
        z.object({
          ...who,
          state: z.enum(neededStates),
          /** Why, in a sentence. */
          reason: z.object({ da: z.string(), en: z.string() }),
          lastHeldOn: calendarDate.nullable(),
          dueOn: reckonedDate.nullable(),
        }),
      ),
      /** Talks whose ratings are due within a week and not both locked; `days` until the deadline, negative after. */
      missingRatings: z.array(
        z.object({ talkId: id, ...who, dueOn: reckonedDate, days: z.number().int(), ratings: ratingStates }),
      ),
      plans: z.object({
        missing: z.number().int(),
        draft: z.number().int(),
        agreed: z.number().int(),
        signed: z.number().int(),
        /** Agreed but not signed first, then drafts. */
        unsigned: z.array(z.object({ ...who, status: z.enum(['agreed', 'draft']), lines: z.number().int() })),
      }),
      /** Open promises by day; `days` left, negative when over. */
      deadlines: z.array(
        z.object({
          agreementId: id,
          employeeId: id.nullable(),
          teamId: id.nullable(),
          /** The employee or the team it was promised by or to. */
          subjectName: z.string(),
          activity: z.string(),
          who: z.string(),
          giver: z.enum(['employee', 'leader', 'both']),
          dueOn: calendarDate,
          days: z.number().int(),
        }),
      ),
      /** Leaders who must have begun their training within sixty days, or should have; most urgent first (R002-11). */
      leaderTraining: z.array(z.object({ ...who, deadline: reckonedDate, days: z.number().int() })),
      /** Steps before, during and after an activity that are over their day or come within two weeks (R001-08). */
      transfer: z.array(
        z.object({
          stepId: id,
          enrolmentId: id,
          ...who,
          title: z.string(),
          text: z.string(),
          responsibleName: z.string(),
          dueOn: calendarDate,
          days: z.number().int(),
        }),
      ),
      /** Days to keep of applications to competence funds, within a month or over; most urgent first. */
      funds: z.array(
        z.object({
          applicationId: id,
          ...who,
          title: z.string(),
          kind: z.enum(fundDeadlineKinds),
          on: reckonedDate,
          days: z.number().int(),
        }),
      ),
      /** Merit cases that somebody at the school must do something about, longest waiting first (R002-12). */
      merit: z.array(z.object({ caseId: id, ...who, next: z.enum(meritWaits), days: z.number().int() })),
      season: z.object({
        first: reckonedDate,
        last: reckonedDate,
        held: z.number().int(),
        all: z.number().int(),
      }),
    }),
  ),
};

import { randomUUID } from 'node:crypto';
import type { talks as contract } from '@shared/contract/talks';
import { danishOrder } from '@shared/domain/danish-order';
import { localDate } from '@shared/domain/dates';
import { byUrgency, talkDue } from '@shared/domain/due-talks';
import { employmentState } from '@shared/domain/employment';
import { planStatus } from '@shared/domain/plan-status';
import { schoolYearOf, schoolYearRange } from '@shared/domain/school-year';
import { invitationDefaults } from '@shared/domain/talk-areas';
import { refuse, type Text } from '@shared/domain/text';
import { and, asc, eq, isNull, lt, or } from 'drizzle-orm';
import type { Database } from '../data/open';
import { planLineCount, planOf } from '../data/queries/plans';
import { earlierPromises, keepFollowUpWhole, settleMarks } from '../data/queries/promises';
import { ratingStates } from '../data/queries/rating-states';
import {
  dayInYear,
  newestVersion,
  spiderName,
  talkPartnersOn,
  teamsOn,
  theEmployee,
} from '../data/queries/staff';
import { agreementCount, previousTalkOn, seasonOf, talkDates, talkRows } from '../data/queries/talks';
import { schools } from '../data/schema/school';
import { ratings, talkNotes, talks } from '../data/schema/talks';
import type { Handlers } from './context';

/** MUS, from the date in the calendar to the closed minutes (R002-06 … R002-08, R003-08). */
export const talksHandlers: Handlers<typeof contract> = {
  list(context, { schoolYear }) {
    const { db } = context;
    const today = localDate(context.now());
    const season = seasonOf(db, schoolYear);
    const { first, last } = schoolYearRange(schoolYear);
    const year = { first, season };
    const day = dayInYear(schoolYear, today);
    const dates = talkDates(db, last);
    // A talk left open from an earlier year belongs to the present list until somebody closes it.
    const leftOpen = day === today ? and(isNull(talks.closedAt), lt(talks.heldOn, first)) : undefined;
    const without = talkPartnersOn(db, day).map((employee) => {
      const history = dates.get(employee.id) ?? { lastHeldOn: null, plannedOn: null };
      return { employee, lastHeldOn: history.lastHeldOn, due: talkDue(day, year, history) };
    });
    return {
      season,
      talks: talkRows(db, or(eq(talks.schoolYear, schoolYear), leftOpen)),
      without: without
        .sort((a, b) => byUrgency(a.due, b.due) || danishOrder.compare(a.employee.name, b.employee.name))
        .flatMap(({ employee, lastHeldOn, due }) => {
          if (due.state === 'planned' || due.state === 'held') return [];
          const { id: employeeId, name, categoryName } = employee;
          return [{ employeeId, name, categoryName, lastHeldOn, dueOn: due.dueOn, state: due.state }];
        }),
    };
  },

  forEmployee: ({ db }, { employeeId }) => ({
    talks: talkRows(db, eq(talks.employeeId, employeeId)).reverse(),
  }),

  get({ db }, { id }) {
    const talk = theTalk(db, id);
    const employee = theEmployee(db, talk.employeeId);
    const spider = talk.templateVersionId ? spiderName(db, talk.templateVersionId) : undefined;
    const states = ratingStates(db, [talk]).get(id) ?? { wanted: false, self: 'none', leader: 'none' };
    const newest = newestVersion(db, employee.spiderTemplateId);
    const plan = planOf(db, talk);
    const earlier = earlierPromises(db, talk);
    const { removedAt: _removed, ...facts } = talk;
    return {
      ...facts,
      employeeName: employee.name,
      role: employee.title || employee.categoryName,
      teams: teamsOn(db, talk.employeeId, talk.heldOn),
      employmentDate: employee.employmentDate,
      spiderName: spider ?? '',
      canTakeNewerSpider:
        !talk.closedAt &&
        newest !== undefined &&
        newest.id !== talk.templateVersionId &&
        states.self === 'none' &&
        states.leader === 'none',
      notes: db
        .select({ area: talkNotes.area, text: talkNotes.text, updatedAt: talkNotes.updatedAt })
        .from(talkNotes)
        .where(eq(talkNotes.talkId, id))
        .orderBy(asc(talkNotes.area))
        .all(),
      ratings: states,
      earlier: earlier.length,
      unmarked: earlier.filter((promise) => promise.state === 'open').length,
      agreements: agreementCount(db, id),
      planId: plan?.id ?? null,
      planStatus: planStatus(plan),
      planLines: plan ? planLineCount(db, plan.id) : 0,
      previousTalkOn: previousTalkOn(db, talk),
    };
  },

  plan(context, { employeeId, heldOn, startsAt, place }) {
    const id = randomUUID();
    const fields = ['heldOn', 'startsAt', 'place'];
    return context.write({ action: 'talk.planned', entity: 'talk', entityId: id, fields }, (db) => {
      const employee = theEmployee(db, employeeId);
      if (employmentState(employee, heldOn) !== 'current') {
        const text = {
          da: `${employee.name} er ikke ansat den dag. Vælg en anden dato.`,
          en: `${employee.name} is not employed on that day. Choose another date.`,
        };
        throw refuse('invalid', text, { heldOn: text });
      }
      const schoolYear = schoolYearOf(heldOn);
      const open = db
        .select({ id: talks.id })
        .from(talks)
        .where(and(eq(talks.employeeId, employeeId), isNull(talks.closedAt), isNull(talks.removedAt)))
        .get();
      if (open) {
        throw refuse('conflict', {
          da: `${employee.name} har allerede en samtale, der ikke er lukket. Flyt den, eller luk den først.`,
          en: `${employee.name} already has a talk that is not closed. Move it, or close it first.`,
        });
      }
      const language = context.language();
      db.insert(talks)
        .values({
          id,
          kind: 'MUS',
          employeeId,
          leaderName: db.select({ name: schools.leaderName }).from(schools).get()?.name ?? '',
          schoolYear,
          heldOn,
          startsAt,
          place,
          purpose: invitationDefaults.purpose[language],
          agenda: invitationDefaults.agenda[language],
          notForDiscussion: invitationDefaults.notForDiscussion[language],
          templateVersionId: newestVersion(db, employee.spiderTemplateId)?.id ?? null,
          horizonMonths: 12,
          emptyPlanReason: '',
          createdAt: context.now().toISOString(),
        })
        .run();
      return { id };
    });
  },

  save(context, { id, ...details }) {
    return context.write(
      { action: 'talk.saved', entity: 'talk', entityId: id, fields: Object.keys(details) },
      (db) => {
        const talk = theOpenTalk(db, id);
        const schoolYear = schoolYearOf(details.heldOn);
        if (schoolYear !== talk.schoolYear && agreementCount(db, id) > 0) {
          const text = {
            da: `Samtalen har aftaler i skoleåret ${talk.schoolYear} og kan ikke flyttes til et andet.`,
            en: `The talk has agreements in the school year ${talk.schoolYear} and cannot be moved to another.`,
          };
          throw refuse('conflict', text, { heldOn: text });
        }
        db.update(talks)
          .set({ ...details, schoolYear })
          .where(eq(talks.id, id))
          .run();
        keepFollowUpWhole(db, talk.employeeId);
        return {};
      },
    );
  },

  saveNote(context, { talkId, area, text }) {
    const savedAt = context.now().toISOString();
    return context.write(
      { action: 'talk.noted', entity: 'talk', entityId: talkId, fields: [`area${area}`] },
      (db) => {
        theOpenTalk(db, talkId);
        db.insert(talkNotes)
          .values({ talkId, area, text, updatedAt: savedAt })
          .onConflictDoUpdate({
            target: [talkNotes.talkId, talkNotes.area],
            set: { text, updatedAt: savedAt },
          })
          .run();
        return { savedAt };
      },
    );
  },

  useNewestSpider(context, { id }) {
    return context.write(
      { action: 'talk.spider', entity: 'talk', entityId: id, fields: ['templateVersionId'] },
      (db) => {
        const talk = theOpenTalk(db, id);
        const states = ratingStates(db, [talk]).get(id);
        if (states && (states.self !== 'none' || states.leader !== 'none')) {
          throw refuse('conflict', {
            da: 'Vurderingen er i gang og fortsætter på det spind, den begyndte på.',
            en: 'The rating has begun and continues on the spider it began on.',
          });
        }
        const newest = newestVersion(db, theEmployee(db, talk.employeeId).spiderTemplateId);
        db.update(talks)
          .set({ templateVersionId: newest?.id ?? null })
          .where(eq(talks.id, id))
          .run();
        return {};
      },
    );
  },

  close(context, { id, emptyPlanReason }) {
    const fields = ['closedAt', 'emptyPlanReason'];
    return context.write({ action: 'talk.closed', entity: 'talk', entityId: id, fields }, (db) => {
      const talk = theOpenTalk(db, id);
      const waiting = earlierPromises(db, talk).filter((promise) => promise.state === 'open').length;
      if (waiting > 0) throw refuse('conflict', unmarkedText(waiting));
      const plan = planOf(db, talk);
      const isEmpty = agreementCount(db, id) === 0 && (!plan || planLineCount(db, plan.id) === 0);
      if (isEmpty && emptyPlanReason === '') {
        throw refuse('invalid', emptyPlan, { emptyPlanReason: emptyPlan });
      }
      db.update(talks)
        .set({ closedAt: context.now().toISOString(), emptyPlanReason: isEmpty ? emptyPlanReason : '' })
        .where(eq(talks.id, id))
        .run();
      lockAgreedLevels(db, id, context.now().toISOString());
      settleMarks(db, talk);
      keepFollowUpWhole(db, talk.employeeId);
      return {};
    });
  },

  reopen(context, { id }) {
    return context.write(
      { action: 'talk.reopened', entity: 'talk', entityId: id, fields: ['closedAt'] },
      (db) => {
        theTalk(db, id);
        db.update(talks).set({ closedAt: null }).where(eq(talks.id, id)).run();
        lockAgreedLevels(db, id, null);
        return {};
      },
    );
  },

  remove(context, { id }) {
    return context.write({ action: 'talk.removed', entity: 'talk', entityId: id }, (db) => {
      theOpenTalk(db, id);
      db.update(talks).set({ removedAt: context.now().toISOString() }).where(eq(talks.id, id)).run();
      return {};
    });
  },

  restore(context, { id }) {
    return context.write({ action: 'talk.restored', entity: 'talk', entityId: id }, (db) => {
      db.update(talks).set({ removedAt: null }).where(eq(talks.id, id)).run();
      keepFollowUpWhole(db, theTalk(db, id).employeeId);
      return {};
    });
  },
};

/** What was agreed is locked with the talk it was agreed in, and opens with it (DOMAIN 4.5). */
function lockAgreedLevels(db: Database, talkId: string, lockedAt: string | null): void {
  db.update(ratings)
    .set({ lockedAt })
    .where(and(eq(ratings.talkId, talkId), eq(ratings.role, 'agreed')))
    .run();
}

const emptyPlan: Text = {
  da: 'Der er ingen aftaler i samtalen. Lav en aftale, eller skriv, hvorfor der ikke er nogen.',
  en: 'The talk has no agreements. Make one, or say why there are none.',
};

const unmarkedText = (n: number): Text =>
  n === 1
    ? {
        da: 'Én aftale fra tidligere er ikke fulgt op. Skriv under Siden sidst, hvordan det gik.',
        en: 'One earlier agreement has not been followed up. Say what came of it under Since last time.',
      }
    : {
        da: `${n} aftaler fra tidligere er ikke fulgt op. Skriv under Siden sidst, hvordan det gik.`,
        en: `${n} earlier agreements have not been followed up. Say what came of them under Since last time.`,
      };

function theTalk(db: Database, id: string) {
  const talk = db.select().from(talks).where(eq(talks.id, id)).get();
  if (!talk || talk.removedAt) {
    throw refuse('not-found', { da: 'Samtalen findes ikke længere.', en: 'The talk no longer exists.' });
  }
  return talk;
}

/** A closed talk is frozen: notes, date and agreements stay as they were when it closed. */
function theOpenTalk(db: Database, id: string) {
  const talk = theTalk(db, id);
  if (talk.closedAt) {
    throw refuse('conflict', {
      da: 'Samtalen er lukket. Genåbn den for at ændre i den.',
      en: 'The talk is closed. Reopen it to change it.',
    });
  }
  return talk;
}

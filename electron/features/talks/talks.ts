import type { talks as contract } from '@shared/contract/talks';
import { localDate } from '@shared/domain/dates';
import { needsTalk } from '@shared/domain/due-talks';
import { waitsForFollowUp } from '@shared/domain/promises';
import { schoolYearOf, schoolYearRange } from '@shared/domain/school-year';
import { agendaOf } from '@shared/domain/talk-areas';
import { refuse, type Text } from '@shared/domain/text';
import { and, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { duesIn, spokenWith } from '../../data/queries/due';
import { leadersOn, responsibleLeaderIds } from '../../data/queries/leaders';
import { giveBackNotes, takeUpNotes } from '../../data/queries/notes';
import { planTalk, refuseOwnLeader, refuseSecondOpen, setParticipants } from '../../data/queries/plan-talk';
import { planLineCount, planOf } from '../../data/queries/plans';
import {
  earlierPromises,
  keepFollowUpWhole,
  refuseBeforeFollowUp,
  settleMarks,
} from '../../data/queries/promises';
import { ratingStates } from '../../data/queries/rating-states';
import { dayInYear, newestVersion, staffOn, theEmployee } from '../../data/queries/staff';
import { membersOn, teamsByName } from '../../data/queries/subjects';
import { areasOf } from '../../data/queries/talk-forms';
import { agreementCount, seasonOf, talkMinutes, talkRows } from '../../data/queries/talks';
import { theOpenTalk, theTalk } from '../../data/queries/the-talk';
import { ratings, talkNotes, talkParticipants, talks } from '../../data/schema/talks';
import type { Handlers } from '../context';
import { isRated, notesOf, ownForm, readTalk, spiderTemplateOf } from './read-talk';

/** Talks of every kind, from the date in the calendar to the closed minutes (R002-06 … R002-09, R003-07, R003-08). */
export const talksHandlers: Handlers<typeof contract> = {
  list(context, { schoolYear }) {
    const { db } = context;
    const today = localDate(context.now());
    const { first } = schoolYearRange(schoolYear);
    // A talk left open from an earlier year belongs to the present list until somebody closes it.
    const isPresent = dayInYear(schoolYear, today) === today;
    const leftOpen = isPresent ? and(isNull(talks.closedAt), lt(talks.heldOn, first)) : undefined;
    const { employees: dues } = duesIn(db, schoolYear, today);
    return {
      season: seasonOf(db, schoolYear),
      talks: talkRows(db, or(eq(talks.schoolYear, schoolYear), leftOpen)),
      held: spokenWith(dues, schoolYear),
      all: dues.length,
      without: dues.flatMap(({ employeeId, name, categoryName, lastHeldOn, due }) => {
        const state = needsTalk(due) ? due.state : due.state === 'later' ? 'later' : null;
        const { dueOn, reason } = due;
        return state ? [{ employeeId, name, categoryName, lastHeldOn, dueOn, reason, state }] : [];
      }),
    };
  },

  forEmployee({ db }, { employeeId }) {
    const tookPart = db
      .select({ id: talkParticipants.talkId })
      .from(talkParticipants)
      .where(eq(talkParticipants.employeeId, employeeId));
    return {
      talks: talkRows(db, or(eq(talks.employeeId, employeeId), inArray(talks.id, tookPart))).reverse(),
    };
  },

  forTeam: ({ db }, { teamId }) => ({ talks: talkRows(db, eq(talks.teamId, teamId)).reverse() }),

  choices(context) {
    const { db } = context;
    const today = localDate(context.now());
    const leaders = responsibleLeaderIds(db, today);
    return {
      leaders: leadersOn(db, today),
      teams: teamsByName(db).map(({ id, name }) => ({ id, name, members: membersOn(db, id, today) })),
      employees: staffOn(db, today).map(({ id, name, categoryName }) => ({
        id,
        name,
        categoryName,
        leaderId: leaders.get(id) ?? null,
      })),
      minutes: talkMinutes(db),
    };
  },

  get: ({ db }, { id }) => readTalk(db, theTalk(db, id)),

  plan(context, input) {
    const fields = ['kind', 'heldOn', 'startsAt', 'place'];
    const made = (id: string) => ({ action: 'talk.planned', entity: 'talk', entityId: id, fields });
    const id = context.write(made, (db) =>
      planTalk(db, input, { now: context.now(), language: context.language() }),
    );
    return { id };
  },

  save(context, { id, participants, ...details }) {
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
        if (details.leaderId) refuseOwnLeader(theEmployee(db, details.leaderId), talk.employeeId);
        db.update(talks)
          .set({ ...details, schoolYear })
          .where(eq(talks.id, id))
          .run();
        if (talk.teamId) setParticipants(db, id, participants);
        keepFollowUpWhole(db, talk);
        return {};
      },
    );
  },

  saveNote(context, { talkId, area, text }) {
    const savedAt = context.now().toISOString();
    return context.write(
      { action: 'talk.noted', entity: 'talk', entityId: talkId, fields: [`area${area}`] },
      (db) => {
        const talk = theOpenTalk(db, talkId);
        const found = areasOf(db, talk).find(({ number }) => number === area);
        if (!found) throw refuse('not-found', noSuchArea);
        if (waitsForFollowUp(found.part, talk.kind)) refuseBeforeFollowUp(earlierPromises(db, talk));
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

  useNewestForm(context, { id }) {
    const fields = ['formVersionId', 'agenda'];
    return context.write({ action: 'talk.form', entity: 'talk', entityId: id, fields }, (db) => {
      const talk = theOpenTalk(db, id);
      if (notesOf(db, id).length > 0) {
        throw refuse('conflict', {
          da: 'Der er allerede skrevet i samtalen, så den beholder sit skema.',
          en: 'Something has been written in the talk already, so it keeps its form.',
        });
      }
      const form = { kind: talk.kind, formVersionId: ownForm(db, talk)?.versionId ?? null };
      const agenda = agendaOf(areasOf(db, form), context.language());
      db.update(talks)
        .set({ ...form, agenda })
        .where(eq(talks.id, id))
        .run();
      return {};
    });
  },

  useNewestSpider(context, { id }) {
    return context.write(
      { action: 'talk.spider', entity: 'talk', entityId: id, fields: ['templateVersionId'] },
      (db) => {
        const talk = theOpenTalk(db, id);
        if (isRated(db, id) || ratingStates(db, [talk]).get(id)?.self !== 'none') {
          throw refuse('conflict', {
            da: 'Vurderingen er i gang og fortsætter på det spind, den begyndte på.',
            en: 'The rating has begun and continues on the spider it began on.',
          });
        }
        const newest = newestVersion(db, spiderTemplateOf(db, talk));
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
      refuseBeforeFollowUp(earlierPromises(db, talk));
      const { employeeId, schoolYear } = talk;
      const plan = employeeId ? planOf(db, { employeeId, schoolYear }) : undefined;
      const isEmpty = agreementCount(db, id) === 0 && (!plan || planLineCount(db, plan.id) === 0);
      if (isEmpty && emptyPlanReason === '') {
        throw refuse('invalid', emptyPlan, { emptyPlanReason: emptyPlan });
      }
      db.update(talks)
        .set({ closedAt: context.now().toISOString(), emptyPlanReason: isEmpty ? emptyPlanReason : '' })
        .where(eq(talks.id, id))
        .run();
      lockCommonLevels(db, id, context.now().toISOString());
      settleMarks(db, talk);
      takeUpNotes(db, talk);
      keepFollowUpWhole(db, talk);
      return {};
    });
  },

  reopen(context, { id }) {
    return context.write(
      { action: 'talk.reopened', entity: 'talk', entityId: id, fields: ['closedAt'] },
      (db) => {
        theTalk(db, id);
        db.update(talks).set({ closedAt: null }).where(eq(talks.id, id)).run();
        lockCommonLevels(db, id, null);
        giveBackNotes(db, id);
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
      const talk = theTalk(db, id);
      if (talk.closedAt === null) refuseSecondOpen(db, talk);
      keepFollowUpWhole(db, talk);
      return {};
    });
  },
};

/** What was agreed, and what a team says of itself, is locked with the talk, and opens with it (DOMAIN 4.5). */
function lockCommonLevels(db: Database, talkId: string, lockedAt: string | null): void {
  db.update(ratings)
    .set({ lockedAt })
    .where(and(eq(ratings.talkId, talkId), inArray(ratings.role, ['agreed', 'team'])))
    .run();
}

const noSuchArea: Text = {
  da: 'Samtalens skema har ikke det hovedområde.',
  en: 'The talk’s form has no such main area.',
};
const emptyPlan: Text = {
  da: 'Der er ingen aftaler i samtalen. Lav en aftale, eller skriv, hvorfor der ikke er nogen.',
  en: 'The talk has no agreements. Make one, or say why there are none.',
};

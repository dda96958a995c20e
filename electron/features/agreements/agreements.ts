import { randomUUID } from 'node:crypto';
import type { InputOf } from '@shared/contract';
import type { agreements as contract } from '@shared/contract/agreements';
import { danishOrder } from '@shared/domain/danish-order';
import { localDate } from '@shared/domain/dates';
import { missingWords } from '@shared/domain/promises';
import { refuse, type Text } from '@shared/domain/text';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { readAgreements } from '../../data/queries/agreements';
import { leaderOf, schoolLeader } from '../../data/queries/leaders';
import { planOf, refuseIfFixed } from '../../data/queries/plans';
import { earlierPromises, keepFollowUpWhole, refuseBeforeFollowUp } from '../../data/queries/promises';
import { newestVersion, theEmployee } from '../../data/queries/staff';
import { membersOn, subjectKey, theTeam } from '../../data/queries/subjects';
import { refuseIfClosed, theOpenTalk, theTalk } from '../../data/queries/the-talk';
import { tasks } from '../../data/schema/employees';
import { priorities } from '../../data/schema/school';
import { competenceDomains, competences } from '../../data/schema/spiders';
import { agreements, talks } from '../../data/schema/talks';
import type { Handlers } from '../context';
import { dropPlanLine, planOfLine, savePlanLine, touchPlanOf } from './plan-part';

/** Promises: made in a talk or with a plan, followed up in the next talk (R003-01, R003-05, DOMAIN 4.3). */
export const agreementsHandlers: Handlers<typeof contract> = {
  forEmployee: ({ db }, { employeeId }) => ({
    agreements: readAgreements(db, eq(agreements.employeeId, employeeId)),
  }),

  forTeam: ({ db }, { teamId }) => ({ agreements: readAgreements(db, eq(agreements.teamId, teamId)) }),

  forTalk: ({ db }, { talkId }) => ({ agreements: readAgreements(db, eq(agreements.talkId, talkId)) }),

  earlier({ db }, { talkId }) {
    const ids = earlierPromises(db, theTalk(db, talkId)).map((promise) => promise.id);
    return { agreements: readAgreements(db, inArray(agreements.id, ids), 'due') };
  },

  choices(context, { employeeId, teamId, schoolYear }) {
    const { db } = context;
    const today = localDate(context.now());
    const employee = employeeId ? theEmployee(db, employeeId) : null;
    const partner = employee ?? theTeam(db, teamId ?? '');
    const version = newestVersion(db, partner.spiderTemplateId);
    const plan = employee ? planOf(db, { employeeId: employee.id, schoolYear }) : undefined;
    return {
      subjectName: partner.name,
      members: employee ? [] : membersOn(db, partner.id, today).map(({ name }) => name),
      leaderName: (employee ? leaderOf(db, employee.id, today) : schoolLeader(db)).name,
      competences: version
        ? db
            .select({ name: competences.name })
            .from(competences)
            .innerJoin(competenceDomains, eq(competenceDomains.id, competences.domainId))
            .where(eq(competenceDomains.versionId, version.id))
            .orderBy(asc(competenceDomains.position), asc(competences.position))
            .all()
            .map((competence) => competence.name)
        : [],
      tasks: employee
        ? db
            .select({ kind: tasks.kind, name: tasks.name })
            .from(tasks)
            .where(and(eq(tasks.employeeId, employee.id), eq(tasks.schoolYear, schoolYear)))
            .all()
            .sort((a, b) => danishOrder.compare(a.name, b.name))
        : [],
      priorities: db
        .select({ id: priorities.id, kind: priorities.kind, name: priorities.name })
        .from(priorities)
        .orderBy(asc(priorities.position))
        .all(),
      plan: plan ? { id: plan.id, status: plan.status } : null,
    };
  },

  save(context, input) {
    const now = context.now();
    const id = input.id ?? randomUUID();
    const fields = Object.keys(input).filter(
      (key) => !['id', 'employeeId', 'teamId', 'talkId'].includes(key),
    );
    return context.write(
      { action: input.id ? 'agreement.saved' : 'agreement.made', entity: 'agreement', entityId: id, fields },
      (db) => {
        const before = input.id ? theAgreement(db, input.id) : null;
        if (before) {
          refuseIfFixedAgreement(db, before);
          refuseIfSettled(db, before);
        }
        const talkId = before ? before.talkId : input.talkId;
        // A promise outlives the talk it was made in, should that be removed.
        const talk = !before && talkId ? theOpenTalk(db, talkId) : null;
        for (const known of [talk, before]) {
          if (known && subjectKey(known) !== subjectKey(input)) throw refuse('invalid', otherSubject);
        }
        refuseBadSubject(db, input);
        if (talk) refuseBeforeFollowUp(earlierPromises(db, talk));
        refuseIfIncomplete(input, before ? null : [localDate(now), talk?.heldOn ?? ''].sort().find(Boolean));

        const { plan, ...words } = input;
        const schoolYear = before?.schoolYear ?? talk?.schoolYear ?? input.schoolYear;
        const row = { ...words, id, talkId, schoolYear };
        if (before) db.update(agreements).set(row).where(eq(agreements.id, id)).run();
        else {
          const born = { state: 'open', stateReason: '', createdAt: now.toISOString() } as const;
          db.insert(agreements)
            .values({ ...row, ...born })
            .run();
        }
        const { employeeId } = input;
        if (plan && employeeId) savePlanLine(db, { ...row, employeeId, plan }, now);
        else dropPlanLine(db, id, now);
        keepFollowUpWhole(db, input);
        return { id };
      },
    );
  },

  remove(context, { id }) {
    return context.write({ action: 'agreement.removed', entity: 'agreement', entityId: id }, (db) => {
      const before = theAgreement(db, id);
      refuseIfFixedAgreement(db, before);
      refuseIfSettled(db, before);
      db.update(agreements)
        .set({ removedAt: context.now().toISOString() })
        .where(eq(agreements.id, id))
        .run();
      touchPlanOf(db, id, context.now());
      return {};
    });
  },

  restore(context, { id }) {
    return context.write({ action: 'agreement.restored', entity: 'agreement', entityId: id }, (db) => {
      const before = theAgreement(db, id, { removed: true });
      refuseIfFixedAgreement(db, before);
      db.update(agreements).set({ removedAt: null }).where(eq(agreements.id, id)).run();
      touchPlanOf(db, id, context.now());
      keepFollowUpWhole(db, before);
      return {};
    });
  },

  mark(context, { id, state, reason, talkId }) {
    const entry = {
      action: 'agreement.marked',
      entity: 'agreement',
      entityId: id,
      fields: ['state', 'stateReason'],
    };
    return context.write(entry, (db) => {
      const before = theAgreement(db, id);
      refuseIfSettled(db, before);
      if (reason === '') {
        const text = { da: 'Skriv en kort begrundelse.', en: 'Give a brief reason.' };
        throw refuse('invalid', text, { reason: text });
      }
      if (talkId) {
        const talk = theOpenTalk(db, talkId);
        if (!earlierPromises(db, talk).some((promise) => promise.id === id)) {
          throw refuse('conflict', {
            da: 'Aftalen hører ikke til opfølgningen i denne samtale.',
            en: 'The agreement is not part of this talk’s follow-up.',
          });
        }
      }
      db.update(agreements)
        .set({ state, stateReason: reason, markedInTalkId: talkId })
        .where(eq(agreements.id, id))
        .run();
      return {};
    });
  },

  unmark(context, { id }) {
    const entry = {
      action: 'agreement.opened',
      entity: 'agreement',
      entityId: id,
      fields: ['state', 'stateReason'],
    };
    return context.write(entry, (db) => {
      const before = theAgreement(db, id);
      refuseIfSettled(db, before);
      db.update(agreements)
        .set({ state: 'open', stateReason: '', markedInTalkId: null })
        .where(eq(agreements.id, id))
        .run();
      keepFollowUpWhole(db, before);
      return {};
    });
  },
};

const otherSubject: Text = {
  da: 'Aftalen hører til en anden medarbejder eller et andet team.',
  en: 'The agreement belongs to another employee or another team.',
};

/** A promise is one employee's or one team's, and a team has no training plan. */
function refuseBadSubject(db: Database, { employeeId, teamId, plan }: InputOf<'agreements', 'save'>): void {
  if ((employeeId === null) === (teamId === null)) {
    throw refuse('invalid', {
      da: 'En aftale laves med én medarbejder eller ét team.',
      en: 'An agreement is made with one employee or one team.',
    });
  }
  if (employeeId) theEmployee(db, employeeId);
  else theTeam(db, teamId ?? '');
  if (teamId && plan) {
    throw refuse('invalid', {
      da: 'Et team har ingen uddannelsesplan. Gem aftalen uden plads i planen.',
      en: 'A team has no training plan. Save the agreement without a place in the plan.',
    });
  }
}

type AgreementRow = typeof agreements.$inferSelect;

function theAgreement(db: Database, id: string, { removed = false } = {}): AgreementRow {
  const row = db.select().from(agreements).where(eq(agreements.id, id)).get();
  if (!row || (row.removedAt !== null) !== removed) {
    throw refuse('not-found', { da: 'Aftalen findes ikke længere.', en: 'The agreement no longer exists.' });
  }
  return row;
}

/** An agreement of a closed talk, or a line of a plan that is agreed or signed, stays as it was written. */
function refuseIfFixedAgreement(db: Database, row: AgreementRow): void {
  if (row.talkId) {
    const talk = db.select({ closedAt: talks.closedAt }).from(talks).where(eq(talks.id, row.talkId)).get();
    if (talk) refuseIfClosed(talk);
  }
  const plan = planOfLine(db, row.id);
  if (plan) refuseIfFixed(plan);
}

/** What a closed talk has followed up stays as that talk marked it. */
function refuseIfSettled(db: Database, row: AgreementRow): void {
  if (!row.markedInTalkId) return;
  const talk = db
    .select({ closedAt: talks.closedAt })
    .from(talks)
    .where(eq(talks.id, row.markedInTalkId))
    .get();
  if (!talk?.closedAt) return;
  throw refuse('conflict', {
    da: 'En lukket samtale har fulgt op på aftalen. Genåbn samtalen for at ændre det.',
    en: 'A closed talk has followed up on the agreement. Reopen the talk to change that.',
  });
}

/** The four of R003-01, and for a plan line the task it springs from (R000-10); a new promise lies ahead. */
function refuseIfIncomplete(input: InputOf<'agreements', 'save'>, earliest: string | null | undefined): void {
  const fields: Record<string, Text> = missingWords(input);
  if (earliest && input.dueOn && input.dueOn < earliest) {
    fields.dueOn = {
      da: 'Datoen er passeret. Vælg en senere.',
      en: 'The date has passed. Choose a later one.',
    };
  }
  if (input.plan?.taskName === '') {
    fields.taskName = {
      da: 'Skriv den opgave, behovet udspringer af.',
      en: 'Enter the task the need arises from.',
    };
  }
  if (Object.keys(fields).length === 0) return;
  throw refuse(
    'invalid',
    {
      da: 'Aftalen kan ikke gemmes endnu. Ret de markerede felter.',
      en: 'The agreement cannot be saved yet. Correct the marked fields.',
    },
    fields,
  );
}

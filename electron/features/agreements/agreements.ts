import { randomUUID } from 'node:crypto';
import type { agreements as contract } from '@shared/contract/agreements';
import { danishOrder } from '@shared/domain/danish-order';
import { localDate } from '@shared/domain/dates';
import { refuse } from '@shared/domain/text';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { readAgreements } from '../../data/queries/agreements';
import { leaderOf, schoolLeader } from '../../data/queries/leaders';
import { planOf } from '../../data/queries/plans';
import { earlierPromises, keepFollowUpWhole } from '../../data/queries/promises';
import { newestVersion, theEmployee } from '../../data/queries/staff';
import { membersOn, theTeam } from '../../data/queries/subjects';
import { theOpenTalk, theTalk } from '../../data/queries/the-talk';
import {
  changeAgreement,
  makeAgreement,
  refuseIfSettled,
  removeAgreement,
  restoreAgreement,
  theAgreement,
} from '../../data/queries/write-agreement';
import { tasks } from '../../data/schema/employees';
import { priorities } from '../../data/schema/school';
import { competenceDomains, competences } from '../../data/schema/spiders';
import { agreements } from '../../data/schema/talks';
import type { Handlers } from '../context';

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
    const id = input.id ?? randomUUID();
    const fields = Object.keys(input).filter(
      (key) => !['id', 'employeeId', 'teamId', 'talkId'].includes(key),
    );
    return context.write(
      { action: input.id ? 'agreement.saved' : 'agreement.made', entity: 'agreement', entityId: id, fields },
      (db) => {
        if (input.id) changeAgreement(db, { ...input, id }, context.now());
        else makeAgreement(db, { ...input, id }, context.now());
        return { id };
      },
    );
  },

  remove(context, { id }) {
    return context.write({ action: 'agreement.removed', entity: 'agreement', entityId: id }, (db) => {
      removeAgreement(db, id, context.now());
      return {};
    });
  },

  restore(context, { id }) {
    return context.write({ action: 'agreement.restored', entity: 'agreement', entityId: id }, (db) => {
      restoreAgreement(db, id, context.now());
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

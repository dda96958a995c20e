import type { trainingPlans as contract } from '@shared/contract/training-plans';
import { localDate } from '@shared/domain/dates';
import { planProblems, planStatus } from '@shared/domain/plan-status';
import { refuse } from '@shared/domain/text';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '../data/open';
import { readAgreements } from '../data/queries/agreements';
import {
  draftPlan,
  type PlanRow,
  planLineCounts,
  planOf,
  refuseIfFixed,
  thePlan,
} from '../data/queries/plans';
import { dayInYear, staffOn, theEmployee } from '../data/queries/staff';
import { documents } from '../data/schema/documents';
import { schools } from '../data/schema/school';
import { planLines, talks, trainingPlans } from '../data/schema/talks';
import type { Handlers } from './context';

/** Individual training plans: mangler, kladde, aftalt, underskrevet (R000-03). `documents` alone sets signed. */
export const trainingPlansHandlers: Handlers<typeof contract> = {
  list(context, { schoolYear }) {
    const { db } = context;
    const plans = db.select().from(trainingPlans).where(eq(trainingPlans.schoolYear, schoolYear)).all();
    const planByEmployee = new Map(plans.map((plan) => [plan.employeeId, plan]));
    const lines = planLineCounts(db, eq(trainingPlans.schoolYear, schoolYear));
    const talkDays = new Map(
      db
        .select({ employeeId: talks.employeeId, heldOn: talks.heldOn })
        .from(talks)
        .where(and(eq(talks.schoolYear, schoolYear), isNull(talks.removedAt)))
        .orderBy(asc(talks.heldOn))
        .all()
        .map((talk) => [talk.employeeId, talk.heldOn]),
    );
    const day = dayInYear(schoolYear, localDate(context.now()));
    return {
      plans: staffOn(db, day).map(({ id: employeeId, name, categoryName }) => {
        const plan = planByEmployee.get(employeeId);
        return {
          employeeId,
          name,
          categoryName,
          status: planStatus(plan),
          lines: plan ? (lines.get(plan.id) ?? 0) : 0,
          talkOn: talkDays.get(employeeId) ?? null,
          updatedAt: plan?.updatedAt ?? null,
        };
      }),
    };
  },

  get(context, { employeeId, schoolYear }) {
    const { db } = context;
    const employee = theEmployee(db, employeeId);
    const school = db.select().from(schools).get();
    const plan = planOf(db, { employeeId, schoolYear });
    const lines = plan ? linesOf(db, plan.id) : [];
    return {
      employeeId,
      employeeName: employee.name,
      role: employee.title || employee.categoryName,
      status: planStatus(plan),
      legalBasis: school?.legalBasis ?? '',
      legalBasisSource: school?.legalBasisSource ?? '',
      legalBasisCheckedOn: school?.legalBasisCheckedOn ?? '',
      plan: plan
        ? {
            id: plan.id,
            teachingGoals: plan.teachingGoals,
            version: plan.version,
            talkId: plan.talkId,
            talkOn: plan.talkId ? talkDay(db, plan.talkId) : null,
            createdAt: plan.createdAt,
            updatedAt: plan.updatedAt,
          }
        : null,
      lines,
      problems: problemsOf(lines).map((text) => text[context.language()]),
    };
  },

  open(context, { employeeId, schoolYear }) {
    return context.write<{ planId: string }>(
      ({ planId }) => ({ action: 'plan.opened', entity: 'trainingPlan', entityId: planId }),
      (db) => {
        theEmployee(db, employeeId);
        const plan = planOf(db, { employeeId, schoolYear });
        return {
          planId: (plan ?? draftPlan(db, { employeeId, schoolYear, talkId: null }, context.now())).id,
        };
      },
    );
  },

  saveGoals(context, { employeeId, schoolYear, text }) {
    const savedAt = context.now().toISOString();
    const written = context.write<{ planId: string; savedAt: string }>(
      ({ planId }) => ({
        action: 'plan.goals',
        entity: 'trainingPlan',
        entityId: planId,
        fields: ['teachingGoals'],
      }),
      (db) => {
        theEmployee(db, employeeId);
        const plan = draftPlan(db, { employeeId, schoolYear, talkId: null }, context.now());
        db.update(trainingPlans)
          .set({ teachingGoals: text, updatedAt: savedAt })
          .where(eq(trainingPlans.id, plan.id))
          .run();
        return { planId: plan.id, savedAt };
      },
    );
    return { savedAt: written.savedAt };
  },

  agree(context, { planId }) {
    return context.write(
      { action: 'plan.agreed', entity: 'trainingPlan', entityId: planId, fields: ['status'] },
      (db) => {
        const plan = thePlan(db, planId);
        refuseIfFixed(plan);
        const [problem] = problemsOf(linesOf(db, planId));
        if (problem) throw refuse('invalid', problem);
        setStatus(db, plan, { status: 'agreed' }, context.now());
        return {};
      },
    );
  },

  reopen(context, { planId }) {
    return context.write(
      { action: 'plan.reopened', entity: 'trainingPlan', entityId: planId, fields: ['status', 'version'] },
      (db) => {
        const plan = thePlan(db, planId);
        if (plan.status === 'draft') return {};
        const wasPutToSignature =
          plan.status === 'signed' ||
          db
            .select({ id: documents.id })
            .from(documents)
            .where(
              and(eq(documents.planId, planId), inArray(documents.state, ['awaitingSignatures', 'signed'])),
            )
            .get() !== undefined;
        const version = plan.version + (wasPutToSignature ? 1 : 0);
        setStatus(db, plan, { status: 'draft', version }, context.now());
        return {};
      },
    );
  },
};

function setStatus(db: Database, plan: PlanRow, change: Partial<PlanRow>, now: Date): void {
  db.update(trainingPlans)
    .set({ ...change, updatedAt: now.toISOString() })
    .where(eq(trainingPlans.id, plan.id))
    .run();
}

const linesOf = (db: Database, planId: string) => readAgreements(db, eq(planLines.planId, planId), 'plan');

const problemsOf = (lines: ReturnType<typeof linesOf>) =>
  planProblems(
    lines.map(({ plan, ...line }) => ({ ...line, cell: plan?.cell ?? '', taskName: plan?.taskName ?? '' })),
  );

function talkDay(db: Database, talkId: string): string | null {
  return db.select({ heldOn: talks.heldOn }).from(talks).where(eq(talks.id, talkId)).get()?.heldOn ?? null;
}

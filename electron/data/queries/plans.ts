import { randomUUID } from 'node:crypto';
import { refuse } from '@shared/domain/text';
import { and, count, eq, isNull, type SQL } from 'drizzle-orm';
import type { Database } from '../open';
import { agreements, planLines, trainingPlans } from '../schema/talks';

export type PlanRow = typeof trainingPlans.$inferSelect;
type PlanKey = { employeeId: string; schoolYear: string };

/** A training plan; refuses `not-found`. */
export function thePlan(db: Database, planId: string): PlanRow {
  const plan = db.select().from(trainingPlans).where(eq(trainingPlans.id, planId)).get();
  if (!plan)
    throw refuse('not-found', { da: 'Planen findes ikke længere.', en: 'The plan no longer exists.' });
  return plan;
}

/** The training plan of a person for a school year, if there is one. */
export function planOf(db: Database, { employeeId, schoolYear }: PlanKey): PlanRow | undefined {
  return db
    .select()
    .from(trainingPlans)
    .where(and(eq(trainingPlans.employeeId, employeeId), eq(trainingPlans.schoolYear, schoolYear)))
    .get();
}

/**
 * The year's plan, made as a draft when there is none. A plan that belongs to no talk yet takes `talkId`. Refuses
 * `conflict` when it is agreed or signed: what is put to signature does not change underneath.
 */
export function draftPlan(db: Database, key: PlanKey & { talkId: string | null }, now: Date): PlanRow {
  const existing = planOf(db, key);
  if (existing) {
    refuseIfFixed(existing);
    if (key.talkId && !existing.talkId) {
      db.update(trainingPlans).set({ talkId: key.talkId }).where(eq(trainingPlans.id, existing.id)).run();
    }
    return existing;
  }
  const plan: PlanRow = {
    id: randomUUID(),
    ...key,
    teachingGoals: '',
    status: 'draft',
    version: 1,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  };
  db.insert(trainingPlans).values(plan).run();
  return plan;
}

export function refuseIfFixed(plan: Pick<PlanRow, 'status'>): void {
  if (plan.status === 'draft') return;
  throw refuse(
    'conflict',
    plan.status === 'signed'
      ? {
          da: 'Årets uddannelsesplan er underskrevet. Genåbn den for at ændre den; den underskrevne plan bliver liggende.',
          en: 'This year’s training plan is signed. Reopen it to change it; the signed plan stays.',
        }
      : {
          da: 'Årets uddannelsesplan er aftalt. Genåbn den for at ændre den.',
          en: 'This year’s training plan is agreed. Reopen it to change it.',
        },
  );
}

export function touchPlan(db: Database, planId: string, now: Date): void {
  db.update(trainingPlans).set({ updatedAt: now.toISOString() }).where(eq(trainingPlans.id, planId)).run();
}

/** How many lines of the plan stand. */
export function planLineCount(db: Database, planId: string): number {
  const row = db
    .select({ n: count() })
    .from(planLines)
    .innerJoin(agreements, eq(agreements.id, planLines.agreementId))
    .where(and(eq(planLines.planId, planId), isNull(agreements.removedAt)))
    .get();
  return row?.n ?? 0;
}

/** How many lines stand in each of these plans, by plan id; a plan without any is not in it. */
export function planLineCounts(db: Database, which: SQL): Map<string, number> {
  const rows = db
    .select({ planId: planLines.planId, n: count() })
    .from(planLines)
    .innerJoin(agreements, eq(agreements.id, planLines.agreementId))
    .innerJoin(trainingPlans, eq(trainingPlans.id, planLines.planId))
    .where(and(which, isNull(agreements.removedAt)))
    .groupBy(planLines.planId)
    .all();
  return new Map(rows.map(({ planId, n }) => [planId, n]));
}

import { randomUUID } from 'node:crypto';
import type { InputOf } from '@shared/contract';
import { priorityKindOf } from '@shared/domain/inspiration-matrix';
import { and, eq, max } from 'drizzle-orm';
import type { Database } from '../open';
import { tasks } from '../schema/employees';
import { priorities } from '../schema/school';
import { planLines, trainingPlans } from '../schema/talks';
import { draftPlan, touchPlan } from './plans';

type PlanPart = NonNullable<InputOf<'agreements', 'save'>['plan']>;
type Line = { id: string; employeeId: string; schoolYear: string; talkId: string | null; plan: PlanPart };

/** Finds or makes task, draft plan and line for an agreement, in the transaction of the agreement itself. */
export function savePlanLine(
  db: Database,
  { id, employeeId, schoolYear, talkId, plan: part }: Line,
  now: Date,
): void {
  const plan = draftPlan(db, { employeeId, schoolYear, talkId }, now);
  const kind = priorityKindOf(part.cell);
  const priority = part.priorityId
    ? db.select().from(priorities).where(eq(priorities.id, part.priorityId)).get()
    : undefined;
  const line = {
    planId: plan.id,
    cell: part.cell,
    priorityId: priority && priority.kind === kind ? priority.id : null,
    taskId: taskId(db, { employeeId, schoolYear, kind: part.taskKind, name: part.taskName }),
  };
  const existing = db.select().from(planLines).where(eq(planLines.agreementId, id)).get();
  if (existing) db.update(planLines).set(line).where(eq(planLines.id, existing.id)).run();
  else {
    const last = db
      .select({ position: max(planLines.position) })
      .from(planLines)
      .where(eq(planLines.planId, plan.id))
      .get();
    const position = (last?.position ?? 0) + 1;
    db.insert(planLines)
      .values({ id: randomUUID(), agreementId: id, position, ...line })
      .run();
  }
  touchPlan(db, plan.id, now);
}

/** The agreement stays, but is no line of a plan any more. */
export function dropPlanLine(db: Database, agreementId: string, now: Date): void {
  const plan = planOfLine(db, agreementId);
  if (!plan) return;
  db.delete(planLines).where(eq(planLines.agreementId, agreementId)).run();
  touchPlan(db, plan.id, now);
}

/** The plan an agreement is a line of. */
export function planOfLine(db: Database, agreementId: string) {
  return db
    .select({ id: trainingPlans.id, status: trainingPlans.status })
    .from(planLines)
    .innerJoin(trainingPlans, eq(trainingPlans.id, planLines.planId))
    .where(eq(planLines.agreementId, agreementId))
    .get();
}

/** Notes that a line of the plan came or went. */
export function touchPlanOf(db: Database, agreementId: string, now: Date): void {
  const plan = planOfLine(db, agreementId);
  if (plan) touchPlan(db, plan.id, now);
}

type Task = Omit<typeof tasks.$inferInsert, 'id'>;

function taskId(db: Database, task: Task): string {
  const existing = db
    .select({ id: tasks.id })
    .from(tasks)
    .where(
      and(
        eq(tasks.employeeId, task.employeeId),
        eq(tasks.schoolYear, task.schoolYear),
        eq(tasks.kind, task.kind),
        eq(tasks.name, task.name),
      ),
    )
    .get();
  if (existing) return existing.id;
  const id = randomUUID();
  db.insert(tasks)
    .values({ id, ...task })
    .run();
  return id;
}

import type { Agreement } from '@shared/contract/agreements';
import { localDate } from '@shared/domain/dates';
import { isMatrixCode, type MatrixCode } from '@shared/domain/inspiration-matrix';
import { and, asc, desc, eq, isNull, type SQL } from 'drizzle-orm';
import type { Database } from '../open';
import { tasks } from '../schema/employees';
import { priorities } from '../schema/school';
import { agreements, planLines, talks, trainingPlans } from '../schema/talks';

/** Agreements that stand, with what ties them to talk and plan; newest first, or in the plan's order. */
export function readAgreements(
  db: Database,
  where: SQL,
  order: 'newest' | 'plan' | 'due' = 'newest',
): Agreement[] {
  const orders = {
    newest: [desc(agreements.createdAt), asc(agreements.id)],
    plan: [asc(planLines.position), asc(agreements.id)],
    due: [asc(agreements.dueOn), asc(agreements.id)],
  };
  return db
    .select({
      row: agreements,
      talkHeldOn: talks.heldOn,
      talkClosedAt: talks.closedAt,
      planId: planLines.planId,
      planStatus: trainingPlans.status,
      cell: planLines.cell,
      priorityId: planLines.priorityId,
      priorityName: priorities.name,
      taskKind: tasks.kind,
      taskName: tasks.name,
    })
    .from(agreements)
    .leftJoin(talks, eq(talks.id, agreements.talkId))
    .leftJoin(planLines, eq(planLines.agreementId, agreements.id))
    .leftJoin(trainingPlans, eq(trainingPlans.id, planLines.planId))
    .leftJoin(priorities, eq(priorities.id, planLines.priorityId))
    .leftJoin(tasks, eq(tasks.id, planLines.taskId))
    .where(and(isNull(agreements.removedAt), where))
    .orderBy(...orders[order])
    .all()
    .map(({ row, talkHeldOn, talkClosedAt, planId, planStatus, cell, ...line }) => {
      const { removedAt: _, ...facts } = row;
      return {
        ...facts,
        madeOn: talkHeldOn ?? localDate(new Date(row.createdAt)),
        fixedBy: talkClosedAt
          ? 'closedTalk'
          : planStatus === 'signed'
            ? 'signedPlan'
            : planStatus === 'agreed'
              ? 'agreedPlan'
              : null,
        plan:
          planId && line.taskKind
            ? {
                planId,
                cell: matrixCode(cell),
                priorityId: line.priorityId,
                priorityName: line.priorityName ?? '',
                taskKind: line.taskKind,
                taskName: line.taskName ?? '',
              }
            : null,
      };
    });
}

function matrixCode(cell: string | null): MatrixCode {
  if (cell === null || !isMatrixCode(cell)) throw new Error('a plan line names no cell of the matrix');
  return cell;
}

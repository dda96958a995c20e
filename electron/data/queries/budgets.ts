import { type BudgetSums, budgetSums } from '@shared/domain/budget-sums';
import { danishOrder } from '@shared/domain/danish-order';
import { groupBy } from '@shared/domain/group-by';
import { and, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm';
import type { Database } from '../open';
import { teams } from '../schema/employees';
import { budgets, enrolments } from '../schema/enrolments';
import { fundApplications } from '../schema/funds';
import { priorities } from '../schema/school';

/** States of an application in which its money is granted. What has to be paid back is no money. */
const grantedStates = ['granted', 'paid'] as const;

/** What funds have granted for each enrolment, øre. Only what is tied to the enrolment and granted counts. */
export function grantedByEnrolment(db: Database): Map<string, number> {
  const granted = new Map<string, number>();
  const rows = db
    .select({ enrolmentId: fundApplications.enrolmentId, grantedOre: fundApplications.grantedOre })
    .from(fundApplications)
    .where(
      and(
        isNull(fundApplications.removedAt),
        isNotNull(fundApplications.enrolmentId),
        inArray(fundApplications.state, grantedStates),
      ),
    )
    .all();
  for (const { enrolmentId, grantedOre } of rows)
    if (enrolmentId !== null) granted.set(enrolmentId, (granted.get(enrolmentId) ?? 0) + (grantedOre ?? 0));
  return granted;
}

export type BudgetRow = Omit<typeof budgets.$inferSelect, 'removedAt'> & {
  readonly teamName: string;
  readonly priorityName: string;
  readonly sums: BudgetSums;
};

const newestFirst = (a: { schoolYear: string; name: string }, b: { schoolYear: string; name: string }) =>
  b.schoolYear.localeCompare(a.schoolYear) || danishOrder.compare(a.name, b.name);

/** Budgets that are not removed, to choose from: newest year first and in Danish order. */
export function budgetNames(db: Database): { id: string; name: string; schoolYear: string }[] {
  return db
    .select({ id: budgets.id, name: budgets.name, schoolYear: budgets.schoolYear })
    .from(budgets)
    .where(isNull(budgets.removedAt))
    .all()
    .sort(newestFirst);
}

/** Budgets that are not removed, newest year first and in Danish order, with what is used of them. */
export function budgetRows(db: Database, only?: SQL): BudgetRow[] {
  const granted = grantedByEnrolment(db);
  const lines = groupBy(
    db
      .select({
        id: enrolments.id,
        budgetId: enrolments.budgetId,
        state: enrolments.state,
        feeOre: enrolments.feeOre,
        materialsOre: enrolments.materialsOre,
        substituteDays: enrolments.substituteDays,
        substituteDayOre: enrolments.substituteDayOre,
      })
      .from(enrolments)
      .where(and(isNull(enrolments.removedAt), isNotNull(enrolments.budgetId)))
      .all()
      .map((line) => ({ ...line, grantedOre: granted.get(line.id) ?? 0 })),
    ({ budgetId }) => budgetId,
  );
  return db
    .select({ row: budgets, teamName: teams.name, priorityName: priorities.name })
    .from(budgets)
    .leftJoin(teams, eq(teams.id, budgets.teamId))
    .leftJoin(priorities, eq(priorities.id, budgets.priorityId))
    .where(and(isNull(budgets.removedAt), only))
    .all()
    .map(({ row: { removedAt: _, ...row }, teamName, priorityName }) => ({
      ...row,
      teamName: teamName ?? '',
      priorityName: priorityName ?? '',
      sums: budgetSums(row, lines.get(row.id) ?? []),
    }))
    .sort(newestFirst);
}

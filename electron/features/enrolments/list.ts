import type { Output } from '@shared/contract/core';
import type { enrolments as contract } from '@shared/contract/enrolments';
import { danishOrder } from '@shared/domain/danish-order';
import { localDate } from '@shared/domain/dates';
import { grossOre, netOre } from '@shared/domain/enrolment-costs';
import { isCounting } from '@shared/domain/enrolment-moves';
import { groupBy } from '@shared/domain/group-by';
import { schoolYearOf } from '@shared/domain/school-year';
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { budgetNames, budgetRows } from '../../data/queries/budgets';
import { conflictsOf, type Enrolment, enrolmentRows } from '../../data/queries/enrolments';
import { staffOn, theEmployee } from '../../data/queries/staff';
import { membershipsOn, teamsInOrder } from '../../data/queries/subjects';
import { teams } from '../../data/schema/employees';
import { enrolments } from '../../data/schema/enrolments';
import { courseRuns, programmeItems } from '../../data/schema/programme';
import { priorities } from '../../data/schema/school';
import { agreements, planLines, trainingPlans } from '../../data/schema/talks';
import type { Handlers } from '../context';

type Own = 'list' | 'ofEmployee' | 'choices' | 'linesOf';
type Row = Output<typeof contract.list>['rows'][number];

/** The lists: every enrolment lean, a person's, and what there is to choose from. */
export const listHandlers: Pick<Handlers<typeof contract>, Own> = {
  list(context) {
    const { db } = context;
    const date = localDate(context.now());
    const departments = new Set(
      db
        .select({ id: teams.id })
        .from(teams)
        .where(eq(teams.type, 'department'))
        .all()
        .map(({ id }) => id),
    );
    return {
      date,
      rows: leanRows(db, date, () => true),
      teams: teamsInOrder(db).map(({ id, name }) => ({ id, name, isDepartment: departments.has(id) })),
      budgets: budgetNames(db),
    };
  },

  ofEmployee(context, { employeeId }) {
    const { db } = context;
    theEmployee(db, employeeId);
    return { rows: leanRows(db, localDate(context.now()), (row) => row.employeeId === employeeId) };
  },

  choices(context) {
    const { db } = context;
    const date = localDate(context.now());
    const memberships = membershipsOn(db, date);
    const runs = groupBy(
      db
        .select()
        .from(courseRuns)
        .where(isNull(courseRuns.removedAt))
        .orderBy(asc(courseRuns.startsOn), asc(courseRuns.id))
        .all(),
      ({ itemId }) => itemId,
    );
    const taken = groupBy(
      enrolmentRows(db, isNotNull(enrolments.runId)).filter(({ state }) => isCounting(state)),
      ({ runId }) => runId,
    );
    return {
      people: staffOn(db, date).map(({ id, name }) => ({ id, name, teamIds: memberships.get(id) ?? [] })),
      teams: teamsInOrder(db),
      priorities: priorityRows(db),
      budgets: budgetRows(db).map(({ id, name, schoolYear, teamId, priorityId, sums }) => ({
        ...{ id, name, schoolYear, teamId, priorityId },
        leftOre: sums.leftOre,
      })),
      items: db
        .select({
          id: programmeItems.id,
          title: programmeItems.title,
          provider: programmeItems.provider,
          feeOre: programmeItems.feeOre,
          materialsOre: programmeItems.materialsOre,
          days: programmeItems.days,
        })
        .from(programmeItems)
        .where(isNull(programmeItems.removedAt))
        .all()
        .map((item) => ({
          ...item,
          runs: (runs.get(item.id) ?? []).map(({ id, startsOn, endsOn, place, seats, state }) => ({
            ...{ id, startsOn, endsOn, place, seats, state },
            taken: taken.get(id)?.length ?? 0,
          })),
        }))
        .sort((a, b) => danishOrder.compare(a.title, b.title)),
    };
  },

  linesOf({ db }, { employeeId }) {
    theEmployee(db, employeeId);
    return {
      lines: db
        .select({
          id: agreements.id,
          activity: agreements.activity,
          competence: agreements.competence,
          schoolYear: trainingPlans.schoolYear,
        })
        .from(agreements)
        .innerJoin(planLines, eq(planLines.agreementId, agreements.id))
        .innerJoin(trainingPlans, eq(trainingPlans.id, planLines.planId))
        .where(and(eq(agreements.employeeId, employeeId), isNull(agreements.removedAt)))
        .all()
        .sort(
          (a, b) => b.schoolYear.localeCompare(a.schoolYear) || danishOrder.compare(a.activity, b.activity),
        ),
    };
  },
};

export function priorityRows(db: Database): { id: string; name: string }[] {
  return db
    .select({ id: priorities.id, name: priorities.name })
    .from(priorities)
    .orderBy(asc(priorities.kind), asc(priorities.position))
    .all();
}

/** Rows of the list, newest first day first. All enrolments are read: what counts for one depends on the others. */
function leanRows(db: Database, today: string, shown: (row: Enrolment) => boolean): Row[] {
  const all = enrolmentRows(db);
  const conflicts = conflictsOf(db, all);
  const memberships = membershipsOn(db, today);
  return all
    .filter(shown)
    .map((row) => ({
      id: row.id,
      employeeId: row.employeeId,
      employeeName: row.employeeName,
      title: row.title,
      provider: row.provider,
      state: row.state,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      schoolYear: yearOf(row),
      netOre: netOre(row, row.grantedOre),
      fundOre: grossOre(row) - netOre(row, row.grantedOre),
      substituteDays: row.substituteDays,
      budgetId: row.budgetId,
      teamIds: memberships.get(row.employeeId) ?? [],
      conflicts: [...new Set((conflicts.get(row.id) ?? []).map(({ kind }) => kind))],
      hasCertificate: row.certificateId !== null,
    }))
    .sort((a, b) => (dayOf(b) > dayOf(a) ? 1 : dayOf(b) < dayOf(a) ? -1 : 0));
}

const dayOf = ({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) =>
  startsOn ?? endsOn ?? '9999';

/** The school year of its first day; without days, of the day it was written down. */
export const yearOf = ({
  startsOn,
  endsOn,
  createdAt,
}: Pick<Enrolment, 'startsOn' | 'endsOn' | 'createdAt'>): string =>
  schoolYearOf(startsOn ?? endsOn ?? localDate(new Date(createdAt)));

import type { Output } from '@shared/contract/core';
import type { employees as contract } from '@shared/contract/employees';
import { danishOrder } from '@shared/domain/danish-order';
import { employmentState, periodCovers } from '@shared/domain/employment';
import { foldForSearch, hasAllWords } from '@shared/domain/find-text';
import { groupBy } from '@shared/domain/group-by';
import { and, eq, gte, isNull, lte, or, type SQL } from 'drizzle-orm';
import { employeeRecords } from '../../data/employee-records';
import type { Database } from '../../data/open';
import {
  employeeFunctions,
  employees,
  staffCategories,
  tasks,
  teachingQualifications,
  teamMemberships,
  teams,
} from '../../data/schema/employees';
import { planLines } from '../../data/schema/talks';
import { employeeNotFound } from './refusals';

type Row = Output<typeof contract.list>[number];

/** Employees in Danish order as they stand on `on`, found by all words of `search` in anything the list shows. */
export function listEmployees(
  db: Database,
  { on, includeFormer, search }: { on: string; includeFormer: boolean; search: string },
): Row[] {
  const rows = readRows(db, on).filter(
    (row) =>
      (includeFormer || row.state !== 'former') &&
      (search.trim() === '' || hasAllWords(searchedText(row), search)),
  );
  return rows.sort(
    (a, b) => danishOrder.compare(a.name, b.name) || danishOrder.compare(a.employeeNumber, b.employeeNumber),
  );
}

/** One employee with everything the leader keeps about her; refuses an unknown or removed one. */
export function getEmployee(db: Database, id: string, on: string): Output<typeof contract.get> {
  const row = readRows(db, on, id)[0];
  const note = db.select({ note: employees.note }).from(employees).where(eq(employees.id, id)).get()?.note;
  if (!row || note === undefined) throw employeeNotFound;
  const memberships = db
    .select({
      id: teamMemberships.id,
      teamId: teams.id,
      teamName: teams.name,
      teamType: teams.type,
      fromDate: teamMemberships.fromDate,
      toDate: teamMemberships.toDate,
    })
    .from(teamMemberships)
    .innerJoin(teams, eq(teamMemberships.teamId, teams.id))
    .where(eq(teamMemberships.employeeId, id))
    .all()
    .map((membership) => ({ ...membership, isCurrent: periodCovers(membership, on) }))
    .sort(
      (a, b) =>
        Number(b.isCurrent) - Number(a.isCurrent) ||
        b.fromDate.localeCompare(a.fromDate) ||
        danishOrder.compare(a.teamName, b.teamName),
    );
  const qualifications = db
    .select()
    .from(teachingQualifications)
    .where(eq(teachingQualifications.employeeId, id))
    .all();
  const subjects = (basis: 'formal' | 'assessed') =>
    qualifications
      .filter((one) => one.basis === basis)
      .map((one) => one.subject)
      .sort(danishOrder.compare);
  return {
    ...row,
    note,
    memberships,
    formalSubjects: subjects('formal'),
    assessedSubjects: subjects('assessed'),
    tasks: readTasks(db, id),
    records: employeeRecords(db, id),
  };
}

function readTasks(db: Database, employeeId: string) {
  const inPlan = new Set(
    db
      .select({ taskId: planLines.taskId })
      .from(planLines)
      .innerJoin(tasks, eq(planLines.taskId, tasks.id))
      .where(eq(tasks.employeeId, employeeId))
      .all()
      .map((line) => line.taskId),
  );
  return db
    .select()
    .from(tasks)
    .where(eq(tasks.employeeId, employeeId))
    .all()
    .map(({ id, schoolYear, kind, name }) => ({ id, schoolYear, kind, name, isInPlan: inPlan.has(id) }))
    .sort((a, b) => b.schoolYear.localeCompare(a.schoolYear) || danishOrder.compare(a.name, b.name));
}

/** Three flat queries put together in memory: one query with joins would repeat every employee per team. */
function readRows(db: Database, on: string, onlyId?: string): Row[] {
  const only = (condition: SQL | undefined, column: Parameters<typeof eq>[0]) =>
    onlyId === undefined ? condition : and(condition, eq(column, onlyId));
  const current = and(
    lte(teamMemberships.fromDate, on),
    or(isNull(teamMemberships.toDate), gte(teamMemberships.toDate, on)),
    isNull(teams.removedAt),
  );
  const teamsOf = groupBy(
    db
      .select({ employeeId: teamMemberships.employeeId, id: teams.id, name: teams.name })
      .from(teamMemberships)
      .innerJoin(teams, eq(teamMemberships.teamId, teams.id))
      .where(only(current, teamMemberships.employeeId))
      .all(),
    (membership) => membership.employeeId,
  );
  const functionsOf = groupBy(
    db.select().from(employeeFunctions).where(only(undefined, employeeFunctions.employeeId)).all(),
    (one) => one.employeeId,
  );
  return db
    .select({
      id: employees.id,
      employeeNumber: employees.employeeNumber,
      name: employees.name,
      categoryId: employees.categoryId,
      categoryName: staffCategories.name,
      title: employees.title,
      employmentDate: employees.employmentDate,
      leavingDate: employees.leavingDate,
      employmentPercent: employees.employmentPercent,
    })
    .from(employees)
    .innerJoin(staffCategories, eq(employees.categoryId, staffCategories.id))
    .where(only(isNull(employees.removedAt), employees.id))
    .all()
    .map((employee) => ({
      ...employee,
      state: employmentState(employee, on),
      teams: (teamsOf.get(employee.id) ?? [])
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => danishOrder.compare(a.name, b.name)),
      functions: (functionsOf.get(employee.id) ?? []).map((one) => one.name).sort(danishOrder.compare),
    }));
}

function searchedText(row: Row): string {
  const words = [row.name, row.employeeNumber, row.categoryName, row.title];
  return foldForSearch([...words, ...row.teams.map((team) => team.name), ...row.functions].join(' '));
}

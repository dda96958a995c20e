import { daysBetween } from '@shared/domain/dates';
import { activityPhases } from '@shared/domain/enrolment-states';
import { needsTransferReminder } from '@shared/domain/transfer';
import { and, asc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Database } from '../open';
import { employees, teams } from '../schema/employees';
import { enrolments, transferSteps } from '../schema/enrolments';

const responsible = alias(employees, 'responsible');

/** Steps that are not removed: before, during, after, each in its order. */
export function transferRows(db: Database, only: SQL | undefined) {
  return db
    .select({
      id: transferSteps.id,
      enrolmentId: transferSteps.enrolmentId,
      phase: transferSteps.phase,
      text: transferSteps.text,
      dueOn: transferSteps.dueOn,
      responsibleId: transferSteps.responsibleId,
      responsibleName: responsible.name,
      teamId: transferSteps.teamId,
      teamName: teams.name,
      doneAt: transferSteps.doneAt,
    })
    .from(transferSteps)
    .leftJoin(responsible, eq(responsible.id, transferSteps.responsibleId))
    .leftJoin(teams, eq(teams.id, transferSteps.teamId))
    .where(and(isNull(transferSteps.removedAt), only))
    .orderBy(asc(transferSteps.position), asc(transferSteps.id))
    .all()
    .map((row) => ({
      ...row,
      responsibleName: row.responsibleName ?? '',
      teamName: row.teamName ?? '',
    }))
    .sort((a, b) => activityPhases.indexOf(a.phase) - activityPhases.indexOf(b.phase));
}

/** Steps that are not done and have a day, of enrolments and people that are there; by day. */
export function openTransferSteps(db: Database) {
  return db
    .select({
      stepId: transferSteps.id,
      enrolmentId: enrolments.id,
      employeeId: employees.id,
      employeeName: employees.name,
      title: enrolments.title,
      state: enrolments.state,
      text: transferSteps.text,
      responsibleId: transferSteps.responsibleId,
      responsibleName: responsible.name,
      dueOn: transferSteps.dueOn,
    })
    .from(transferSteps)
    .innerJoin(enrolments, eq(enrolments.id, transferSteps.enrolmentId))
    .innerJoin(employees, eq(employees.id, enrolments.employeeId))
    .leftJoin(responsible, eq(responsible.id, transferSteps.responsibleId))
    .where(
      and(
        isNull(transferSteps.removedAt),
        isNull(transferSteps.doneAt),
        isNotNull(transferSteps.dueOn),
        isNull(enrolments.removedAt),
        isNull(employees.removedAt),
      ),
    )
    .orderBy(asc(transferSteps.dueOn), asc(transferSteps.position), asc(transferSteps.id))
    .all()
    .flatMap(({ dueOn, responsibleName, ...row }) =>
      dueOn === null ? [] : [{ ...row, dueOn, responsibleName: responsibleName ?? '' }],
    );
}

/** Steps that are over their day or come within two weeks, most urgent first. */
export function transferReminders(db: Database, today: string) {
  return openTransferSteps(db)
    .filter(({ dueOn, state }) => needsTransferReminder({ dueOn, doneAt: null }, state, today))
    .map(({ state: _, responsibleId: __, ...row }) => ({ ...row, days: daysBetween(today, row.dueOn) }));
}

import { danishOrder } from '@shared/domain/danish-order';
import { refuse } from '@shared/domain/text';
import { and, eq, gte, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Database } from '../open';
import { employees, teamMemberships, teams, teamTypes } from '../schema/employees';

/** Whom a talk, a promise or a note is about: one employee or one team, never both and never neither. */
export type Subject = { readonly employeeId: string | null; readonly teamId: string | null };

/** The rows of a table that are about this employee or this team. */
export function about(
  table: { employeeId: SQLiteColumn; teamId: SQLiteColumn },
  { employeeId, teamId }: Subject,
): SQL {
  if (employeeId !== null) return eq(table.employeeId, employeeId);
  if (teamId !== null) return eq(table.teamId, teamId);
  throw new Error('neither an employee nor a team');
}

/** Tells one subject from all others. */
export const subjectKey = ({ employeeId, teamId }: Subject) =>
  employeeId === null ? `team ${teamId}` : `employee ${employeeId}`;

/** Name of the employee or the team, also when she has left or it has been removed. */
export function subjectName(db: Database, { employeeId, teamId }: Subject): string {
  const found = employeeId
    ? db.select({ name: employees.name }).from(employees).where(eq(employees.id, employeeId)).get()
    : db
        .select({ name: teams.name })
        .from(teams)
        .where(eq(teams.id, teamId ?? ''))
        .get();
  return found?.name ?? '';
}

/** A team; refuses `not-found`. */
export function theTeam(db: Database, teamId: string) {
  const team = db
    .select({ id: teams.id, name: teams.name, type: teams.type, spiderTemplateId: teams.spiderTemplateId })
    .from(teams)
    .where(and(eq(teams.id, teamId), isNull(teams.removedAt)))
    .get();
  if (!team) {
    throw refuse('not-found', {
      da: 'Teamet findes ikke længere. Gå tilbage til listen.',
      en: 'The team no longer exists. Go back to the list.',
    });
  }
  return team;
}

/** Who is in a team on a day and employed then, in Danish order. */
export function membersOn(db: Database, teamId: string, day: string): { id: string; name: string }[] {
  return db
    .selectDistinct({ id: employees.id, name: employees.name })
    .from(teamMemberships)
    .innerJoin(employees, eq(employees.id, teamMemberships.employeeId))
    .where(and(eq(teamMemberships.teamId, teamId), isMembershipOn(day), isEmployedOn(day)))
    .all()
    .sort((a, b) => danishOrder.compare(a.name, b.name));
}

const isMembershipOn = (day: string) =>
  and(
    lte(teamMemberships.fromDate, day),
    or(isNull(teamMemberships.toDate), gte(teamMemberships.toDate, day)),
  );

const isEmployedOn = (day: string) =>
  and(isNull(employees.removedAt), or(isNull(employees.leavingDate), gte(employees.leavingDate, day)));

/** The school's teams, in Danish order. */
export function teamsByName(db: Database) {
  return db
    .select({ id: teams.id, name: teams.name, type: teams.type })
    .from(teams)
    .where(isNull(teams.removedAt))
    .all()
    .sort((a, b) => danishOrder.compare(a.name, b.name));
}

/** Teams in the order they have a right to be shown in: departments before teams that cut across them. */
export function teamsInOrder(db: Database): { id: string; name: string }[] {
  return teamsByName(db).sort((a, b) => teamTypes.indexOf(a.type) - teamTypes.indexOf(b.type));
}

/** Ids of the teams of everybody employed on a day, by employee id. */
export function membershipsOn(db: Database, day: string): Map<string, string[]> {
  const rows = db
    .select({ employeeId: employees.id, teamId: teamMemberships.teamId })
    .from(employees)
    .leftJoin(teamMemberships, and(eq(teamMemberships.employeeId, employees.id), isMembershipOn(day)))
    .where(isEmployedOn(day))
    .all();
  const found = new Map<string, string[]>();
  for (const { employeeId, teamId } of rows) {
    const own = found.get(employeeId) ?? [];
    found.set(employeeId, own);
    if (teamId !== null) own.push(teamId);
  }
  return found;
}

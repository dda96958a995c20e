import { danishOrder } from '@shared/domain/danish-order';
import { and, asc, desc, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { Database } from '../open';
import { employees, responsibleLeaders } from '../schema/employees';
import { schools } from '../schema/school';

/** Somebody who holds talks; without an id when she does not stand on the staff list. */
export type Leader = { readonly id: string | null; readonly name: string; readonly title: string };

/** Who leads the school now. */
export function schoolLeader(db: Database): Leader {
  const school = db
    .select({ name: schools.leaderName, title: schools.leaderTitle, id: schools.leaderEmployeeId })
    .from(schools)
    .get();
  if (!school) return { id: null, name: '', title: '' };
  return { ...school, id: school.id ?? employeeNamed(db, school.name) };
}

/** The school leader's own row among the staff: the one that was chosen, else the one with her name. */
export function schoolLeaderId(db: Database): string | null {
  return schoolLeader(db).id;
}

/** The employee of that name; talks from before leaders were kept by id know theirs by name alone. */
export function employeeNamed(db: Database, name: string): string | null {
  const found = db
    .select({ id: employees.id })
    .from(employees)
    .where(and(eq(employees.name, name), isNull(employees.removedAt)))
    .get();
  return found?.id ?? null;
}

/** A period that lasts on a day, of a leader who is still there: who has left before handing over leads nobody. */
const lasts = (day: string) =>
  and(
    lte(responsibleLeaders.fromDate, day),
    or(isNull(responsibleLeaders.toDate), gte(responsibleLeaders.toDate, day)),
    isNull(employees.removedAt),
    or(isNull(employees.leavingDate), gte(employees.leavingDate, day)),
  );

/** Who is responsible for an employee on a day; the school's leader where nobody else is named. */
export function leaderOf(db: Database, employeeId: string, day: string): Leader {
  const found = db
    .select({ id: employees.id, name: employees.name, title: employees.title })
    .from(responsibleLeaders)
    .innerJoin(employees, eq(employees.id, responsibleLeaders.leaderId))
    .where(and(eq(responsibleLeaders.employeeId, employeeId), lasts(day)))
    .orderBy(desc(responsibleLeaders.fromDate))
    .limit(1)
    .get();
  return found ?? schoolLeader(db);
}

/** Everybody who is somebody's leader on a day: the school's leader first, then in Danish order. */
export function leadersOn(db: Database, day: string): { id: string; name: string }[] {
  const first = schoolLeader(db);
  const others = db
    .selectDistinct({ id: employees.id, name: employees.name })
    .from(responsibleLeaders)
    .innerJoin(employees, eq(employees.id, responsibleLeaders.leaderId))
    .where(lasts(day))
    .all()
    .filter(({ id }) => id !== first.id)
    .sort((a, b) => danishOrder.compare(a.name, b.name));
  return first.id ? [{ id: first.id, name: first.name }, ...others] : others;
}

/** Who is responsible for whom on a day, by employee id; without those who have the school's leader. */
export function responsibleLeaderIds(db: Database, day: string): Map<string, string> {
  const rows = db
    .select({ employeeId: responsibleLeaders.employeeId, leaderId: responsibleLeaders.leaderId })
    .from(responsibleLeaders)
    .innerJoin(employees, eq(employees.id, responsibleLeaders.leaderId))
    .where(lasts(day))
    .orderBy(asc(responsibleLeaders.fromDate))
    .all();
  return new Map(rows.map(({ employeeId, leaderId }) => [employeeId, leaderId]));
}

import { danishOrder } from '@shared/domain/danish-order';
import { employmentState } from '@shared/domain/employment';
import { schoolYearOf, schoolYearRange } from '@shared/domain/school-year';
import { refuse } from '@shared/domain/text';
import { and, desc, eq, gte, isNotNull, isNull, lte, or } from 'drizzle-orm';
import type { Database } from '../open';
import { employees, staffCategories, teamMemberships, teams } from '../schema/employees';
import { spiderTemplates, templateVersions } from '../schema/spiders';
import { schoolLeaderId } from './leaders';

/** The day that decides who belongs to a school year's lists: today in the present year, else its nearest day. */
export function dayInYear(schoolYear: string, today: string): string {
  const { first, last } = schoolYearRange(schoolYear);
  if (schoolYearOf(today) === schoolYear) return today;
  return today < first ? first : last;
}

/** Everybody employed on a day, in Danish order. */
export function staffOn(db: Database, day: string) {
  return db
    .select({
      id: employees.id,
      name: employees.name,
      title: employees.title,
      categoryId: employees.categoryId,
      categoryName: staffCategories.name,
      employmentDate: employees.employmentDate,
      leavingDate: employees.leavingDate,
    })
    .from(employees)
    .innerJoin(staffCategories, eq(staffCategories.id, employees.categoryId))
    .where(isNull(employees.removedAt))
    .all()
    .filter((employee) => employmentState(employee, day) === 'current')
    .sort((a, b) => danishOrder.compare(a.name, b.name));
}

/** Everybody the leader holds talks with: all staff but the leader, whose own talk is held with somebody else (LUS). */
export function talkPartnersOn(db: Database, day: string) {
  const leader = schoolLeaderId(db);
  return staffOn(db, day).filter(({ id }) => id !== leader);
}

/** An employee with her category; refuses `not-found`. */
export function theEmployee(db: Database, employeeId: string) {
  const employee = db
    .select({
      id: employees.id,
      name: employees.name,
      title: employees.title,
      categoryId: employees.categoryId,
      categoryName: staffCategories.name,
      spiderTemplateId: staffCategories.spiderTemplateId,
      employmentDate: employees.employmentDate,
      leavingDate: employees.leavingDate,
    })
    .from(employees)
    .innerJoin(staffCategories, eq(staffCategories.id, employees.categoryId))
    .where(and(eq(employees.id, employeeId), isNull(employees.removedAt)))
    .get();
  if (!employee) {
    throw refuse('not-found', {
      da: 'Medarbejderen findes ikke længere. Gå tilbage til listen.',
      en: 'The employee no longer exists. Go back to the list.',
    });
  }
  return employee;
}

/** The newest published version of a spider; undefined without one. */
export function newestVersion(db: Database, templateId: string | null) {
  if (!templateId) return undefined;
  return db
    .select({ id: templateVersions.id, number: templateVersions.number, name: spiderTemplates.name })
    .from(templateVersions)
    .innerJoin(spiderTemplates, eq(spiderTemplates.id, templateVersions.templateId))
    .where(
      and(
        eq(templateVersions.templateId, templateId),
        isNotNull(templateVersions.publishedAt),
        isNull(spiderTemplates.removedAt),
      ),
    )
    .orderBy(desc(templateVersions.number))
    .limit(1)
    .get();
}

/** Name of the spider a version belongs to. */
export function spiderName(db: Database, versionId: string): string | undefined {
  return db
    .select({ name: spiderTemplates.name })
    .from(templateVersions)
    .innerJoin(spiderTemplates, eq(spiderTemplates.id, templateVersions.templateId))
    .where(eq(templateVersions.id, versionId))
    .get()?.name;
}

/** A person's teams on a day, newest membership first. */
function membershipsOn(db: Database, employeeId: string, day: string) {
  return db
    .select({ id: teams.id, name: teams.name })
    .from(teamMemberships)
    .innerJoin(teams, eq(teams.id, teamMemberships.teamId))
    .where(
      and(
        eq(teamMemberships.employeeId, employeeId),
        lte(teamMemberships.fromDate, day),
        or(isNull(teamMemberships.toDate), gte(teamMemberships.toDate, day)),
      ),
    )
    .orderBy(desc(teamMemberships.fromDate))
    .all();
}

export const teamsOn = (db: Database, employeeId: string, day: string): string[] =>
  membershipsOn(db, employeeId, day).map(({ name }) => name);

export const teamIdsOn = (db: Database, employeeId: string, day: string): string[] =>
  membershipsOn(db, employeeId, day).map(({ id }) => id);

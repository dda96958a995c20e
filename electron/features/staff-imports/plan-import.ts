import { groupBy } from '@shared/domain/group-by';
import type { Matching } from '@shared/domain/staff-import/columns';
import { type ExistingStaff, type ImportPlan, planImport } from '@shared/domain/staff-import/plan';
import { type RowProblem, readStaffRows } from '@shared/domain/staff-import/rows';
import type { ImportTable } from '@shared/domain/table-import/table';
import type { Database } from '../../data/open';
import {
  employees,
  staffCategories,
  teachingQualifications,
  teamMemberships,
  teams,
} from '../../data/schema/employees';

/** Kinds of team that a staff list decides; subject teams and networks run across it. */
const staffTeamTypes: readonly string[] = ['department', 'team', 'yearGroupTeam'];

/** Everything the file holds about staff, read once: planning and applying look at the same picture. */
export type StaffPicture = ReturnType<typeof readStaff>;

export function readStaff(db: Database, today: string) {
  const teamRows = db.select().from(teams).all();
  const teamOf = new Map(teamRows.map((team) => [team.id, team]));
  const ongoing = db
    .select()
    .from(teamMemberships)
    .all()
    // A membership that has yet to begin counts too, so that importing the same list twice changes nothing.
    .filter((membership) => membership.toDate === null || membership.toDate >= today)
    .filter((membership) => {
      const team = teamOf.get(membership.teamId);
      return team !== undefined && team.removedAt === null && staffTeamTypes.includes(team.type);
    });
  return {
    categories: db.select().from(staffCategories).all(),
    teams: teamRows,
    teamOf,
    employees: db.select().from(employees).all(),
    membershipsOf: groupBy(ongoing, (one) => one.employeeId),
    subjectsOf: groupBy(db.select().from(teachingQualifications).all(), (one) => one.employeeId),
  };
}

/** What importing the table would do, with the rows that cannot be read. Writes nothing. */
export function planTable(
  picture: StaffPicture,
  table: ImportTable,
  matching: Matching,
): { plan: ImportPlan; problems: RowProblem[] } {
  const { staff, problems } = readStaffRows(table, matching);
  const live = <T extends { removedAt: string | null; name: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.removedAt === null).map((row) => row.name);
  const plan = planImport(existingStaff(picture), staff, {
    categories: live(picture.categories),
    teams: live(picture.teams),
  });
  return { plan, problems };
}

function existingStaff(picture: StaffPicture): ExistingStaff[] {
  const categoryNames = new Map(picture.categories.map((category) => [category.id, category.name]));
  return picture.employees.map((employee) => {
    const subjects = picture.subjectsOf.get(employee.id) ?? [];
    const withBasis = (basis: 'formal' | 'assessed') =>
      subjects.filter((one) => one.basis === basis).map((one) => one.subject);
    return {
      id: employee.id,
      employeeNumber: employee.employeeNumber,
      name: employee.name,
      categoryName: categoryNames.get(employee.categoryId) ?? '',
      title: employee.title,
      teamNames: (picture.membershipsOf.get(employee.id) ?? []).map(
        (membership) => picture.teamOf.get(membership.teamId)?.name ?? '',
      ),
      employmentDate: employee.employmentDate,
      leavingDate: employee.leavingDate,
      employmentPercent: employee.employmentPercent,
      note: employee.note,
      formalSubjects: withBasis('formal'),
      assessedSubjects: withBasis('assessed'),
      removed: employee.removedAt !== null,
    };
  });
}

import { foldText, sameText } from '../table-import/cells';
import type { Text } from '../text';
import type { StaffField } from './columns';
import type { ParsedStaff } from './rows';

/** An employee as Spind has her now. */
export type ExistingStaff = {
  readonly id: string;
  readonly employeeNumber: string;
  readonly name: string;
  readonly categoryName: string;
  readonly title: string;
  /** Teams she is in today that a staff list decides; leave out subject teams and networks, which it does not know. */
  readonly teamNames: readonly string[];
  readonly employmentDate: string;
  readonly leavingDate: string | null;
  readonly employmentPercent: number;
  readonly note: string;
  readonly formalSubjects: readonly string[];
  readonly assessedSubjects: readonly string[];
  /** Removed in Spind, but her number is still taken. */
  readonly removed: boolean;
};

/** All that an employee has after the import, ready to be stored. */
export type StaffValues = {
  readonly employeeNumber: string;
  readonly name: string;
  readonly categoryName: string;
  readonly title: string;
  /** The team to be in from now; null leaves memberships as they are. */
  readonly teamName: string | null;
  readonly employmentDate: string;
  readonly leavingDate: string | null;
  readonly employmentPercent: number;
  readonly note: string;
  readonly formalSubjects: readonly string[];
  readonly assessedSubjects: readonly string[];
};

export type ChangeValue = string | number | readonly string[] | null;
export type Change = { readonly field: StaffField; readonly from: ChangeValue; readonly to: ChangeValue };

/** Not refused, but to be looked at by a person before she approves; the message names no one. */
export type PlanWarning = {
  readonly kind: 'name-changed' | 'same-name' | 'was-removed' | 'percent-assumed';
  readonly message: Text;
};

export type PlanItem = {
  readonly row: number;
  readonly kind: 'new' | 'update' | 'unchanged';
  /** Null for a new employee. */
  readonly employeeId: string | null;
  readonly values: StaffValues;
  readonly changes: readonly Change[];
  readonly warnings: readonly PlanWarning[];
};

export type ImportPlan = {
  readonly items: readonly PlanItem[];
  /** Categories and teams that no one has yet and that the import would make, in the order of the list. */
  readonly newCategories: readonly string[];
  readonly newTeams: readonly string[];
  /** Employees (not removed) that the list does not name; the import leaves them as they are. */
  readonly absent: readonly string[];
};

/**
 * Says what an import would do, row by row, by employee number. What the list leaves out stays as it is: an empty
 * cell never erases. Categories and teams are found without regard to case. Planning again after the plan was
 * carried out gives all `unchanged`.
 */
export function planImport(
  existing: readonly ExistingStaff[],
  parsed: readonly ParsedStaff[],
  known: { readonly categories: readonly string[]; readonly teams: readonly string[] },
): ImportPlan {
  const byNumber = new Map(existing.map((one) => [one.employeeNumber, one]));
  const byFoldedNumber = new Map(existing.map((one) => [foldText(one.employeeNumber), one]));
  const namesInUse = new Set(existing.filter((one) => !one.removed).map((one) => foldText(one.name)));
  const categories = nameBook(known.categories);
  const teams = nameBook(known.teams);
  const named = new Set<string>();

  const items = parsed.map((row): PlanItem => {
    const staff = { ...row, categoryName: categories.find(row.categoryName) };
    const teamName = row.teamName === undefined ? null : teams.find(row.teamName);
    const current = byNumber.get(row.employeeNumber) ?? byFoldedNumber.get(foldText(row.employeeNumber));
    if (!current) return newItem(staff, teamName, namesInUse);
    named.add(current.id);
    return knownItem(current, staff, teamName);
  });
  return {
    items,
    newCategories: categories.added,
    newTeams: teams.added,
    absent: existing.filter((one) => !one.removed && !named.has(one.id)).map((one) => one.id),
  };
}

function newItem(staff: ParsedStaff, teamName: string | null, namesInUse: ReadonlySet<string>): PlanItem {
  const warnings: PlanWarning[] = [];
  if (namesInUse.has(foldText(staff.name))) {
    warnings.push({
      kind: 'same-name',
      message: {
        da: `Række ${staff.row}: En medarbejder med samme navn har et andet nummer i Spind. Er det samme person, så ret nummeret i filen.`,
        en: `Row ${staff.row}: an employee with the same name has another number in Spind. If it is the same person, correct the number in the file.`,
      },
    });
  }
  if (staff.employmentPercent === undefined) {
    warnings.push({
      kind: 'percent-assumed',
      message: {
        da: `Række ${staff.row}: Beskæftigelsesgraden mangler i filen. Spind skriver 100 %.`,
        en: `Row ${staff.row}: the employment percentage is missing from the file. Spind enters 100%.`,
      },
    });
  }
  const values: StaffValues = {
    employeeNumber: staff.employeeNumber,
    name: staff.name,
    categoryName: staff.categoryName,
    title: staff.title ?? '',
    teamName,
    employmentDate: staff.employmentDate,
    leavingDate: staff.leavingDate ?? null,
    employmentPercent: staff.employmentPercent ?? 100,
    note: staff.note ?? '',
    formalSubjects: staff.formalSubjects ?? [],
    assessedSubjects: staff.assessedSubjects ?? [],
  };
  return { row: staff.row, kind: 'new', employeeId: null, values, changes: [], warnings };
}

function knownItem(current: ExistingStaff, staff: ParsedStaff, teamName: string | null): PlanItem {
  const changes: Change[] = [];
  function keep<T extends ChangeValue>(field: StaffField, from: T, to: T | undefined, same = from === to): T {
    if (to === undefined || same) return from;
    changes.push({ field, from, to });
    return to;
  }
  const subjects = (field: 'formalSubjects' | 'assessedSubjects') =>
    keep(field, current[field], staff[field], sameSet(current[field], staff[field] ?? []));

  const values: StaffValues = {
    employeeNumber: current.employeeNumber,
    name: keep('name', current.name, staff.name),
    categoryName: keep(
      'categoryName',
      current.categoryName,
      staff.categoryName,
      sameText(current.categoryName, staff.categoryName),
    ),
    title: keep('title', current.title, staff.title),
    teamName,
    employmentDate: keep('employmentDate', current.employmentDate, staff.employmentDate),
    leavingDate: keep('leavingDate', current.leavingDate, staff.leavingDate),
    employmentPercent: keep('employmentPercent', current.employmentPercent, staff.employmentPercent),
    note: keep('note', current.note, staff.note),
    formalSubjects: subjects('formalSubjects'),
    assessedSubjects: subjects('assessedSubjects'),
  };
  if (teamName !== null && !current.teamNames.some((team) => sameText(team, teamName))) {
    changes.push({ field: 'teamName', from: current.teamNames, to: teamName });
  }
  const warnings: PlanWarning[] = [];
  if (!sameText(current.name, staff.name)) {
    warnings.push({
      kind: 'name-changed',
      message: {
        da: `Række ${staff.row}: Nummeret hører i Spind til et andet navn. Kontrollér, at det er samme person, før du importerer.`,
        en: `Row ${staff.row}: in Spind this number belongs to another name. Check that it is the same person before you import.`,
      },
    });
  }
  if (current.removed) {
    warnings.push({
      kind: 'was-removed',
      message: {
        da: `Række ${staff.row}: Medarbejderen er fjernet fra Spind og kommer tilbage med importen.`,
        en: `Row ${staff.row}: the employee was removed from Spind and comes back with the import.`,
      },
    });
  }
  const kind = changes.length > 0 || current.removed ? 'update' : 'unchanged';
  return { row: staff.row, kind, employeeId: current.id, values, changes, warnings };
}

/** Finds names without regard to case; a name that is not known is added as it was first written. */
function nameBook(known: readonly string[]) {
  const names = new Map(known.map((name) => [foldText(name), name]));
  const added: string[] = [];
  function find(name: string): string {
    const found = names.get(foldText(name));
    if (found !== undefined) return found;
    names.set(foldText(name), name);
    added.push(name);
    return name;
  }
  return { find, added };
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const left = new Set(one.map(foldText));
  const right = new Set(other.map(foldText));
  return left.size === right.size && [...left].every((value) => right.has(value));
}

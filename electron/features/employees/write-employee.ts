import { randomUUID } from 'node:crypto';
import type { Input } from '@shared/contract/core';
import type { employees as contract } from '@shared/contract/employees';
import { list } from '@shared/domain/list-text';
import { sameText } from '@shared/domain/table-import/cells';
import { refuse, type Text } from '@shared/domain/text';
import { and, eq, isNull } from 'drizzle-orm';
import { type EmployeeRecords, employeeRecords } from '../../data/employee-records';
import type { Database } from '../../data/open';
import {
  employeeFunctions,
  employees,
  staffCategories,
  teachingQualifications,
  teamMemberships,
  teams,
} from '../../data/schema/employees';
import { employeeNotFound } from './refusals';

type Save = Input<typeof contract.save>;

/** Stores a new or changed employee and answers her id and the names of the fields that changed. */
export function saveEmployee(db: Database, input: Save, now: Date): { id: string; fields: string[] } {
  const { id, teamId, ...values } = input;
  assertDates(values.employmentDate, values.leavingDate);
  const category = db
    .select()
    .from(staffCategories)
    .where(and(eq(staffCategories.id, values.categoryId), isNull(staffCategories.removedAt)))
    .get();
  const present = id === undefined ? undefined : findEmployee(db, id);
  if (!category && present?.categoryId !== values.categoryId) throw noCategory();
  if (!present && teamId && !isTeam(db, teamId)) throw noTeam();

  const holder = db
    .select({
      id: employees.id,
      name: employees.name,
      number: employees.employeeNumber,
      removedAt: employees.removedAt,
    })
    .from(employees)
    .all()
    .find((one) => one.id !== id && sameText(one.number, values.employeeNumber));
  if (holder && holder.removedAt === null) throw numberTaken(values.employeeNumber, holder.name);
  if (holder) giveUpNumber(db, holder);

  if (present) {
    db.update(employees).set(values).where(eq(employees.id, present.id)).run();
    const keys = Object.keys(values) as (keyof typeof values)[];
    return { id: present.id, fields: keys.filter((key) => present[key] !== values[key]) };
  }
  const newId = randomUUID();
  db.insert(employees)
    .values({ id: newId, ...values, createdAt: now.toISOString(), removedAt: null })
    .run();
  if (teamId) {
    db.insert(teamMemberships)
      .values({ id: randomUUID(), employeeId: newId, teamId, fromDate: values.employmentDate, toDate: null })
      .run();
  }
  return { id: newId, fields: Object.keys(values) };
}

/** An employee who has not been removed; refuses otherwise. */
export function findEmployee(db: Database, id: string): typeof employees.$inferSelect {
  const found = db
    .select()
    .from(employees)
    .where(and(eq(employees.id, id), isNull(employees.removedAt)))
    .get();
  if (!found) throw employeeNotFound;
  return found;
}

/** Sets or clears the last day of employment. */
export function setLeaving(db: Database, id: string, leavingDate: string | null): void {
  assertDates(findEmployee(db, id).employmentDate, leavingDate);
  db.update(employees).set({ leavingDate }).where(eq(employees.id, id)).run();
}

/** Takes an employee entered by mistake away; refuses when anything is recorded about her, and says the way out. */
export function removeEmployee(db: Database, id: string, now: Date): void {
  const { name } = findEmployee(db, id);
  const recorded = recordedText(employeeRecords(db, id));
  if (recorded) {
    throw refuse('conflict', {
      da: `Der er gemt ${recorded.da} om ${name}. Skriv en sidste arbejdsdag under Fratrædelse i stedet. Så står ${name} kun blandt tidligere medarbejdere.`,
      en: `There is ${recorded.en} recorded about ${name}. Enter a last working day under Leaving instead. ${name} will then appear only among former employees.`,
    });
  }
  db.update(employees).set({ removedAt: now.toISOString() }).where(eq(employees.id, id)).run();
}

/** Brings a removed employee back, unless somebody else has her number by now. */
export function restoreEmployee(db: Database, id: string): void {
  const found = db.select().from(employees).where(eq(employees.id, id)).get();
  if (!found) throw employeeNotFound;
  if (found.employeeNumber.endsWith(givenUp(id))) {
    throw refuse('conflict', {
      da: `Nummeret, som ${found.name} havde, er givet til en anden. Opret ${found.name} igen med et nyt nummer.`,
      en: `The number of ${found.name} has been given to somebody else. Add ${found.name} again with a new number.`,
    });
  }
  db.update(employees).set({ removedAt: null }).where(eq(employees.id, id)).run();
  // A category may have gone with its last employee.
  db.update(staffCategories).set({ removedAt: null }).where(eq(staffCategories.id, found.categoryId)).run();
}

/** Replaces the functions of an employee. */
export function saveFunctions(db: Database, id: string, names: readonly string[]): void {
  findEmployee(db, id);
  db.delete(employeeFunctions).where(eq(employeeFunctions.employeeId, id)).run();
  for (const name of distinct(names)) db.insert(employeeFunctions).values({ employeeId: id, name }).run();
}

/** Replaces the subjects an employee may teach, by training or by the leader's assessment; what is not given stays. */
export function saveQualifications(
  db: Database,
  id: string,
  subjects: {
    readonly formal?: readonly string[] | undefined;
    readonly assessed?: readonly string[] | undefined;
  },
): void {
  findEmployee(db, id);
  for (const basis of ['formal', 'assessed'] as const) {
    const given = subjects[basis];
    if (!given) continue;
    db.delete(teachingQualifications)
      .where(and(eq(teachingQualifications.employeeId, id), eq(teachingQualifications.basis, basis)))
      .run();
    for (const subject of distinct(given)) {
      db.insert(teachingQualifications).values({ employeeId: id, subject, basis }).run();
    }
  }
}

function distinct(names: readonly string[]): string[] {
  return names.filter((name, index) => names.findIndex((other) => sameText(other, name)) === index);
}

/** Somebody else takes the number of a removed employee; the removed one keeps a number nobody types. */
function giveUpNumber(db: Database, removed: { id: string; number: string }): void {
  const employeeNumber = `${removed.number}${givenUp(removed.id)}`;
  db.update(employees).set({ employeeNumber }).where(eq(employees.id, removed.id)).run();
}

const givenUp = (id: string) => ` (${id})`;

function assertDates(employmentDate: string, leavingDate: string | null): void {
  if (leavingDate === null || leavingDate >= employmentDate) return;
  const text: Text = {
    da: 'Sidste arbejdsdag ligger før ansættelsen. Ret en af de to datoer.',
    en: 'The last working day is before the employment. Correct one of the two dates.',
  };
  throw refuse('invalid', text, { leavingDate: text });
}

function numberTaken(number: string, holder: string) {
  const text: Text = {
    da: `Medarbejdernr. ${number} hører til ${holder}. Vælg et andet nummer.`,
    en: `Employee number ${number} belongs to ${holder}. Choose another number.`,
  };
  return refuse('conflict', text, { employeeNumber: text });
}

function isTeam(db: Database, id: string): boolean {
  const found = db
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.id, id), isNull(teams.removedAt)))
    .get();
  return found !== undefined;
}

function noTeam() {
  const text: Text = {
    da: 'Teamet findes ikke længere. Vælg et andet.',
    en: 'The team no longer exists. Choose another.',
  };
  return refuse('not-found', text, { teamId: text });
}

function noCategory() {
  const text: Text = {
    da: 'Kategorien findes ikke længere. Vælg en anden.',
    en: 'The category no longer exists. Choose another.',
  };
  return refuse('not-found', text, { categoryId: text });
}

/** "2 samtaler og 1 uddannelsesplan"; null when nothing is recorded. Ratings are part of their talk. */
function recordedText(records: EmployeeRecords): Text | null {
  const kinds = [
    [records.talks, 'samtale', 'samtaler', 'talk', 'talks'],
    [records.agreements, 'aftale', 'aftaler', 'agreement', 'agreements'],
    [records.trainingPlans, 'uddannelsesplan', 'uddannelsesplaner', 'training plan', 'training plans'],
    [records.documents, 'dokument', 'dokumenter', 'document', 'documents'],
    [records.notes, 'note', 'noter', 'note', 'notes'],
    [records.modules, 'modul', 'moduler', 'module', 'modules'],
    [records.meritCases, 'meritsag', 'meritsager', 'merit case', 'merit cases'],
    [records.enrolments, 'tilmelding', 'tilmeldinger', 'enrolment', 'enrolments'],
    [records.applications, 'ansøgning', 'ansøgninger', 'application', 'applications'],
  ] as const;
  const present = kinds.filter(([count]) => count > 0);
  if (present.length === 0) return null;
  return {
    da: list(
      present.map(([count, one, more]) => `${count} ${count === 1 ? one : more}`),
      'da',
    ),
    en: list(
      present.map(([count, , , one, more]) => `${count} ${count === 1 ? one : more}`),
      'en',
    ),
  };
}

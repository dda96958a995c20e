import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../../data/open';
import {
  employees,
  staffCategories,
  teachingQualifications,
  teamMemberships,
  teams,
} from '../../data/schema/employees';

const tables = { staffCategories, teams, employees, teamMemberships };
export type ImageTable = keyof typeof tables;
type Row<T extends ImageTable> = (typeof tables)[T]['$inferSelect'];

const value = z.union([z.string(), z.number(), z.null()]);
const row = z.record(z.string(), value).nullable();
const subject = z.object({ subject: z.string(), basis: z.enum(['formal', 'assessed']) });

/** A row before and after a change; null where there was none. */
const rowImage = z.object({
  table: z.enum(Object.keys(tables) as [ImageTable, ...ImageTable[]]),
  id: z.string(),
  before: row,
  after: row,
});
/** All subjects of an employee before and after a change; they have no identifier of their own. */
const subjectsImage = z.object({ employeeId: z.string(), before: z.array(subject), after: z.array(subject) });

export const importImages = z.object({ rows: z.array(rowImage), subjects: z.array(subjectsImage) });
export type ImportImages = z.infer<typeof importImages>;
export type Subject = z.infer<typeof subject>;

/** Carries out changes and keeps an image of each, so that all of them can be taken back together. */
export function imageRecorder(db: Database) {
  const images: ImportImages = { rows: [], subjects: [] };

  return {
    images,

    insert<T extends ImageTable>(table: T, after: Row<T>): void {
      putRow(db, table, after);
      images.rows.push({ table, id: after.id, before: null, after });
    },

    /** Writes only when something differs. */
    update<T extends ImageTable>(table: T, before: Row<T>, patch: Partial<Row<T>>): void {
      const after = { ...before, ...patch };
      if (sameValues(before, after)) return;
      db.update(tables[table])
        .set(patch as object)
        .where(eq(tables[table].id, before.id))
        .run();
      images.rows.push({ table, id: before.id, before, after });
    },

    remove<T extends ImageTable>(table: T, before: Row<T>): void {
      db.delete(tables[table]).where(eq(tables[table].id, before.id)).run();
      images.rows.push({ table, id: before.id, before, after: null });
    },

    subjects(employeeId: string, before: readonly Subject[], after: readonly Subject[]): void {
      if (sameSubjects(before, after)) return;
      putSubjects(db, employeeId, after);
      images.subjects.push({ employeeId, before: [...before], after: [...after] });
    },
  };
}

/** Everything that no longer stands as the import left it. */
export function changedSince(db: Database, images: ImportImages): { table: ImageTable; id: string }[] {
  const now = currentRows(db);
  const rows = images.rows
    .filter(({ table, id, after }) => !sameValues(now[table].get(id) ?? null, after))
    .map(({ table, id }) => ({ table, id }));
  const subjects = images.subjects
    .filter(({ employeeId, after }) => !sameSubjects(readSubjects(db, employeeId), after))
    .map(({ employeeId }) => ({ table: 'employees' as const, id: employeeId }));
  // Who came without subjects has been changed when she has some now.
  const told = new Set(images.subjects.map(({ employeeId }) => employeeId));
  const withSubjects = images.rows
    .filter(({ table, id, before }) => table === 'employees' && before === null && !told.has(id))
    .filter(({ id }) => readSubjects(db, id).length > 0)
    .map(({ table, id }) => ({ table, id }));
  return [...rows, ...subjects, ...withSubjects];
}

/** Puts every row back as it was before. The caller has made sure that nothing else stands on the rows. */
export function putBack(db: Database, images: ImportImages): void {
  for (const { employeeId, before } of images.subjects) putSubjects(db, employeeId, before);
  // Latest change first: what was made last stands on what was made before it.
  for (const { table, id, before } of images.rows.toReversed()) {
    if (before === null) db.delete(tables[table]).where(eq(tables[table].id, id)).run();
    else putRow(db, table, before as Row<typeof table>);
  }
}

function putRow<T extends ImageTable>(db: Database, table: T, values: Row<T>): void {
  const target = tables[table];
  db.insert(target)
    .values(values as never)
    .onConflictDoUpdate({ target: target.id, set: values as never })
    .run();
}

function putSubjects(db: Database, employeeId: string, subjects: readonly Subject[]): void {
  db.delete(teachingQualifications).where(eq(teachingQualifications.employeeId, employeeId)).run();
  for (const one of subjects)
    db.insert(teachingQualifications)
      .values({ employeeId, ...one })
      .run();
}

function readSubjects(db: Database, employeeId: string): Subject[] {
  return db
    .select({ subject: teachingQualifications.subject, basis: teachingQualifications.basis })
    .from(teachingQualifications)
    .where(eq(teachingQualifications.employeeId, employeeId))
    .all();
}

function currentRows(db: Database): Record<ImageTable, Map<string, Record<string, unknown>>> {
  const all = <T extends ImageTable>(table: T) =>
    new Map(
      (
        db
          .select()
          .from(tables[table] as typeof employees)
          .all() as { id: string }[]
      ).map((one) => [one.id, one]),
    );
  return {
    staffCategories: all('staffCategories'),
    teams: all('teams'),
    employees: all('employees'),
    teamMemberships: all('teamMemberships'),
  };
}

function sameValues(one: object | null, other: object | null): boolean {
  if (one === null || other === null) return one === other;
  const left = Object.entries(one);
  const right = other as Record<string, unknown>;
  return left.length === Object.keys(other).length && left.every(([key, value]) => right[key] === value);
}

function sameSubjects(one: readonly Subject[], other: readonly Subject[]): boolean {
  const keys = (subjects: readonly Subject[]) => new Set(subjects.map((s) => `${s.basis} ${s.subject}`));
  const left = keys(one);
  return one.length === other.length && other.every((s) => left.has(`${s.basis} ${s.subject}`));
}

import { randomUUID } from 'node:crypto';
import { groupBy } from '@shared/domain/group-by';
import type { LeaderPeriod, PeriodChange } from '@shared/domain/leader-periods';
import { eq } from 'drizzle-orm';
import type { Database } from './open';
import { responsibleLeaders } from './schema/employees';

export type PeriodRow = typeof responsibleLeaders.$inferSelect;

/** Rows as they were before a change and as it left them; what stands in neither was not touched. */
export type PeriodImages = { before: PeriodRow[]; after: PeriodRow[] };

/** Every period there is, by employee id. */
export function allPeriods(db: Database): Map<string, LeaderPeriod[]> {
  return groupBy(db.select().from(responsibleLeaders).all(), (row) => row.employeeId);
}

/** Carries out a change of one employee's periods inside a transaction and notes in `images` what it did. */
export function changePeriods(
  db: Database,
  employeeId: string,
  change: PeriodChange,
  images: PeriodImages,
): void {
  const row = (id: string) => {
    const found = db.select().from(responsibleLeaders).where(eq(responsibleLeaders.id, id)).get();
    if (!found) throw new Error('a period that was read is not there');
    return found;
  };
  for (const id of change.gone) {
    images.before.push(row(id));
    db.delete(responsibleLeaders).where(eq(responsibleLeaders.id, id)).run();
  }
  for (const { id, toDate } of change.cut) {
    const before = row(id);
    images.before.push(before);
    images.after.push({ ...before, toDate });
    db.update(responsibleLeaders).set({ toDate }).where(eq(responsibleLeaders.id, id)).run();
  }
  for (const { leaderId, fromDate, toDate } of change.fresh) {
    const made = { id: randomUUID(), employeeId, leaderId, fromDate, toDate };
    images.after.push(made);
    db.insert(responsibleLeaders).values(made).run();
  }
}

/** Ids of employees whose periods are no longer as the change left them. */
export function periodsChangedSince(db: Database, { before, after }: PeriodImages): string[] {
  const now = new Map(
    db
      .select()
      .from(responsibleLeaders)
      .all()
      .map((row) => [row.id, row]),
  );
  const people = new Set([...before, ...after].map((row) => row.employeeId));
  const made = new Set(after.map((row) => row.id));
  const asLeft = (row: PeriodRow) => {
    const stands = now.get(row.id);
    return stands && stands.leaderId === row.leaderId && stands.toDate === row.toDate;
  };
  const changed = after.filter((row) => !asLeft(row)).map((row) => row.employeeId);
  // A period written since, where one that would come back stood.
  const inTheWay = [...now.values()].filter(
    (row) =>
      people.has(row.employeeId) &&
      !made.has(row.id) &&
      before.some(
        (old) =>
          old.employeeId === row.employeeId &&
          row.fromDate <= (old.toDate ?? row.fromDate) &&
          (row.toDate === null || row.toDate >= old.fromDate),
      ),
  );
  return [...new Set([...changed, ...inTheWay.map((row) => row.employeeId)])];
}

/** Puts the rows back as they were; ask `periodsChangedSince` first. */
export function restorePeriods(db: Database, { before, after }: PeriodImages): void {
  for (const { id } of after) db.delete(responsibleLeaders).where(eq(responsibleLeaders.id, id)).run();
  for (const row of before) db.insert(responsibleLeaders).values(row).run();
}

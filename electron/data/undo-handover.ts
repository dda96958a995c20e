import { danishOrder } from '@shared/domain/danish-order';
import { type Language, refuse } from '@shared/domain/text';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { periodsChangedSince, restorePeriods } from './leader-periods';
import type { Database } from './open';
import { employees } from './schema/employees';
import { handovers } from './schema/handovers';
import { schools } from './schema/school';
import { talks } from './schema/talks';

const period = z.object({
  id: z.string(),
  employeeId: z.string(),
  leaderId: z.string(),
  fromDate: z.string(),
  toDate: z.string().nullable(),
});
const talk = z.object({
  id: z.string(),
  leaderId: z.string().nullable(),
  leaderName: z.string(),
  toLeaderId: z.string(),
  toLeaderName: z.string(),
});
/** A planned talk with the leader it had and the one it got. */
export type TalkImage = z.infer<typeof talk>;

const images = z.object({
  periods: z.object({ before: z.array(period), after: z.array(period) }),
  talks: z.array(talk),
});
const schoolImage = z.object({
  leaderName: z.string(),
  leaderTitle: z.string(),
  leaderEmployeeId: z.string().nullable(),
});

const refused = (da: string, en: string) => refuse('conflict', { da, en });

/**
 * Takes a whole handover back, inside a transaction. Refuses with the reason when somebody has got another leader
 * since, a talk has been closed or given on, or the school has changed leader again: then it is no longer one change.
 */
export function undoHandover(db: Database, id: string, now: Date): void {
  const found = db.select().from(handovers).where(eq(handovers.id, id)).get();
  if (!found) {
    throw refuse('not-found', {
      da: 'Overdragelsen findes ikke længere.',
      en: 'The handover no longer exists.',
    });
  }
  if (found.undoneAt !== null) {
    throw refused('Overdragelsen er allerede fortrudt.', 'The handover has already been undone.');
  }
  const stored = images.parse(JSON.parse(found.images));
  const names = namesOf(db, periodsChangedSince(db, stored.periods));
  if (names.length > 0) {
    throw refused(
      `Overdragelsen kan ikke fortrydes samlet, for ${some(names, 'da')} har fået en anden leder siden. Vælg leder for dem under Ledere.`,
      `The handover cannot be undone as a whole, because ${some(names, 'en')} got another leader since. Choose their leader under Leaders.`,
    );
  }
  if (stored.talks.some((image) => isChanged(db, image))) {
    throw refused(
      'Overdragelsen kan ikke fortrydes samlet, for en samtale er lukket eller ændret siden. Ret lederen på de samtaler, der mangler.',
      'The handover cannot be undone as a whole, because a talk has been closed or changed since. Correct the leader of the talks that remain.',
    );
  }
  if (found.schoolBefore !== '') restoreSchool(db, found);
  restorePeriods(db, stored.periods);
  for (const { id: talkId, leaderId, leaderName } of stored.talks) {
    db.update(talks).set({ leaderId, leaderName }).where(eq(talks.id, talkId)).run();
  }
  db.update(handovers).set({ undoneAt: now.toISOString() }).where(eq(handovers.id, id)).run();
}

/** A talk that was removed since can have its leader back unseen; one that was closed is history. */
function isChanged(db: Database, { id, toLeaderId, toLeaderName }: TalkImage): boolean {
  const row = db.select().from(talks).where(eq(talks.id, id)).get();
  return row?.leaderId !== toLeaderId || row.leaderName !== toLeaderName || row.closedAt !== null;
}

function restoreSchool(db: Database, handover: typeof handovers.$inferSelect): void {
  const head = db.select({ id: schools.leaderEmployeeId }).from(schools).get()?.id;
  if (head !== handover.toLeaderId) {
    throw refused(
      'Overdragelsen kan ikke fortrydes, for skolen har fået en anden leder siden. Fortryd den seneste overdragelse først.',
      'The handover cannot be undone, because the school has got another leader since. Undo the latest handover first.',
    );
  }
  db.update(schools)
    .set(schoolImage.parse(JSON.parse(handover.schoolBefore)))
    .run();
}

function namesOf(db: Database, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  return db
    .select({ name: employees.name })
    .from(employees)
    .where(and(inArray(employees.id, [...ids]), isNull(employees.removedAt)))
    .all()
    .map(({ name }) => name)
    .sort(danishOrder.compare);
}

function some(names: readonly string[], language: Language): string {
  const [first = '', ...rest] = names;
  if (rest.length === 0) return first;
  return language === 'da' ? `${first} og ${rest.length} andre` : `${first} and ${rest.length} others`;
}

import { and, count, eq, exists, isNull, or } from 'drizzle-orm';
import type { Database } from './open';
import { documents } from './schema/documents';
import { enrolments } from './schema/enrolments';
import { earlierGrants, fundApplications } from './schema/funds';
import { ledgerEntries } from './schema/leader-training';
import { meritCases } from './schema/merit';
import { notes } from './schema/notes';
import { agreements, ratings, talkParticipants, talks, trainingPlans } from './schema/talks';

/** How much is recorded about an employee beyond what a staff list says. */
export type EmployeeRecords = {
  readonly talks: number;
  readonly ratings: number;
  readonly agreements: number;
  readonly trainingPlans: number;
  readonly documents: number;
  readonly notes: number;
  /** In the ledger of her training as a leader. */
  readonly modules: number;
  readonly meritCases: number;
  readonly enrolments: number;
  /** Applications to funds, and grants from before. */
  readonly applications: number;
};

/** Counts what is recorded about an employee; what was removed does not count. */
export function employeeRecords(db: Database, employeeId: string): EmployeeRecords {
  const only = (row: { count: number } | undefined) => row?.count ?? 0;
  return {
    talks: only(
      db
        .select({ count: count() })
        .from(talks)
        .where(and(or(eq(talks.employeeId, employeeId), tookPart(db, employeeId)), isNull(talks.removedAt)))
        .get(),
    ),
    ratings: only(
      db
        .select({ count: count() })
        .from(ratings)
        .innerJoin(talks, eq(ratings.talkId, talks.id))
        .where(and(eq(talks.employeeId, employeeId), isNull(talks.removedAt)))
        .get(),
    ),
    agreements: only(
      db
        .select({ count: count() })
        .from(agreements)
        .where(and(eq(agreements.employeeId, employeeId), isNull(agreements.removedAt)))
        .get(),
    ),
    trainingPlans: only(
      db.select({ count: count() }).from(trainingPlans).where(eq(trainingPlans.employeeId, employeeId)).get(),
    ),
    documents: only(
      db.select({ count: count() }).from(documents).where(eq(documents.employeeId, employeeId)).get(),
    ),
    notes: only(
      db
        .select({ count: count() })
        .from(notes)
        .where(and(eq(notes.employeeId, employeeId), isNull(notes.removedAt)))
        .get(),
    ),
    modules: only(
      db
        .select({ count: count() })
        .from(ledgerEntries)
        .where(and(eq(ledgerEntries.employeeId, employeeId), isNull(ledgerEntries.removedAt)))
        .get(),
    ),
    meritCases: only(
      db
        .select({ count: count() })
        .from(meritCases)
        .where(and(eq(meritCases.employeeId, employeeId), isNull(meritCases.removedAt)))
        .get(),
    ),
    enrolments: only(
      db
        .select({ count: count() })
        .from(enrolments)
        .where(and(eq(enrolments.employeeId, employeeId), isNull(enrolments.removedAt)))
        .get(),
    ),
    applications: [fundApplications, earlierGrants].reduce(
      (sum, table) =>
        sum +
        only(
          db
            .select({ count: count() })
            .from(table)
            .where(and(eq(table.employeeId, employeeId), isNull(table.removedAt)))
            .get(),
        ),
      0,
    ),
  };
}

/** Talks with a team in which she took part. */
function tookPart(db: Database, employeeId: string) {
  return exists(
    db
      .select({ id: talkParticipants.talkId })
      .from(talkParticipants)
      .where(and(eq(talkParticipants.talkId, talks.id), eq(talkParticipants.employeeId, employeeId))),
  );
}

import { randomUUID } from 'node:crypto';
import { isDecided } from '@shared/domain/merit-case';
import type { MeritState } from '@shared/domain/merit-states';
import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../open';
import { ledgerEntries } from '../schema/leader-training';

type Decided = {
  readonly id: string;
  /** Null in the file of HR, which keeps no ledger. */
  readonly employeeId: string | null;
  readonly state: MeritState;
  readonly ects: number | null;
  readonly decidedOn: string | null;
  readonly evidence: readonly { readonly title: string; readonly provider: string }[];
};

/**
 * The ledger follows the decision: exactly one line with the points granted, and none while the case is not decided or
 * nothing was granted. A line that no longer holds is kept as removed, so that one can see what once counted.
 */
export function followLedger(db: Database, one: Decided, now: Date): void {
  if (!one.employeeId) return;
  const ects = isDecided(one.state) ? (one.ects ?? 0) : 0;
  const ofCase = and(
    eq(ledgerEntries.meritCaseId, one.id),
    eq(ledgerEntries.kind, 'merit'),
    isNull(ledgerEntries.removedAt),
  );
  const standing = db.select().from(ledgerEntries).where(ofCase).all();
  const holds = ({ ects: points, completedOn }: { ects: number; completedOn: string | null }) =>
    points === ects && completedOn === one.decidedOn;
  if (standing.length === 1 && standing.every(holds)) return;
  db.update(ledgerEntries).set({ removedAt: now.toISOString() }).where(ofCase).run();
  if (ects === 0) return;
  const joined = (words: readonly string[]) =>
    [...new Set(words.filter((word) => word !== ''))].join('; ').slice(0, 200);
  db.insert(ledgerEntries)
    .values({
      id: randomUUID(),
      employeeId: one.employeeId,
      kind: 'merit',
      title: joined(one.evidence.map(({ title }) => title)),
      provider: joined(one.evidence.map(({ provider }) => provider)),
      ects,
      startedOn: null,
      completedOn: one.decidedOn,
      attachmentId: null,
      meritCaseId: one.id,
      createdAt: now.toISOString(),
    })
    .run();
}

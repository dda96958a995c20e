import { danishOrder } from '@shared/domain/danish-order';
import { addDays, daysBetween, localDate } from '@shared/domain/dates';
import { isDecided } from '@shared/domain/merit-case';
import type { MeritWaits } from '@shared/domain/merit-states';
import { and, eq, gte, isNotNull, isNull } from 'drizzle-orm';
import type { Database } from '../open';
import { documents } from '../schema/documents';
import { exchangePartners } from '../schema/exchange';
import { meritCases } from '../schema/merit';
import { type CaseStanding, elsewhere, sends, standing } from './merit-travel';

type CaseRow = typeof meritCases.$inferSelect;

/** A decision without a letter is pointed out this many days; the case itself says it ever after. */
const letterDays = 30;

export type WaitingCase = {
  readonly caseId: string;
  readonly employeeId: string;
  readonly employeeName: string;
  readonly next: MeritWaits;
  /** Whole days it has waited. */
  readonly days: number;
};

/** A school's merit cases that somebody here must do something about, who has waited longest first (R002-12). */
export function waitingCases(db: Database, today: string): WaitingCase[] {
  const hasHr =
    db
      .select({ id: exchangePartners.id, trust: exchangePartners.trust })
      .from(exchangePartners)
      .where(and(eq(exchangePartners.kind, 'hr'), isNull(exchangePartners.removedAt)))
      .all()
      .filter(({ trust }) => trust !== 'blocked').length > 0;
  return db
    .select()
    .from(meritCases)
    .where(and(isNull(meritCases.removedAt), isNotNull(meritCases.employeeId)))
    .all()
    .flatMap((one) => {
      if (one.employeeId === null) return [];
      const stands = standing(db, one);
      const next = nextHere(db, one, { stands, hasHr, today });
      if (next === null) return [];
      const since = next === 'letter' ? one.decidedOn : dayOf(sinceOf(next, stands));
      return [
        {
          caseId: one.id,
          employeeId: one.employeeId,
          employeeName: one.applicantName,
          next,
          days: Math.max(0, daysBetween(since ?? today, today)),
        },
      ];
    })
    .sort((a, b) => b.days - a.days || danishOrder.compare(a.employeeName, b.employeeName));
}

/** What is to be done at the school; null where nothing is, or where it waits for HR. */
function nextHere(
  db: Database,
  one: CaseRow,
  { stands, hasHr, today }: { stands: CaseStanding; hasHr: boolean; today: string },
): MeritWaits | null {
  if (one.state === 'disagreement') return 'meeting';
  if (one.state === 'moreInformation') return 'information';
  if (isDecided(one.state)) return lacksLetter(db, one, stands, today) ? 'letter' : null;
  if (elsewhere(db, one)) return null;
  const isForHr = hasHr || stands.sentAt !== null;
  if (sends(one, stands) === 'meritCase' && stands.isUnsent && isForHr) return 'send';
  return one.state === 'submitted' ? 'positions' : null;
}

/** Steps begin a wait for positions or for the post; what both have said begins every other. */
const sinceOf = (next: MeritWaits, { lastStep, lastPosition }: CaseStanding) =>
  next === 'send' || next === 'positions' ? lastStep : lastPosition;

const dayOf = (moment: string | null) => (moment === null ? null : localDate(new Date(moment)));

/** Whether the decision has come lately and no letter has been made of it; one letter a round. */
function lacksLetter(
  db: Database,
  { employeeId, round, decidedOn }: CaseRow,
  { lastPosition }: CaseStanding,
  today: string,
): boolean {
  if (
    decidedOn === null ||
    employeeId === null ||
    lastPosition === null ||
    decidedOn < addDays(today, -letterDays)
  )
    return false;
  const letters = db
    .select({ createdAt: documents.createdAt })
    .from(documents)
    .where(
      and(
        eq(documents.kind, 'meritLetter'),
        eq(documents.employeeId, employeeId),
        eq(documents.version, round),
        gte(documents.createdAt, lastPosition),
      ),
    )
    .all();
  return letters.length === 0;
}

import type { MeritState } from '@shared/domain/merit-states';
import { asc, eq } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { exchangePackages } from '../../data/schema/exchange';
import { type meritCases, meritPositions, meritSteps } from '../../data/schema/merit';

export type CaseRow = typeof meritCases.$inferSelect;

/** States that are an answer to the school: decided by both, or something is missing from the application. */
const answers: readonly MeritState[] = ['granted', 'partly', 'refused', 'moreInformation'];
export const isAnswer = (state: MeritState) => answers.includes(state);

const latest = (moments: readonly (string | undefined)[]): string | null =>
  moments.reduce<string | null>((last, at) => (at && (!last || at > last) ? at : last), null);

/** Where a case stands between two files: what travelled, what happened here since, and whether that has been sent. */
export function standing(db: Database, one: CaseRow) {
  const packages = db
    .select()
    .from(exchangePackages)
    .where(eq(exchangePackages.subjectId, one.id))
    .orderBy(asc(exchangePackages.at), asc(exchangePackages.seq))
    .all();
  const positions = db.select().from(meritPositions).where(eq(meritPositions.caseId, one.id)).all();
  const steps = db.select().from(meritSteps).where(eq(meritSteps.caseId, one.id)).all();
  const last = (direction: 'out' | 'in') =>
    latest(packages.filter((one) => one.direction === direction).map(({ at }) => at));
  const lastPosition = latest(positions.map(({ takenAt }) => takenAt));
  const lastStep = latest(steps.map(({ at }) => at));
  const lastEvent = latest([lastPosition ?? undefined, lastStep ?? undefined]);
  const sentAt = last('out');
  return {
    packages,
    sentAt,
    receivedAt: last('in'),
    lastPosition,
    lastStep,
    /** The positions of the round the case is in. */
    spoken: positions.filter(({ round }) => round === one.round).map(({ role }) => role),
    isUnsent: sentAt === null || (lastEvent !== null && sentAt < lastEvent),
  };
}

/** What a file written about the case now would be; null when it is not to be sent as it stands. */
export function sends(
  { partnerId, state }: CaseRow,
  { sentAt }: Pick<ReturnType<typeof standing>, 'sentAt'>,
): 'meritCase' | 'meritDecision' | null {
  if (partnerId !== null) return isAnswer(state) ? 'meritDecision' : null;
  // Taken back after HR got it, so HR must hear of it.
  return state === 'submitted' || (state === 'withdrawn' && sentAt !== null) ? 'meritCase' : null;
}

import type { MeritState } from '@shared/domain/merit-states';
import { refuse } from '@shared/domain/text';
import { asc, eq } from 'drizzle-orm';
import type { Database } from '../open';
import { exchangePackages, exchangePartners } from '../schema/exchange';
import { type meritCases, meritPositions, meritSteps } from '../schema/merit';

type CaseRow = typeof meritCases.$inferSelect;
/** What of a case says whose it is and how it stands. */
type Standing = Pick<CaseRow, 'id' | 'partnerId' | 'state' | 'round'>;

/** States that are an answer to the school: decided by both, or something is missing from the application. */
const answers: readonly MeritState[] = ['granted', 'partly', 'refused', 'moreInformation'];
export const isAnswer = (state: MeritState) => answers.includes(state);

const latest = (moments: readonly (string | undefined)[]): string | null =>
  moments.reduce<string | null>((last, at) => (at && (!last || at > last) ? at : last), null);

/** Where a case stands between two files: what travelled, what happened here since, and whether that has been sent. */
export function standing(db: Database, one: Standing) {
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
export type CaseStanding = ReturnType<typeof standing>;

/** What a file written about the case now would be; null when it is not to be sent as it stands. */
export function sends(
  { partnerId, state }: Pick<CaseRow, 'partnerId' | 'state'>,
  { sentAt, spoken }: Pick<CaseStanding, 'sentAt' | 'spoken'>,
): 'meritCase' | 'meritDecision' | null {
  if (partnerId !== null) return isAnswer(state) ? 'meritDecision' : null;
  // Where one of the two has spoken in the school's own file, the round is decided there.
  if (state === 'submitted') return spoken.length === 0 ? 'meritCase' : null;
  // Taken back after HR got it, so HR must hear of it.
  return state === 'withdrawn' && sentAt !== null ? 'meritCase' : null;
}

/** Who has a school's case: it was sent as it was handed in last and waits for an answer. */
export type Elsewhere = {
  /** Null when the file was locked with a passphrase, so that nobody knows whose hands it is in. */
  readonly name: string | null;
  readonly sentAt: string;
};

/**
 * Where a school's case lies while somebody else decides its round; null while it is decided here. Taking the application
 * back, which begins a new round, calls it home also when the file never arrived.
 */
export function elsewhere(db: Database, one: Standing): Elsewhere | null {
  if (one.partnerId !== null || one.state !== 'submitted') return null;
  const { packages, lastStep } = standing(db, one);
  const sent = packages.filter(({ direction }) => direction === 'out').at(-1);
  if (!sent || (lastStep !== null && sent.at < lastStep)) return null;
  const partner =
    sent.partnerId === null
      ? undefined
      : db
          .select({ name: exchangePartners.name })
          .from(exchangePartners)
          .where(eq(exchangePartners.id, sent.partnerId))
          .get();
  return { name: partner?.name ?? null, sentAt: sent.at };
}

/** A round that somebody else decides is not decided here as well. */
export function refuseIfElsewhere(db: Database, one: Standing): void {
  const found = elsewhere(db, one);
  if (!found) return;
  throw refuse('conflict', {
    da: `Sagen ligger hos ${found.name ?? 'HR'}, som tager stilling. Læs svaret ind, når det kommer, eller tag ansøgningen tilbage.`,
    en: `The case lies with ${found.name ?? 'HR'}, who decides it. Import the answer when it comes, or take the application back.`,
  });
}

import type { LedgerKind } from './merit-states';

/** One module of a leader's ledger, as far as sum and clock ask. */
export type LedgerLine = {
  readonly kind: LedgerKind;
  /** Points, whole or half. */
  readonly ects: number;
  readonly startedOn: string | null;
  readonly completedOn: string | null;
  /** The merit case it belongs to: on a `merit` line the decision it follows, else the case it was laid before. */
  readonly meritCaseId: string | null;
};

export type LedgerSums = {
  readonly passed: number;
  readonly merit: number;
  /** What counts towards the requirement: passed and granted as merit. */
  readonly earned: number;
  /** Not earned yet, so apart from the sum. */
  readonly underWay: number;
  readonly planned: number;
  /** Points still to be earned; never below 0, and 0 without a requirement. */
  readonly missing: number;
};

/**
 * The lines that count, oldest first as given. Where a merit case has been decided, its newest decision says how many
 * points it is worth: earlier decisions of the same case and modules that were laid before it count no more, or the same
 * training would be counted twice.
 */
export function countedLines<L extends LedgerLine>(lines: readonly L[]): L[] {
  const decisions = new Map<string, L>();
  for (const line of lines) {
    if (line.kind === 'merit' && line.meritCaseId !== null) decisions.set(line.meritCaseId, line);
  }
  return lines.filter((line) => {
    const decision = line.meritCaseId === null ? undefined : decisions.get(line.meritCaseId);
    return decision === undefined || decision === line;
  });
}

/** What a ledger adds up to against a requirement of `required` points (R002-11, R002-17). */
export function ledgerSums(lines: readonly LedgerLine[], required: number): LedgerSums {
  const sums = { passed: 0, merit: 0, underWay: 0, planned: 0 };
  for (const { kind, ects } of countedLines(lines)) sums[kind] += ects;
  const earned = sums.passed + sums.merit;
  return { ...sums, earned, missing: Math.max(0, required - earned) };
}

/** Points a leader has neither earned nor under way nor planned: what a new module is to give her. */
export function unplannedPoints({ missing, underWay, planned }: LedgerSums): number {
  return Math.max(0, missing - underWay - planned);
}

/** The day a line was begun on; a passed module or a merit without a first day was begun when it was done at the latest. */
function begunOn({ startedOn, completedOn }: LedgerLine): string | null {
  return startedOn ?? completedOn;
}

/**
 * Whether training has begun by a day, and when at the earliest: by something passed, something under way or a granted
 * merit. A plan begins nothing. `on` is null when no line says the day.
 */
export function beginning(lines: readonly LedgerLine[], today: string): { on: string | null } | null {
  const begun = countedLines(lines).filter((line) => {
    if (line.kind === 'planned' || line.ects <= 0) return false;
    const on = begunOn(line);
    return on === null || on <= today;
  });
  if (begun.length === 0) return null;
  const days = begun.map(begunOn).filter((day) => day !== null);
  return { on: days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first)) };
}

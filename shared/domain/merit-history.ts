import { isSamePerson, type MeritPosition, meritMoveRules, settle } from './merit-case';
import type { MeritMove, MeritState } from './merit-states';
import { refuse } from './text';

/** A move as it stands in a case's history; `round` is the one the case was in afterwards. */
export type MeritStep = {
  readonly id: string;
  readonly round: number;
  readonly move: MeritMove;
  readonly reason: string;
  readonly at: string;
};
export type DatedPosition = MeritPosition & { readonly takenAt: string };

/** All that ever happened in a case. Two histories of the same case are put together without order mattering. */
export type MeritHistory = {
  readonly steps: readonly MeritStep[];
  readonly positions: readonly DatedPosition[];
};

export type Standing = { readonly state: MeritState; readonly round: number; readonly ects: number | null };

/**
 * Where a case stands, from its history alone: a case that travels is never told its state, it is reckoned anew where it
 * arrives. The newest round counts; but what the applicant has withdrawn stays so until she resumes it, whatever the
 * others did who did not know yet.
 */
export function standingOf({ steps, positions }: MeritHistory, applied: number): Standing {
  const round = steps.reduce((newest, step) => Math.max(newest, step.round), 1);
  const moves = new Set(steps.filter((step) => step.round === round).map((step) => step.move));
  const last = (move: MeritMove) =>
    steps.reduce((newest, step) => (step.move === move ? Math.max(newest, step.round) : newest), 0);
  if (last('withdraw') > 0 && last('withdraw') >= last('resume')) {
    return { state: 'withdrawn', round, ects: null };
  }
  const isHandedIn = [...moves].some((move) => meritMoveRules[move].to === 'submitted');
  if (!isHandedIn) return { state: 'draft', round, ects: null };
  const one = { state: 'submitted', round, applicantName: '', applied, ects: null, positions } as const;
  const { state, ects } = settle(one);
  return { state, round, ects };
}

/**
 * Both histories in one. Throws `conflict` when they tell two different things of the same position or step, or when
 * one person would have spoken for both roles in a round: then one of the two files is not what it says.
 */
export function mergeHistories(own: MeritHistory, incoming: MeritHistory): MeritHistory {
  const positions = merge(own.positions, incoming.positions, ({ round, role }) => `${round} ${role}`);
  const steps = merge(own.steps, incoming.steps, ({ id }) => id);
  for (const position of positions) {
    const other = positions.find(({ round, role }) => round === position.round && role !== position.role);
    if (other && isSamePerson(position.name, other.name)) {
      throw refuse('conflict', {
        da: `I runde ${position.round} har den samme person taget stilling i begge roller. Sagen er ikke ændret.`,
        en: `In round ${position.round} one person has taken a position in both roles. The case is unchanged.`,
      });
    }
  }
  return {
    positions: positions.sort((a, b) => a.round - b.round || order(a.takenAt, b.takenAt)),
    steps: steps.sort((a, b) => a.round - b.round || order(a.at, b.at)),
  };
}

function merge<T extends object>(own: readonly T[], incoming: readonly T[], keyOf: (one: T) => string): T[] {
  const all = new Map(own.map((one) => [keyOf(one), one]));
  for (const one of incoming) {
    const known = all.get(keyOf(one));
    if (known && !isEqual(known, one)) {
      throw refuse('conflict', {
        da: 'Filen fortæller noget andet om en tidligere runde, end der står her. Sagen er ikke ændret.',
        en: 'The file tells something else of an earlier round than what stands here. The case is unchanged.',
      });
    }
    all.set(keyOf(one), one);
  }
  return [...all.values()];
}

const isEqual = (a: object, b: object) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (one: object) => Object.entries(one).sort(([a], [b]) => order(a, b));
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Day the case was decided: when the later of the two spoke in its round. Null while it is not. */
export function decidedAt({ positions }: MeritHistory, { state, round }: Standing): string | null {
  if (!['granted', 'partly', 'refused'].includes(state)) return null;
  const said = positions.filter((position) => position.round === round).map(({ takenAt }) => takenAt);
  return said.reduce((latest, at) => (at > latest ? at : latest), '') || null;
}

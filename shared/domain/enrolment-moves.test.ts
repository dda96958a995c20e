import { describe, expect, it } from 'vitest';
import { enrolmentMoves, isCounting, isOpenState, moveProblem } from './enrolment-moves';
import { type EnrolmentState, enrolmentStates } from './enrolment-states';

const today = '2026-11-23';
const pairs = enrolmentStates.flatMap((from) => enrolmentStates.map((to) => [from, to] as const));

/** Written out by hand, so that a slip in the table shows here: `+` on, `?` out or back with a reason. */
const table: Readonly<Record<EnrolmentState, string>> = {
  //          wis app enr und com fai can
  wished: '    .   +   .   .   .   .   ?',
  approved: '  ?   .   +   .   .   .   ?',
  enrolled: '  .   ?   .   +   .   .   ?',
  underWay: '  .   .   ?   .   +   ?   ?',
  completed: ' .   .   .   ?   .   .   .',
  failed: '    .   .   .   ?   .   .   .',
  cancelled: ' ?   .   .   .   .   .   .',
};
const sign = (from: EnrolmentState, to: EnrolmentState) =>
  table[from].trim().split(/\s+/)[enrolmentStates.indexOf(to)];

describe('the moves of an enrolment', () => {
  it.each(pairs)('from %s to %s are allowed exactly as the table says', (from, to) => {
    const way = enrolmentMoves[from].find((move) => move.to === to);
    expect(way ? (way.needsReason ? '?' : '+') : '.').toBe(sign(from, to));
    const at = { state: from, underWayOn: '2026-10-01' };
    const bare = moveProblem(at, { to, onDate: today, reason: '  ' }, today);
    const reasoned = moveProblem(at, { to, onDate: today, reason: 'Aftalt med Thomas.' }, today);
    if (sign(from, to) === '.') {
      expect(bare?.field).toBe('state');
      expect(reasoned?.field).toBe('state');
    } else {
      expect(bare?.field ?? null).toBe(sign(from, to) === '?' ? 'reason' : null);
      expect(reasoned).toBeNull();
    }
  });

  it.each(enrolmentStates)('lead out of %s and back to it', (state) => {
    expect(enrolmentMoves[state].length).toBeGreaterThan(0);
    const seen = new Set<EnrolmentState>();
    const reach = (from: EnrolmentState) => {
      for (const { to } of enrolmentMoves[from]) {
        if (seen.has(to)) continue;
        seen.add(to);
        reach(to);
      }
    };
    reach(state);
    expect([...seen].sort()).toEqual([...enrolmentStates].sort());
  });

  it('are told on the day they happened: never ahead, never ended before it began', () => {
    const at = { state: 'underWay', underWayOn: '2026-10-01' } as const;
    const to = (onDate: string) =>
      moveProblem(at, { to: 'completed', onDate, reason: '' }, today)?.field ?? null;
    expect(to('2026-11-24')).toBe('onDate');
    expect(to('2026-11-23')).toBeNull();
    expect(to('2026-10-01')).toBeNull();
    expect(to('2026-09-30')).toBe('onDate');
    expect(
      moveProblem({ ...at, underWayOn: null }, { to: 'completed', onDate: '2017-06-01', reason: '' }, today),
    ).toBeNull();
  });

  it('count from the approval on, and can be changed until they end', () => {
    expect(enrolmentStates.filter(isCounting)).toEqual([
      'approved',
      'enrolled',
      'underWay',
      'completed',
      'failed',
    ]);
    expect(enrolmentStates.filter(isOpenState)).toEqual(['wished', 'approved', 'enrolled', 'underWay']);
  });
});

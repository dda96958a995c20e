import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MeritCase, move, takePosition } from './merit-case';
import { decidedAt, type MeritHistory, mergeHistories, standingOf } from './merit-history';
import { type MeritRole, type MeritVerdict, meritMoves, meritRoles, meritVerdicts } from './merit-states';
import { Refusal } from './text';

const applied = 10;
const names: Record<MeritRole, string> = {
  developmentChief: 'Inger Møllegaard',
  hrChief: 'Peter Krogsgaard',
};

const anyStep = fc.oneof(
  fc.constantFrom(...meritMoves).map((name) => ({ name })),
  fc.record({ role: fc.constantFrom(...meritRoles), verdict: fc.constantFrom(...meritVerdicts) }),
);
type AnyStep = { name: (typeof meritMoves)[number] } | { role: MeritRole; verdict: MeritVerdict };

/** A life of a case by the rules, with what would have been written down of it along the way. */
function live(steps: readonly AnyStep[]): { one: MeritCase; history: MeritHistory }[] {
  let one: MeritCase = {
    state: 'draft',
    round: 1,
    applicantName: 'Amina Farooq',
    applied,
    ects: null,
    positions: [],
  };
  let history: MeritHistory = { steps: [], positions: [] };
  const lived = [{ one, history }];
  for (const [minute, step] of steps.entries()) {
    const at = new Date(Date.UTC(2026, 10, 2, 8, minute)).toISOString();
    try {
      if ('name' in step) {
        one = move(one, step.name, 'Fordi.');
        const written = { id: `s${minute}`, round: one.round, move: step.name, reason: 'Fordi.', at };
        history = { ...history, steps: [...history.steps, written] };
      } else {
        const { role, verdict } = step;
        one = takePosition(one, {
          role,
          verdict,
          name: names[role],
          ects: verdict === 'partly' ? 5 : null,
          reason: 'Fordi.',
        });
        const positions = one.positions.map((position, index) => ({
          ...position,
          takenAt: history.positions[index]?.takenAt ?? at,
        }));
        history = { ...history, positions };
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      continue;
    }
    lived.push({ one, history });
  }
  return lived;
}

describe('a history', () => {
  it('says where the case stands, as the rules had it at every point of its life', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 80 }), (steps) => {
        for (const { one, history } of live(steps)) {
          expect(standingOf(history, applied)).toEqual({
            state: one.state,
            round: one.round,
            ects: one.ects,
          });
          const isDecided = ['granted', 'partly', 'refused'].includes(one.state);
          expect(decidedAt(history, standingOf(history, applied)) !== null).toBe(isDecided);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is the same in whatever order, and however often, its parts arrive', () => {
    fc.assert(
      fc.property(
        fc.array(anyStep, { maxLength: 60 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        fc.boolean(),
        (steps, picks, backwards) => {
          const lived = live(steps).map(({ history }) => history);
          const newest = lived.at(-1) as MeritHistory;
          const some = [...picks.map((pick) => lived[pick % lived.length] as MeritHistory), newest];
          if (backwards) some.reverse();
          const empty: MeritHistory = { steps: [], positions: [] };
          const arrived = some.reduce(mergeHistories, empty);
          expect(arrived).toEqual(mergeHistories(empty, newest));
          expect(mergeHistories(arrived, arrived)).toEqual(arrived);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is no decision when it says that one person spoke in both roles, however the name is written', () => {
    const position = (role: MeritRole, name: string) => ({
      round: 1,
      role,
      name,
      verdict: 'yes' as const,
      ects: null,
      reason: 'Dækker.',
      takenAt: '2026-11-02T08:00:00.000Z',
    });
    const handedIn = {
      id: 's',
      round: 1,
      move: 'submit' as const,
      reason: '',
      at: '2026-11-01T08:00:00.000Z',
    };
    const said = (second: string) => ({
      steps: [handedIn],
      positions: [position('hrChief', 'Peter Krogsgaard'), position('developmentChief', second)],
    });
    expect(standingOf(said('PETER  krogsgaard'), applied)).toEqual({
      state: 'submitted',
      round: 1,
      ects: null,
    });
    expect(standingOf(said('Inger Møllegaard'), applied)).toMatchObject({ state: 'granted', ects: applied });
  });

  it('stays withdrawn, whatever the others did who did not know yet, until the applicant resumes it', () => {
    const step = (move: (typeof meritMoves)[number], round: number, hour: number) => ({
      id: `${move}${round}`,
      round,
      move,
      reason: 'Fordi.',
      at: `2026-11-02T${hour}:00:00.000Z`,
    });
    const atSchool = { steps: [step('submit', 1, 10), step('withdraw', 1, 11)], positions: [] };
    const atHr = { steps: [step('submit', 1, 10), step('meet', 2, 12)], positions: [] };
    for (const both of [mergeHistories(atSchool, atHr), mergeHistories(atHr, atSchool)]) {
      expect(standingOf(both, applied)).toEqual({ state: 'withdrawn', round: 2, ects: null });
      const again = { steps: [step('resume', 3, 13)], positions: [] };
      expect(standingOf(mergeHistories(both, again), applied)).toMatchObject({ state: 'draft', round: 3 });
    }
  });

  it('does not take another word for a position that was taken', () => {
    const taken = {
      round: 1,
      role: 'hrChief' as const,
      name: 'Peter Krogsgaard',
      verdict: 'yes' as const,
      ects: null,
      reason: 'Dækker.',
      takenAt: '2026-11-02T08:00:00.000Z',
    };
    const own = { steps: [], positions: [taken] };
    expect(() => mergeHistories(own, { steps: [], positions: [{ ...taken, verdict: 'no' }] })).toThrow(
      Refusal,
    );
    expect(() =>
      mergeHistories(own, { steps: [], positions: [{ ...taken, role: 'developmentChief' }] }),
    ).toThrow(/both roles/);
  });
});

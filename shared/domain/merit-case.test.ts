import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  currentPositions,
  isDecided,
  isSamePerson,
  type MeritCase,
  type MeritPosition,
  meritMoveRules,
  missingRoles,
  move,
  openMoves,
  takePosition,
} from './merit-case';
import { type MeritMove, type MeritVerdict, meritMoves, meritRoles, meritStates } from './merit-states';
import { Refusal } from './text';

const start: MeritCase = {
  state: 'draft',
  round: 1,
  applicantName: 'Amina Farooq',
  applied: 10,
  ects: null,
  positions: [],
};

type Step =
  | { kind: 'move'; name: MeritMove; reason: string }
  | ({ kind: 'position' } & Omit<MeritPosition, 'round'>);

const names = ['Inger Møllegaard', ' inger  MØLLEGAARD.', 'Peter Krogsgaard', 'Amina Farooq', ''];
const verdicts: readonly [MeritVerdict, number | null][] = [
  ['yes', null],
  ['partly', 5],
  ['partly', 7.5],
  ['partly', 10],
  ['no', null],
  ['moreInformation', null],
];

/** Everything anybody can try, sensible or not. */
const everyStep: readonly Step[] = [
  ...meritMoves.map((name) => ({ kind: 'move' as const, name, reason: 'Fordi.' })),
  ...meritRoles.flatMap((role) =>
    names.flatMap((name) =>
      verdicts.map(([verdict, ects]) => ({
        kind: 'position' as const,
        role,
        name,
        verdict,
        ects,
        reason: 'Fordi.',
      })),
    ),
  ),
];

/** The case after a step, or null when the rules say no. */
function attempt(one: MeritCase, step: Step): MeritCase | null {
  try {
    if (step.kind === 'move') return move(one, step.name, step.reason);
    const { kind: _, ...position } = step;
    return takePosition(one, position);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Said a second time and on its own: what a decision rests on. Knows nothing of the rules in the module. */
function expectSound(one: MeritCase): void {
  const now = one.positions.filter(({ round }) => round === one.round);
  const letters = (name: string) => name.toLowerCase().replace(/[^a-zæøå]/g, '');
  for (const position of one.positions) {
    expect(letters(position.name)).not.toBe('');
    expect(letters(position.name)).not.toBe('aminafarooq');
    expect(position.reason).not.toBe('');
  }
  if (!['granted', 'partly', 'refused'].includes(one.state)) {
    expect(one.ects).toBeNull();
    return;
  }
  expect(new Set(now.map(({ role }) => role)).size).toBe(2);
  expect(new Set(now.map(({ name }) => letters(name))).size).toBe(2);
  expect(now).toHaveLength(2);
  const [first, second] = now;
  expect(first?.verdict).toBe(second?.verdict);
  if (one.state === 'granted') expect([first?.verdict, one.ects]).toEqual(['yes', 10]);
  if (one.state === 'refused') expect([first?.verdict, one.ects]).toEqual(['no', 0]);
  if (one.state === 'partly') {
    expect([first?.verdict, second?.ects, one.ects]).toEqual(['partly', first?.ects, first?.ects]);
  }
}

/** A case by what the rules look at: earlier rounds matter to nothing, and that they stay is checked step by step. */
const standing = (one: MeritCase) =>
  JSON.stringify([
    one.state,
    one.ects,
    currentPositions(one)
      .map(({ role, name, verdict, ects }) => [role, name, verdict, ects])
      .sort(),
  ]);

describe('a merit case', () => {
  it('reaches no decision with fewer than two named positions, whatever is done to it', () => {
    // Every standing that can be reached, each tried with every step: no path is left out, however long.
    const seen = new Map<string, MeritCase>([[standing(start), start]]);
    const queue = [start];
    let tried = 0;
    for (let one = queue.shift(); one; one = queue.shift()) {
      const before = JSON.stringify(one);
      for (const step of everyStep) {
        tried++;
        const next = attempt(one, step);
        expect(JSON.stringify(one)).toBe(before);
        if (!next) continue;
        expectSound(next);
        expect(next.round).toBeGreaterThanOrEqual(one.round);
        expect(next.positions.slice(0, one.positions.length)).toEqual(one.positions);
        if (seen.has(standing(next))) continue;
        seen.set(standing(next), next);
        queue.push(next);
      }
    }
    expect(new Set([...seen.values()].map(({ state }) => state))).toEqual(new Set(meritStates));
    expect(tried).toBeGreaterThan(2_000);
  });

  it('keeps to that along every path of seven steps, counted out', () => {
    // Fewer names, so that the paths can be walked one by one without cutting any short.
    const few = everyStep.filter(
      (step) =>
        step.kind === 'move' ||
        (['Inger Møllegaard', 'Peter Krogsgaard'].includes(step.name) &&
          ['yes', 'no', 'moreInformation'].includes(step.verdict)),
    );
    let decided = 0;
    let paths = 0;
    const walk = (one: MeritCase, depth: number): void => {
      paths++;
      if (isDecided(one.state)) {
        decided++;
        expectSound(one);
      }
      if (depth === 0) return;
      for (const step of few) {
        const next = attempt(one, step);
        if (next) walk(next, depth - 1);
      }
    };
    walk(start, 7);
    expect(decided).toBeGreaterThan(100);
    expect(paths).toBeGreaterThan(1_000);
  });

  it('holds for long random lives too', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...everyStep), { maxLength: 120 }), (steps) => {
        let one = start;
        for (const step of steps) {
          const next = attempt(one, step);
          if (!next) continue;
          expectSound(next);
          one = next;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has a way out of every state', () => {
    for (const state of meritStates) {
      const here = { ...start, state };
      expect([state, openMoves(here).length + missingRoles(here).length]).not.toEqual([state, 0]);
    }
  });

  it('asks a reason of every move but handing in and taking back before anybody has spoken', () => {
    for (const name of meritMoves) {
      const rule = meritMoveRules[name];
      for (const state of rule.from) {
        const here = { ...start, state, round: 2 };
        if (rule.needsReason) expect(() => move(here, name, ' \n')).toThrow(Refusal);
        else expect(move(here, name, '').state).toBe(rule.to);
      }
    }
    expect(meritMoves.filter((name) => !meritMoveRules[name].needsReason)).toEqual(['submit', 'takeBack']);
  });
});

const submitted = { ...start, state: 'submitted' as const };
type Said = readonly [MeritVerdict, number?];

function both([a, aEcts]: Said, [b, bEcts]: Said, order = meritRoles): MeritCase {
  const position = (role: (typeof meritRoles)[number]) => {
    const isChief = role === 'developmentChief';
    return {
      role,
      name: isChief ? 'Inger Møllegaard' : 'Peter Krogsgaard',
      verdict: isChief ? a : b,
      ects: (isChief ? aEcts : bEcts) ?? null,
      reason: 'Fordi.',
    };
  };
  return order.reduce<MeritCase>((one, role) => takePosition(one, position(role)), submitted);
}

describe('two positions', () => {
  const cases: readonly [Said, Said, string, number | null][] = [
    [['yes'], ['yes'], 'granted', 10],
    [['partly', 5], ['partly', 5], 'partly', 5],
    [['partly', 5], ['partly', 7.5], 'disagreement', null],
    [['no'], ['no'], 'refused', 0],
    [['yes'], ['no'], 'disagreement', null],
    [['no'], ['yes'], 'disagreement', null],
    [['yes'], ['partly', 5], 'disagreement', null],
    [['partly', 5], ['no'], 'disagreement', null],
    [['moreInformation'], ['yes'], 'moreInformation', null],
    [['no'], ['moreInformation'], 'moreInformation', null],
    [['moreInformation'], ['moreInformation'], 'moreInformation', null],
  ];
  it.each(cases)('%j and %j: %s', (chief, hr, state, ects) => {
    for (const order of [meritRoles, [...meritRoles].reverse() as unknown as typeof meritRoles]) {
      expect(both(chief, hr, order)).toMatchObject({ state, ects });
    }
  });

  it('are never one: the first of them leaves the case waiting for the other', () => {
    const first = { role: 'hrChief', name: 'Peter', verdict: 'yes', ects: null, reason: 'Fordi.' } as const;
    const one = takePosition(submitted, first);
    expect(one).toMatchObject({ state: 'submitted', ects: null });
    expect(missingRoles(one)).toEqual(['developmentChief']);
    expect(() => takePosition(one, { ...first, name: 'Inger' })).toThrow(/already taken/);
    expect(() => takePosition(one, { ...first, role: 'developmentChief', name: 'PETER ' })).toThrow(
      /Two different people/,
    );
  });

  it('give points only with a part of what was applied for', () => {
    const position = { role: 'hrChief', name: 'Peter', verdict: 'partly', reason: 'Fordi.' } as const;
    for (const ects of [null, 0, -1, 10, 11, 5.25, Number.NaN]) {
      expect(() => takePosition(submitted, { ...position, ects })).toThrow(Refusal);
    }
    expect(takePosition(submitted, { ...position, verdict: 'yes', ects: 3 }).positions[0]?.ects).toBeNull();
  });

  it('begin anew after a disagreement, a complaint and a reopening, and the earlier rounds stay', () => {
    const disagreed = both(['yes'], ['no']);
    const again = move(disagreed, 'meet', 'Vi har talt om læringsmålene.');
    expect(again).toMatchObject({ state: 'submitted', round: 2, positions: disagreed.positions });
    expect(missingRoles(again)).toEqual(meritRoles);
    const refused = both(['no'], ['no']);
    expect(move(refused, 'complain', 'Bilag 2 er overset.')).toMatchObject({ state: 'submitted', round: 2 });
    expect(move(both(['yes'], ['yes']), 'reopen', 'Beviset var et andet.')).toMatchObject({
      round: 2,
      ects: null,
    });
  });
});

describe('names', () => {
  it('are the same person’s whatever the case, spacing and encoding', () => {
    expect(isSamePerson('Åse  Bæk', 'a\u030ase bæk.')).toBe(true);
    expect(isSamePerson('Inger Møllegaard', 'Inger Møllegård')).toBe(false);
  });
});

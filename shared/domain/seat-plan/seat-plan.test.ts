import fc from 'fast-check';
import loadHighs from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { planSeats, type Solve } from './seat-model';
import {
  possibleSeats,
  type Seat,
  type SeatQuestion,
  type SeatRun,
  type SeatWish,
  seatAims,
  seatBreaches,
  seatScore,
} from './seat-plan';
import { unmetWishes } from './unmet';

let solve: Solve;
beforeAll(async () => {
  const highs = await loadHighs();
  solve = async (model) => {
    const { Status, Columns } = highs.solve(model, { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
    const values = Object.fromEntries(
      Object.entries(Columns).map(([name, column]) => [name, 'Primal' in column ? column.Primal : 0]),
    );
    return {
      status: Status === 'Optimal' ? 'optimal' : Status === 'Infeasible' ? 'infeasible' : 'other',
      values,
    };
  };
});

const wish = (id: string, over: Partial<SeatWish> = {}): SeatWish => ({
  id,
  personId: `p-${id}`,
  itemId: 'a',
  isLeader: false,
  budgetId: null,
  costOre: 100_000,
  substituteDays: 0,
  ...over,
});
const run = (id: string, over: Partial<SeatRun> = {}): SeatRun => ({
  id,
  itemId: 'a',
  startsOn: '2027-02-01',
  endsOn: '2027-02-01',
  days: [],
  seats: null,
  missing: 0,
  leadersThere: 0,
  ...over,
});
const question = (over: Partial<SeatQuestion>): SeatQuestion => ({
  wishes: [],
  runs: [],
  budgets: [],
  notFree: [],
  fixed: [],
  ruledOut: [],
  ...over,
});

/** The best plan by trying every set of seats. */
function byTrying(asked: SeatQuestion) {
  const possible = possibleSeats(asked);
  let best: { seats: Seat[]; score: number[] } | null = null;
  for (let bits = 0; bits < 2 ** possible.length; bits++) {
    const seats = possible.filter((_, at) => (bits >> at) & 1);
    if (seatBreaches(asked, seats).length > 0) continue;
    const score = Object.values(seatScore(asked, seats));
    if (!best || isBetter(score, best.score)) best = { seats, score };
  }
  return best;
}
function isBetter(score: readonly number[], than: readonly number[]): boolean {
  for (const [at, value] of score.entries()) if (value !== than[at]) return value > (than[at] ?? 0);
  return false;
}

const days = ['2027-02-01', '2027-02-02', '2027-02-03'];
const anyQuestion: fc.Arbitrary<SeatQuestion> = fc
  .record({
    wishes: fc.array(
      fc.record({
        person: fc.integer({ min: 0, max: 3 }),
        item: fc.constantFrom('a', 'b'),
        isLeader: fc.boolean(),
        budgetId: fc.constantFrom(null, 'm', 'n'),
        costOre: fc.constantFrom(0, 50_000, 100_000, 250_000),
        substituteDays: fc.constantFrom(0, 0.5, 1, 3),
      }),
      { minLength: 2, maxLength: 5 },
    ),
    runs: fc.array(
      fc.record({
        itemId: fc.constantFrom('a', 'b'),
        days: fc.subarray(days),
        seats: fc.constantFrom(null, 0, 1, 2),
        missing: fc.integer({ min: 0, max: 3 }),
        leadersThere: fc.integer({ min: 0, max: 1 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    budgets: fc.tuple(
      fc.integer({ min: -1, max: 8 }),
      fc.integer({ min: 0, max: 8 }),
      fc.constantFrom(null, -1, 1, 2.5, 6),
    ),
    notFree: fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 2 })), {
      maxLength: 3,
    }),
    picks: fc.tuple(fc.nat(), fc.nat(), fc.boolean(), fc.boolean()),
  })
  .map(({ wishes, runs, budgets, notFree, picks: [fixAt, outAt, isFixed, isOut] }) => {
    const asked = question({
      wishes: wishes.map(({ person, item, ...facts }, at) => ({
        id: `w${at}`,
        personId: `p${person}`,
        itemId: item,
        ...facts,
      })),
      runs: runs.map((facts, at) => ({
        id: `r${at}`,
        startsOn: days[0] ?? '',
        endsOn: days[1] ?? '',
        ...facts,
      })),
      budgets: [
        { id: 'm', leftOre: budgets[0] * 50_000, leftDays: budgets[2] },
        { id: 'n', leftOre: budgets[1] * 50_000, leftDays: null },
      ],
      notFree: notFree.map(([wishAt, runAt]) => ({ wishId: `w${wishAt}`, runId: `r${runAt}` })),
    });
    const possible = possibleSeats(asked);
    const pick = (at: number) => (possible.length > 0 ? [possible[at % possible.length] as Seat] : []);
    return { ...asked, fixed: isFixed ? pick(fixAt) : [], ruledOut: isOut ? pick(outAt) : [] };
  });

describe('who goes on what', () => {
  it('is as good as the best of all plans, and breaks nothing', async () => {
    let [planned, impossible, unmet] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(anyQuestion, async (asked) => {
        const plan = await planSeats(asked, solve);
        const best = byTrying(asked);
        if (!best) {
          impossible++;
          expect(plan.status).toBe('fixedImpossible');
          return;
        }
        expect(plan.status).toBe('optimal');
        expect(seatBreaches(asked, plan.seats)).toEqual([]);
        expect(Object.values(seatScore(asked, plan.seats))).toEqual(best.score);
        const left = unmetWishes(asked, plan.seats);
        expect(left.length + plan.seats.length).toBe(asked.wishes.length);
        expect(left.filter(({ reason }) => reason === 'others')).toEqual([]);
        planned += plan.seats.length;
        unmet += left.length;
      }),
      { numRuns: 250, seed: 20261123 },
    );
    // Of each kind there were many, so that none was checked by nothing.
    expect(planned).toBeGreaterThan(50);
    expect(unmet).toBeGreaterThan(50);
    expect(impossible).toBeGreaterThan(0);
  });

  it('strives for the aims in their order', () => {
    expect(Object.keys(seatScore(question({}), []))).toEqual([...seatAims]);
  });

  it('lets two leaders go together, where it costs no one a seat', async () => {
    const leaders = ['s02', 's04'].map((id) => wish(id, { isLeader: true }));
    const runs = [
      run('spring', { seats: 1 }),
      run('autumn', { startsOn: '2027-09-01', endsOn: '2027-09-01', seats: 2 }),
    ];
    const plan = await planSeats(question({ wishes: leaders, runs }), solve);
    expect(plan.seats.map(({ runId }) => runId)).toEqual(['autumn', 'autumn']);
  });

  it('holds no course for fewer than it takes', async () => {
    const runs = [run('r', { missing: 3 })];
    const two = question({ wishes: [wish('1'), wish('2')], runs });
    expect((await planSeats(two, solve)).seats).toEqual([]);
    expect(unmetWishes(two, []).map(({ reason }) => reason)).toEqual(['tooFew', 'tooFew']);
    const three = question({ wishes: [wish('1'), wish('2'), wish('3')], runs });
    expect((await planSeats(three, solve)).seats).toHaveLength(3);
  });

  it('says what keeps a wish from a seat', async () => {
    const asked = question({
      wishes: [
        wish('first', { budgetId: 'm' }),
        wish('dear', { budgetId: 'm' }),
        wish('nobody', { itemId: 'z' }),
        wish('away', { personId: 'busy' }),
      ],
      runs: [run('r')],
      budgets: [{ id: 'm', leftOre: 150_000, leftDays: null }],
      notFree: [{ wishId: 'away', runId: 'r' }],
    });
    const { seats } = await planSeats(asked, solve);
    const reasons = unmetWishes(asked, seats).map(({ reason }) => reason);
    expect(reasons.sort()).toEqual(['notFree', 'notOffered', 'overBudget']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConflictWorld, courseConflicts, type PlannedActivity, sharedDay } from './course-conflicts';
import { addDays } from './dates';
import { isCounting, isOpenState } from './enrolment-moves';
import { enrolmentStates } from './enrolment-states';

const activity = (change: Partial<PlannedActivity> & { id: string }): PlannedActivity => ({
  employeeId: 'gitte',
  title: change.id,
  state: 'approved',
  startsOn: null,
  endsOn: null,
  days: [],
  runId: null,
  budgetId: null,
  feeOre: 0,
  materialsOre: 0,
  substituteDays: 0,
  substituteDayOre: 0,
  grantedOre: 0,
  ...change,
});
const world = (change: Partial<ConflictWorld> = {}): ConflictWorld => ({
  people: new Map([
    ['gitte', { employmentDate: '2006-08-01', leavingDate: null, leaves: [] }],
    ['kasper', { employmentDate: '2024-08-01', leavingDate: null, leaves: [] }],
  ]),
  runs: new Map(),
  budgets: new Map(),
  ...change,
});
const kinds = (of: readonly PlannedActivity[], id: string, around = world()) =>
  (courseConflicts(of, around).get(id) ?? []).map(({ kind }) => kind);

describe('two at once', () => {
  const week = { startsOn: '2027-02-01', endsOn: '2027-02-05' };

  it('is the same day of two holdings, or a day within a period', () => {
    const one = activity({ id: 'one', ...week });
    const on = (days: string[], startsOn = '2027-02-03', endsOn = '2027-02-20') =>
      activity({ id: 'other', startsOn, endsOn, days });
    expect(kinds([one, on([])], 'one')).toEqual(['sameDay']);
    expect(kinds([one, on(['2027-02-05', '2027-02-20'])], 'one')).toEqual(['sameDay']);
    expect(kinds([one, on(['2027-02-06', '2027-02-20'])], 'one')).toEqual([]);
    expect(kinds([one, on([], '2027-02-06')], 'one')).toEqual([]);
    expect(courseConflicts([one, on(['2027-02-04', '2027-02-05'])], world()).get('other')).toEqual([
      { kind: 'sameDay', on: '2027-02-04', withId: 'one', withTitle: 'one' },
    ]);
  });

  it('needs days, one person, and that the other counts', () => {
    const one = activity({ id: 'one', ...week });
    const other = activity({ id: 'other', ...week });
    expect(kinds([one, { ...other, employeeId: 'kasper' }], 'one')).toEqual([]);
    expect(kinds([one, { ...other, state: 'wished' }], 'one')).toEqual([]);
    expect(kinds([one, { ...other, state: 'wished' }], 'other')).toEqual(['sameDay']);
    expect(kinds([one, { ...other, state: 'cancelled' }], 'one')).toEqual([]);
    expect(kinds([{ ...one, state: 'completed' }, other], 'one')).toEqual([]);
    expect(kinds([{ ...one, state: 'completed' }, other], 'other')).toEqual(['sameDay']);
    expect(kinds([one, { ...other, startsOn: null, endsOn: null }], 'one')).toEqual([]);
  });

  it('is found exactly where the sets of days meet, both ways', () => {
    const anyDays = fc.record({
      first: fc.nat(20),
      length: fc.nat(8),
      known: fc.option(fc.uniqueArray(fc.nat(20), { minLength: 1, maxLength: 4 })),
    });
    const at = (n: number) => addDays('2027-01-01', n);
    const of = ({ first, length, known }: { first: number; length: number; known: number[] | null }) => ({
      startsOn: at(first),
      endsOn: at(first + length),
      days: (known ?? []).toSorted((a, b) => a - b).map(at),
    });
    const set = (days: ReturnType<typeof of>) =>
      days.days.length > 0
        ? days.days
        : Array.from({ length: 31 }, (_, n) => at(n)).filter(
            (day) => days.startsOn <= day && day <= days.endsOn,
          );
    fc.assert(
      fc.property(anyDays, anyDays, (a, b) => {
        const [one, other] = [of(a), of(b)];
        const common = set(one)
          .filter((day) => set(other).includes(day))
          .sort();
        expect(sharedDay(one, other)).toBe(common[0] ?? null);
        expect(sharedDay(other, one)).toBe(common[0] ?? null);
      }),
      { numRuns: 500 },
    );
  });
});

describe('money and substitutes', () => {
  const budgets = new Map([['b', { name: 'Mellemtrin', amountOre: 1_000_000, substituteDays: 3 }]]);
  const paid = { budgetId: 'b', feeOre: 600_000, substituteDays: 2 };

  it('are over when what counts is more than there is; a wish is looked at as if it were approved', () => {
    const one = activity({ id: 'one', ...paid });
    const wish = activity({ id: 'wish', ...paid, employeeId: 'kasper', state: 'wished' });
    const all = courseConflicts([one, wish], world({ budgets }));
    expect(all.get('one')).toBeUndefined();
    expect(all.get('wish')).toEqual([
      { kind: 'overBudget', budget: 'Mellemtrin', overOre: 200_000 },
      { kind: 'overDays', budget: 'Mellemtrin', overDays: 1 },
    ]);
    expect(kinds([one, { ...wish, grantedOre: 200_000 }], 'wish', world({ budgets }))).toEqual(['overDays']);
    expect(kinds([one, { ...wish, state: 'approved' }], 'one', world({ budgets }))).toEqual([
      'overBudget',
      'overDays',
    ]);
  });

  it('are over exactly when the sum says so, for any enrolments', () => {
    const anyOne = fc.record({
      state: fc.constantFrom(...enrolmentStates),
      feeOre: fc.nat(500_000),
      grantedOre: fc.nat(500_000),
      halves: fc.nat(6),
    });
    fc.assert(
      fc.property(
        fc.array(anyOne, { maxLength: 12 }),
        fc.nat(2_000_000),
        fc.nat(20),
        (list, amountOre, days) => {
          const rows = list.map(({ halves, ...one }, n) =>
            activity({ id: String(n), budgetId: 'b', substituteDays: halves / 2, ...one }),
          );
          const all = courseConflicts(
            rows,
            world({ budgets: new Map([['b', { name: 'b', amountOre, substituteDays: days }]]) }),
          );
          for (const row of rows) {
            const counted = rows.filter((other) => isCounting(other.state) || other === row);
            const sum = counted.reduce((ore, one) => ore + Math.max(0, one.feeOre - one.grantedOre), 0);
            const used = counted.reduce((half, one) => half + one.substituteDays, 0);
            const own = (all.get(row.id) ?? []).map(({ kind }) => kind);
            expect(own.includes('overBudget')).toBe(
              isOpenState(row.state) && sum > amountOre && row.feeOre > row.grantedOre,
            );
            expect(own.includes('overDays')).toBe(
              isOpenState(row.state) && used > days && row.substituteDays > 0,
            );
          }
        },
      ),
    );
  });
});

describe('seats', () => {
  const on = (id: string, state: PlannedActivity['state'] = 'enrolled') =>
    activity({ id, state, runId: 'r', employeeId: id });
  const run = (change: object) =>
    world({ runs: new Map([['r', { seats: 2, minimumSeats: null, state: 'open' as const, ...change }]]) });

  it('are taken by what counts, and a wish asks for one more', () => {
    expect(kinds([on('a'), on('b', 'wished')], 'b', run({}))).toEqual([]);
    expect(kinds([on('a'), on('c'), on('b', 'wished')], 'b', run({}))).toEqual(['noSeats']);
    expect(kinds([on('a'), on('c')], 'a', run({}))).toEqual([]);
    expect(kinds([on('a'), on('c'), on('b', 'wished')], 'b', run({ seats: null }))).toEqual([]);
  });

  it('are too few until enough are on it or the provider has confirmed it', () => {
    expect(kinds([on('a')], 'a', run({ minimumSeats: 2 }))).toEqual(['tooFew']);
    expect(kinds([on('a'), on('b')], 'a', run({ minimumSeats: 2 }))).toEqual([]);
    expect(kinds([on('a')], 'a', run({ minimumSeats: 2, state: 'confirmed' }))).toEqual([]);
    expect(kinds([on('a')], 'a', run({ state: 'cancelled' }))).toEqual(['runCancelled']);
  });
});

describe('being there', () => {
  const person = (change: object) =>
    world({
      people: new Map([
        ['gitte', { employmentDate: '2006-08-01', leavingDate: null, leaves: [], ...change }],
      ]),
    });
  const one = activity({ id: 'one', startsOn: '2027-02-01', endsOn: '2027-02-05' });

  it('asks for leave, the last day and the first', () => {
    const leave = (fromDate: string, toDate: string | null) => person({ leaves: [{ fromDate, toDate }] });
    expect(kinds([one], 'one', leave('2027-02-05', null))).toEqual(['leave']);
    expect(kinds([one], 'one', leave('2027-02-06', null))).toEqual([]);
    expect(kinds([one], 'one', leave('2027-01-01', '2027-01-31'))).toEqual([]);
    const known = { ...one, days: ['2027-02-01', '2027-02-05'] };
    expect(kinds([known], 'one', leave('2027-02-02', '2027-02-04'))).toEqual([]);
    expect(kinds([known], 'one', leave('2027-02-02', '2027-02-05'))).toEqual(['leave']);
    expect(kinds([one], 'one', person({ leavingDate: '2027-02-04' }))).toEqual(['leaving']);
    expect(kinds([one], 'one', person({ leavingDate: '2027-02-05' }))).toEqual([]);
    expect(kinds([one], 'one', person({ employmentDate: '2027-02-02' }))).toEqual(['notBegun']);
  });
});

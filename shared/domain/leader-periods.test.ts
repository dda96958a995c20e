import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './dates';
import { periodCovers, periodsOverlap } from './employment';
import { handOverPeriods, type LeaderPeriod, leadFrom, type PeriodChange } from './leader-periods';

const today = '2026-11-23';

function changed(periods: readonly LeaderPeriod[], change: PeriodChange | null): LeaderPeriod[] {
  if (!change) return [...periods];
  const kept = periods
    .filter(({ id }) => !change.gone.includes(id))
    .map((period) => ({ ...period, ...change.cut.find(({ id }) => id === period.id) }));
  return [...kept, ...change.fresh.map((period, index) => ({ id: `new${index}`, ...period }))].sort((a, b) =>
    a.fromDate.localeCompare(b.fromDate),
  );
}
const on = (periods: readonly LeaderPeriod[], day: string) =>
  periods.find((period) => periodCovers(period, day))?.leaderId ?? null;
const row = (id: string, leaderId: string, fromDate: string, toDate: string | null = null) => ({
  id,
  leaderId,
  fromDate,
  toDate,
});

/** Periods one after the other, with days between them or not. */
const histories = fc
  .array(
    fc.record({
      leader: fc.constantFrom('a', 'b', 'c'),
      days: fc.integer({ min: 1, max: 300 }),
      gap: fc.nat(40),
    }),
    {
      maxLength: 5,
    },
  )
  .chain((parts) => fc.tuple(fc.constant(parts), fc.boolean(), fc.integer({ min: -900, max: 200 })))
  .map(([parts, lasts, start]) => {
    let day = addDays(today, start);
    return parts.map(({ leader, days, gap }, index) => {
      const fromDate = addDays(day, gap);
      const toDate = addDays(fromDate, days - 1);
      day = addDays(toDate, 1);
      return row(`p${index}`, leader, fromDate, lasts && index === parts.length - 1 ? null : toDate);
    });
  });

function wholeAndHistoryKept(before: readonly LeaderPeriod[], now: readonly LeaderPeriod[]) {
  for (const period of before.filter(({ toDate }) => toDate !== null && toDate < today)) {
    expect(now).toContainEqual(period);
  }
  now.forEach((one, index) => {
    expect(one.toDate === null || one.toDate >= one.fromDate).toBe(true);
    for (const other of now.slice(index + 1)) expect(periodsOverlap(one, other)).toBe(false);
  });
}

describe('a new leader from a day', () => {
  const old = row('1', 'a', '2024-08-01');

  it('ends the present period the day before', () => {
    expect(changed([old], leadFrom([old], { leaderId: 'b', from: today, today }))).toEqual([
      { ...old, toDate: '2026-11-22' },
      row('new0', 'b', today),
    ]);
  });

  it('replaces the period that begins on the very day', () => {
    const same = row('2', 'b', today);
    expect(changed([same], leadFrom([same], { leaderId: 'c', from: today, today }))).toEqual([
      row('new0', 'c', today),
    ]);
  });

  it('lasts until a change that is planned for later', () => {
    const planned = [row('1', 'a', '2024-08-01', '2026-12-31'), row('2', 'b', '2027-01-01')];
    expect(changed(planned, leadFrom(planned, { leaderId: 'c', from: '2026-12-01', today }))).toEqual([
      row('1', 'a', '2024-08-01', '2026-11-30'),
      row('new0', 'c', '2026-12-01', '2026-12-31'),
      row('2', 'b', '2027-01-01'),
    ]);
  });

  it('is refused before the present period and in one that has ended, with the first day that can be chosen', () => {
    const past = [row('1', 'a', '2020-08-01', '2026-07-31'), row('2', 'b', '2026-08-01')];
    const refused = expect.objectContaining({
      text: expect.objectContaining({ da: expect.stringContaining('1-8-2026') }),
    });
    expect(() => leadFrom(past, { leaderId: 'c', from: '2026-06-01', today })).toThrow(refused as never);
    expect(() => leadFrom(past, { leaderId: 'c', from: '2019-01-01', today })).toThrow(refused as never);
    expect(leadFrom(past, { leaderId: 'c', from: '2026-08-01', today })?.gone).toEqual(['2']);
  });

  it('says nothing changes when it is the same leader, and gives back to the school’s leader', () => {
    expect(leadFrom([old], { leaderId: 'a', from: today, today })).toBeNull();
    expect(leadFrom([], { leaderId: null, from: today, today })).toBeNull();
    expect(on(changed([old], leadFrom([old], { leaderId: null, from: today, today })), today)).toBeNull();
  });

  it('never overlaps, never changes what has ended, and changes nothing before the day', () => {
    fc.assert(
      fc.property(
        histories,
        fc.constantFrom('a', 'b', null),
        fc.integer({ min: -600, max: 400 }),
        (before, leaderId, days) => {
          const from = addDays(today, days);
          let change: PeriodChange | null;
          try {
            change = leadFrom(before, { leaderId, from, today });
          } catch {
            return;
          }
          const now = changed(before, change);
          wholeAndHistoryKept(before, now);
          expect(on(now, from)).toBe(leaderId);
          for (const back of [1, 2, 30, 365])
            expect(on(now, addDays(from, -back))).toBe(on(before, addDays(from, -back)));
        },
      ),
    );
  });
});

describe('a handover', () => {
  const base = {
    employeeId: 'e',
    leaderId: 'a',
    toLeaderId: 'b',
    onDate: '2027-01-01',
    today,
    schoolSince: null,
  };

  it('cuts the present period and gives later ones on', () => {
    const periods = [row('1', 'a', '2024-08-01', '2027-06-30'), row('2', 'a', '2027-08-01')];
    expect(changed(periods, handOverPeriods(periods, base))).toEqual([
      row('1', 'a', '2024-08-01', '2026-12-31'),
      row('new0', 'b', '2027-01-01', '2027-06-30'),
      row('new1', 'b', '2027-08-01'),
    ]);
  });

  it('writes down what was the school leader’s without saying so', () => {
    const handover = { ...base, schoolSince: '2026-08-01' };
    expect(changed([], handOverPeriods([], handover))).toEqual([
      row('new0', 'a', '2026-08-01', '2026-12-31'),
      row('new1', 'b', '2027-01-01'),
    ]);
  });

  it('makes nobody her own leader', () => {
    const periods = [row('1', 'a', '2024-08-01')];
    expect(changed(periods, handOverPeriods(periods, { ...base, employeeId: 'b' }))).toEqual([
      row('1', 'a', '2024-08-01', '2026-12-31'),
    ]);
  });

  it('leaves nothing to the old leader, never overlaps, and keeps what has ended', () => {
    fc.assert(
      fc.property(
        histories,
        fc.integer({ min: -600, max: 400 }),
        fc.option(fc.integer({ min: -900, max: 0 }), { nil: null }),
        (before, days, since) => {
          const onDate = addDays(today, days);
          const schoolSince = since === null ? null : addDays(today, since);
          const change = handOverPeriods(before, { ...base, onDate, schoolSince });
          const now = changed(before, change);
          wholeAndHistoryKept(before, now);
          const seen = onDate > today ? onDate : today;
          const hers = on(before, seen) === 'a' || (on(before, seen) === null && schoolSince !== null);
          expect(on(now, seen)).toBe(hers ? 'b' : on(before, seen));
          expect(now.filter((period) => period.leaderId === 'a' && periodCovers(period, seen))).toEqual([]);
        },
      ),
    );
  });
});

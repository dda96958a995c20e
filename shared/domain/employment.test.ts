import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './dates';
import { employmentState, type Period, periodCovers, periodsOverlap } from './employment';

const date = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-07-20', days));
const period: fc.Arbitrary<Period> = fc
  .tuple(date, fc.option(fc.integer({ min: 0, max: 20 })))
  .map(([fromDate, days]) => ({ fromDate, toDate: days === null ? null : addDays(fromDate, days) }));

describe('employmentState', () => {
  it('is still employed on the leaving date, and former the day after', () => {
    const employment = { employmentDate: '2011-08-01', leavingDate: '2026-07-31' };
    expect(employmentState(employment, '2026-07-31')).toBe('current');
    expect(employmentState(employment, '2026-08-01')).toBe('former');
    expect(employmentState(employment, '2011-07-31')).toBe('coming');
  });
});

describe('periods', () => {
  it('overlap exactly when some day lies in both', () => {
    fc.assert(
      fc.property(period, period, (one, other) => {
        const days = Array.from({ length: 80 }, (_, index) => addDays('2026-07-20', index));
        const shared = days.some((day) => periodCovers(one, day) && periodCovers(other, day));
        expect(periodsOverlap(one, other)).toBe(shared);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, isCalendarDate, isoWeek, localDate } from './dates';
import { isSchoolYear, schoolYearOf, schoolYearRange, seasonRange, shiftSchoolYear } from './school-year';

const date = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2090-12-31T00:00:00Z'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10));

describe('school year', () => {
  it('changes on 1 August', () => {
    expect(schoolYearOf('2026-07-31')).toBe('2025/26');
    expect(schoolYearOf('2026-08-01')).toBe('2026/27');
    expect(schoolYearOf('1999-12-31')).toBe('1999/00');
  });

  it('holds every date within its own range, and no other year does', () => {
    fc.assert(
      fc.property(date, (value) => {
        const year = schoolYearOf(value);
        const { first, last } = schoolYearRange(year);
        expect(first <= value && value <= last).toBe(true);
        expect(schoolYearOf(addDays(first, -1))).toBe(shiftSchoolYear(year, -1));
        expect(schoolYearOf(addDays(last, 1))).toBe(shiftSchoolYear(year, 1));
      }),
    );
  });

  it('lays the season over New Year', () => {
    expect(seasonRange('2026/27', { start: '11-01', end: '01-31' })).toEqual({
      first: '2026-11-01',
      last: '2027-01-31',
    });
  });

  it('ends a season of 29 February on the last of the month in every year', () => {
    const leap = { start: '11-01', end: '02-29' };
    expect(seasonRange('2026/27', leap).last).toBe('2027-02-28');
    expect(seasonRange('2027/28', leap).last).toBe('2028-02-29');
  });

  it('is written with the year that follows', () => {
    expect(
      ['2026/27', '1999/00', '2026/28', '2026/26', '26/27', '2026/7', '2026-27'].map(isSchoolYear),
    ).toEqual([true, true, false, false, false, false, false]);
  });
});

describe('dates', () => {
  it('adds and counts days as inverses', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -4000, max: 4000 }), (value, days) => {
        expect(daysBetween(value, addDays(value, days))).toBe(days);
      }),
    );
  });

  it('keeps months on the calendar', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    fc.assert(
      fc.property(date, fc.integer({ min: -240, max: 240 }), (value, months) =>
        isCalendarDate(addMonths(value, months)),
      ),
    );
  });

  it('refuses days that do not exist', () => {
    expect(isCalendarDate('2026-02-31')).toBe(false);
    expect(isCalendarDate('2024-02-29')).toBe(true);
    expect(isCalendarDate('23-11-2026')).toBe(false);
  });

  it('numbers weeks as ISO 8601', () => {
    expect(isoWeek('2026-11-23')).toBe(48);
    expect(isoWeek('2027-01-03')).toBe(53);
    expect(isoWeek('2024-12-30')).toBe(1);
  });

  it('takes the local date, whatever the hour', () => {
    expect(localDate(new Date(2026, 10, 23, 0, 5))).toBe('2026-11-23');
    expect(localDate(new Date(2026, 10, 23, 23, 55))).toBe('2026-11-23');
  });
});

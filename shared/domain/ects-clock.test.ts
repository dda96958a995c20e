import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween } from './dates';
import { type ClockRule, clockStart, ectsClock, needsReminder } from './ects-clock';
import type { LedgerLine } from './ects-ledger';

const rule: ClockRule = {
  ects: 10,
  beginWithinMonths: 12,
  validFrom: '2015-08-01',
  categoryIds: ['pedagogical', 'chief'],
};
const passed = (ects: number, startedOn: string): LedgerLine => ({
  kind: 'passed',
  ects,
  startedOn,
  completedOn: startedOn,
  meritCaseId: null,
});
const clock = (
  employmentDate: string,
  {
    lines = [] as readonly LedgerLine[],
    posts = [] as Parameters<typeof clockStart>[1],
    today = '2026-11-23',
  } = {},
) => ectsClock(rule, { employmentDate, posts, lines }, today);

const date = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days));

describe('the deadline to begin', () => {
  it('is a year after the first day, and 39 days away for Thomas on 23 November 2026', () => {
    expect(clock('2026-01-01')).toMatchObject({ deadline: '2027-01-01', state: 'notBegun', days: 39 });
  });

  it('is the last of February for who came on the 29th, and the 29th again where the year has one', () => {
    expect(clock('2024-02-29').deadline).toBe('2025-02-28');
    const fourYears = { ...rule, beginWithinMonths: 48 };
    expect(
      ectsClock(fourYears, { employmentDate: '2024-02-29', posts: [], lines: [] }, '2026-11-23').deadline,
    ).toBe('2028-02-29');
    expect(clock('2027-02-28').deadline).toBe('2028-02-28');
  });

  it('is not over before the day after', () => {
    const on = (today: string) => clock('2025-11-23', { today });
    expect(on('2026-11-23')).toMatchObject({ state: 'notBegun', days: 0 });
    expect(on('2026-11-24')).toMatchObject({ state: 'overdue', days: -1 });
  });

  it('is always the months after the start, whenever that was', () => {
    fc.assert(
      fc.property(date, date, fc.integer({ min: 0, max: 60 }), (employmentDate, today, beginWithinMonths) => {
        const found = ectsClock(
          { ...rule, beginWithinMonths },
          { employmentDate, posts: [], lines: [] },
          today,
        );
        expect(found.deadline).toBe(addMonths(found.startsOn, beginWithinMonths));
        expect(found.days).toBe(daysBetween(today, found.deadline));
        expect(found.startsOn >= rule.validFrom).toBe(true);
        expect(found.state).toBe(today > found.deadline ? 'overdue' : 'notBegun');
      }),
    );
  });
});

describe('a change of job inside the school', () => {
  it('starts the clock when a teacher becomes a leader, not when she came to the school', () => {
    const posts = [
      { categoryId: 'teacher', fromDate: '2012-08-01' },
      { categoryId: 'pedagogical', fromDate: '2026-02-01' },
    ];
    expect(clock('2012-08-01', { posts })).toMatchObject({
      startsOn: '2026-02-01',
      isAssumed: false,
      deadline: '2027-02-01',
    });
  });

  it('does not start it anew between two posts with the same requirement', () => {
    const posts = [
      { categoryId: 'chief', fromDate: '2026-08-01' },
      { categoryId: 'pedagogical', fromDate: '2024-08-01' },
    ];
    expect(clock('2012-08-01', { posts })).toMatchObject({ startsOn: '2024-08-01', state: 'overdue' });
  });

  it('starts it at its own post for another requirement', () => {
    const administrative = { ...rule, categoryIds: ['administrative'] };
    const posts = [
      { categoryId: 'pedagogical', fromDate: '2020-08-01' },
      { categoryId: 'administrative', fromDate: '2026-08-01' },
    ];
    expect(clockStart(administrative, posts, '2012-08-01').startsOn).toBe('2026-08-01');
    expect(clockStart(rule, posts, '2012-08-01').startsOn).toBe('2020-08-01');
  });

  it('says so when nobody has written since when', () => {
    const posts = [{ categoryId: 'teacher', fromDate: '2012-08-01' }];
    expect(clock('2026-01-01', { posts })).toMatchObject({ startsOn: '2026-01-01', isAssumed: true });
  });

  it('never runs before the requirement was there', () => {
    expect(clock('2009-08-01')).toMatchObject({ startsOn: '2015-08-01', deadline: '2016-08-01' });
  });

  it('gives the same clock whatever order the posts stand in, and a later post never moves it', () => {
    const posts = fc.array(
      fc.record({ categoryId: fc.constantFrom('pedagogical', 'chief', 'teacher'), fromDate: date }),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(posts, date, fc.nat(3000), (given, employmentDate, later) => {
        const first = clockStart(rule, given, employmentDate);
        expect(clockStart(rule, given.toReversed(), employmentDate)).toEqual(first);
        if (first.isAssumed) return;
        const moved = [...given, { categoryId: 'chief', fromDate: addDays(first.startsOn, later) }];
        expect(clockStart(rule, moved, employmentDate)).toEqual(first);
      }),
    );
  });
});

describe('where a leader stands', () => {
  it('is begun by a module under way and fulfilled by ten points, never by a plan', () => {
    const underWay: LedgerLine = { ...passed(5, '2026-09-01'), kind: 'underWay', completedOn: null };
    expect(clock('2026-01-01', { lines: [{ ...underWay, kind: 'planned' }] }).state).toBe('notBegun');
    expect(clock('2026-01-01', { lines: [underWay] })).toMatchObject({
      state: 'begun',
      begunOn: '2026-09-01',
      begunLate: false,
    });
    expect(clock('2026-01-01', { lines: [passed(9.5, '2026-03-01')] }).state).toBe('begun');
    expect(clock('2026-01-01', { lines: [passed(10, '2026-03-01')] }).state).toBe('fulfilled');
  });

  it('is not late for ever: who began after the deadline has begun, and it is said', () => {
    const late = clock('2024-08-01', { lines: [passed(5, '2026-03-01')] });
    expect(late).toMatchObject({ state: 'begun', begunLate: true, days: -479 });
    expect(needsReminder(late)).toBe(false);
  });

  it('is asked about sixty days before, and as long as it is over', () => {
    const reminds = (state: 'notBegun' | 'overdue' | 'begun', days: number) => needsReminder({ state, days });
    expect([
      reminds('notBegun', 61),
      reminds('notBegun', 60),
      reminds('overdue', -900),
      reminds('begun', 3),
    ]).toEqual([false, true, true, false]);
  });
});

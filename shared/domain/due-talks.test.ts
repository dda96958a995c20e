import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './dates';
import { byUrgency, needsTalk, talkDue } from './due-talks';

const year = { first: '2026-08-01', season: { first: '2026-11-01', last: '2027-01-31' } };
const due = (today: string, lastHeldOn: string | null, plannedOn: string | null = null) =>
  talkDue(today, year, { lastHeldOn, plannedOn });

describe('who is due for a talk', () => {
  it('is overdue the day after 12 months, not on the day', () => {
    expect(due('2026-11-20', '2025-11-20')).toEqual({ state: 'inSeason', dueOn: '2026-11-20' });
    expect(due('2026-11-21', '2025-11-20')).toEqual({ state: 'overdue', dueOn: '2026-11-20' });
  });

  it('counts a leap day as the last of February the year after', () => {
    expect(
      talkDue(
        '2025-02-28',
        { first: '2024-08-01', season: { first: '2024-11-01', last: '2025-01-31' } },
        {
          lastHeldOn: '2024-02-29',
          plannedOn: null,
        },
      ),
    ).toEqual({ state: 'later', dueOn: '2025-02-28' });
  });

  it('names who never had one, without calling it overdue', () => {
    expect(due('2026-11-23', null)).toEqual({ state: 'never', dueOn: null });
  });

  it('waits for the season when 12 months have not passed', () => {
    expect(due('2026-09-15', '2025-11-20').state).toBe('later');
    expect(due('2026-11-01', '2026-01-20').state).toBe('inSeason');
    expect(due('2027-01-31', '2026-02-20').state).toBe('inSeason');
    expect(due('2027-02-01', '2026-02-20').state).toBe('later');
  });

  it('is settled by a planned talk or one held this school year', () => {
    expect(due('2026-11-23', '2024-11-23', '2026-12-01').state).toBe('planned');
    expect(due('2026-11-23', '2026-08-01').state).toBe('held');
    expect(due('2026-11-23', '2026-07-31').state).toBe('inSeason');
  });

  it('never leaves somebody without a date 12 months after the last talk', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 400 }), fc.integer({ min: 0, max: 364 }), (last, day) => {
        const today = addDays(year.first, day);
        const lastHeldOn = addDays(today, Math.min(last, 0));
        const answer = due(today, lastHeldOn);
        if (addDays(lastHeldOn, 366) < today && lastHeldOn < year.first) expect(needsTalk(answer)).toBe(true);
        if (lastHeldOn >= year.first) expect(needsTalk(answer)).toBe(false);
      }),
    );
  });

  it('puts the longest overdue first and whoever never had one next', () => {
    const list = [
      due('2026-11-23', '2026-03-01'),
      due('2026-11-23', null),
      due('2026-11-23', '2024-11-23'),
      due('2026-11-23', '2023-11-23'),
    ];
    expect(list.sort(byUrgency).map((d) => d.dueOn)).toEqual([
      '2024-11-23',
      '2025-11-23',
      null,
      '2027-03-01',
    ]);
  });
});

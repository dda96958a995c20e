import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './dates';
import {
  byUrgency,
  type DueFacts,
  daysAfterReturn,
  employeeDue,
  neededStates,
  needsTalk,
  unitDue,
} from './due-talks';
import { everyYear, type FrequencyRule } from './talk-frequency';

const year = { first: '2026-08-01', season: { first: '2026-11-01', last: '2027-01-31' } };
/** Where MUS is held every year and nothing else is known. */
const due = (today: string, lastHeldOn: string | null, plannedOn: string | null = null) => {
  const { state, dueOn } = inMusYear({ lastHeldOn, plannedOn }, today);
  return { state, dueOn };
};

describe('who is due for a talk', () => {
  it('is overdue the day after 12 months, not on the day', () => {
    expect(due('2026-11-20', '2025-11-20')).toEqual({ state: 'inSeason', dueOn: '2026-11-20' });
    expect(due('2026-11-21', '2025-11-20')).toEqual({ state: 'overdue', dueOn: '2026-11-20' });
  });

  it('counts a leap day as the last of February the year after', () => {
    const season = { first: '2024-11-01', last: '2025-01-31' };
    const facts = { ...nobody, lastHeldOn: '2024-02-29' };
    expect(employeeDue('2025-02-28', '2024/25', season, facts)).toMatchObject({
      state: 'later',
      dueOn: '2025-02-28',
    });
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

const alternating: FrequencyRule = { teamId: null, pattern: ['MUS', 'TUS'], startYear: '2025/26' };
const nobody: DueFacts = {
  employmentDate: '2010-08-01',
  lastHeldOn: null,
  plannedOn: null,
  rule: everyYear,
  unit: null,
  teamTalksOn: [],
  wishesOwn: false,
  leaves: [],
  knownSince: null,
  hasPlan: true,
};
/** By the rule MUS, TUS from 2025/26, the year 2026/27 is one of team talks. */
const inTeamYear = (facts: Partial<DueFacts>, today = '2026-11-23') =>
  employeeDue(today, '2026/27', year.season, {
    ...nobody,
    rule: alternating,
    unit: { name: 'Mellemtrinsteam', heldOn: null, plannedOn: null },
    lastHeldOn: '2025-11-20',
    ...facts,
  });
const inMusYear = (facts: Partial<DueFacts>, today = '2026-11-23') =>
  employeeDue(today, '2026/27', year.season, { ...nobody, ...facts });

describe('who is due by the rule of her unit', () => {
  it('is covered by the talk of her team in a team year, also before it has a date', () => {
    expect(inTeamYear({}).state).toBe('teamDue');
    const unit = { name: 'Mellemtrinsteam', heldOn: null, plannedOn: '2026-12-03' };
    expect(inTeamYear({ unit })).toMatchObject({
      state: 'teamPlanned',
      kind: 'TUS',
      reason: { da: 'Er med i TUS med Mellemtrinsteam 3. december 2026.' },
    });
    const held = { ...unit, heldOn: '2026-11-05', plannedOn: null };
    expect(inTeamYear({ unit: held, teamTalksOn: ['2026-11-05'] }).state).toBe('teamHeld');
    expect(inTeamYear({ unit: held }).state).toBe('missedTeam');
    expect(inTeamYear({ unit: null }).state).toBe('noTeam');
  });

  it('is due for a talk of her own as soon as she wishes it, whatever the team does', () => {
    const wished = inTeamYear({
      wishesOwn: true,
      unit: { name: 'x', heldOn: '2026-11-05', plannedOn: null },
      teamTalksOn: ['2026-11-05'],
    });
    expect(wished.state).toBe('wished');
    expect(needsTalk(wished)).toBe(true);
    expect(wished.reason.da).toBe('Har ønsket sin egen samtale i et år med TUS. Så skal den holdes.');
    expect(inTeamYear({ wishesOwn: true, plannedOn: '2026-12-01' }).state).toBe('planned');
    expect(inTeamYear({ wishesOwn: true, lastHeldOn: '2026-11-10' }).state).toBe('held');
  });

  it('counts the team talk of a team year as her last, and no other team talk', () => {
    const rule: FrequencyRule = { teamId: null, pattern: ['TUS', 'MUS'], startYear: '2025/26' };
    const after = inMusYear({ rule, lastHeldOn: '2024-11-20', teamTalksOn: ['2025-12-20'] });
    expect(after).toMatchObject({ state: 'inSeason', dueOn: '2026-12-20' });
    const supplement = inMusYear({ lastHeldOn: '2024-11-20', teamTalksOn: ['2025-12-20'] });
    expect(supplement).toMatchObject({ state: 'overdue', dueOn: '2025-11-20' });
  });

  it('always says when the individual plan is missing', () => {
    expect(inTeamYear({ hasPlan: false }).planMissing).toBe(true);
    expect(inMusYear({ hasPlan: false, plannedOn: '2026-12-01' }).planMissing).toBe(true);
    expect(inTeamYear({}).planMissing).toBe(false);
  });
});

describe('back from leave', () => {
  const leaves = [{ fromDate: '2026-01-05', toDate: '2026-09-30' }];

  it('is advised a talk within eight weeks of the first day back', () => {
    const back = inMusYear({ leaves, lastHeldOn: '2025-11-20' });
    expect(back).toMatchObject({ state: 'returned', dueOn: '2026-11-26' });
    expect(back.reason.da).toBe(
      'Kom tilbage 1. oktober 2026. En samtale tilrådes inden for otte uger, senest 26. november 2026.',
    );
    expect(inMusYear({ leaves }, '2026-11-27').reason.da).toContain('var tilrådet');
  });

  it('is away while the leave lasts, on its last day too, and settled by a talk after the return', () => {
    expect(inMusYear({ leaves }, '2026-09-30').state).toBe('onLeave');
    expect(inMusYear({ leaves: [{ fromDate: '2026-11-23', toDate: null }] }).state).toBe('onLeave');
    expect(inMusYear({ leaves, plannedOn: '2026-12-01' }).state).toBe('planned');
    expect(inMusYear({ leaves, lastHeldOn: '2026-10-01' }).state).toBe('held');
  });

  it('asks for a new talk though there was one this year before she left', () => {
    const left = [{ fromDate: '2026-08-20', toDate: '2026-10-31' }];
    expect(inMusYear({ leaves: left, lastHeldOn: '2026-08-15' }).state).toBe('returned');
  });

  it('is never both advised and past the year: after twelve months the ordinary rule counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), (days) => {
        const due = inMusYear({ leaves: [{ fromDate: '2020-01-01', toDate: addDays('2026-11-23', -days) }] });
        expect(due.state).toBe(days <= 365 ? 'returned' : 'never');
        if (due.state === 'returned')
          expect(due.dueOn).toBe(addDays('2026-11-23', 1 - days + daysAfterReturn));
      }),
    );
  });
});

describe('not held for three years', () => {
  it('is said of whoever has worked here all that time', () => {
    expect(inMusYear({ lastHeldOn: '2023-07-31' })).toMatchObject({
      state: 'threeYears',
      reason: { da: 'Ikke afholdt i tre skoleår. Den sidste var 31. juli 2023.' },
    });
    expect(inMusYear({ lastHeldOn: '2023-08-01' }).state).toBe('overdue');
    expect(inTeamYear({ lastHeldOn: '2023-07-31' }).state).toBe('threeYears');
    expect(inMusYear({ lastHeldOn: '2022-01-01', employmentDate: '2023-08-02' }).state).toBe('overdue');
  });

  it('is not said where Spind does not know the three years', () => {
    expect(inMusYear({ knownSince: null }).state).toBe('never');
    expect(inMusYear({ knownSince: '2023-08-01' }).state).toBe('never');
    expect(inMusYear({ knownSince: '2023-07-31' }).state).toBe('threeYears');
  });

  it('is settled by any talk she took part in', () => {
    expect(inMusYear({ lastHeldOn: '2020-11-01', teamTalksOn: ['2024-11-01'] }).state).toBe('overdue');
  });
});

describe('a unit and its talk', () => {
  it('is due until it has a date', () => {
    const unit = { name: 'x', heldOn: null, plannedOn: null };
    expect(unitDue('TUS', '2026/27', unit).state).toBe('due');
    expect(unitDue('TUS', '2026/27', { ...unit, plannedOn: '2026-12-01' }).state).toBe('planned');
    expect(unitDue('TUS', '2026/27', { ...unit, heldOn: '2026-11-01' }).state).toBe('held');
  });
});

it('gives every state a reason in both languages, and the pressing ones before all others', () => {
  const all = [
    inMusYear({}),
    inMusYear({ lastHeldOn: '2025-11-30' }),
    inMusYear({ lastHeldOn: '2025-08-30' }),
    inMusYear({ lastHeldOn: '2026-02-20' }, '2026-09-01'),
    inTeamYear({}),
    inTeamYear({ wishesOwn: true }),
    inTeamYear({ unit: null }),
    inMusYear({ lastHeldOn: '2020-02-20' }),
  ].sort(byUrgency);
  for (const { reason } of all) expect(reason.da.length * reason.en.length).toBeGreaterThan(100);
  const pressing = all.map((due) => needsTalk(due));
  expect(pressing.lastIndexOf(true)).toBeLessThan(pressing.indexOf(false));
  expect(neededStates).toContain(all[0]?.state);
});

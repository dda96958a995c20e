import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftSchoolYear } from './school-year';
import {
  everyYear,
  type FrequencyRule,
  frequencyKinds,
  kindInYear,
  longestPattern,
  readPattern,
  ruleOf,
  talkUnitOf,
  type Unit,
  writePattern,
} from './talk-frequency';

const rule = (pattern: string, startYear = '2024/25', teamId: string | null = null): FrequencyRule => ({
  teamId,
  pattern: readPattern(pattern),
  startYear,
});
const unit = (id: string, type = 'team', name = id): Unit => ({ id, type, name });

const patterns = fc.array(fc.constantFrom(...frequencyKinds), { minLength: 1, maxLength: longestPattern });

describe('how often talks are held', () => {
  it('alternates from its first year and is MUS every year before it', () => {
    const years = ['2022/23', '2023/24', '2024/25', '2025/26', '2026/27', '2027/28'];
    expect(years.map((year) => kindInYear(rule('MUS,TUS'), year))).toEqual([
      ...['MUS', 'MUS'],
      ...['MUS', 'TUS', 'MUS', 'TUS'],
    ]);
  });

  it('comes round after as many years as the pattern has, and nowhere leaves it', () => {
    fc.assert(
      fc.property(patterns, fc.integer({ min: 0, max: 60 }), (pattern, years) => {
        const own = { teamId: null, pattern, startYear: '2020/21' };
        const year = shiftSchoolYear('2020/21', years);
        expect(kindInYear(own, shiftSchoolYear(year, pattern.length))).toBe(kindInYear(own, year));
        expect(pattern).toContain(kindInYear(own, year));
        expect(kindInYear(own, shiftSchoolYear('2020/21', years % pattern.length))).toBe(
          pattern[years % pattern.length],
        );
      }),
    );
  });

  it('is read as it was written, and refuses what is no pattern', () => {
    fc.assert(
      fc.property(patterns, (pattern) => {
        expect(readPattern(writePattern(pattern))).toEqual(pattern);
      }),
    );
    for (const wrong of ['', 'MUS,', 'KUS', 'mus', 'MUS;TUS', 'MUS,MUS,MUS,MUS,MUS,MUS,MUS'])
      expect(() => readPattern(wrong), wrong).toThrow();
  });
});

describe('whose rule counts', () => {
  const school = rule('MUS,TUS');

  it('is the unit’s, else the school’s, else MUS every year', () => {
    const own = rule('GRUS', '2024/25', 'sfo');
    expect(ruleOf([school, own], [unit('sfo')])).toBe(own);
    expect(ruleOf([school, own], [unit('other')])).toBe(school);
    expect(ruleOf([own], [])).toBe(everyYear);
    expect(kindInYear(ruleOf([], []), '2026/27')).toBe('MUS');
  });

  it('does not depend on the order of teams or rules', () => {
    const teams = [unit('a', 'department'), unit('b'), unit('c'), unit('d', 'subjectTeam')];
    const rules = [school, ...teams.map(({ id }) => rule('MUS,GRUS', '2024/25', id))];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(teams, { minLength: 4 }),
        fc.shuffledSubarray(rules, { minLength: 5 }),
        (someTeams, someRules) => {
          expect(ruleOf(someRules, someTeams).teamId).toBe('b');
          expect(talkUnitOf(school, someTeams)?.id).toBe('b');
        },
      ),
    );
  });

  it('gives subject teams and networks no say', () => {
    const own = rule('GRUS', '2024/25', 'dansk');
    expect(ruleOf([school, own], [unit('dansk', 'subjectTeam')])).toBe(school);
    expect(talkUnitOf(school, [unit('dansk', 'subjectTeam')])).toBeNull();
  });

  it('names the unit whose rule it is as the one that holds the talk', () => {
    const own = rule('TUS', '2024/25', 'z');
    expect(talkUnitOf(own, [unit('a'), unit('z', 'department')])?.id).toBe('z');
  });
});

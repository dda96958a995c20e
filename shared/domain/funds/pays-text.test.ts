import { describe, expect, it } from 'vitest';
import type { FundRule } from './fund-rules';
import { paysText } from './pays-text';

const source = 'Fondens side';
const share: FundRule = { kind: 'share', source, percent: 80 };
const cap: FundRule = {
  kind: 'cap',
  source,
  period: 'rolling',
  months: 12,
  capOre: 3_000_000,
  higher: { levels: ['master'], capOre: 5_000_000 },
};

describe('what a set of rules pays', () => {
  it('is said in one line', () => {
    expect(paysText([share, { ...cap, higher: null }])).toEqual({
      da: '80 %, højst 30.000 kr. på 12 måneder',
      en: '80%, at most DKK 30,000 in 12 months',
    });
  });

  it('tells a higher cap, a calendar year and the longest course', () => {
    const rules: FundRule[] = [
      { ...share, percent: 100 },
      { ...cap, period: 'calendarYear' },
      { kind: 'maxDays', source, days: 6 },
    ];
    expect(paysText(rules).da).toBe(
      '100 %, højst 30.000 kr. pr. kalenderår (50.000 kr. til mastermodul), kurser på højst 6 dage',
    );
  });

  it('says when there is no cap, and nothing of a share nobody has written', () => {
    expect(paysText([share]).da).toBe('80 %, intet loft');
    expect(paysText([]).en).toBe('no cap');
  });
});

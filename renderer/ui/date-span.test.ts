import { describe, expect, it } from 'vitest';
import { dateSpan } from './date-span';

describe('from a day to a day', () => {
  const said = (...days: [string, string, 'da' | 'en']) => dateSpan(...days).replaceAll('\u00a0', '_');

  it.each([
    ['2027-08-23', '2027-12-10', 'da', '23._aug. – 10._dec._2027'],
    ['2027-08-23', '2028-01-10', 'da', '23._aug._2027 – 10._jan._2028'],
    ['2027-04-20', '2027-04-20', 'da', '20._apr._2027'],
    ['2027-08-23', '2027-12-10', 'en', '23_Aug – 10_Dec_2027'],
  ] as const)('%s, %s in %s: %s', (first, last, language, words) =>
    expect(said(first, last, language)).toBe(words),
  );
});

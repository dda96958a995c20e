import { describe, expect, it } from 'vitest';
import { compareMatches, expertLevel } from './programme-match';

const match = (title: string, change: Partial<Parameters<typeof compareMatches>[0]> = {}) => ({
  title,
  isOffered: true,
  fitsLevel: true,
  nextRun: null,
  ...change,
});
const run = (startsOn: string, left: number | null = null) => ({ nextRun: { startsOn, left } });

describe('the order of matches', () => {
  it('is offered, level, date and seat, earliest, title', () => {
    const inOrder = [
      match('Med plads i januar', run('2027-01-11', 3)),
      match('Med plads i marts', run('2027-03-01')),
      match('Fuldt i december', run('2026-12-01', 0)),
      match('Uden dato'),
      match('Åben for teamet', { ...run('2026-12-01'), fitsLevel: false }),
      match('Kun ønsket', { ...run('2026-12-01'), isOffered: false }),
    ];
    const shuffled = [5, 2, 0, 4, 1, 3].flatMap((index) => inOrder[index] ?? []);
    expect(shuffled.sort(compareMatches).map(({ title }) => title)).toEqual(
      inOrder.map(({ title }) => title),
    );
  });
});

it('asks those who stand at 4 of 5, and as far up on another scale', () => {
  expect([3, 4, 5, 7, 10].map(expertLevel)).toEqual([3, 4, 4, 6, 8]);
});

import { describe, expect, it } from 'vitest';
import { type Levelled, safeSpread, wholeSchool } from './safe-spread';

const people = (count: number, teams: readonly string[], from = 0): Levelled[] =>
  Array.from({ length: count }, (_, n) => ({ employeeId: `p${from + n}`, level: 1 + (n % 5), teams }));

describe('what may be said of one group', () => {
  it('is the middle level with the lowest and the highest, of five or more', () => {
    const five = people(5, ['a']);
    expect(safeSpread(five, ['a'], 'a')).toEqual({ state: 'shown', median: 3, min: 1, max: 5, count: 5 });
    expect(safeSpread(five.slice(1), ['a'], 'a')).toEqual({ state: 'few' });
    expect(safeSpread([], ['a'], wholeSchool)).toEqual({ state: 'few' });
  });

  it('is nothing where the school without the group would be fewer than five', () => {
    const all = [...people(6, ['a']), ...people(4, ['b'], 6)];
    expect(safeSpread(all, ['a', 'b'], wholeSchool)).toMatchObject({ state: 'shown', count: 10 });
    expect(safeSpread(all, ['a', 'b'], 'a')).toEqual({ state: 'hidden' });
  });

  it('is nothing of a team that differs from one shown before it by a few', () => {
    const all = [...people(6, ['a', 'b']), ...people(1, ['b'], 6), ...people(8, [], 7)];
    expect(safeSpread(all, ['a', 'b'], 'a')).toMatchObject({ state: 'shown', count: 6 });
    expect(safeSpread(all, ['a', 'b'], 'b')).toEqual({ state: 'hidden' });
    // A team that is no longer there has no place among the others.
    expect(safeSpread(all, ['b'], 'a')).toEqual({ state: 'hidden' });
  });
});

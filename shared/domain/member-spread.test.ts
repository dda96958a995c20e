import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewestInGroup, memberSpread } from './member-spread';

const level = fc.integer({ min: 1, max: 7 });

describe('the spread of several people', () => {
  it('says middle, lowest, highest and how many', () => {
    expect(memberSpread([5, 2, 3, 4, 3])).toEqual({ median: 3, min: 2, max: 5, count: 5 });
  });

  it('puts the median of an even number halfway between the two in the middle', () => {
    expect(memberSpread([5, 2, 3, 4, 3, 5])?.median).toBe(3.5);
    expect(memberSpread([1, 1, 4, 4, 5, 5])?.median).toBe(4);
  });

  it('says nothing of fewer than five', () => {
    fc.assert(
      fc.property(fc.array(level, { maxLength: fewestInGroup - 1 }), (levels) => {
        expect(memberSpread(levels)).toBeNull();
      }),
    );
  });

  it('does not depend on who comes first, and leaves the levels as they were', () => {
    fc.assert(
      fc.property(fc.array(level, { minLength: fewestInGroup }), (levels) => {
        const before = [...levels];
        const spread = memberSpread(levels);
        expect(memberSpread([...levels].reverse())).toEqual(spread);
        expect(levels).toEqual(before);
      }),
    );
  });

  it('has as many at or below the median as at or above it', () => {
    fc.assert(
      fc.property(fc.array(level, { minLength: fewestInGroup }), (levels) => {
        const spread = memberSpread(levels);
        if (!spread) throw new Error('five or more');
        const { median, min, max, count } = spread;
        expect([min, max, count]).toEqual([Math.min(...levels), Math.max(...levels), levels.length]);
        expect(levels.filter((one) => one <= median).length * 2).toBeGreaterThanOrEqual(count);
        expect(levels.filter((one) => one >= median).length * 2).toBeGreaterThanOrEqual(count);
        expect((median * 2) % 1).toBe(0);
      }),
    );
  });
});

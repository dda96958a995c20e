import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { competenceGap, gapRows, type SpiderAxis, type SpiderLevel, sortByGap } from './gap';

const rated = (level: number): SpiderLevel => ({ state: 'rated', level });
const axis = (name: string, target: number): SpiderAxis => ({
  competenceId: name,
  name,
  domain: 'Almene',
  target,
});

const anyLevel: fc.Arbitrary<SpiderLevel> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }).map(rated) },
  fc.constantFrom<SpiderLevel>({ state: 'notRated' }, { state: 'notRelevant' }),
);
const anySpider = fc
  .array(fc.record({ target: fc.integer({ min: 1, max: 5 }), self: anyLevel, leader: anyLevel }), {
    maxLength: 20,
  })
  .map((items) => ({
    axes: items.map((item, index) => axis(`k${index}`, item.target)),
    self: items.map((item) => item.self),
    leader: items.map((item) => item.leader),
  }));

describe('competenceGap', () => {
  it('is target minus level, positive while there is something left to learn', () => {
    expect(competenceGap(4, rated(2))).toBe(2);
    expect(competenceGap(4, rated(5))).toBe(-1);
    expect(competenceGap(3, rated(3))).toBe(0);
  });

  it('has no value without a level', () => {
    expect(competenceGap(4, { state: 'notRated' })).toBeNull();
    expect(competenceGap(4, { state: 'notRelevant' })).toBeNull();
  });

  it('adds up with the level to the target, and falls one by one as the level rises', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }), (target, level) => {
        const gap = competenceGap(target, rated(level));
        expect((gap ?? Number.NaN) + level).toBe(target);
        expect(competenceGap(target, rated(level + 1))).toBe((gap ?? Number.NaN) - 1);
      }),
    );
  });
});

describe('gapRows', () => {
  it('keeps both ratings beside each other and marks a difference of two as a topic', () => {
    const rows = gapRows(
      [axis('a', 4), axis('b', 4), axis('c', 4)],
      [rated(3), rated(3), rated(3)],
      [rated(5), rated(4)],
    );
    expect(rows.map((row) => row.isTopic)).toEqual([true, false, false]);
    expect(rows.map((row) => [row.ownGap, row.leaderGap])).toEqual([
      [1, -1],
      [1, 0],
      [1, null],
    ]);
  });

  it('keeps template order, agrees with competenceGap and never makes a topic of a missing rating', () => {
    fc.assert(
      fc.property(anySpider, ({ axes, self, leader }) => {
        gapRows(axes, self, leader).forEach((row, index) => {
          expect(row.position).toBe(index);
          expect(row.ownGap).toBe(competenceGap(row.target, row.self));
          expect(row.leaderGap).toBe(competenceGap(row.target, row.leader));
          const both = row.self.state === 'rated' && row.leader.state === 'rated';
          expect(row.isTopic).toBe(both && Math.abs((row.ownGap ?? 0) - (row.leaderGap ?? 0)) >= 2);
        });
      }),
    );
  });
});

describe('sortByGap', () => {
  it('puts the biggest leader gap first, what only the employee rated next, and the unrated last', () => {
    const rows = gapRows(
      [axis('a', 4), axis('b', 4), axis('c', 4), axis('d', 4), axis('e', 4)],
      [{ state: 'notRelevant' }, rated(4), rated(3), rated(1), rated(4)],
      [{ state: 'notRelevant' }, rated(4), rated(2), { state: 'notRated' }, rated(2)],
    );
    expect(sortByGap(rows).map((row) => row.name)).toEqual(['c', 'e', 'b', 'd', 'a']);
  });

  it('is a stable, falling order of the same rows and leaves its input alone', () => {
    fc.assert(
      fc.property(anySpider, ({ axes, self, leader }) => {
        const rows = gapRows(axes, self, leader);
        const before = [...rows];
        const sorted = sortByGap(rows);
        expect(rows).toEqual(before);
        expect(new Set(sorted)).toEqual(new Set(rows));
        sorted.slice(1).forEach((row, index) => {
          const above = sorted[index];
          const over = above?.leaderGap ?? Number.NEGATIVE_INFINITY;
          const under = row.leaderGap ?? Number.NEGATIVE_INFINITY;
          expect(over).toBeGreaterThanOrEqual(under);
          if (over === under && row.leaderGap !== null) expect(above?.position).toBeLessThan(row.position);
        });
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewestInGroup } from './member-spread';
import { type Group, safeGroups } from './safe-groups';

const people = (from: number, to: number) =>
  new Set(Array.from({ length: to - from }, (_, n) => `p${from + n}`));
const group = (key: string, from: number, to: number): Group => ({ key, members: people(from, to) });

describe('groups of one table', () => {
  it('shows no group under five', () => {
    expect([...safeGroups([group('four', 0, 4), group('five', 10, 15)])]).toEqual(['five']);
  });

  it('does not show a team when the rest of the school would be under five', () => {
    expect([...safeGroups([group('school', 0, 9), group('team', 0, 5)])]).toEqual(['school']);
    expect([...safeGroups([group('school', 0, 10), group('team', 0, 5)])]).toEqual(['school', 'team']);
  });

  it('does not show the last team when all teams together would give the rest away', () => {
    const teams = [group('a', 0, 8), group('b', 8, 15), group('c', 15, 20)];
    // Two people are in no team.
    expect([...safeGroups([group('school', 0, 22), ...teams])]).toEqual(['school', 'a', 'b']);
    expect([...safeGroups([group('school', 0, 20), ...teams])]).toEqual(['school', 'a', 'b', 'c']);
  });

  it('shows a team that is the whole group', () => {
    expect([...safeGroups([group('school', 0, 6), group('team', 0, 6)])]).toEqual(['school', 'team']);
  });

  it('does not show two that share only a few', () => {
    expect([...safeGroups([group('a', 0, 8), group('b', 6, 14)])]).toEqual(['a']);
  });

  it('never lets one shown group be taken from another and leave one to four', () => {
    const members = fc
      .array(fc.integer({ min: 0, max: 24 }))
      .map((ids) => new Set(ids.map((id) => `p${id}`)));
    const groups = fc
      .array(members, { maxLength: 6 })
      .map((sets) => sets.map((set, index) => ({ key: `g${index}`, members: set })));
    fc.assert(
      fc.property(groups, (all) => {
        const shown = safeGroups(all);
        const visible = all.filter(({ key }) => shown.has(key));
        const everybody = new Set(visible.flatMap(({ members: set }) => [...set]));
        // Every way of putting in, leaving out and not minding each shown group.
        for (let mask = 0; mask < 3 ** visible.length; mask += 1) {
          const picked = [...everybody].filter((person) =>
            visible.every(({ members: set }, index) => {
              const want = Math.floor(mask / 3 ** index) % 3;
              return want === 2 || set.has(person) === (want === 1);
            }),
          ).length;
          if (picked > 0) expect(picked).toBeGreaterThanOrEqual(fewestInGroup);
        }
      }),
    );
  });
});

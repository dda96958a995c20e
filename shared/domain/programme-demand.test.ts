import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForSearch } from './find-text';
import { type DemandItem, type DemandLine, demandWithoutSupply, plansPerItem } from './programme-demand';

const lineages = ['l1', 'l2', 'l3', 'l4'];
const competences = lineages.map((lineageId, index) => ({ lineageId, name: `Kompetence ${index + 1}` }));
const ids = ['i1', 'i2', 'i3', 'i4', 'i5'];

const items: fc.Arbitrary<DemandItem[]> = fc
  .uniqueArray(fc.constantFrom(...ids), { maxLength: 5 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((id) =>
        fc.record({
          id: fc.constant(id),
          title: fc.constant(`Aktivitet ${id}`),
          isOffered: fc.boolean(),
          competences: fc.subarray(competences),
        }),
      ),
    ),
  );
const line: fc.Arbitrary<DemandLine> = fc
  .record({
    subject: fc.constantFrom('a', 'b', 'c'),
    itemId: fc.option(fc.constantFrom(...ids), { nil: null }),
    competence: fc.constantFrom(...competences.map(({ name }) => name), 'KOMPETENCE 1', 'Noget eget'),
  })
  .map((one) => ({
    ...one,
    lineageIds: competences
      .filter(({ name }) => foldForSearch(name) === foldForSearch(one.competence))
      .map(({ lineageId }) => lineageId),
  }));

describe('demand without supply', () => {
  it('counts each plan once for an item', () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const counted = plansPerItem(lines);
        for (const id of ids) {
          const askers = new Set(lines.filter(({ itemId }) => itemId === id).map(({ subject }) => subject));
          expect(counted.get(id) ?? 0).toBe(askers.size);
        }
      }),
    );
  });

  it('holds exactly what no offered item meets, whatever the lines and items', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), items, (lines, all) => {
        const groups = demandWithoutSupply(lines, all);
        // By brute force: a line is unmet when its item is not offered, or when nothing offered lifts what it asks for.
        const isLifted = (one: DemandLine) =>
          all.some(
            ({ isOffered, competences: own }) =>
              isOffered && own.some(({ lineageId }) => one.lineageIds.includes(lineageId)),
          );
        const itemOf = (one: DemandLine) => all.find(({ id }) => id === one.itemId);
        for (const one of lines) {
          const item = itemOf(one);
          const names = item
            ? item.isOffered
              ? []
              : item.competences.length > 0
                ? item.competences.map(({ name }) => name)
                : [item.title]
            : isLifted(one)
              ? []
              : [one.competence];
          for (const name of names) {
            const group = groups.find(({ competence }) => foldForSearch(competence) === foldForSearch(name));
            expect(group?.plans).toBeGreaterThan(0);
          }
        }
        for (const group of groups) {
          const asking = new Set(
            lines
              .filter((one) => {
                const item = itemOf(one);
                if (item) return group.items.some(({ id }) => id === item.id);
                return foldForSearch(one.competence) === foldForSearch(group.competence) && !isLifted(one);
              })
              .map(({ subject }) => subject),
          );
          expect([group.competence, group.plans]).toEqual([group.competence, asking.size]);
          for (const { id, plans } of group.items) {
            expect(all.find((item) => item.id === id)?.isOffered).toBe(false);
            expect(plans).toBe(plansPerItem(lines).get(id) ?? 0);
          }
        }
        // Everything nobody offers is there, asked for or not.
        const shown = new Set(groups.flatMap((group) => group.items.map(({ id }) => id)));
        expect([...shown].sort()).toEqual(
          all
            .filter(({ isOffered }) => !isOffered)
            .map(({ id }) => id)
            .sort(),
        );
        expect(new Set(groups.map(({ competence }) => foldForSearch(competence))).size).toBe(groups.length);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNothing, type KnownOffer, planOffers } from './plan';
import type { Offer } from './rows';

const plain = {
  subject: '',
  provider: 'VIA',
  description: '',
  qualification: 'formal',
  ects: 10,
  days: null,
  endsOn: null,
  signUpBy: null,
  seats: null,
  minimumSeats: null,
  url: '',
} as const;
const offer = (key: string, change: Partial<Offer> = {}): Offer => ({
  ...plain,
  row: 2,
  key,
  title: `Kursus ${key}`,
  startsOn: '2027-09-01',
  place: 'Aarhus',
  feeOre: 100_000,
  ...change,
});

/** A catalogue after an import: what the machine makes of a plan, in memory. */
function imported(known: readonly KnownOffer[], list: readonly Offer[]): KnownOffer[] {
  const plan = planOffers(known, list);
  const changed = new Map(plan.changed.map((one) => [one.id, one.offer]));
  const gone = new Set(plan.gone);
  const keep = ({ row: _, ...values }: Offer, id: string): KnownOffer => ({ ...values, id, isGone: false });
  return [
    ...known.map((one) => {
      const now = changed.get(one.id);
      if (now) return keep(now, one.id);
      return gone.has(one.id) ? { ...one, isGone: true } : one;
    }),
    ...plan.added.map((one) => keep(one, `id ${one.key}`)),
  ];
}

describe('an import', () => {
  it('tells what is new, changed with from and to, gone, back and the same', () => {
    const first = imported([], [offer('a'), offer('b'), offer('c'), offer('d')]);
    const second = imported(first, [offer('b'), offer('c'), offer('d')]);
    const plan = planOffers(second, [
      offer('a'),
      offer('b', { feeOre: 120_000, place: 'Odense' }),
      offer('d'),
      offer('e'),
    ]);
    expect(plan.added.map(({ key }) => key)).toEqual(['e']);
    expect(plan.changed).toMatchObject([
      { id: 'id a', isBack: true, changes: [] },
      {
        id: 'id b',
        isBack: false,
        changes: [
          { field: 'feeOre', from: 100_000, to: 120_000 },
          { field: 'place', from: 'Aarhus', to: 'Odense' },
        ],
      },
    ]);
    expect(plan.gone).toEqual(['id c']);
    expect(plan.unchanged).toBe(1);
  });

  const anyList = fc.uniqueArray(
    fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      feeOre: fc.constantFrom(null, 0, 100),
      place: fc.constantFrom('', 'Aarhus'),
    }),
    { selector: ({ key }) => key },
  );
  const offersOf = (list: { key: string; feeOre: number | null; place: string }[]) =>
    list.map(({ key, ...change }) => offer(key, change));

  it('is idempotent, and in whatever order lists come the last one is what stands', () => {
    fc.assert(
      fc.property(fc.array(anyList, { minLength: 1, maxLength: 6 }), (lists) => {
        let known: KnownOffer[] = [];
        for (const list of lists) {
          known = imported(known, offersOf(list));
          expect(isNothing(planOffers(known, offersOf(list)))).toBe(true);
        }
        const standing = known
          .filter(({ isGone }) => !isGone)
          .map(({ key, feeOre, place }) => ({ key, feeOre, place }))
          .sort((a, b) => a.key.localeCompare(b.key));
        const last = (lists.at(-1) ?? []).toSorted((a, b) => a.key.localeCompare(b.key));
        expect(standing).toEqual(last);
        // No key ever stands twice, and nothing that has been there is forgotten.
        expect(new Set(known.map(({ key }) => key)).size).toBe(known.length);
        expect(new Set(known.map(({ key }) => key))).toEqual(new Set(lists.flat().map(({ key }) => key)));
      }),
    );
  });
});

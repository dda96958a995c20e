import type { Offer, OfferValues } from './rows';

/** Fields of an offer that are compared from one import to the next, in the order changes are told. */
export const offerValueFields = [
  'title',
  'subject',
  'provider',
  'qualification',
  'ects',
  'feeOre',
  'days',
  'startsOn',
  'endsOn',
  'signUpBy',
  'place',
  'seats',
  'minimumSeats',
  'url',
  'description',
] as const satisfies readonly (keyof OfferValues)[];
export type OfferValueField = (typeof offerValueFields)[number];

/** What the provider has changed in an offer since the import before. */
export type OfferChange = {
  readonly field: OfferValueField;
  readonly from: string | number | null;
  readonly to: string | number | null;
};

/** An offer as Spind has it. It is never deleted, only gone. */
export type KnownOffer = OfferValues & {
  readonly id: string;
  readonly key: string;
  readonly isGone: boolean;
};

/** What one import does; the machine carries out exactly this. `gone` holds ids. */
export type CataloguePlan = {
  readonly added: readonly Offer[];
  readonly changed: readonly {
    readonly id: string;
    readonly offer: Offer;
    readonly changes: readonly OfferChange[];
    /** It was gone, and stands in the list again. */
    readonly isBack: boolean;
  }[];
  readonly gone: readonly string[];
  readonly unchanged: number;
};

/** The fields two versions of an offer differ in. */
export function differences(from: OfferValues, to: OfferValues): OfferChange[] {
  return offerValueFields
    .filter((field) => from[field] !== to[field])
    .map((field) => ({ field, from: from[field], to: to[field] }));
}

/**
 * What a whole list means for a catalogue: what is new, what has changed, what is back, and what stands there no more.
 * The list is the truth: what it does not hold is gone, so the last import wins in whatever order they come.
 */
export function planOffers(known: readonly KnownOffer[], offers: readonly Offer[]): CataloguePlan {
  const byKey = new Map(known.map((offer) => [offer.key, offer]));
  const listed = new Set(offers.map(({ key }) => key));
  const added: Offer[] = [];
  const changed: CataloguePlan['changed'][number][] = [];
  let unchanged = 0;
  for (const offer of offers) {
    const before = byKey.get(offer.key);
    if (!before) {
      added.push(offer);
      continue;
    }
    const changes = differences(before, offer);
    if (changes.length > 0 || before.isGone)
      changed.push({ id: before.id, offer, changes, isBack: before.isGone });
    else unchanged += 1;
  }
  const gone = known.filter(({ key, isGone }) => !isGone && !listed.has(key)).map(({ id }) => id);
  return { added, changed, gone, unchanged };
}

/** Whether an import would leave everything as it is. */
export const isNothing = ({ added, changed, gone }: CataloguePlan): boolean =>
  added.length + changed.length + gone.length === 0;

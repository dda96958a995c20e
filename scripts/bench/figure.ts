/** What `npm run bench` says of one figure; times in milliseconds. */
export type Figure = {
  readonly figure: string;
  /** Median of Spind. */
  readonly ours: number;
  /** Median of the least that could do the same. */
  readonly limit: number;
  readonly ratio: number;
  /** Highest ratio that is good enough; null for a figure that only explains another. */
  readonly wanted: number | null;
  /** Pairs counted; the first is dropped. */
  readonly pairs: number;
  /** p75 ÷ p25 of the limit: how quiet the machine was. */
  readonly spread: number;
  /** How often the measurement was repeated because the spread was over 1.6. */
  readonly repeats: number;
  /** Ratio of something that must miss, measured by the same instrument. */
  readonly control: number | null;
  readonly note?: string;
};

export type Samples = { readonly ours: readonly number[]; readonly limit: readonly number[] };

export const largestSpread = 1.6;
const mostRepeats = 2;

/** Takes ours, limit, ours, limit, …; drops the first pair. */
export async function takePairs<T>(
  pairs: number,
  ours: (round: number) => Promise<T> | T,
  limit: (round: number) => Promise<T> | T,
): Promise<{ ours: T[]; limit: T[] }> {
  const taken: { ours: T[]; limit: T[] } = { ours: [], limit: [] };
  for (let round = 0; round <= pairs; round++) {
    const [one, other] = [await ours(round), await limit(round)];
    if (round === 0) continue;
    taken.ours.push(one);
    taken.limit.push(other);
  }
  return taken;
}

/** Takes the samples again while the limit's spread says that the machine was busy with something else. */
export async function whileSteady<T extends Samples | readonly Samples[]>(
  take: () => Promise<T>,
): Promise<{ samples: T; repeats: number }> {
  for (let repeats = 0; ; repeats++) {
    const samples = await take();
    const all = (Array.isArray(samples) ? samples : [samples]) as readonly Samples[];
    const unsteady = all.some(({ limit }) => spreadOf(limit) > largestSpread);
    if (!unsteady || repeats === mostRepeats) return { samples, repeats };
  }
}

export function figureOf(
  figure: string,
  { ours, limit }: Samples,
  facts: { wanted: number | null; repeats: number; control: number | null; note?: string },
): Figure {
  const [a, b] = [median(ours), median(limit)];
  const { wanted, repeats, control, note } = facts;
  return {
    figure,
    ours: rounded(a),
    limit: rounded(b),
    ratio: rounded(a / b),
    wanted,
    pairs: ours.length,
    spread: rounded(spreadOf(limit)),
    repeats,
    control: control === null ? null : rounded(control),
    ...(note && { note }),
  };
}

/** Ratio of the medians, for controls. */
export const ratioOf = ({ ours, limit }: Samples) => median(ours) / median(limit);

/** Why the run does not pass because of this figure; nothing when it does. */
export function missOf({ figure, ratio, wanted, control, spread }: Figure): string[] {
  if (wanted === null) return [];
  const unsteady = spread > largestSpread ? ` (the machine was busy: spread ${spread})` : '';
  return [
    ...(ratio > wanted ? [`miss: ${figure} is ${ratio}, wanted ${wanted}${unsteady}`] : []),
    ...(control !== null && control <= wanted
      ? [`the control of ${figure} saw nothing: ${control}, wanted above ${wanted}`]
      : []),
  ];
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** p75 ÷ p25. */
export function spreadOf(values: readonly number[]): number {
  return quantile(values, 0.75) / quantile(values, 0.25);
}

function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const [low, high] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return low + (high - low) * (place - Math.floor(place));
}

function rounded(value: number): number {
  const digits = value < 1 ? 4 : value < 10 ? 3 : value < 100 ? 2 : 1;
  return Number(value.toFixed(digits));
}

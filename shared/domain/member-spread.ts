/**
 * What may be said of several people at once: middle, lowest, highest and how many. No sum and no mean is ever made of
 * a person, and nothing at all is said of fewer than five (DOMAIN 3.3, 4.10).
 */
export const fewestInGroup = 5;

export type MemberSpread = {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly count: number;
};

/**
 * The spread of one level a person, in levels of one scale; `null` for fewer than five. The median is the level in the
 * middle when all are put in order; with an even number it lies halfway between the two in the middle, so that it may
 * end in ,5 (levels 2 3 3 4 5 5 → 3,5).
 */
export function memberSpread(levels: readonly number[]): MemberSpread | null {
  if (levels.length < fewestInGroup) return null;
  const inOrder = [...levels].sort((a, b) => a - b);
  const at = (index: number) => inOrder[index] as number;
  const middle = inOrder.length / 2;
  return {
    median: inOrder.length % 2 === 1 ? at(Math.floor(middle)) : (at(middle - 1) + at(middle)) / 2,
    min: at(0),
    max: at(inOrder.length - 1),
    count: inOrder.length,
  };
}

import { interCharacters, interRegular, interSemibold, interUnitsPerEm } from './inter-widths';

/** Emoji and scripts that Inter does not hold come from another font; none is wider than this. */
const unknownWidth = 1.4;

/**
 * Width of one line in Inter at weight 400 or 600, in the unit of `size`. Unknown letters are measured by their
 * base letter where they have one, else taken as wide.
 */
export function textWidth(text: string, size: number, weight: 400 | 600 = 400): number {
  let sum = 0;
  for (const character of text) sum += characterWidth(character, weight);
  return sum * size;
}

const widths = { 400: tableOf(interRegular), 600: tableOf(interSemibold) };

function tableOf(units: readonly number[]): ReadonlyMap<string, number> {
  return new Map(
    [...interCharacters].map((character, index) => [character, (units[index] ?? 0) / interUnitsPerEm]),
  );
}

function characterWidth(character: string, weight: 400 | 600): number {
  const known = widths[weight].get(character);
  if (known !== undefined) return known;
  if (/\p{M}|\u200d|\ufe0f/u.test(character)) return 0;
  const base = character.normalize('NFD').charAt(0);
  return widths[weight].get(base) ?? unknownWidth;
}

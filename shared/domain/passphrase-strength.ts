/** Fewest characters of a passphrase. */
export const shortestPassphrase = 12;
const fewestDifferent = 4;

export const passphraseStrengths = ['short', 'monotonous', 'fair', 'good', 'strong'] as const;
/** `short` and `monotonous` are refused; the rest will do, and the person is told how well. */
export type PassphraseStrength = (typeof passphraseStrengths)[number];

/**
 * How hard a passphrase is to guess, in words a person can act on: by its length, its different characters and its
 * words. It cannot know whether somebody's name is in it, so it promises nothing and asks for more words.
 */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const characters = [...passphrase.normalize('NFC')];
  const different = new Set(characters.map((character) => character.toLowerCase())).size;
  const words = new Set(
    passphrase
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2),
  ).size;
  if (characters.length < shortestPassphrase) return 'short';
  if (new Set(characters).size < fewestDifferent) return 'monotonous';
  if (words >= 5 || (characters.length >= 24 && different >= 10)) return 'strong';
  if (words >= 4 || (characters.length >= 16 && different >= 8)) return 'good';
  return 'fair';
}

/** How many characters a person sees in it. */
export const passphraseLength = (passphrase: string): number => [...passphrase.normalize('NFC')].length;

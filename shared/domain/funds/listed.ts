import { list } from '../list-text';
import type { Text } from '../text';

/** Names after each other as a sentence has them: “a, b og c”. */
export const listed = (names: readonly Text[], word: 'and' | 'or' = 'and'): Text => ({
  da: list(
    names.map(({ da }) => da),
    'da',
    word,
  ),
  en: list(
    names.map(({ en }) => en),
    'en',
    word,
  ),
});

/** The same name as it stands inside a sentence. */
const small = ({ da, en }: Text): Text => ({
  da: da.charAt(0).toLocaleLowerCase('da') + da.slice(1),
  en: en.charAt(0).toLocaleLowerCase('en') + en.slice(1),
});

/** The names of these words as they stand inside a sentence, in the order given. */
export const smallNamed = <W extends string>(words: readonly W[], names: Readonly<Record<W, Text>>): Text[] =>
  words.map((word) => small(names[word]));

/** The names of these words, in the order given. */
export const named = <W extends string>(words: readonly W[], names: Readonly<Record<W, Text>>): Text[] =>
  words.map((word) => names[word]);

/** “én dag” or “40 dage”. */
export const dayCount = (days: number): Text => ({
  da: days === 1 ? 'én dag' : `${days} dage`,
  en: days === 1 ? 'one day' : `${days} days`,
});

/** “én måned” or “9 måneder”. */
export const monthCount = (months: number): Text => ({
  da: months === 1 ? 'én måned' : `${months} måneder`,
  en: months === 1 ? 'one month' : `${months} months`,
});

/** Where a name may be broken: between words, also where Danish compounds are joined, or also between syllables. */
export type Breaks = 'words' | 'compounds' | 'anywhere';

/**
 * The smallest part that stays on one line, with the space that follows it. `roughness` says how a break after it
 * reads: 0 between words, 1 in a compound, 2 between syllables; above 0 it needs a hyphen.
 */
export type Piece = { readonly text: string; readonly roughness: 0 | 1 | 2 };

/**
 * Second parts of the long compounds that names of competences are made of. A break before one of them reads well
 * ("Relations-kompetence"); other words stay whole unless there is no room at all.
 */
const secondParts = [
  'administration|ansvar|samarbejde|arbejde|beskyttelse|dækning|dannelse|deling|didaktik|differentiering',
  'evaluering|evne|faglig|fag|fordeling|forløb|forståelse|fællesskab|gruppe|indsats|indsigt|kendskab|klarhed',
  'kompetence|kraft|kultur|kvalitet|ledelse|lovgivning|læring|metode|miljø|møde|opgave|overblik|planlægning',
  'praksis|proces|samtale|sikkerhed|skole|strategi|styring|tilrettelæggelse|trivsel|udvikling|undervisning',
  'vejledning|viden|vurdering',
].join('|');
const compound = new RegExp(`(?<=\\p{L}{4})(?:${secondParts})`, 'giu');

/** A consonant that opens a syllable, with three letters on either side of the break. */
const syllable = /(?<=\p{L}{3})(?=[^aeiouyæøåäöüé\P{L}][aeiouyæøåäöüé]\p{L})/giu;

/** No piece longer than this may remain when a word can be broken anywhere. */
const longestPiece = 8;

/** A name as pieces in order. Joining their texts gives the name back, its spaces made single. */
export function piecesOf(name: string, breaks: Breaks): Piece[] {
  const clean = name.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim().normalize('NFC');
  // A written hyphen or slash is a break of its own when there are three letters on both sides.
  const words = clean.split(/(?<= )|(?<=\p{L}{3}[-/–])(?=\p{L}{3})/u);
  if (breaks === 'words') return words.map((text) => ({ text, roughness: 0 }));
  return words.flatMap((word) => {
    const compounds = [...word.matchAll(compound)].map((match) => match.index);
    const joints = breaks === 'anywhere' ? allJoints(word, compounds) : compounds;
    return [...joints, word.length].map((end, at): Piece => {
      const roughness = at === joints.length ? 0 : compounds.includes(end) ? 1 : 2;
      return { text: word.slice(at === 0 ? 0 : joints[at - 1], end), roughness };
    });
  });
}

function allJoints(word: string, compounds: readonly number[]): number[] {
  const joints = new Set(compounds);
  for (const match of word.matchAll(syllable)) joints.add(match.index);
  for (const joint of forced(word, [...joints])) joints.add(joint);
  return [...joints].sort((a, b) => a - b);
}

/** Breaks inside what has no syllables to break at, so that no word is ever too long; never inside a character. */
function forced(word: string, joints: readonly number[]): number[] {
  const added: number[] = [];
  let since = 0;
  let index = 0;
  for (const character of word.trimEnd()) {
    if (joints.includes(index)) since = 0;
    const left = word.trimEnd().length - index;
    if (since >= longestPiece && left >= 3 && !/\p{M}/u.test(character)) {
      added.push(index);
      since = 0;
    }
    since += 1;
    index += character.length;
  }
  return added;
}

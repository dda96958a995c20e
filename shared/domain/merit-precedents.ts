import type { MeritState } from './merit-states';

/** A paper an application rests on, as far as earlier decisions are compared by it. */
export type MeritGround = {
  readonly title: string;
  readonly provider: string;
  readonly ects: number;
  readonly year: number | null;
};

/** A decided case with what must not be seen of it: `hidden` are the names that could give the person or school away. */
export type DecidedCase = {
  readonly id: string;
  readonly decidedOn: string;
  readonly state: Extract<MeritState, 'granted' | 'partly' | 'refused'>;
  readonly applied: number;
  readonly ects: number;
  readonly grounds: readonly MeritGround[];
  readonly hidden: readonly string[];
};

export const likenesses = ['provider', 'title', 'level', 'ects'] as const;
/** Why an earlier decision is shown: the same provider, words of the title, level of education, or points. */
export type Likeness = (typeof likenesses)[number];

/** An earlier decision on similar grounds, without anything that tells whose it was. */
export type Precedent = {
  /** Counted through the year it was decided in: `2021/1`. */
  readonly number: string;
  readonly year: string;
  readonly state: DecidedCase['state'];
  readonly applied: number;
  readonly ects: number;
  readonly grounds: readonly MeritGround[];
  readonly alike: readonly Likeness[];
};

/** How much each likeness counts when the best comes first. The rule can be read, and so can its answer. */
const weights: Readonly<Record<Likeness, number>> = { provider: 4, title: 3, level: 2, ects: 1 };

/** Most precedents shown. */
export const mostPrecedents = 5;

/**
 * Earlier decisions on grounds like these, best first and the newest first among equals (DOMAIN 4.6). A decision that is
 * alike in nothing is not shown. Names are taken out, and its id with them.
 */
export function precedentsFor(
  grounds: readonly MeritGround[],
  decided: readonly DecidedCase[],
): readonly Precedent[] {
  const numbers = numbersOf(decided);
  return decided
    .map((one) => ({ one, alike: likenesses.filter((kind) => isAlike(kind, grounds, one.grounds)) }))
    .filter(({ alike }) => alike.length > 0)
    .map(({ one, alike }) => ({ one, alike, score: alike.reduce((sum, kind) => sum + weights[kind], 0) }))
    .sort(
      (a, b) => b.score - a.score || compare(b.one.decidedOn, a.one.decidedOn) || compare(a.one.id, b.one.id),
    )
    .slice(0, mostPrecedents)
    .map(({ one, alike }) => ({
      number: numbers.get(one.id) ?? '',
      year: one.decidedOn.slice(0, 4),
      state: one.state,
      applied: one.applied,
      ects: one.ects,
      grounds: one.grounds.map((ground) => ({
        ...ground,
        title: withoutNames(ground.title, one.hidden),
        provider: withoutNames(ground.provider, one.hidden),
      })),
      alike,
    }));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The decisions of each year, counted by their day. */
function numbersOf(decided: readonly DecidedCase[]): Map<string, string> {
  const counts = new Map<string, number>();
  const inOrder = [...decided].sort((a, b) => compare(a.decidedOn, b.decidedOn) || compare(a.id, b.id));
  return new Map(
    inOrder.map(({ id, decidedOn }) => {
      const year = decidedOn.slice(0, 4);
      const count = (counts.get(year) ?? 0) + 1;
      counts.set(year, count);
      return [id, `${year}/${count}`];
    }),
  );
}

function isAlike(kind: Likeness, mine: readonly MeritGround[], theirs: readonly MeritGround[]): boolean {
  return mine.some((a) => theirs.some((b) => isGroundAlike(kind, a, b)));
}

function isGroundAlike(kind: Likeness, a: MeritGround, b: MeritGround): boolean {
  if (kind === 'ects') return a.ects > 0 && a.ects === b.ects;
  if (kind === 'provider') return plain(a.provider) !== '' && plain(a.provider) === plain(b.provider);
  if (kind === 'level') return levelOf(a.title) !== null && levelOf(a.title) === levelOf(b.title);
  const theirs = new Set(tellingWords(b.title));
  return tellingWords(a.title).some((word) => theirs.has(word));
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Levels of Danish adult and higher education, by the beginnings of the words that name them. */
const levels: readonly (readonly [string, RegExp])[] = [
  ['phd', /^(phd|doktor|doctor)/],
  ['master', /^master/],
  ['kandidat', /^(kandidat|cand)/],
  ['diplom', /^diplom/],
  ['akademi', /^(akademi|academy)/],
  ['bachelor', /^(bachelor|professionsbachelor)/],
];

function levelOf(title: string): string | null {
  const words = plain(title.replaceAll('.', '')).split(' ');
  return levels.find(([, beginning]) => words.some((word) => beginning.test(word)))?.[0] ?? null;
}

/** Words that tell nothing of what was learnt. */
const empty = new Set(
  `og i på af til for med ved om en et den det de som fra under over efter modul moduler fag kursus kurser
   uddannelse uddannelsen uddannelser videreuddannelse and the of in for module course education`.split(
    /\s+/,
  ),
);

const tellingWords = (title: string): string[] =>
  plain(title)
    .split(' ')
    .filter((word) => word.length > 2 && !empty.has(word) && levels.every(([, level]) => !level.test(word)));

/** The text without any word of the names; a hidden word leaves a dash of its own. */
function withoutNames(text: string, names: readonly string[]): string {
  const words = new Set(names.flatMap((name) => plain(name).split(' ')).filter((word) => word.length > 2));
  if (words.size === 0) return text;
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => (isOf(words, plain(word)) ? '–' : word));
}

/** Also in the genitive: "Lærkemoseskolens". */
const isOf = (words: ReadonlySet<string>, word: string) =>
  words.has(word) || (word.endsWith('s') && words.has(word.slice(0, -1)));

import type { ActivityQualification } from '../activities';
import type { Ore } from '../money';
import { bad, type Checked, foldText, good, onlyDash, readDate, readText } from '../table-import/cells';

/** Longest text of each kind, in characters. */
export const offerLimits = { number: 60, title: 200, short: 200, description: 10_000, url: 2000 } as const;

/** A description as providers write it: a list that begins with `-` or `+` and a space is a list and no formula. */
export function readDescription(raw: string): Checked<string> {
  return readText(raw.replace(/^\s*[-–—+•*]\s+(?=\S)/u, ''), offerLimits.description, true);
}

const isEmpty = (text: string) => text === '' || onlyDash.test(text);

/**
 * An amount in Danish kroner as whole øre: `14.500,00`, `14.500 kr.`, `kr. 14500`, `14 500,-`, `gratis`; an empty cell
 * is null. `14.50` is refused: a point separates thousands here, and to guess would be a price wrong by a hundred.
 */
export function readFee(raw: string): Checked<Ore | null> {
  const text = raw.replace(/\s+/g, ' ').trim();
  if (isEmpty(text)) return good(null);
  if (/^(?:gratis|ingen|free|intet gebyr)$/i.test(text)) return good(0);
  const plain = text
    .replace(/^(?:kr\.?|dkk)\s*/i, '')
    .replace(/\s*(?:kr\.?|kroner|dkk)$/i, '')
    .replace(/,?\s?[-–—]{1,2}$/, '');
  const match = /^(\d{1,3}(?:[. ]\d{3})+|\d{1,9})(?:,(\d{1,2}))?$/.exec(plain);
  if (!match) {
    return bad(
      'Her skal stå et beløb i kroner, for eksempel 14.500 eller 14.500,00.',
      'an amount in kroner belongs here, for example 14.500 or 14.500,00.',
    );
  }
  const ore = Number(match[1]?.replace(/[. ]/g, '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  if (ore > 100_000_000) {
    return bad(
      'Beløbet er over en million kroner pr. deltager. Ret det.',
      'the amount is over a million kroner per participant. Correct it.',
    );
  }
  return good(ore);
}

/** ECTS points in whole or half: `10`, `7,5`, `10 ECTS`. */
export function readEcts(raw: string): Checked<number | null> {
  const text = raw.trim();
  if (isEmpty(text)) return good(null);
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*(?:ects(?:-?point)?|point)?\.?$/i.exec(text);
  const points = match ? Number(`${match[1]}.${match[2] ?? '0'}`) : Number.NaN;
  if (Number.isInteger(points * 2) && points <= 300) return good(points);
  return bad(
    'Her skal stå ECTS-point som hele eller halve tal, for eksempel 10 eller 7,5.',
    'ECTS points belong here, whole or half, for example 10 or 7,5.',
  );
}

/** Whole days: `5`, `5 dage`. */
export function readDays(raw: string): Checked<number | null> {
  const text = raw.trim();
  if (isEmpty(text)) return good(null);
  const match = /^(\d{1,3})(?:,0+)?\s*(?:kursus)?(?:dage?|days?)?\.?$/i.exec(text);
  if (match) return good(Number(match[1]));
  return bad(
    'Her skal stå et helt antal dage, for eksempel 5.',
    'a whole number of days belongs here, for example 5.',
  );
}

const months = 'jan feb mar apr maj jun jul aug sep okt nov dec'.split(' ');

/** A date as `readDate` knows them, or with the month's Danish name: `1. september 2027`; an empty cell is null. */
export function readOfferDate(raw: string): Checked<string | null> {
  const match =
    /^(?:(?:man|tirs|ons|tors|fre|lør|søn)(?:dag)?\.?\s+(?:d(?:en)?\.?\s+)?)?(\d{1,2})\.?\s+(\p{L}{3,9})\.?\s+(\d{4})$/iu.exec(
      raw.trim(),
    );
  const month = months.indexOf((match?.[2] ?? '').toLowerCase().slice(0, 3)) + 1;
  const checked = readDate(match && month > 0 ? `${match[1]}-${month}-${match[3]}` : raw);
  if (!checked.ok) return checked;
  return good(checked.value === '' ? null : checked.value);
}

/** How many there is room for: `24`, `24 pladser`, `maks. 24`; null when it is not limited or not said. */
export function readSeats(raw: string): Checked<number | null> {
  const text = raw.trim();
  if (isEmpty(text) || /^(?:ubegrænset|ingen grænse|unlimited)$/i.test(text)) return good(null);
  const match =
    /^(?:ma(?:ks|x)\.?(?:imalt)?\s*)?(\d{1,5})(?:,0+)?\s*(?:pladser|deltagere|seats|participants)?\.?$/i.exec(
      text,
    );
  const seats = Number(match?.[1] ?? 0);
  if (seats > 0) return good(seats);
  return bad(
    'Her skal stå et antal pladser, for eksempel 24.',
    'a number of seats belongs here, for example 24.',
  );
}

/** The provider says that it takes enough people, and not how many. */
export const someMinimum = 0;

/**
 * “Oprettes ved nok tilmeldte” (R001-15): how many it takes. A number, a sentence with one number in it (“oprettes ved
 * mindst 12 tilmeldte”), `someMinimum` for the words alone, and null for what is held in any case.
 */
export function readMinimum(raw: string): Checked<number | null> {
  const text = foldText(raw);
  if (isEmpty(text)) return good(null);
  if (/^(?:nej|no|gennemføres|oprettet|bekræftet|garanteret|afholdes|oprettes|confirmed)\.?$/.test(text))
    return good(null);
  const numbers = text.replace(/,0+$/, '').match(/\d+/g) ?? [];
  const number = Number(numbers[0]);
  if (numbers.length === 1 && number > 0 && number < 100_000) return good(number);
  const isCondition = /tilmeld|deltager|ansøger|minimum|mindst|enrol|particip/.test(text);
  if (numbers.length === 0 && (isCondition || /^(?:ja|yes)$/.test(text))) return good(someMinimum);
  return bad(
    'Her skal stå, hvor mange der skal til, for eksempel 12 eller Oprettes ved nok tilmeldte.',
    'how many it takes belongs here, for example 12 or Oprettes ved nok tilmeldte.',
  );
}

/** Words that say what a course gives on paper, in the order they are looked for (R001-16). */
const qualificationWords: readonly (readonly [ActivityQualification, RegExp])[] = [
  ['none', /^(?:ingen|nej|ikke kompetencegivende|none|no)$/],
  ['assessment', /vurder|tilsvarende|supplerende|introduktion|assess|equivalent/],
  ['update', /opdater|ajourfør|genopfrisk|inspiration|temadag|update|refresher/],
  [
    'formal',
    /^ja$|^yes$|formel|kompetencegivende|undervisningskompetence|linjefag|fulde? fag|\bkiu\b|formal/,
  ],
];

/** What it gives: a formal competence, a ground for the leader's assessment, an update, or nothing. */
export function readQualification(raw: string): Checked<ActivityQualification> {
  const text = foldText(raw);
  if (isEmpty(text)) return good('none');
  const found = qualificationWords.find(([, words]) => words.test(text));
  if (found) return good(found[0]);
  return bad(
    'Her skal stå, hvad kurset giver: formel kompetence, supplerende (støtter lederens vurdering), opdatering eller ingen.',
    'what the course gives belongs here: formel kompetence, supplerende, opdatering or ingen.',
  );
}

/** A web address; `www.` alone gets its beginning. */
export function readUrl(raw: string): Checked<string> {
  const checked = readText(raw, offerLimits.url);
  if (!checked.ok || checked.value === '') return checked;
  const whole = /^https?:\/\//i.test(checked.value) ? checked.value : `https://${checked.value}`;
  if (URL.canParse(whole) && /^https?:\/\/[^\s/]+\.[^\s/]{2,}/i.test(whole)) return good(whole);
  return bad(
    'Her skal stå en webadresse, for eksempel https://www.via.dk.',
    'a web address belongs here, for example https://www.via.dk.',
  );
}

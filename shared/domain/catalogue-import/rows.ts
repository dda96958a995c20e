import type { ActivityQualification } from '../activities';
import type { Ore } from '../money';
import { type Checked, foldText, readText } from '../table-import/cells';
import {
  cellProblem,
  emptyCell,
  inFileOrder,
  otherRows,
  type RowProblem,
  raggedRow,
} from '../table-import/row-problems';
import type { ImportTable } from '../table-import/table';
import type { Text } from '../text';
import {
  offerLimits,
  readDays,
  readDescription,
  readEcts,
  readFee,
  readMinimum,
  readOfferDate,
  readQualification,
  readSeats,
  readUrl,
} from './cells';
import { checkOfferMatching, type OfferField, type OfferMatching, offerColumns } from './columns';

/** What a row of a catalogue says. What it does not say is empty or null. */
export type OfferValues = {
  readonly title: string;
  readonly subject: string;
  readonly provider: string;
  readonly description: string;
  readonly qualification: ActivityQualification;
  readonly ects: number | null;
  readonly feeOre: Ore | null;
  readonly days: number | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly signUpBy: string | null;
  readonly place: string;
  readonly seats: number | null;
  /** `someMinimum` (0) when it takes enough people and nobody says how many. */
  readonly minimumSeats: number | null;
  readonly url: string;
};

/** An offer and what it is known by in the next import. */
export type Offer = OfferValues & { readonly row: number; readonly key: string };
export type OfferProblem = RowProblem<OfferField>;

/**
 * Reads the rows of a catalogue. A row with a problem is reported and not among `offers`; only a file without problems
 * may be imported. Throws what `checkOfferMatching` refuses.
 */
export function readOffers(
  table: ImportTable,
  matching: OfferMatching,
): { offers: Offer[]; problems: OfferProblem[] } {
  checkOfferMatching(table.header, matching);
  const problems: OfferProblem[] = [];
  const offers: Offer[] = [];
  const rowsOfKey = new Map<string, number[]>();
  for (const { row, cells } of table.rows) {
    if (cells.length !== table.header.length) {
      problems.push(raggedRow(row, cells.length, table.header.length));
      continue;
    }
    const { values, key, found } = readRow(table, matching, row, cells);
    problems.push(...found);
    if (key !== null) rowsOfKey.set(key, [...(rowsOfKey.get(key) ?? []), row]);
    if (values && key !== null) offers.push({ ...values, row, key });
  }
  for (const [key, rows] of rowsOfKey) {
    if (rows.length > 1) for (const row of rows) problems.push(doubled(table, matching, key, row, rows));
  }
  return {
    offers: offers.filter(({ key }) => rowsOfKey.get(key)?.length === 1),
    problems: inFileOrder(problems, matching),
  };
}

function readRow(table: ImportTable, matching: OfferMatching, row: number, cells: readonly string[]) {
  const found: OfferProblem[] = [];
  const say = (field: OfferField, text: Text) =>
    void found.push(cellProblem(offerColumns, table, matching, { row, field, text }));

  function take<T, E>(field: OfferField, read: (cell: string) => Checked<T>, without: E): T | E {
    const column = Object.hasOwn(matching, field) ? matching[field] : undefined;
    if (column === undefined) return without;
    const checked = read(cells[column] ?? '');
    if (checked.ok) return checked.value;
    say(field, checked.text);
    return without;
  }
  const text = (field: OfferField, max: number) => take(field, (cell) => readText(cell, max), '');

  const number = text('number', offerLimits.number);
  const values: OfferValues = {
    title: text('title', offerLimits.title),
    subject: text('subject', offerLimits.short),
    provider: text('provider', offerLimits.short),
    description: take('description', readDescription, ''),
    qualification: take('qualification', readQualification, 'none'),
    ects: take('ects', readEcts, null),
    feeOre: take('feeOre', readFee, null),
    days: take('days', readDays, null),
    startsOn: take('startsOn', readOfferDate, null),
    endsOn: take('endsOn', readOfferDate, null),
    signUpBy: take('signUpBy', readOfferDate, null),
    place: text('place', offerLimits.short),
    seats: take('seats', readSeats, null),
    minimumSeats: take('minimumSeats', readMinimum, null),
    url: take('url', readUrl, ''),
  };
  const { title, startsOn, endsOn, signUpBy, place, seats, minimumSeats } = values;
  if (title === '' && !found.some(({ field }) => field === 'title')) say('title', emptyCell);
  if (startsOn && endsOn && endsOn < startsOn) say('endsOn', endsTooSoon);
  if (startsOn && signUpBy && signUpBy > startsOn) say('signUpBy', signUpTooLate);
  if (seats !== null && minimumSeats !== null && minimumSeats > seats) say('minimumSeats', tooManyNeeded);
  const isKnown = !found.some(({ field }) => field !== null && keyFields.includes(field));
  return {
    values: found.length === 0 ? values : null,
    key: isKnown ? offerKey(number, { title, startsOn, place }) : null,
    found,
  };
}

const keyFields: readonly OfferField[] = ['number', 'title', 'startsOn', 'place'];

/** The provider's own number, else title, start and place. */
function offerKey(
  number: string,
  { title, startsOn, place }: Pick<OfferValues, 'title' | 'startsOn' | 'place'>,
) {
  if (number !== '') return `#${foldText(number)}`;
  return ['', foldText(title), startsOn ?? '', foldText(place)].join('\n');
}

/** The provider's number as it is shown, or nothing where the row is known by its title. */
export const numberOf = (key: string) => (key.startsWith('#') ? key.slice(1).toLocaleUpperCase('da') : '');

function doubled(
  table: ImportTable,
  matching: OfferMatching,
  key: string,
  row: number,
  rows: readonly number[],
): OfferProblem {
  const others = otherRows(row, rows);
  if (key.startsWith('#')) {
    const text = {
      da: `Nummeret står også i række ${others.da}. Hvert kursus skal have sit eget nummer. Har udbyderen ét nummer til flere hold, så vælg Ikke i filen ved Nummer; så kendes kurserne på titel, start og sted.`,
      en: `the number is also in row ${others.en}. Each course must have its own number. If the provider has one number for several runs, choose Not in the file at Number; then courses are known by title, start and place.`,
    };
    return cellProblem(offerColumns, table, matching, { row, field: 'number', text });
  }
  const text = {
    da: `Kurset står også i række ${others.da} med samme start og sted. Slet den ene, eller giv dem hver sit nummer.`,
    en: `the course is also in row ${others.en} with the same start and place. Delete one, or give each its number.`,
  };
  return cellProblem(offerColumns, table, matching, { row, field: 'title', text });
}

const endsTooSoon: Text = {
  da: 'Sidste dag ligger før første dag. Ret en af de to datoer.',
  en: 'the last day lies before the first. Correct one of the two dates.',
};
const signUpTooLate: Text = {
  da: 'Fristen ligger efter første dag. Ret en af de to datoer.',
  en: 'the deadline lies after the first day. Correct one of the two dates.',
};
const tooManyNeeded: Text = {
  da: 'Der skal flere til, end der er pladser. Ret et af de to tal.',
  en: 'it takes more people than there are seats. Correct one of the two numbers.',
};

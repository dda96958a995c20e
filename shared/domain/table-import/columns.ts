import { list } from '../list-text';
import { refuse, type Text } from '../text';
import { forMessage } from './table';

/** What the columns of a kind of list can hold. */
export type Columns<Field extends string> = {
  readonly fields: readonly Field[];
  /** Without these no row can be kept. */
  readonly required: readonly Field[];
  /** What the fields are called where a person matches columns. */
  readonly names: Readonly<Record<Field, Text>>;
  /** Headings the fields are known by, as `headerKey` writes them, separated by spaces; most telling first. */
  readonly synonyms: Readonly<Record<Field, string>>;
};

/** Which column (counted from 0) holds which field. */
export type MatchingOf<Field extends string> = { readonly [F in Field]?: number };

/** Suggests a matching from the header; each column goes to one field at most, the rest is left to the person. */
export function suggestColumns<Field extends string>(
  { fields, synonyms }: Columns<Field>,
  header: readonly string[],
): MatchingOf<Field> {
  const keys = header.map(headerKey);
  const taken = new Set<number>();
  const matching: { [F in Field]?: number } = {};
  for (const field of fields) {
    for (const synonym of synonyms[field].split(' ')) {
      const column = keys.findIndex((key, index) => key === synonym && !taken.has(index));
      if (column < 0) continue;
      matching[field] = column;
      taken.add(column);
      break;
    }
  }
  return matching;
}

/**
 * Refuses a matching that cannot be read: a required field without a column, a column outside the list, one column
 * for two fields, or a chosen column whose heading stands twice in the list. All are named, also in `fields`.
 */
export function checkColumns<Field extends string>(
  { fields, required, names }: Columns<Field>,
  header: readonly string[],
  matching: MatchingOf<Field>,
): void {
  const chosen = fields
    .filter((field) => Object.hasOwn(matching, field) && matching[field] !== undefined)
    .map((field) => ({ field, column: matching[field] ?? -1 }));

  const missing = required.filter((field) => !chosen.some((one) => one.field === field));
  if (missing.length > 0) {
    const missingNames = (language: 'da' | 'en') =>
      list(
        missing.map((field) => names[field][language]),
        language,
      );
    const one = missing.length === 1;
    refuseFields(missing, {
      da: `Listen mangler ${one ? 'kolonnen' : 'kolonnerne'} ${missingNames('da')}. Vælg, hvilken kolonne i filen det er, eller tag den med, når I henter listen.`,
      en: `The list is missing the column${one ? '' : 's'} ${missingNames('en')}. Choose which column of the file it is, or include it when you export the list.`,
    });
  }

  for (const { field, column } of chosen) {
    if (Number.isInteger(column) && column >= 0 && column < header.length) continue;
    refuseFields([field], {
      da: `Kolonnen til ${names[field].da} findes ikke i filen. Vælg en anden.`,
      en: `The column for ${names[field].en} is not in the file. Choose another.`,
    });
  }

  for (const { field, column } of chosen) {
    const other = chosen.find((one) => one.field !== field && one.column === column);
    if (other) {
      const heading = columnLabel(header, column);
      refuseFields([field, other.field], {
        da: `Kolonnen ${heading} er valgt både til ${names[field].da} og til ${names[other.field].da}. Vælg en kolonne til hver.`,
        en: `The column ${heading} is chosen both for ${names[field].en} and for ${names[other.field].en}. Choose one column for each.`,
      });
    }
    const key = headerKey(header[column] ?? '');
    const doubles = header.flatMap((text, index) => (key !== '' && headerKey(text) === key ? [index] : []));
    if (doubles.length > 1) {
      const heading = columnLabel(header, column);
      const letters = doubles.map(columnLetter);
      refuseFields([field], {
        da: `Kolonnen ${heading} står ${doubles.length === 2 ? 'to' : doubles.length} gange i filen (${list(letters, 'da')} i Excel). Slet eller omdøb dem, der er for mange, gem filen, og prøv igen.`,
        en: `The column ${heading} appears ${doubles.length === 2 ? 'twice' : `${doubles.length} times`} in the file (${list(letters, 'en')} in Excel). Delete or rename the extra ones, save the file and try again.`,
      });
    }
  }
}

/** The heading of a column for a message, or its letter in Excel where it has none. */
export function columnLabel(header: readonly string[], column: number): string {
  return forMessage(header[column] ?? '', 40) || columnLetter(column);
}

/** 0 → A, 25 → Z, 26 → AA, as Excel names columns. */
export function columnLetter(column: number): string {
  const high = Math.floor(column / 26);
  return (high > 0 ? columnLetter(high - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** What a heading is compared by: without case, spaces and punctuation. */
export function headerKey(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('%', 'procent')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function refuseFields(fields: readonly string[], text: Text): never {
  throw refuse('invalid', text, Object.fromEntries(fields.map((field) => [field, text])));
}

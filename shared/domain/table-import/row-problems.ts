import { list } from '../list-text';
import type { Text } from '../text';
import { type Columns, columnLabel, type MatchingOf } from './columns';
import type { ImportTable } from './table';

/** What is wrong in a row; `message` is a whole sentence that names row and column but nothing of what the cell holds. */
export type RowProblem<Field extends string> = {
  readonly row: number;
  /** Heading of the column as it stands in the file; null when the row as a whole is wrong. */
  readonly column: string | null;
  readonly field: Field | null;
  readonly message: Text;
};

/** The problem of one cell, its sentence begun with row and column. */
export function cellProblem<Field extends string>(
  { names }: Pick<Columns<Field>, 'names'>,
  { header }: ImportTable,
  matching: MatchingOf<Field>,
  { row, field, text }: { row: number; field: Field; text: Text },
): RowProblem<Field> {
  const index = matching[field];
  const column = index === undefined ? names[field].da : columnLabel(header, index);
  const message = { da: `Række ${row}, ${column}: ${text.da}`, en: `Row ${row}, ${column}: ${text.en}` };
  return { row, column, field, message };
}

/** A required cell without anything in it. */
export const emptyCell: Text = {
  da: 'Cellen er tom. Udfyld den, eller slet rækken.',
  en: 'the cell is empty. Fill it in or delete the row.',
};

/** A row with more or fewer cells than there are headings: a separator stands inside a text. */
export function raggedRow(row: number, cells: number, expected: number): RowProblem<never> {
  const message = {
    da: `Række ${row}: Der er ${cells} ${cells === 1 ? 'celle' : 'celler'}, men ${expected} overskrifter. Står der et skilletegn inde i en tekst, så sæt teksten i anførselstegn.`,
    en: `Row ${row}: there are ${cells} ${cells === 1 ? 'cell' : 'cells'} but ${expected} headings. If a text contains a separator, put the text in quotation marks.`,
  };
  return { row, column: null, field: null, message };
}

/** The other rows of the same, named: “3, 5 og 9”, and no more than five of them. */
export function otherRows(row: number, rows: readonly number[]): Text {
  const more = rows.length > 6;
  const named = rows
    .slice(0, 7)
    .filter((other) => other !== row)
    .slice(0, 5)
    .map(String);
  return more
    ? { da: `${named.join(', ')} og flere`, en: `${named.join(', ')} and more` }
    : { da: list(named, 'da'), en: list(named, 'en') };
}

/** In the order of the file: by row, and within a row by column. */
export function inFileOrder<Field extends string>(
  problems: readonly RowProblem<Field>[],
  matching: MatchingOf<Field>,
): RowProblem<Field>[] {
  const place = ({ field }: RowProblem<Field>) => (field ? (matching[field] ?? -1) : -1);
  return problems.toSorted((one, other) => one.row - other.row || place(one) - place(other));
}

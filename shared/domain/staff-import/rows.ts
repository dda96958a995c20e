import type { Text } from '../text';
import { type Checked, foldText, readDate, readPercent, readSubjects, readText, textLimits } from './cells';
import {
  checkMatching,
  columnLabel,
  fieldNames,
  list,
  type Matching,
  requiredFields,
  type StaffField,
} from './columns';
import type { ImportTable } from './table';

/** One employee as the list says. What the list does not say (no column, empty cell) is left out. */
export type ParsedStaff = {
  readonly row: number;
  readonly employeeNumber: string;
  readonly name: string;
  readonly categoryName: string;
  readonly title?: string;
  readonly teamName?: string;
  readonly employmentDate: string;
  readonly employmentPercent?: number;
  readonly leavingDate?: string;
  readonly formalSubjects?: readonly string[];
  readonly assessedSubjects?: readonly string[];
  readonly note?: string;
};

/** What is wrong in a row; `message` is a whole sentence that names row and column but no personal data. */
export type RowProblem = {
  readonly row: number;
  /** Heading of the column as it stands in the file; null when the row as a whole is wrong. */
  readonly column: string | null;
  readonly field: StaffField | null;
  readonly message: Text;
};

/**
 * Reads the rows of a table. A row with a problem is reported and not among `staff`, so `staff` can be shown beside
 * the report; only a list without problems may be imported. Throws what `checkMatching` refuses.
 */
export function readStaffRows(
  table: ImportTable,
  matching: Matching,
): { staff: ParsedStaff[]; problems: RowProblem[] } {
  checkMatching(table.header, matching);
  const problems: RowProblem[] = [];
  const read: { number: string; staff: ParsedStaff | undefined }[] = [];
  const rowsOfNumber = new Map<string, number[]>();

  for (const { row, cells } of table.rows) {
    if (cells.length !== table.header.length) {
      problems.push(raggedRow(row, cells.length, table.header.length));
      continue;
    }
    const { staff, number, found } = readRow(table, matching, row, cells);
    problems.push(...found);
    read.push({ number, staff });
    if (number === '') continue;
    const sameNumber = rowsOfNumber.get(number);
    if (sameNumber) sameNumber.push(row);
    else rowsOfNumber.set(number, [row]);
  }

  for (const rows of rowsOfNumber.values()) {
    if (rows.length > 1) for (const row of rows) problems.push(doubledNumber(table, matching, row, rows));
  }
  const place = ({ field }: RowProblem) => (field ? (matching[field] ?? -1) : -1);
  problems.sort((one, other) => one.row - other.row || place(one) - place(other));
  const staff = read.flatMap((one) =>
    one.staff && (rowsOfNumber.get(one.number)?.length ?? 0) < 2 ? [one.staff] : [],
  );
  return { staff, problems };
}

function readRow(table: ImportTable, matching: Matching, row: number, cells: readonly string[]) {
  const found: RowProblem[] = [];

  function take<T>(field: StaffField, read: (cell: string) => Checked<T>): T | undefined {
    const column = Object.hasOwn(matching, field) ? matching[field] : undefined;
    if (column === undefined) return undefined;
    const checked = read(cells[column] ?? '');
    if (!checked.ok) {
      found.push(problem(table, matching, row, field, checked.text));
      return undefined;
    }
    if (checked.value === '' && requiredFields.some((required) => required === field)) {
      found.push(problem(table, matching, row, field, emptyCell));
    }
    return checked.value;
  }
  const text = (field: StaffField, max: number, lines = false) =>
    take(field, (cell) => readText(cell, max, lines)) || undefined;
  const subjects = (field: StaffField) => {
    const value = take(field, readSubjects);
    return value && value.length > 0 ? value : undefined;
  };

  const employeeNumber = text('employeeNumber', textLimits.number);
  const name = text('name', textLimits.name);
  const categoryName = text('categoryName', textLimits.short);
  const employmentDate = take('employmentDate', readDate) || undefined;
  const leavingDate = take('leavingDate', readDate) || undefined;
  if (employmentDate && leavingDate && leavingDate < employmentDate) {
    found.push(problem(table, matching, row, 'leavingDate', leavesTooSoon));
  }
  const rest = {
    title: text('title', textLimits.title),
    teamName: text('teamName', textLimits.short),
    employmentPercent: take('employmentPercent', (cell) => readPercent(cell, table.source === 'xlsx')),
    leavingDate,
    formalSubjects: subjects('formalSubjects'),
    assessedSubjects: subjects('assessedSubjects'),
    note: text('note', textLimits.note, true),
  };
  const complete = employeeNumber && name && categoryName && employmentDate && found.length === 0;
  const staff: ParsedStaff | undefined = complete
    ? { row, employeeNumber, name, categoryName, employmentDate, ...withoutUndefined(rest) }
    : undefined;
  return { staff, number: foldText(employeeNumber ?? ''), found };
}

const emptyCell: Text = {
  da: 'Cellen er tom. Udfyld den, eller slet rækken.',
  en: 'the cell is empty. Fill it in or delete the row.',
};

const leavesTooSoon: Text = {
  da: 'Datoen ligger før ansættelsen. Ret en af de to datoer.',
  en: 'the date is before the employment. Correct one of the two dates.',
};

function problem(
  table: ImportTable,
  matching: Matching,
  row: number,
  field: StaffField,
  text: Text,
): RowProblem {
  const index = matching[field];
  const column = index === undefined ? fieldNames[field].da : columnLabel(table.header, index);
  const message = { da: `Række ${row}, ${column}: ${text.da}`, en: `Row ${row}, ${column}: ${text.en}` };
  return { row, column, field, message };
}

function doubledNumber(
  table: ImportTable,
  matching: Matching,
  row: number,
  rows: readonly number[],
): RowProblem {
  const more = rows.length > 6;
  const others = rows.slice(0, 7).filter((other) => other !== row);
  const named = others.slice(0, 5).map(String);
  return problem(table, matching, row, 'employeeNumber', {
    da: `Nummeret står også i række ${more ? `${named.join(', ')} og flere` : list(named, 'da')}. Hver medarbejder skal have sit eget nummer.`,
    en: `the number is also in row ${more ? `${named.join(', ')} and more` : list(named, 'en')}. Each employee must have their own number.`,
  });
}

function raggedRow(row: number, cells: number, expected: number): RowProblem {
  const message = {
    da: `Række ${row}: Der er ${cells} ${cells === 1 ? 'celle' : 'celler'}, men ${expected} overskrifter. Står der et skilletegn inde i en tekst, så sæt teksten i anførselstegn.`,
    en: `Row ${row}: there are ${cells} ${cells === 1 ? 'cell' : 'cells'} but ${expected} headings. If a text contains a separator, put the text in quotation marks.`,
  };
  return { row, column: null, field: null, message };
}

function withoutUndefined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

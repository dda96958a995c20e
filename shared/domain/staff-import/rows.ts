import { type Checked, foldText, readDate, readText } from '../table-import/cells';
import {
  cellProblem,
  emptyCell,
  inFileOrder,
  otherRows,
  raggedRow,
  type RowProblem as TableRowProblem,
} from '../table-import/row-problems';
import type { ImportTable } from '../table-import/table';
import type { Text } from '../text';
import { readPercent, readSubjects, textLimits } from './cells';
import { checkMatching, type Matching, requiredFields, type StaffField, staffColumns } from './columns';

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

export type RowProblem = TableRowProblem<StaffField>;

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
  const staff = read.flatMap((one) =>
    one.staff && (rowsOfNumber.get(one.number)?.length ?? 0) < 2 ? [one.staff] : [],
  );
  return { staff, problems: inFileOrder(problems, matching) };
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
  return cellProblem(staffColumns, table, matching, { row, field, text });
}

function doubledNumber(
  table: ImportTable,
  matching: Matching,
  row: number,
  rows: readonly number[],
): RowProblem {
  const others = otherRows(row, rows);
  return problem(table, matching, row, 'employeeNumber', {
    da: `Nummeret står også i række ${others.da}. Hver medarbejder skal have sit eget nummer.`,
    en: `the number is also in row ${others.en}. Each employee must have their own number.`,
  });
}

function withoutUndefined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

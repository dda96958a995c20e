import { refuse } from '../text';
import { type ListKind, listWords } from './list-words';

/** How the text of a file turned out to be written. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * A list as it was read, before anyone knows what its columns mean. Every cell is text as Danish Excel
 * would show it (`80,5`), dates from spreadsheets are `YYYY-MM-DD`. `row` is the number Excel shows.
 */
export type ImportTable = {
  readonly fileName: string;
  readonly source: 'csv' | 'xlsx';
  readonly encoding?: Encoding;
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
};

/** What a list may hold at most; everything beyond is refused before it is worked on. */
export const importLimits = { bytes: 10 * 1024 * 1024, columns: 200, rows: 20_000, rawRows: 40_000 } as const;

const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;

/** Text from a file made fit for a message: one line, nothing invisible, at most `length` characters. */
export function forMessage(text: string, length = 60): string {
  const line = text.slice(0, 1000).replace(/\s+/g, ' ').replace(unprintable, '').trim();
  const characters = [...line];
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : line;
}

/** The file's own name without its folders, fit for a message. */
export function baseName(fileName: string): string {
  return forMessage(fileName.split(/[\\/]/).at(-1) ?? '', 80) || 'filen';
}

/** Refuses a file that is empty or larger than 10 MB; call it with the size on disk before reading. */
export function checkFileSize(bytes: number, fileName: string, kind: ListKind = 'staff'): void {
  const name = baseName(fileName);
  const { theList, from } = listWords[kind];
  if (bytes === 0) {
    throw refuse('invalid', {
      da: `${name} er tom. Hent listen igen ${from.da}, og vælg den nye fil.`,
      en: `${name} is empty. Export the list again ${from.en} and choose the new file.`,
    });
  }
  if (bytes > importLimits.bytes) {
    const size = Math.ceil(bytes / 1024 / 1024);
    throw refuse('invalid', {
      da: `${name} fylder ${size} MB. En liste må højst fylde 10 MB. Gem ${theList.da} alene i en ny fil, og vælg den.`,
      en: `${name} is ${size} MB. A list may be at most 10 MB. Save ${theList.en} alone in a new file and choose that.`,
    });
  }
}

/**
 * Makes a table of raw records: the first record with text is the header, blank records fall away, empty cells at
 * the right end too. Ragged rows stay ragged for the row report; `pad` fills short rows, since a spreadsheet has none.
 * Refuses more than 200 columns, more than 20,000 rows, and a list without rows.
 */
export function toTable(
  records: readonly (readonly string[])[],
  about: { fileName: string; source: 'csv' | 'xlsx'; encoding?: Encoding },
  kind: ListKind = 'staff',
): ImportTable {
  const fileName = baseName(about.fileName);
  const start = records.findIndex((cells) => !isBlank(cells));
  const header = withoutBlankEnd(records[start] ?? [], 0).map((cell) =>
    cell.slice(0, 200).normalize('NFC').trim(),
  );
  refuseWide(header.length, fileName, kind);

  const rows: { row: number; cells: string[] }[] = [];
  for (let index = start + 1; index < records.length && start >= 0; index++) {
    const record = records[index];
    if (!record || isBlank(record)) continue;
    const cells = withoutBlankEnd(record, header.length);
    refuseWide(cells.length, fileName, kind);
    while (about.source === 'xlsx' && cells.length < header.length) cells.push('');
    rows.push({ row: index + 1, cells });
    if (rows.length > importLimits.rows) refuseLong(fileName, kind);
  }
  if (rows.length === 0) {
    const words = listWords[kind];
    throw refuse('invalid', {
      da: `Der er ingen ${words.rows.da} i ${fileName}. Første række skal være overskrifter, og der skal være en række for ${words.eachRow.da}.`,
      en: `There are no ${words.rows.en} in ${fileName}. The first row must be headings, followed by one row ${words.eachRow.en}.`,
    });
  }
  return { fileName, source: about.source, encoding: about.encoding, header, rows };
}

/** Refuses a table wider than 200 columns. */
export function refuseWide(columns: number, fileName: string, kind: ListKind = 'staff'): void {
  if (columns <= importLimits.columns) return;
  const name = baseName(fileName);
  const { theRows } = listWords[kind];
  throw refuse('invalid', {
    da: `${name} har mere end ${importLimits.columns} kolonner. Behold kun kolonnerne om ${theRows.da}, gem filen, og prøv igen.`,
    en: `${name} has more than ${importLimits.columns} columns. Keep only the columns about ${theRows.en}, save the file and try again.`,
  });
}

/** Refuses a table longer than 20,000 rows. */
export function refuseLong(fileName: string, kind: ListKind = 'staff'): never {
  const name = baseName(fileName);
  const { rows } = listWords[kind];
  throw refuse('invalid', {
    da: `${name} har mere end 20.000 rækker. Slet de rækker, der ikke er ${rows.da}, gem filen, og prøv igen.`,
    en: `${name} has more than 20,000 rows. Delete the rows that are not ${rows.en}, save the file and try again.`,
  });
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function withoutBlankEnd(cells: readonly string[], atLeast: number): string[] {
  let end = cells.length;
  while (end > atLeast && (cells[end - 1] ?? '').trim() === '') end--;
  return cells.slice(0, end);
}

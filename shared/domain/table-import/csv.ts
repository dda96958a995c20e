import Papa from 'papaparse';
import { refuse } from '../text';
import { decodeText } from './decode';
import type { ListKind } from './list-words';
import { baseName, type ImportTable, importLimits, refuseLong, toTable } from './table';

export const delimiters = [';', '\t', ','] as const;
export type Delimiter = (typeof delimiters)[number];

/** Reads a CSV file in any of the encodings of `decodeText`, with semicolons, tabs or commas. */
export function readCsv(bytes: Uint8Array, fileName: string, kind: ListKind = 'staff'): ImportTable {
  const { text, encoding } = decodeText(bytes, fileName, kind);
  return toTable(csvRecords(text, fileName, kind), { fileName, source: 'csv', encoding }, kind);
}

/**
 * The records of a CSV text; record 0 is the row that Excel numbers 1. Refuses quotation marks that do not come in
 * pairs, naming the row, since every row after them would be wrong.
 */
export function csvRecords(text: string, fileName: string, kind: ListKind = 'staff'): string[][] {
  const { body, delimiter } = splitHint(text.replace(/\r\n?/g, '\n'));
  const result = Papa.parse<string[]>(body, {
    ...options,
    delimiter: delimiter ?? findDelimiter(body),
    preview: importLimits.rawRows,
  });
  const quotes = result.errors.find((error) => error.type === 'Quotes');
  if (quotes) {
    const name = baseName(fileName);
    const row = (quotes.row ?? 0) + 1;
    throw refuse('invalid', {
      da: `${name}, række ${row}: Et anførselstegn (") er ikke lukket. Ret rækken, eller gem listen igen fra Excel, og vælg filen igen.`,
      en: `${name}, row ${row}: a quotation mark (") is not closed. Correct the row or save the list again from Excel and choose the file again.`,
    });
  }
  if (result.meta.truncated) refuseLong(fileName, kind);
  return result.data;
}

/** Finds what separates the cells: what splits the header into most of them, quotation marks respected. */
export function findDelimiter(text: string): Delimiter {
  const opening = text.trimStart().slice(0, 65_536);
  let best: Delimiter = ';';
  let most = 1;
  for (const delimiter of delimiters) {
    const parsed = Papa.parse<string[]>(opening, { ...options, delimiter, preview: 1 });
    const cells = parsed.data[0]?.length ?? 0;
    if (cells > most) {
      best = delimiter;
      most = cells;
    }
  }
  return best;
}

// `fastMode` would split the whole text into lines before it looks at `preview`.
const options = { header: false, newline: '\n', quoteChar: '"', escapeChar: '"', fastMode: false } as const;

/** Excel's own hint `sep=;` in a first line, which Excel neither shows nor counts as a row. */
function splitHint(text: string): { body: string; delimiter?: Delimiter } {
  const hint = /^"?sep=([;,\t])"?\n/i.exec(text);
  const delimiter = delimiters.find((known) => known === hint?.[1]);
  return hint && delimiter ? { body: text.slice(hint[0].length), delimiter } : { body: text };
}

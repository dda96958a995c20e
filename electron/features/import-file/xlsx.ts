import { notAList } from '@shared/domain/table-import/decode';
import { type ListKind, listWords } from '@shared/domain/table-import/list-words';
import {
  baseName,
  type ImportTable,
  importLimits,
  refuseLong,
  refuseWide,
  toTable,
} from '@shared/domain/table-import/table';
import { Refusal, refuse } from '@shared/domain/text';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import readSpreadsheet from 'read-excel-file/universal';

/** What may be inside a spreadsheet before it is unpacked; a zip bomb declares or exceeds these and is stopped. */
const unpackLimits = { parts: 2000, bytes: 50 * 1024 * 1024, bookBytes: 256 * 1024, sheets: 50 } as const;

/**
 * Reads the first sheet with a list from an Excel workbook. Values of formulas are taken as Excel last showed them.
 * Refuses what is no workbook, what unpacks to more than it should, and tables beyond `importLimits`.
 */
export async function readXlsx(
  bytes: Uint8Array,
  fileName: string,
  kind: ListKind = 'staff',
): Promise<ImportTable> {
  try {
    const parts = unpack(bytes, fileName, kind);
    const inspected = zipSync(parts, { level: 0 });
    const sheets = await readSpreadsheet(new Uint8Array(inspected).buffer, { trim: false });
    const tables = sheets.map((sheet) => (sheet.data ?? []).map((row) => row.map(cellText)));
    const rows = tables.find((table) => table.filter((row) => row.some((cell) => cell !== '')).length > 1);
    return toTable(rows ?? [], { fileName, source: 'xlsx' }, kind);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw broken(fileName);
  }
}

function unpack(bytes: Uint8Array, fileName: string, kind: ListKind): Zippable {
  let parts = 0;
  let size = 0;
  // The unpacker never writes more than the size declared here, so the sum of these is the true limit.
  const unpacked = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      parts += 1;
      if (parts > unpackLimits.parts) throw tooMuch(fileName, kind);
      if (!/\.(?:xml|rels)$/i.test(name)) return false;
      size += originalSize;
      if (size > unpackLimits.bytes) throw tooMuch(fileName, kind);
      return true;
    },
  });
  if (!Object.hasOwn(unpacked, 'xl/workbook.xml')) throw notAList('zip', fileName, kind);

  const inspected: Zippable = {};
  for (const [name, content] of Object.entries(unpacked)) {
    const isBook = /workbook\.xml(?:\.rels)?$/i.test(name);
    if (isBook && content.length > unpackLimits.bookBytes) throw tooMuch(fileName, kind);
    const text = strFromU8(content);
    if (isBook && count(text, /<(?:[\w.-]+:)?sheet[\s/>]/g) > unpackLimits.sheets)
      throw tooMuch(fileName, kind);
    inspected[name] = strToU8(inspectSheet(text, fileName, kind));
  }
  return inspected;
}

const anyCellTag = /<(?:[\w.-]+:)?(?:row|c)[\s/>]/g;
const plainCellTag = /<((?:[\w.-]+:)?(row|c))((?:\s+[\w:.-]+=(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;
const address = /\s(?:[\w.-]+:)?r=["']([^"']*)["']/g;

/**
 * Looks at the addresses of rows and cells before the parser fills every gap between them with memory, and turns
 * error cells (`#REF!`), which the parser drops without a word, into text that the row report will name.
 */
function inspectSheet(xml: string, fileName: string, list: ListKind): string {
  const expected = count(xml, anyCellTag);
  if (expected === 0) return xml;
  let seen = 0;
  const result = xml.replace(
    plainCellTag,
    (tag, element: string, kind: string, attributes: string, end: string) => {
      seen += 1;
      const addresses = [...attributes.matchAll(address)].map((match) => match[1] ?? '');
      if (addresses.length > 1) throw broken(fileName);
      if (kind === 'row') {
        const row = addresses[0];
        // Excel's own last row; empty rows down to it are common and cost little.
        if (row !== undefined && !(/^\d{1,7}$/.test(row) && Number(row) <= 1_048_576)) throw broken(fileName);
        return tag;
      }
      const place = /^([A-Z]{1,3})(\d{1,7})$/.exec(addresses[0] ?? '');
      if (!place) throw broken(fileName);
      if (end === '/') return tag;
      refuseWide(columnNumber(place[1] ?? ''), fileName, list);
      if (Number(place[2]) > importLimits.rawRows) refuseLong(fileName, list);
      return /\st=["']e["']/.test(attributes)
        ? `<${element}${attributes.replace(/(\st=["'])e/, '$1str')}>`
        : tag;
    },
  );
  if (seen !== expected) throw broken(fileName);
  return result;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** A cell as Danish Excel would show it; a date as `YYYY-MM-DD`, since its way of writing is only a matter of style. */
function cellText(value: unknown): string {
  if (value instanceof Date) {
    const iso = Number.isNaN(value.getTime()) ? '' : value.toISOString();
    return /^\d{4}-/.test(iso) ? iso.slice(0, 10) : '#NUM!';
  }
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'boolean') return value ? 'SAND' : 'FALSK';
  return typeof value === 'string' ? value : '';
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}

function tooMuch(fileName: string, kind: ListKind): Refusal {
  const name = baseName(fileName);
  const { aList } = listWords[kind];
  return refuse('invalid', {
    da: `${name} pakker mere ud, end ${aList.da} kan fylde. Kopiér listen alene til et nyt Excel-ark, og vælg det.`,
    en: `${name} unpacks to more than ${aList.en} can hold. Copy the list alone to a new Excel sheet and choose that.`,
  });
}

function broken(fileName: string): Refusal {
  const name = baseName(fileName);
  return refuse('invalid', {
    da: `${name} kan ikke læses som Excel-ark. Åbn filen i Excel, gem den igen som Excel-projektmappe (.xlsx), og vælg den nye fil.`,
    en: `${name} cannot be read as an Excel sheet. Open it in Excel, save it again as an Excel workbook (.xlsx) and choose the new file.`,
  });
}

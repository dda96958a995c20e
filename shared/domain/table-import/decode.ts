import { refuse, type Text } from '../text';
import { type ListKind, listWords } from './list-words';
import { baseName, checkFileSize, type Encoding } from './table';

/** What a file is by its content; its name says nothing reliable. */
export type FileKind = 'text' | 'zip' | 'pdf' | 'old-excel' | 'web-page' | 'binary';

/** Tells by the first bytes what a file is. `zip` may be a spreadsheet; only the reader of it can tell. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return 'zip';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'old-excel';
  const opening = latin(bytes.subarray(0, 1024));
  // Readers accept a PDF that begins with some other bytes; a list never holds this mark with a version.
  if (/%PDF-\d/.test(opening) || opening.startsWith('%PDF')) return 'pdf';
  if (utf16Of(bytes)) return 'text';
  if (/^(?:ï»¿)?\s*<(?:!doctype|html|\?xml|table|meta)/i.test(opening)) return 'web-page';
  return looksBinary(bytes) ? 'binary' : 'text';
}

/**
 * Bytes to text, with the encoding that was found: UTF-8 or UTF-16 by byte order mark, UTF-16 by its pattern of
 * zeros, UTF-8 when the bytes are valid as such, and else Windows-1252, which is what Danish Excel writes.
 * Refuses empty and too large files, and everything that is no text, saying what it is and what to do.
 */
export function decodeText(
  bytes: Uint8Array,
  fileName: string,
  list: ListKind = 'staff',
): { text: string; encoding: Encoding } {
  checkFileSize(bytes.length, fileName, list);
  const kind = fileKind(bytes);
  if (kind !== 'text') throw notAList(kind, fileName, list);
  const found = decode(bytes);
  if (found.text.trim() === '') checkFileSize(0, fileName, list);
  return found;
}

/** The refusal of a file that is no list. */
export function notAList(kind: Exclude<FileKind, 'text'>, fileName: string, list: ListKind = 'staff') {
  const name = baseName(fileName);
  const { from } = listWords[list];
  const said: Record<Exclude<FileKind, 'text'>, Text> = {
    pdf: {
      da: `${name} er en PDF. Hent listen som CSV eller Excel (.xlsx) ${from.da}.`,
      en: `${name} is a PDF. Export the list as CSV or Excel (.xlsx) ${from.en}.`,
    },
    'old-excel': {
      da: `${name} er et gammelt Excel-ark (.xls) eller beskyttet med adgangskode. Åbn det i Excel, gem det som Excel-projektmappe (.xlsx) uden adgangskode, og vælg den nye fil.`,
      en: `${name} is an old Excel sheet (.xls) or protected by a password. Open it in Excel, save it as an Excel workbook (.xlsx) without a password and choose the new file.`,
    },
    'web-page': {
      da: `${name} er en webside og ikke en liste. Åbn den i Excel, gem den som Excel-projektmappe (.xlsx), og vælg den nye fil.`,
      en: `${name} is a web page, not a list. Open it in Excel, save it as an Excel workbook (.xlsx) and choose the new file.`,
    },
    zip: {
      da: `${name} er ikke et Excel-ark. Er det en zip-fil, så pak den ud. Er det et regneark, så gem det som Excel-projektmappe (.xlsx).`,
      en: `${name} is not an Excel sheet. If it is a zip file, unpack it. If it is a spreadsheet, save it as an Excel workbook (.xlsx).`,
    },
    binary: {
      da: `${name} er ikke en liste med tekst. Vælg en CSV-fil eller et Excel-ark (.xlsx).`,
      en: `${name} is not a list of text. Choose a CSV file or an Excel sheet (.xlsx).`,
    },
  };
  return refuse('invalid', said[kind]);
}

function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: decodeUtf16(bytes, utf16), encoding: utf16 };
  const bom = startsWith(bytes, [0xef, 0xbb, 0xbf]);
  try {
    // The decoder takes the byte order mark away by itself.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, encoding: bom ? 'utf-8-bom' : 'utf-8' };
  } catch {
    return { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
  }
}

/** UTF-16 by its mark or, without one, by zeros in every second byte, as all text in Latin letters has. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const pairs = Math.min(bytes.length, 4096) >> 1;
  if (pairs === 0 || bytes.length % 2 !== 0) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  if (even === 0 && odd > pairs * 0.6) return 'utf-16le';
  if (odd === 0 && even > pairs * 0.6) return 'utf-16be';
  return undefined;
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  const little = new Uint8Array(bytes.length & ~1);
  // Swapped by hand: not every build of the runtime knows the big-endian decoder.
  const swap = encoding === 'utf-16be' ? 1 : 0;
  for (let at = 0; at < little.length; at++) little[at] = bytes[at ^ swap] ?? 0;
  return new TextDecoder('utf-16le').decode(little);
}

// Windows-1252 differs from Latin-1 in these 32 places. Own table: runtimes have confused the two.
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  return latin(bytes).replace(/[\u0080-\u009f]/g, (sign) => windows1252[sign.charCodeAt(0) - 0x80] ?? sign);
}

function latin(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return parts.join('');
}

/** A zero anywhere, or more than a stray control character: no text that a system writes. */
function looksBinary(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  const opening = bytes.subarray(0, 4096);
  let controls = 0;
  for (const byte of opening) if (byte < 9 || (byte > 13 && byte < 32) || byte === 127) controls++;
  return controls > 8 && controls > opening.length * 0.02;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return bytes.length >= mark.length && mark.every((byte, at) => bytes[at] === byte);
}

import type { Encoding } from './table';

/** Encodings a test writes; `-plain` is UTF-16 without a byte order mark. */
export const encodings = [
  'utf-8',
  'utf-8-bom',
  'utf-16le',
  'utf-16be',
  'utf-16le-plain',
  'utf-16be-plain',
  'windows-1252',
] as const satisfies (Encoding | `${Encoding}-plain`)[];

/** Writes a test file's text in an encoding. Windows-1252: only letters of Latin-1, dash and euro. */
export function encode(text: string, encoding: (typeof encodings)[number]): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\ufeff${text}`);
  if (encoding === 'windows-1252') {
    return Uint8Array.from(text, (sign) => (sign === '–' ? 0x96 : sign === '€' ? 0x80 : sign.charCodeAt(0)));
  }
  const whole = encoding.endsWith('-plain') ? text : `\ufeff${text}`;
  const bytes = new Uint8Array(whole.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < whole.length; at++) {
    view.setUint16(at * 2, whole.charCodeAt(at), encoding.startsWith('utf-16le'));
  }
  return bytes;
}

/** Writes records as CSV, quoting what must be quoted. */
export function toCsv(records: readonly (readonly string[])[], delimiter: string, newline: string): string {
  const quote = (cell: string) => (/[";,\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return records.map((cells) => cells.map(quote).join(delimiter) + newline).join('');
}

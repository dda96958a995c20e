import type { ImportTable } from '@shared/domain/table-import/table';
import { formRows } from '@shared/domain/talk-forms/form-file';
import type { WrittenForm } from '@shared/domain/talk-forms/written-form';
import { type Language, Refusal, refuse } from '@shared/domain/text';
import type { ChosenFile } from '../context';
import { readTable } from '../import-file/read-table';

/** Far more than a form can fill. */
export const formFileBytes = 2 * 1024 * 1024;

/** The widths of the four columns, in characters. */
const widths = [44, 24, 70, 18];

/** The form as an Excel workbook: every cell is text, so that nothing in it can become a formula. */
export async function writeFormFile(form: WrittenForm, language: Language): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const [headings = [], ...rows] = formRows(form, language);
  const sheet = [
    headings.map((value) => ({ type: String, value, fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((value) => ({
        type: String,
        value: cellText(value),
        wrap: true,
        alignVertical: 'top' as const,
      })),
    ),
  ];
  return await writeXlsxFile(sheet, {
    sheet: language === 'da' ? 'Samtaleskema' : 'Talk form',
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}

/** The table of a chosen file. What is no table is refused, in words about a form. */
export async function readFormFile({ bytes, name }: ChosenFile): Promise<ImportTable> {
  try {
    return await readTable(bytes, name);
  } catch (error) {
    // The reader was made for staff lists: where it says so, the sentence would lead the reader astray.
    if (error instanceof Refusal && /medarbejder|personale|administrative/.test(error.text.da)) {
      throw refuse('invalid', {
        da: 'Filen er ikke et samtaleskema. Vælg et Excel-ark (.xlsx) eller en CSV-fil med en række for hvert hovedområde. Gem Spinds eget skema som fil for at se, hvordan det skal se ud.',
        en: 'The file is not a form for a talk. Choose an Excel sheet (.xlsx) or a CSV file with one row per main area. Save Spind’s own form as a file to see how it should look.',
      });
    }
    throw error;
  }
}

/**
 * Text as a cell can hold it. A workbook has no room for invisible control characters or halves of signs; a spreadsheet
 * would call the file damaged.
 */
function cellText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what XML cannot hold
  const written = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu, '');
  // The writer looks texts up in a plain object and would take `constructor` for one it has; a space sets it apart.
  return written in {} ? `${written} ` : written;
}

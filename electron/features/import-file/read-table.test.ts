import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suggestMatching } from '@shared/domain/staff-import/columns';
import { readStaffRows } from '@shared/domain/staff-import/rows';
import { Refusal } from '@shared/domain/text';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { readImportFile, readTable } from './read-table';

const demoPath = new URL('../../../shared/domain/staff-import/personale.fixture.csv', import.meta.url);
const header = ['Medarbejdernr', 'Navn', 'Stilling', 'Ansat', 'Procent', 'Bemærkning'];
const xlsx = async (rows: SheetData) => new Uint8Array(await (await writeXlsxFile(rows)).toBuffer());
const refusal = async (work: Promise<unknown>): Promise<Refusal> => {
  const error = await work.then(
    () => new Error('nothing was refused'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof Refusal) return error;
  throw error;
};

/** A workbook of one sheet with this XML for its rows. */
async function withSheet(sheetData: string): Promise<Uint8Array> {
  const parts = unzipSync(await xlsx([[{ value: 'x' }]]));
  parts['xl/worksheets/sheet1.xml'] = strToU8(
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetData}</sheetData></worksheet>`,
  );
  return zipSync(parts);
}
const inline = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('workbooks', () => {
  it('are read by content, whatever the name, with numbers and dates as Excel shows them', async () => {
    const bytes = await xlsx([
      header.map((value) => ({ value })),
      [
        { value: 1001 },
        { value: 'Anna Holm' },
        { value: 'lærer' },
        { type: Date, value: new Date(Date.UTC(2014, 7, 1)), format: 'dd-mm-yyyy' },
        { value: 0.8, format: '0%' },
        { value: 'linje 1\nlinje 2' },
      ],
      [],
      [{ value: 'B2' }, { value: 'Bo' }, { value: 'tap' }, { value: '01.02.2020' }, { value: 83.5 }],
    ]);
    const table = await readTable(bytes, 'personale.csv');
    expect(table).toMatchObject({ fileName: 'personale.csv', source: 'xlsx', header });
    expect(table.rows).toEqual([
      { row: 2, cells: ['1001', 'Anna Holm', 'lærer', '2014-08-01', '0,8', 'linje 1\nlinje 2'] },
      { row: 4, cells: ['B2', 'Bo', 'tap', '01.02.2020', '83,5', ''] },
    ]);
    const { staff, problems } = readStaffRows(table, suggestMatching(table.header));
    expect(problems).toEqual([]);
    expect(staff.map((one) => one.employmentPercent)).toEqual([80, 83.5]);
  });

  it('hold the same list as the CSV file of the demo school', async () => {
    const csv = await readTable(await readFile(demoPath), 'personale.csv');
    const cells = [csv.header, ...csv.rows.map((row) => row.cells)];
    const table = await readTable(
      await xlsx(cells.map((row) => row.map((value) => (value === '' ? null : { value })))),
      'personale.xlsx',
    );
    expect(table.header).toEqual(csv.header);
    expect(table.rows).toEqual(csv.rows);
  });

  it('of many rows lose nothing between the pieces they are read in', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => [
      { value: `N${at}` },
      { value: `Navn & "navn" <${at}> æøå ${'x'.repeat(at % 50)}` },
    ]);
    const table = await readTable(await xlsx([[{ value: 'Nr' }, { value: 'Navn' }], ...rows]), 'stor.xlsx');
    expect(table.rows.map((row) => row.cells)).toEqual(rows.map((row) => row.map((cell) => cell.value)));
  });

  it('keep a formula’s text and the error of a cell for the row report', async () => {
    const bytes = await withSheet(
      `<row r="1">${['A1', 'B1', 'C1', 'D1'].map((place, at) => inline(place, header[at] ?? '')).join('')}</row>` +
        `<row r="2">${inline('A2', '1')}${inline('B2', '=1+1')}<c r="C2" t="e"><f>A0</f><v>#REF!</v></c>${inline('D2', '01-08-2020')}</row>`,
    );
    const table = await readTable(bytes, 'liste.xlsx');
    expect(table.rows[0]?.cells).toEqual(['1', '=1+1', '#REF!', '01-08-2020']);
    const { problems } = readStaffRows(table, suggestMatching(table.header));
    expect(problems.map((one) => one.message.da)).toEqual([
      expect.stringMatching(/^Række 2, Navn: Cellen begynder som en formel/),
      expect.stringMatching(/^Række 2, Stilling: Excel viser en fejl/),
    ]);
  });
});

describe('hostile workbooks', () => {
  it('of a zip bomb are stopped before they are unpacked', async () => {
    const parts = unzipSync(await xlsx([[{ value: 'x' }]]));
    const bomb = zipSync({ ...parts, 'xl/worksheets/sheet2.xml': new Uint8Array(60 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    expect((await refusal(readTable(bomb, 'bombe.xlsx'))).text.da).toMatch(/^bombe\.xlsx pakker mere ud/);
  });

  it('with a size that lies are refused', async () => {
    const bomb = zipSync({
      ...unzipSync(await xlsx([[{ value: 'x' }]])),
      'xl/a.xml': new Uint8Array(5_000_000),
    });
    // The declared size of the last entry of the directory: 24 bytes after its mark.
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    let at = bomb.length - 22;
    while (view.getUint32(at, true) !== 0x02014b50) at--;
    view.setUint32(at + 24, 10, true);
    const outcome = await readTable(bomb, 'bombe.xlsx').catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(Refusal);
  });

  it.each([
    ['a cell far to the right', `<row r="1">${inline('ZZZ1', 'x')}</row>`, /mere end 200 kolonner/],
    [
      'a cell far down',
      `<row r="1">${inline('A1', 'x')}</row><row r="900000">${inline('A900000', 'x')}</row>`,
      /mere end 20\.000 rækker/,
    ],
    ['a row beyond Excel', '<row r="999999999"></row>', /kan ikke læses som Excel-ark/],
    ['an address beyond Excel', `<row r="1">${inline('ZZZZZZ1', 'x')}</row>`, /kan ikke læses/],
    ['two addresses', '<row r="1"><c r="A1" x:r="ZZZZZZ1"><v>1</v></c></row>', /kan ikke læses/],
    ['a hidden address', '<row r="1"><c a=">" r = "ZZZZZZ1"><v>1</v></c></row>', /kan ikke læses/],
    [
      'an address in a tag that only lax parsers read',
      `<row r="1"><c r="ZZZ1"a="b"><v>1</v></c></row>`,
      /kan ikke læses/,
    ],
    ['no address', '<row r="1"><c><v>1</v></c></row>', /kan ikke læses/],
    ['broken XML', '<row r="1"><c r="A1"><v>1</row>', /./],
  ])('with %s are refused', async (_, sheet, message) => {
    expect((await refusal(readTable(await withSheet(sheet), 'ark.xlsx'))).text.da).toMatch(message);
  });

  it('that are other zip files are refused', async () => {
    expect((await refusal(readTable(zipSync({ 'a.txt': strToU8('x') }), 'a.csv'))).text.da).toMatch(
      /er ikke et Excel-ark/,
    );
    expect((await refusal(readTable(zipSync({ 'content.xml': strToU8('<x/>') }), 'a.ods'))).text.da).toMatch(
      /er ikke et Excel-ark/,
    );
    expect((await refusal(readTable(new Uint8Array([0x50, 0x4b, 3, 4, 1]), 'a.xlsx'))).text.da).toMatch(
      /kan ikke læses/,
    );
  });

  it('with garbled bytes are read or refused', async () => {
    const bytes = await xlsx([header.map((value) => ({ value })), header.map((value) => ({ value }))]);
    const clean = Object.getOwnPropertyNames(Object.prototype);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(bytes.length),
        fc.boolean(),
        async (changes, length, cut) => {
          const garbled = bytes.slice(0, cut ? length : bytes.length);
          for (const [at, value] of changes) if (at < garbled.length) garbled[at] = value;
          const outcome = await readTable(garbled, 'ark.xlsx').catch((error: unknown) => error);
          if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Refusal);
        },
      ),
      { numRuns: 200 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(clean);
  });
});

describe('readImportFile', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'spind-import-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('reads a file and names it without its folders', async () => {
    const path = join(folder, 'personale.csv');
    await writeFile(path, await readFile(demoPath));
    expect(await readImportFile(path)).toMatchObject({ fileName: 'personale.csv', encoding: 'windows-1252' });
  });

  it('refuses 60 MB, an empty file, a folder and a missing file, each in its own words', async () => {
    await writeFile(join(folder, 'stor.csv'), 'Navn');
    await truncate(join(folder, 'stor.csv'), 60 * 1024 * 1024);
    await writeFile(join(folder, 'tom.csv'), '');
    const said = async (name: string) => (await refusal(readImportFile(join(folder, name)))).text.da;
    expect(await said('stor.csv')).toMatch(/^stor\.csv fylder 60 MB/);
    expect(await said('tom.csv')).toMatch(/^tom\.csv er tom/);
    expect(await said('.')).toMatch(/ikke en liste/);
    expect(await said('væk.csv')).toMatch(/^væk\.csv kan ikke åbnes/);
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecords, findDelimiter, readCsv } from '../table-import/csv';
import { decodeText, fileKind } from '../table-import/decode';
import { importLimits } from '../table-import/table';
import { encode, encodings, toCsv } from '../table-import/test-files';
import { Refusal } from '../text';
import { suggestMatching } from './columns';
import { readStaffRows } from './rows';

const demo = new Uint8Array(readFileSync(new URL('./personale.fixture.csv', import.meta.url)));
const refusal = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('the list of the demo school', () => {
  it('is read byte by byte as the staff system writes it', () => {
    const table = readCsv(demo, '/home/leder/personale.csv');
    expect(table).toMatchObject({ fileName: 'personale.csv', source: 'csv', encoding: 'windows-1252' });
    expect(table.header).toEqual([
      'Medarbejdernr',
      'Navn',
      'Stilling',
      'Team',
      'Ansat',
      'Beskæftigelsesgrad',
      'Undervisningskompetence',
      'Tilsvarende kompetence',
      'Bemærkning',
    ]);
    expect(table.rows).toHaveLength(40);
    expect(table.rows[0]).toEqual({
      row: 2,
      cells: [
        'S01',
        'Birgitte Halkjær',
        'skoleleder',
        'Ledelsesteam',
        '01-08-2014',
        '100,0',
        '',
        '',
        'Øverste leder; pædagogisk leder i RTS-forstand; 10 ECTS opfyldt (diplom i ledelse, 2016)',
      ],
    });
    expect(table.rows[1]?.cells[8]).toContain('ikke påbegyndt – frist');
  });

  it('gives 40 employees without a problem', () => {
    const table = readCsv(demo, 'personale.csv');
    const { staff, problems } = readStaffRows(table, suggestMatching(table.header));
    expect(problems).toEqual([]);
    expect(staff).toHaveLength(40);
    expect(staff.find((one) => one.employeeNumber === 'L09')?.formalSubjects).toEqual([
      'matematik',
      'natur/teknologi',
    ]);
    expect(staff.find((one) => one.employeeNumber === 'L20')).toEqual({
      row: 27,
      employeeNumber: 'L20',
      name: 'Maria Petrova',
      categoryName: 'lærer',
      teamName: 'Udskolingsteam',
      employmentDate: '2022-08-01',
      employmentPercent: 84,
      formalSubjects: ['biologi', 'natur/teknologi'],
      assessedSubjects: ['geografi'],
      note: 'Eneste med biologi',
    });
  });

  it.each(encodings)('reads the same from %s', (encoding) => {
    const text = decodeText(demo, 'personale.csv').text;
    const again = readCsv(encode(text, encoding), 'personale.csv');
    expect(again.encoding).toBe(encoding.replace('-plain', ''));
    expect(again.rows).toEqual(readCsv(demo, 'personale.csv').rows);
  });
});

describe('files that are no list', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  it.each([
    ['nothing', new Uint8Array(0), /liste\.csv er tom\. Hent listen igen/],
    ['only blanks', bytes(' \r\n\r\n'), /liste\.csv er tom/],
    ['only a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf]), /liste\.csv er tom/],
    ['a PDF', bytes('%PDF-1.7\n%âãÏÓ'), /liste\.csv er en PDF\. Hent listen som CSV eller Excel/],
    ['a PDF behind a line', bytes('\n\n%PDF-1.4 x'), /er en PDF/],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /gammelt Excel-ark/],
    ['a web page', bytes('<html><table><tr><td>Navn</td></tr></table></html>'), /er en webside/],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      /ikke en liste med tekst/,
    ],
    ['a header alone', bytes('Medarbejdernr;Navn\r\n'), /ingen medarbejdere i liste\.csv/],
    [
      '10,000 columns',
      bytes(`${'Navn;'.repeat(9999)}Navn\r\n${'x;'.repeat(9999)}x\r\n`),
      /mere end 200 kolonner/,
    ],
    ['a row of 10,000 cells', bytes(`Navn;Team\r\n${'x;'.repeat(9999)}x\r\n`), /mere end 200 kolonner/],
    ['20,001 rows', bytes(`Navn;Team\n${'a;b\n'.repeat(20_001)}`), /mere end 20\.000 rækker/],
    ['50,000 blank rows', bytes(`Navn;Team\n${';\n'.repeat(50_000)}a;b\n`), /mere end 20\.000 rækker/],
    [
      'a lonely quotation mark',
      bytes('Navn;Team\r\nAnna;Nord\r\n"Bo;Syd\r\nCarl;Vest\r\n'),
      /liste\.csv, række 3: Et anførselstegn/,
    ],
    ['a quotation mark inside', bytes('Navn;Team\r\n"Bo" Hansen;Syd\r\n'), /række 2: Et anførselstegn/],
  ])('refuses %s', (_, content, message) => {
    const said = refusal(() => readCsv(content, 'C:\\Users\\leder\\liste.csv'));
    expect(said.code).toBe('invalid');
    expect(said.text.da).toMatch(message);
    expect(said.text.da).not.toContain('Users');
    expect(said.text.en).toContain('liste.csv');
  });

  it('refuses 60 MB without looking inside', () => {
    const said = refusal(() => readCsv(new Uint8Array(60 * 1024 * 1024), 'stor.csv'));
    expect(said.text.da).toBe(
      'stor.csv fylder 60 MB. En liste må højst fylde 10 MB. Gem personalelisten alene i en ny fil, og vælg den.',
    );
  });

  it('keeps tricks out of the name in a message', () => {
    const said = refusal(() => readCsv(new Uint8Array(0), `../x/\u202egpj\n${'a'.repeat(300)}.csv`));
    expect(said.text.da).toMatch(/^gpj a{70,80}… er tom/);
  });
});

describe('csv', () => {
  it('takes 20,000 rows', () => {
    const text = `Navn;Team\n${'a;b\n'.repeat(importLimits.rows)}`;
    expect(readCsv(new TextEncoder().encode(text), 'liste.csv').rows).toHaveLength(20_000);
  });

  it('numbers rows as Excel does, blank rows and line breaks in cells counted right', () => {
    const text = '\r\nNavn;Team\rAnna;"to\r\nlinjer"\n\nBo;Syd;;\r\nCarl\r\n';
    const table = readCsv(new TextEncoder().encode(text), 'liste.csv');
    expect(table.header).toEqual(['Navn', 'Team']);
    expect(table.rows).toEqual([
      { row: 3, cells: ['Anna', 'to\nlinjer'] },
      { row: 5, cells: ['Bo', 'Syd'] },
      { row: 6, cells: ['Carl'] },
    ]);
  });

  it('follows the hint sep= and does not count it', () => {
    expect(csvRecords('sep=,\na,b;c\n1,2\n', 'x.csv').slice(0, 2)).toEqual([
      ['a', 'b;c'],
      ['1', '2'],
    ]);
  });

  it('finds the delimiter with quotation marks respected', () => {
    expect(findDelimiter('"Navn, fornavn","a;b;c;d",Team\n')).toBe(',');
    expect(findDelimiter('Navn\tTeam\n')).toBe('\t');
    expect(findDelimiter('Navn, fornavn;Team;Ansat\n')).toBe(';');
    expect(findDelimiter('Navn\n')).toBe(';');
  });

  it('knows kinds by content', () => {
    expect(fileKind(new Uint8Array([0x50, 0x4b, 3, 4, 20]))).toBe('zip');
    expect(fileKind(encode('Navn;Team', 'utf-16be-plain'))).toBe('text');
    expect(fileKind(new Uint8Array([0x4e, 0, 0x61, 0, 0x76]))).toBe('binary');
  });

  it('reads back any cells in any encoding with any delimiter', () => {
    const cell = fc.string({
      unit: fc.constantFrom(...'abc ÆØÅæøåéü–€"\';,\t\n=+-@/#%0123456789'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...encodings),
        fc.constantFrom(';', ',', '\t'),
        fc.constantFrom('\n', '\r\n'),
        (cells, encoding, delimiter, newline) => {
          const rows = cells.map(([first, second, third]) => [`x${first}`, second, `${third}x`]);
          const header = ['Medarbejdernr', 'Navn på én', 'Bemærkning'];
          const bytes = encode(toCsv([header, ...rows], delimiter, newline), encoding);
          const table = readCsv(bytes, 'liste.csv');
          expect(table.header).toEqual(header);
          expect(table.rows.map((row) => row.cells)).toEqual(rows);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('garbled lists', () => {
  it('are read or refused, never crash, and leave prototypes alone', () => {
    const clean = Object.getOwnPropertyNames(Object.prototype);
    const change = fc.record({
      at: fc.nat(demo.length - 1),
      remove: fc.nat(60),
      insert: fc.oneof(
        fc.uint8Array({ maxLength: 30 }),
        fc
          .constantFrom(
            '__proto__',
            'constructor',
            '";"',
            '\r',
            '\n\n;',
            '=cmd|x',
            '%PDF-1.4',
            '<html',
            '\u0000',
            ';;;;;',
            '"',
          )
          .map((text) => new TextEncoder().encode(text)),
      ),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        let bytes = demo;
        for (const { at, remove, insert } of changes) {
          const start = Math.min(at, bytes.length);
          bytes = new Uint8Array([...bytes.subarray(0, start), ...insert, ...bytes.subarray(start + remove)]);
        }
        try {
          const table = readCsv(bytes, 'liste.csv');
          const { staff, problems } = readStaffRows(table, suggestMatching(table.header));
          for (const one of staff) expect(one.employmentDate).toMatch(/^\d{4}-\d\d-\d\d$/);
          for (const one of problems) expect(one.message.da).toMatch(/^Række \d+/);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 400 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(clean);
    expect(({} as Record<string, unknown>).navn).toBeUndefined();
  });

  it.each([
    ['quotation marks', '"a'],
    ['doubled quotation marks', '""'],
    ['quoted blanks', '"   '],
    ['delimiters', ';'],
    ['line breaks', '\n'],
    ['tabs and quotation marks', '\t"'],
  ])('of 4 MB of %s end in good time', (_, piece) => {
    const bytes = new TextEncoder().encode(`Navn;Team\n${piece.repeat((4 * 1024 * 1024) / piece.length)}`);
    const started = performance.now();
    try {
      readStaffRows(readCsv(bytes, 'liste.csv'), { employeeNumber: 0, name: 1 });
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

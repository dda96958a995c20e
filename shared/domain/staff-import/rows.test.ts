import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRealDate, looksLikeCpr, readDate, readText } from '../table-import/cells';
import { columnLetter } from '../table-import/columns';
import { readCsv } from '../table-import/csv';
import { encode, encodings, toCsv } from '../table-import/test-files';
import { Refusal } from '../text';
import { readPercent, readSubjects } from './cells';
import { checkMatching, suggestMatching } from './columns';
import { type ParsedStaff, readStaffRows } from './rows';

const header = [
  'Medarbejdernr',
  'Navn',
  'Stilling',
  'Ansat',
  'Beskæftigelsesgrad',
  'Fratrådt',
  'Fag',
  'Bemærkning',
];
const anna = [
  '1001',
  'Anna Holm',
  'lærer',
  '01-08-2014',
  '80,0',
  '',
  'dansk, natur/teknologi',
  'Klasselærer',
];
const bo = ['1002', 'Bo Dahl', 'pædagog', '1/2/2020', '100', '', '', ''];

const read = (records: string[][]) => {
  const table = readCsv(encode(toCsv(records, ';', '\r\n'), 'utf-8'), 'liste.csv');
  return readStaffRows(table, suggestMatching(table.header));
};
/** The row with one cell changed, as the only other row than Bo's. */
const withCell = (column: string, value: string) =>
  read([header, anna.map((cell, at) => (header[at] === column ? value : cell)), bo]);
const refusal = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('columns', () => {
  it('are suggested in Danish and English, whatever the punctuation', () => {
    expect(
      suggestMatching(['NAVN', 'Medarbejder-nr.', 'Stillings­betegnelse', 'Ansat den', 'Beskæftigelses %']),
    ).toEqual({
      name: 0,
      employeeNumber: 1,
      categoryName: 2,
      employmentDate: 3,
      employmentPercent: 4,
    });
    expect(
      suggestMatching(['Employee No.', 'Full name', 'Job category', 'Hire date', 'Team', 'Notes']),
    ).toEqual({
      employeeNumber: 0,
      name: 1,
      categoryName: 2,
      employmentDate: 3,
      teamName: 4,
      note: 5,
    });
    expect(suggestMatching(['Medarbejder', 'Navn', '__proto__', 'constructor', ''])).toEqual({ name: 1 });
  });

  it('that are missing are named', () => {
    const said = refusal(() => checkMatching(['Navn', 'Team'], { name: 0, teamName: 1 }));
    expect(said.text.da).toBe(
      'Listen mangler kolonnerne Medarbejdernr., Stilling og Ansat. Vælg, hvilken kolonne i filen det er, eller tag den med, når I henter listen.',
    );
    expect(Object.keys(said.fields ?? {})).toEqual(['employeeNumber', 'categoryName', 'employmentDate']);
    expect(refusal(() => read([header.slice(0, 3), anna.slice(0, 3)])).text.da).toMatch(
      /mangler kolonnen Ansat\./,
    );
  });

  it('that are doubled are named', () => {
    const doubled = ['Nr', 'Navn', 'Stilling', 'Ansat', 'navn '];
    const matching = { employeeNumber: 0, name: 1, categoryName: 2, employmentDate: 3 };
    const said = refusal(() => checkMatching(doubled, matching));
    expect(said.text.da).toBe(
      'Kolonnen Navn står to gange i filen (B og E i Excel). Slet eller omdøb dem, der er for mange, gem filen, og prøv igen.',
    );
    const once = ['Nr', 'Navn', 'Stilling', 'Ansat', 'x', 'x'];
    expect(() => checkMatching(once, matching)).not.toThrow();
    expect(refusal(() => checkMatching(once, { ...matching, teamName: 1 })).text.da).toMatch(
      /Navn er valgt både til Navn og til Team/,
    );
    for (const wrong of [-1, 6, 1.5, Number.NaN]) {
      expect(refusal(() => checkMatching(once, { ...matching, note: wrong })).text.da).toMatch(
        /findes ikke i filen/,
      );
    }
  });

  it('have Excel’s letters', () => {
    expect([0, 25, 26, 199, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'GR', 'ZZ', 'AAA']);
  });
});

describe('rows', () => {
  it('are read, and what a list leaves empty is left out', () => {
    const { staff, problems } = read([header, anna, bo]);
    expect(problems).toEqual([]);
    expect(staff).toEqual([
      {
        row: 2,
        employeeNumber: '1001',
        name: 'Anna Holm',
        categoryName: 'lærer',
        employmentDate: '2014-08-01',
        employmentPercent: 80,
        formalSubjects: ['dansk', 'natur/teknologi'],
        note: 'Klasselærer',
      },
      {
        row: 3,
        employeeNumber: '1002',
        name: 'Bo Dahl',
        categoryName: 'pædagog',
        employmentDate: '2020-02-01',
        employmentPercent: 100,
      },
    ]);
  });

  it.each([
    [
      'Ansat',
      '31-02-2026',
      'Række 2, Ansat: 31-02-2026 findes ikke i kalenderen. Skriv datoen som dd-mm-åååå.',
    ],
    ['Ansat', '01-08-14', /mangler århundrede/],
    ['Ansat', '01-08-0214', /Årstallet i 01-08-0214 kan ikke passe/],
    ['Ansat', 'i august', /^Række 2, Ansat: Her skal stå en dato/],
    ['Ansat', '', 'Række 2, Ansat: Cellen er tom. Udfyld den, eller slet rækken.'],
    ['Ansat', '010180-1234', /CPR-numre hører ikke hjemme i Spind/],
    ['Fratrådt', '31-07-2014', /Datoen ligger før ansættelsen/],
    [
      'Beskæftigelsesgrad',
      '3,5 %',
      'Række 2, Beskæftigelsesgrad: 3,5 % af fuld tid er for lidt til at passe. Skriv en procent mellem 5 og 100, for eksempel 80.',
    ],
    ['Beskæftigelsesgrad', '0,92', /for eksempel 92\.$/],
    ['Beskæftigelsesgrad', '101', /101 % er mere end fuld tid/],
    ['Beskæftigelsesgrad', 'fuld', /Her skal stå en procent/],
    ['Beskæftigelsesgrad', '-80', /Her skal stå en procent/],
    ['Navn', ' ', /^Række 2, Navn: Cellen er tom/],
    ['Navn', '=HYPERLINK("http://x")', /^Række 2, Navn: Cellen begynder som en formel/],
    ['Bemærkning', '+45 12 34 56 78', /som en formel/],
    ['Bemærkning', '-1+1', /som en formel/],
    ['Bemærkning', '@SUM(A1)', /som en formel/],
    ['Bemærkning', '\tSkjult', /som en formel/],
    ['Bemærkning', '\r=1', /som en formel/],
    ['Bemærkning', '  ＝1+1', /som en formel/],
    ['Fag', 'dansk, =1', /^Række 2, Fag: Cellen begynder som en formel/],
    ['Stilling', '#I/T', /Excel viser en fejl/],
    ['Stilling', '#REF!', /Excel viser en fejl/],
    ['Medarbejdernr', '010180-1234', /^Række 2, Medarbejdernr: Det ligner et CPR-nummer/],
    ['Bemærkning', 'cpr 290200 1234 oplyst', /CPR-nummer/],
    ['Navn', 'An\u0007na', /skjulte styretegn/],
    ['Navn', 'An\u202ena', /skjulte styretegn/],
    ['Navn', 'S\ufffdren', /skjulte styretegn/],
    ['Navn', 'a'.repeat(121), /121 tegn, og der er plads til 120/],
    ['Bemærkning', 'a'.repeat(50_000), /50000 tegn/],
    ['Fag', Array.from({ length: 31 }, (_, at) => `fag${at}`).join(','), /mere end 30 fag/],
  ])('with %s %j get a message', (column, value, message) => {
    const { staff, problems } = withCell(column, value);
    expect(staff.map((one) => one.name)).toEqual(['Bo Dahl']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ row: 2, column });
    if (typeof message === 'string') expect(problems[0]?.message.da).toBe(message);
    else expect(problems[0]?.message.da).toMatch(message);
    expect(problems[0]?.message.en).toMatch(/^Row 2, /);
    if (!/^[\d,.\-/ %]+$/.test(value) && value.trim()) expect(problems[0]?.message.da).not.toContain(value);
  });

  it('with the same number are both named', () => {
    const { staff, problems } = read([header, anna, bo, ['1001', ...bo.slice(1)]]);
    expect(staff.map((one) => one.row)).toEqual([3]);
    expect(problems.map((one) => one.message.da)).toEqual([
      'Række 2, Medarbejdernr: Nummeret står også i række 4. Hver medarbejder skal have sit eget nummer.',
      'Række 4, Medarbejdernr: Nummeret står også i række 2. Hver medarbejder skal have sit eget nummer.',
    ]);
  });

  it('with the same number a thousand times are all reported', () => {
    const { staff, problems } = read([header, ...Array.from({ length: 1001 }, () => anna)]);
    expect(staff).toEqual([]);
    expect(problems).toHaveLength(1001);
    expect(problems[999]?.message.da).toMatch(/også i række 2, 3, 4, 5, 6 og flere\./);
  });

  it('with cells too few or too many are named', () => {
    const { staff, problems } = read([header, anna.slice(0, 4), [...bo, 'rest']]);
    expect(staff).toEqual([]);
    expect(problems[0]?.message.da).toMatch(/^Række 2: Der er 4 celler, men 8 overskrifter/);
    expect(problems[1]?.message.da).toMatch(/^Række 3: Der er 9 celler, men 8 overskrifter/);
  });

  it('report everything that is wrong, in the order of the list', () => {
    const { problems } = read([header, ['', '=x', '', '31-02-2026', '3,5 %', 'x', '', ''], bo]);
    expect(problems.map((one) => one.column)).toEqual(header.slice(0, 6));
  });

  it('cannot reach prototypes through a heading or a cell', () => {
    const { staff, problems } = read([
      [...header, '__proto__', 'constructor'],
      [...anna, 'x', 'y'],
      ['__proto__', 'Carl', 'toString', '2020-01-01', '', '', 'constructor', '', '', ''],
    ]);
    expect(problems).toEqual([]);
    expect(staff[1]).toMatchObject({ employeeNumber: '__proto__', categoryName: 'toString' });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('come back as they were written, in any encoding and order of columns', () => {
    const word = fc
      .stringMatching(/^[a-zæøå][a-zæøåé \-./]{0,20}$/)
      .map((text) => text.replace(/\s+/g, ' ').trim());
    const date = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const person = fc.record(
      {
        name: word,
        categoryName: word,
        teamName: word,
        employmentDate: date.map((day) => day.toISOString().slice(0, 10)),
        employmentPercent: fc.integer({ min: 500, max: 10_000 }).map((share) => share / 100),
        formalSubjects: fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
        note: fc.stringMatching(/^[a-zæøå][a-zæøå;,"\n]{0,18}[a-z]$/),
      },
      { requiredKeys: ['name', 'categoryName', 'employmentDate'] },
    );
    const columns = {
      employeeNumber: 'Lønnr.',
      name: 'Navn',
      categoryName: 'Stilling',
      teamName: 'Team',
      employmentDate: 'Ansat',
      employmentPercent: 'Procent',
      formalSubjects: 'Linjefag',
      note: 'Noter',
    } as const;
    type Key = keyof typeof columns;
    const cell = (staff: ParsedStaff, key: Key): string => {
      const value = staff[key];
      if (key === 'employmentDate') return staff.employmentDate.split('-').reverse().join('-');
      if (typeof value === 'number') return String(value).replace('.', ',');
      return typeof value === 'string' ? value : (value ?? []).join('; ');
    };
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 8 }),
        fc.shuffledSubarray(Object.keys(columns) as Key[], { minLength: 8 }),
        fc.constantFrom(...encodings),
        fc.constantFrom(';', ',', '\t'),
        (people, order, encoding, delimiter) => {
          const staff = people.map(
            (one, at): ParsedStaff => ({ row: at + 2, employeeNumber: `${1000 + at}`, ...one }),
          );
          const records = [
            order.map((key) => columns[key]),
            ...staff.map((one) => order.map((key) => cell(one, key))),
          ];
          const table = readCsv(encode(toCsv(records, delimiter, '\r\n'), encoding), 'liste.csv');
          expect(readStaffRows(table, suggestMatching(table.header))).toEqual({ staff, problems: [] });
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('cells', () => {
  it('hold dates in the ways of Danish files', () => {
    for (const text of [
      '01-08-2026',
      '1.8.2026',
      '1/8/2026',
      '2026-08-01',
      ' 2026-08-01 00:00:00 ',
      '01-08-2026 00:00',
    ]) {
      expect(readDate(text)).toEqual({ ok: true, value: '2026-08-01' });
    }
    expect(readDate('–')).toEqual({ ok: true, value: '' });
    for (const text of ['29-02-2025', '00-01-2020', '31-04-2020', '01-13-2020', '1-8.2026', '45505']) {
      expect(readDate(text).ok).toBe(false);
    }
    expect(readDate('29-02-2024').ok).toBe(true);
  });

  it('agree with the calendar on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), fc.nat(14), fc.nat(33), (year, month, day) => {
        const found = new Date(Date.UTC(year, month - 1, day));
        const real = found.getUTCMonth() === month - 1 && found.getUTCDate() === day && month > 0;
        expect(isRealDate(year, month, day)).toBe(real);
      }),
    );
  });

  it('hold percentages', () => {
    const value = (text: string, fraction = false) => {
      const checked = readPercent(text, fraction);
      return checked.ok ? checked.value : checked.text.da;
    };
    expect(
      ['80,0', '80', '80 %', '80%', '83.78', '83,783783783', '100,00', ''].map((text) => value(text)),
    ).toEqual([80, 80, 80, 80, 83.78, 83.78, 100, undefined]);
    expect(['0,8', '1', '0,8378378378378378', '80'].map((text) => value(text, true))).toEqual([
      80, 100, 83.78, 80,
    ]);
    expect(value('0,035', true)).toMatch(/^3,5 % af fuld tid/);
    expect(value('1.000')).toMatch(/Her skal stå en procent/);
  });

  it('hold texts and subjects', () => {
    expect(readText(' An\u00a0na  Bo\n ', 20)).toEqual({ ok: true, value: 'An na Bo' });
    expect(readText('A\u030age', 20)).toEqual({ ok: true, value: '\u00c5ge' });
    expect(readText('en\r\nto', 20, true)).toEqual({ ok: true, value: 'en\nto' });
    expect(readText('-', 20)).toEqual({ ok: true, value: '' });
    expect(readSubjects('dansk; Dansk,natur/teknologi,, håndværk og design')).toEqual({
      ok: true,
      value: ['dansk', 'natur/teknologi', 'håndværk og design'],
    });
  });

  it('know a CPR number from other numbers', () => {
    for (const text of ['010180-1234', '0101801234', 'nr. 311299 0000', '290200-1234'])
      expect(looksLikeCpr(text)).toBe(true);
    for (const text of [
      '1234567890',
      '320180-1234',
      '12 34 56 78',
      '01018012345',
      '290201-1234',
      '2026-08-01',
    ]) {
      expect(looksLikeCpr(text)).toBe(false);
    }
  });
});

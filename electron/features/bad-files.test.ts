import { createHash } from 'node:crypto';
import type { contract } from '@shared/contract';
import type { CallError, Output, Reply } from '@shared/contract/core';
import { hostileTexts } from '@shared/domain/hostile-texts';
import { encode, encodings } from '@shared/domain/table-import/test-files';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Sqlite } from '../data/sqlcipher';
import { testContext } from './test-context';

type Chosen = NonNullable<Output<typeof contract.staffImports.choose>>;
type Preview = Output<typeof contract.staffImports.preview>;

/** SHA-256 of every row of every table. */
function digest(sqlite: Sqlite): string {
  const tables = sqlite
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .pluck()
    .all() as string[];
  const hash = createHash('sha256');
  for (const table of tables) {
    const rows = sqlite
      .prepare(`SELECT * FROM "${table}"`)
      .all()
      .map((row) => JSON.stringify(row));
    hash.update(`${table}\n${rows.sort().join('\n')}\n`);
  }
  return hash.digest('hex');
}

function refused(reply: Reply<unknown>): CallError {
  if (reply.ok) throw new Error('the call was not refused');
  return reply.error;
}

const head = 'Medarbejdernr;Navn;Stilling;Team;Ansat;Beskæftigelsesgrad;Bemærkning';
const good = 'L01;Åse Bæk;lærer;Indskoling;01-08-2019;80,0;kan godt lide ørreder';
const list = (...rows: string[]) => `${[head, ...rows].join('\r\n')}\r\n`;

/** A school with one employee, and the given file in front of it. */
async function schoolWith(bytes: Uint8Array | string, name = 'personale.csv') {
  const asked: number[] = [];
  const test = testContext({
    machine: {
      chooseFile: async (_kind, maxBytes) => {
        asked.push(maxBytes);
        return { name, bytes: Buffer.from(bytes) };
      },
    },
  });
  const category = await test.call<{ id: string }>('categories', 'save', {
    name: 'lærer',
    spiderTemplateId: null,
  });
  await test.call('employees', 'save', {
    employeeNumber: 'S01',
    name: 'Birgitte Halkjær',
    categoryId: category.id,
    title: '',
    employmentDate: '2014-08-01',
    leavingDate: null,
    employmentPercent: 100,
    note: '',
  });
  test.told.length = 0;
  return { ...test, asked, digest: () => digest(test.context.db.$client) };
}

describe('a file that is no list of staff', () => {
  const pdf = '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n';
  const columns = (count: number) => Array.from({ length: count }, (_, i) => `K${i}`).join(';');

  const cases: readonly (readonly [
    what: string,
    file: string,
    bytes: () => Uint8Array | string,
    said: RegExp,
  ])[] = [
    ['empty', 'tom.csv', () => '', /^tom\.csv er tom/],
    ['a byte order mark alone', 'tom.csv', () => '\ufeff', /^tom\.csv er tom/],
    ['blank lines', 'tom.csv', () => '\r\n\r\n  \r\n', /tom\.csv er tom|ingen medarbejdere i tom\.csv/],
    ['headings alone', 'hoved.csv', () => list(), /ingen medarbejdere i hoved\.csv/],
    ['a PDF renamed .csv', 'plan.csv', () => pdf, /^plan\.csv er en PDF.*CSV eller Excel/],
    ['a PDF renamed .xlsx', 'plan.xlsx', () => pdf, /^plan\.xlsx er en PDF/],
    [
      'a picture',
      'foto.csv',
      () => Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex'),
      /^foto\.csv er ikke en liste med tekst/,
    ],
    [
      'an old Excel sheet',
      'liste.xls',
      () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'),
      /^liste\.xls er et gammelt Excel-ark/,
    ],
    [
      'a web page',
      'liste.xls',
      () => '<html><table><tr><td>Navn</td></tr></table></html>',
      /^liste\.xls er en webside/,
    ],
    [
      'a zip file',
      'liste.xlsx',
      () => zipSync({ 'a.txt': new Uint8Array([65]) }),
      /^liste\.xlsx er ikke et Excel-ark/,
    ],
    [
      'half a spreadsheet',
      'liste.xlsx',
      () => Buffer.from('504b0304140000000800', 'hex'),
      /^liste\.xlsx kan ikke læses som Excel-ark/,
    ],
    [
      '60 MB',
      'stor.csv',
      () => Buffer.alloc(60 * 1024 * 1024, 'x'),
      /^stor\.csv fylder 60 MB\. En liste må højst fylde 10 MB/,
    ],
    [
      '10,000 columns',
      'bred.csv',
      () => `${columns(10_000)}\r\n${columns(10_000)}\r\n`,
      /^bred\.csv har mere end 200 kolonner/,
    ],
    [
      '10,000 columns in one row',
      'bred.csv',
      () => `${list(good)}${columns(10_000)}\r\n`,
      /^bred\.csv har mere end 200 kolonner/,
    ],
    [
      '30,000 rows',
      'lang.csv',
      () => list(...Array(30_000).fill(good)),
      /^lang\.csv har mere end 20\.000 rækker/,
    ],
    [
      'a quotation mark without its partner',
      'liste.csv',
      () => list(good, 'L02;"Ib;lærer;;01-08-2020;;'),
      /^liste\.csv, række 3: Et anførselstegn/,
    ],
    ['a name with folders', '../../etc/<b>liste</b>.csv', () => '', /er tom/],
  ];

  it.each(cases)(
    'is refused in Danish, by its name, and nothing is written: %s',
    async (_, file, bytes, said) => {
      const school = await schoolWith(bytes(), file);
      const before = school.digest();
      const error = refused(await school.router('staffImports', 'choose', {}));
      expect(error.code).toBe('invalid');
      expect(error.message).toMatch(said);
      expect(error.message).not.toMatch(/\.\.\/|undefined|\[object/);
      expect(school.failures).toEqual([]);
      expect(school.told).toEqual([]);
      expect(school.digest()).toBe(before);
    },
  );

  it('is turned away by the machine when it is larger than the import says it may be', async () => {
    const school = await schoolWith(list(good));
    await school.call('staffImports', 'choose');
    expect(school.asked).toEqual([10 * 1024 * 1024]);
  });
});

describe('a list', () => {
  it.each(encodings)('in %s is read with its æ, ø and å', async (encoding) => {
    const school = await schoolWith(encode(list(good), encoding));
    const { token, suggestion } = await school.call<Chosen>('staffImports', 'choose');
    const { rows, problems } = await school.call<Preview>('staffImports', 'preview', {
      token,
      matching: suggestion,
    });
    expect(problems).toEqual([]);
    expect(rows[0]).toMatchObject({ name: 'Åse Bæk', categoryName: 'lærer' });
  });

  const badRows: readonly (readonly [
    what: string,
    bytes: () => Uint8Array | string,
    said: readonly RegExp[],
  ])[] = [
    [
      'a day that the calendar lacks',
      () => list(good, 'L02;Ib Øst;lærer;;31-02-2026;;'),
      [/^Række 3, Ansat: 31-02-2026 findes ikke i kalenderen\. Skriv datoen som dd-mm-åååå\.$/],
    ],
    [
      'a month before the day',
      () => list('L02;Ib Øst;lærer;;02/31/2026;;'),
      [/^Række 2, Ansat: 02\/31\/2026 findes ikke/],
    ],
    [
      '3,5 %',
      () => list(good, 'L02;Ib Øst;lærer;;01-08-2020;3,5 %;'),
      [/^Række 3, Beskæftigelsesgrad: 3,5 % af fuld tid er for lidt/],
    ],
    [
      '350 %',
      () => list('L02;Ib Øst;lærer;;01-08-2020;350;'),
      [/^Række 2, Beskæftigelsesgrad: 350 % er mere end fuld tid/],
    ],
    [
      'a doubled employee number',
      () => list(good, 'L02;Ib Øst;lærer;;01-08-2020;;', 'l01;En anden;lærer;;01-08-2020;;'),
      [
        /^Række 2, Medarbejdernr: Nummeret står også i række 4/,
        /^Række 4, Medarbejdernr: Nummeret står også i række 2/,
      ],
    ],
    ['an empty name', () => list('L02; ;lærer;;01-08-2020;;'), [/^Række 2, Navn: Cellen er tom/]],
    [
      'cells that begin as formulas',
      () => list('=1+1;@SUM(A1);+45;;01-08-2020;;-2+3'),
      [
        /^Række 2, Medarbejdernr: Cellen begynder som en formel/,
        /Navn: Cellen begynder/,
        /Stilling: Cellen begynder/,
        /Bemærkning: Cellen begynder/,
      ],
    ],
    [
      'a formula behind a quotation mark',
      () => list('L02;"=HYPERLINK(""http://evil.example"")";lærer;;01-08-2020;;'),
      [/^Række 2, Navn: Cellen begynder som en formel/],
    ],
    [
      'an error of Excel',
      () => list('L02;#REF!;lærer;;01-08-2020;;'),
      [/^Række 2, Navn: Excel viser en fejl/],
    ],
    [
      'a CPR number',
      () => list('L02;Ib Øst 010180-1234;lærer;;01-08-2020;;'),
      [/^Række 2, Navn: Det ligner et CPR-nummer/],
    ],
    [
      'signs nobody sees',
      () => list('L02;Ib\u200b Øst;lærer;;01-08-2020;;'),
      [/^Række 2, Navn: Cellen rummer skjulte styretegn/],
    ],
    [
      'a cell too many',
      () => list('L02;Ib;Øst;lærer;;01-08-2020;;god'),
      [/^Række 2: Der er 8 celler, men 7 overskrifter/],
    ],
    [
      'a text without end',
      () => list(`L02;${'å'.repeat(5000)};lærer;;01-08-2020;;`),
      [/^Række 2, Navn: Teksten er på 5000 tegn, og der er plads til 120/],
    ],
    [
      'UTF-16 cut in the middle of a sign',
      () => encode(list('L02;Ib Øst;lærer;;01-08-20x0;;'), 'utf-16le').slice(0, -1),
      [/^Række 2, Ansat: /],
    ],
  ];

  it.each(badRows)(
    'with %s says row and column in Danish, and nothing of it is written',
    async (_, bytes, said) => {
      const school = await schoolWith(bytes());
      const before = school.digest();
      const { token, suggestion } = await school.call<Chosen>('staffImports', 'choose');
      const { problems, counts } = await school.call<Preview>('staffImports', 'preview', {
        token,
        matching: suggestion,
      });
      const messages = problems.map(({ message }) => message);
      for (const sentence of said) expect(messages).toContainEqual(expect.stringMatching(sentence));
      expect(counts.problem).toBeGreaterThan(0);
      expect(messages.join()).not.toMatch(/010180/);

      const error = refused(await school.router('staffImports', 'apply', { token, matching: suggestion }));
      expect(error.code).toBe('invalid');
      expect(error.message).toMatch(/fejl i listen, så intet er importeret/);
      expect(school.told).toEqual([]);
      expect(school.failures).toEqual([]);
      expect(school.digest()).toBe(before);
    },
  );

  const badColumns: readonly (readonly [what: string, header: string, field: string, said: RegExp])[] = [
    ['without the names', head.replace('Navn', 'Fritid'), 'name', /^Listen mangler kolonnen Navn\./],
    [
      'with two columns of names',
      head.replace('Team', 'Navn'),
      'name',
      /^Kolonnen Navn står to gange i filen \(B og D i Excel\)/,
    ],
    [
      'with headings of a program',
      '__proto__;constructor;toString;a;b;c;d',
      'employeeNumber',
      /^Listen mangler kolonnerne Medarbejdernr\., Navn, Stilling og Ansat/,
    ],
    ['without headings', good, 'name', /^Listen mangler kolonnerne/],
  ];

  it.each(badColumns)('%s says which column, beside its field', async (_, header, field, said) => {
    const school = await schoolWith(`${header}\r\n${good}\r\n`);
    const before = school.digest();
    const { token, suggestion } = await school.call<Chosen>('staffImports', 'choose');
    for (const call of ['preview', 'apply']) {
      const error = refused(await school.router('staffImports', call, { token, matching: suggestion }));
      expect(error.message).toMatch(said);
      expect(error.fields?.[field]).toMatch(said);
    }
    expect(school.digest()).toBe(before);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([
    { name: 999 },
    { name: -1 },
    { name: 1.5 },
    { name: '1' },
    { owner: 1 },
    { __proto__: null, name: 500 },
    null,
    [],
  ])('matched to columns that are not there is refused: %j', async (matching) => {
    const school = await schoolWith(list(good));
    const before = school.digest();
    const { token } = await school.call<Chosen>('staffImports', 'choose');
    expect(refused(await school.router('staffImports', 'apply', { token, matching })).code).toBe('invalid');
    expect(school.digest()).toBe(before);
  });

  it('of hostile texts is imported as texts or refused with its row, and becomes no formula', async () => {
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    for (const text of hostileTexts) {
      const school = await schoolWith(list(`L02;${cell(text)};lærer;;01-08-2020;;${cell(text)}`));
      const before = school.digest();
      const chosen = (await school.router('staffImports', 'choose', {})) as Reply<Chosen>;
      const { token, suggestion } = chosen.ok ? chosen.value : { token: 'x', suggestion: {} };
      const reply = await school.router('staffImports', 'apply', { token, matching: suggestion });
      expect(school.failures).toEqual([]);
      if (!reply.ok) {
        expect(school.digest()).toBe(before);
        continue;
      }
      const names = school.context.db.$client
        .prepare("SELECT name FROM employees WHERE employee_number = 'L02'")
        .pluck()
        .all();
      expect(names).toEqual([text.normalize('NFC').replace(/\s+/g, ' ').trim()]);
      expect(String(names[0])).not.toMatch(/^[=+\-@\t\r]/);
    }
  }, 20_000);
});

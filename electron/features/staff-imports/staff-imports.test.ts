import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { contract } from '@shared/contract';
import type { Output } from '@shared/contract/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schools } from '../../data/schema/school';
import { talkInput } from '../talks-test-school';
import { testContext } from '../test-context';
import { testSchoolRow } from '../test-school';

type Chosen = NonNullable<Output<typeof contract.staffImports.choose>>;
type Preview = Output<typeof contract.staffImports.preview>;
type Applied = Output<typeof contract.staffImports.apply>;
type Employees = Output<typeof contract.employees.list>;
type Employee = Output<typeof contract.employees.get>;

const demoList = readFileSync(
  new URL('../../../shared/domain/staff-import/personale.fixture.csv', import.meta.url),
);

/** A school that chooses `file` whenever it is asked for one. */
function school(first: Buffer | string | null = demoList, name = 'personale.csv') {
  let file = first === null ? null : { name, bytes: Buffer.from(first) };
  const context = testContext({ machine: { chooseFile: async () => file } });
  return {
    ...context,
    lays: (bytes: Buffer | string, fileName = 'personale.csv') => {
      file = { name: fileName, bytes: Buffer.from(bytes) };
    },
    choose: () => context.call<Chosen>('staffImports', 'choose'),
    async import(bytes?: Buffer | string): Promise<Applied> {
      if (bytes !== undefined) this.lays(bytes);
      const { token, suggestion } = await this.choose();
      return context.call<Applied>('staffImports', 'apply', { token, matching: suggestion });
    },
  };
}

const staffTables = [
  'staff_categories',
  'teams',
  'employees',
  'team_memberships',
  'employee_functions',
  'teaching_qualifications',
  'tasks',
];

/** SHA-256 of every row of the tables, in the order of their values. */
function digest({ context }: Pick<ReturnType<typeof testContext>, 'context'>, tables = staffTables): string {
  const hash = createHash('sha256');
  for (const table of tables) {
    const rows = context.db.$client
      .prepare(`SELECT * FROM ${table}`)
      .all()
      .map((row) => JSON.stringify(row));
    hash.update(`${table}\n${rows.sort().join('\n')}\n`);
  }
  return hash.digest('hex');
}

const everything = [...staffTables, 'staff_imports', 'audit_log'];
const head = 'Medarbejdernr;Navn;Stilling;Team;Ansat;Undervisningskompetence\r\n';

describe('the demo list', () => {
  it('is read as Windows-1252, matched and previewed, and nothing is written before it is applied', async () => {
    const demo = school();
    const before = digest(demo, everything);
    const { token, suggestion, encoding, rowCount, firstRows } = await demo.choose();
    expect({ encoding, rowCount }).toEqual({ encoding: 'windows-1252', rowCount: 40 });
    expect(firstRows[0]?.slice(0, 3)).toEqual(['S01', 'Birgitte Halkjær', 'skoleleder']);

    const preview = await demo.call<Preview>('staffImports', 'preview', { token, matching: suggestion });
    expect(preview.counts).toEqual({ new: 40, update: 0, unchanged: 0, problem: 0 });
    expect(preview.newTeams).toContain('Mellemtrinsteam');
    expect(preview.newCategories).toContain('børnehaveklasseleder');
    expect(digest(demo, everything)).toBe(before);
  });

  it('becomes forty employees in Danish order, with teams from the first day and subjects', async () => {
    const demo = school();
    const applied = await demo.import();
    expect(applied).toMatchObject({ created: 40, updated: 0, unchanged: 0 });
    const list = await demo.call<Employees>('employees', 'list');
    expect(list).toHaveLength(40);
    expect(list.map((one) => one.name)).toEqual(
      list.map((one) => one.name).sort(new Intl.Collator('da', { numeric: true }).compare),
    );
    const pernille = list.find((one) => one.employeeNumber === 'L08');
    const employee = await demo.call<Employee>('employees', 'get', { id: pernille?.id });
    expect(employee).toMatchObject({
      name: 'Pernille Aagaard',
      categoryName: 'lærer',
      employmentDate: '2007-08-01',
      employmentPercent: 100,
      formalSubjects: ['dansk', 'historie'],
      records: { talks: 0, documents: 0 },
    });
    expect(employee.memberships).toMatchObject([
      { teamName: 'Mellemtrinsteam', fromDate: '2007-08-01', toDate: null, isCurrent: true },
    ]);
  });

  it('changes nothing when it is imported again', async () => {
    const demo = school();
    await demo.import();
    const before = digest(demo, everything);
    expect(await demo.import()).toEqual({ importId: null, created: 0, updated: 0, unchanged: 40 });
    expect(digest(demo, everything)).toBe(before);
  });
});

describe('an update', () => {
  it('changes by number, moves the team from today and leaves others alone', async () => {
    const demo = school();
    await demo.import();
    const id = (await demo.call<Employees>('employees', 'list', { search: 'L08' }))[0]?.id;
    demo.lays(`${head}L08;Pernille Aagaard Holm;Lærer;Udskolingsteam;01-08-2007;dansk\r\n`);
    const { token, suggestion } = await demo.choose();
    const preview = await demo.call<Preview>('staffImports', 'preview', { token, matching: suggestion });
    expect(preview.counts).toEqual({ new: 0, update: 1, unchanged: 0, problem: 0 });
    expect(preview.absent).toHaveLength(39);
    expect(preview.rows[0]?.changes).toContainEqual({
      field: 'name',
      from: 'Pernille Aagaard',
      to: 'Pernille Aagaard Holm',
    });
    await demo.call('staffImports', 'apply', { token, matching: suggestion });

    const employee = await demo.call<Employee>('employees', 'get', { id });
    expect(employee.name).toBe('Pernille Aagaard Holm');
    expect(employee.formalSubjects).toEqual(['dansk']);
    expect(
      employee.memberships.map(({ teamName, fromDate, toDate }) => [teamName, fromDate, toDate]),
    ).toEqual([
      ['Udskolingsteam', '2026-11-23', null],
      ['Mellemtrinsteam', '2007-08-01', '2026-11-22'],
    ]);
    expect(await demo.call<Employees>('employees', 'list')).toHaveLength(40);
  });

  it('makes exactly the employees of the list, whatever was there, and a second time nothing (update or new)', async () => {
    const person = fc.record({
      number: fc.constantFrom('1', '2', '3', 'A4', 'a5', '06'),
      name: fc.constantFrom('Åse Bæk', 'Ib Øst', 'Line Aa', "Mia O'Neil"),
      category: fc.constantFrom('lærer', 'Lærer', 'pædagog'),
      team: fc.constantFrom('', 'Indskoling', 'SFO'),
      employed: fc.constantFrom('01-08-2019', '2026-08-01', '1.2.2027'),
      subjects: fc.constantFrom('', 'dansk', 'dansk, natur/teknologi'),
    });
    const staffList = fc.uniqueArray(person, { selector: (one) => one.number, minLength: 1, maxLength: 6 });
    const text = (list: readonly { [key: string]: string }[]) =>
      head +
      list
        .map((p) =>
          [p.number, p.name, p.category, p.team, p.employed, p.subjects && `"${p.subjects}"`].join(';'),
        )
        .join('\r\n');
    const demo = school();
    await fc.assert(
      fc.asyncProperty(staffList, async (list) => {
        const before = await demo.call<Employees>('employees', 'list');
        const applied = await demo.import(text(list));
        const after = await demo.call<Employees>('employees', 'list');
        expect(applied.created + applied.updated + applied.unchanged).toBe(list.length);
        expect(after).toHaveLength(before.length + applied.created);
        for (const { number, name } of list) {
          expect(after.filter((one) => one.employeeNumber === number).map((one) => one.name)).toEqual([name]);
        }
        expect(await demo.import(text(list))).toMatchObject({ importId: null, unchanged: list.length });
      }),
      { numRuns: 40 },
    );
  });
});

describe('undo', () => {
  it('leaves every row as it was before, after new and changed employees', async () => {
    const demo = school();
    await demo.import();
    const before = digest(demo);
    const { importId } = await demo.import(
      `${head}L08;Pernille Holm;konsulent;Nyt team;01-08-2007;tysk\r\nX1;Ny Person;lærer;Nyt team;01-12-2026;dansk\r\nL01;Mette Sandholm;lærer;Udskolingsteam;01-08-2011;\r\n`,
    );
    expect(digest(demo)).not.toBe(before);
    expect(await demo.call('staffImports', 'latest')).toMatchObject({ importId, created: 1, updated: 2 });
    await demo.call('staffImports', 'undo', { importId });
    expect(digest(demo)).toBe(before);
    expect(await demo.call('staffImports', 'latest')).toBeNull();
    expect(await demo.router('staffImports', 'undo', { importId })).toMatchObject({
      error: { code: 'conflict' },
    });
  });

  it('takes a first import away without a trace in the staff tables', async () => {
    const demo = school();
    const before = digest(demo);
    const { importId } = await demo.import();
    await demo.call('staffImports', 'undo', { importId });
    expect(digest(demo)).toBe(before);
  });

  it('is refused with the name when somebody has been changed since, and changes nothing', async () => {
    const demo = school();
    const { importId } = await demo.import();
    const [kasper] = await demo.call<Employees>('employees', 'list', { search: 'Kasper' });
    await demo.call('employees', 'setLeaving', { id: kasper?.id, leavingDate: '2027-07-31' });
    const before = digest(demo, everything);
    const reply = await demo.router('staffImports', 'undo', { importId });
    expect(reply).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(!reply.ok && reply.error.message).toContain('Kasper Nyholm');
    expect(digest(demo, everything)).toBe(before);
  });

  it('is refused when something is recorded about a new employee', async () => {
    const demo = school();
    const { importId } = await demo.import();
    const [kasper] = await demo.call<Employees>('employees', 'list', { search: 'Kasper' });
    await demo.call('employees', 'saveTask', {
      employeeId: kasper?.id,
      schoolYear: '2026/27',
      kind: 'present',
      name: 'Dansk i 5.B',
    });
    const reply = await demo.router('staffImports', 'undo', { importId });
    expect(!reply.ok && reply.error.message).toContain('Kasper Nyholm');
    expect(demo.failures).toEqual([]);
  });

  const period = { startYear: '2026/27', pattern: ['TUS'], rights: '' };
  it.each<[string, (employeeId: string, teamId: string) => [string, string, unknown]]>([
    [
      'a note',
      (employeeId) => ['notes', 'add', { about: { employeeId }, writtenOn: '2026-10-01', text: 'x' }],
    ],
    [
      'a leave',
      (employeeId) => ['season', 'saveLeave', { employeeId, fromDate: '2026-10-01', toDate: null }],
    ],
    ['a wish', (employeeId) => ['season', 'setWish', { employeeId, schoolYear: '2026/27', wishesOwn: true }]],
    [
      'hours',
      (leaderId) => [
        'season',
        'saveHours',
        { leaderId, hours: [{ weekday: 1, startsAt: '10:00', endsAt: '12:00' }] },
      ],
    ],
    ['a leader', (employeeId, teamId) => ['leaders', 'set', { who: { teamId }, leaderId: employeeId }]],
    [
      'a note about a team',
      (_, teamId) => ['notes', 'add', { about: { teamId }, writtenOn: '2026-10-01', text: 'x' }],
    ],
    ['a rhythm of a team', (_, teamId) => ['season', 'saveRule', { teamId, ...period }]],
    [
      'a talk with a team',
      (_, teamId) => ['talks', 'plan', talkInput({ kind: 'TUS', employeeId: null, teamId })],
    ],
  ])('is refused, and says why, when there is %s', async (_, order) => {
    const demo = school();
    demo.context.db.insert(schools).values(testSchoolRow).run();
    const { importId } = await demo.import();
    const [kasper] = await demo.call<Employees>('employees', 'list', { search: 'Kasper' });
    const [team] = (await demo.call<{ id: string; name: string }[]>('teams', 'list')).filter(
      ({ name }) => name === 'Mellemtrinsteam',
    );
    await demo.call(...order(kasper?.id ?? '', team?.id ?? ''));
    const before = digest(demo, everything);
    const reply = await demo.router('staffImports', 'undo', { importId });
    expect(!reply.ok && reply.error.message).toContain('kan ikke fortrydes');
    expect(demo.failures).toEqual([]);
    expect(digest(demo, everything)).toBe(before);
  });

  it('is refused when a new employee who came without subjects has been given some', async () => {
    const demo = school(`${head}X1;Ny Person;lærer;;01-12-2026;\r\n`);
    const { importId } = await demo.import();
    const [person] = await demo.call<Employees>('employees', 'list');
    await demo.call('employees', 'saveQualifications', { id: person?.id, formalSubjects: ['dansk'] });
    const reply = await demo.router('staffImports', 'undo', { importId });
    expect(!reply.ok && reply.error.message).toContain('Ny Person');
    expect(demo.failures).toEqual([]);
  });

  it('is for the latest import only, and older ones keep no one', async () => {
    const demo = school();
    const { importId } = await demo.import();
    await demo.import(`${head}X1;Ny Person;lærer;;01-12-2026;\r\n`);
    expect(await demo.router('staffImports', 'undo', { importId })).toMatchObject({
      error: { code: 'conflict' },
    });
    const kept = demo.context.db.$client
      .prepare('SELECT before FROM staff_imports WHERE id = ?')
      .get(importId);
    expect(kept).toEqual({ before: '' });
  });
});

describe('a list that cannot be imported', () => {
  const row = 'X1;Ny Person;lærer;SFO;01-08-2026;dansk';
  it.each([
    ['a day that does not exist', `${head}${row}\r\nX2;To;lærer;SFO;31-02-2026;\r\n`, 'Række 3'],
    ['a doubled number', `${head}${row}\r\n${row}\r\n`, 'Række 2'],
    ['a formula', `${head}${row}\r\nX3;=HYPERLINK("x");lærer;;01-08-2026;\r\n`, 'Række 3'],
  ])('writes nothing: %s', async (_, list, said) => {
    const demo = school(list);
    const before = digest(demo, everything);
    const { token, suggestion } = await demo.choose();
    const preview = await demo.call<Preview>('staffImports', 'preview', { token, matching: suggestion });
    expect(preview.counts.problem).toBeGreaterThan(0);
    expect(preview.problems[0]?.message).toContain(said);
    const reply = await demo.router('staffImports', 'apply', { token, matching: suggestion });
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(digest(demo, everything)).toBe(before);
  });

  it.each([
    ['empty', ''],
    ['a PDF', '%PDF-1.7\n%…'],
    ['10,000 columns', `${Array.from({ length: 10_000 }, (_, i) => `K${i}`).join(';')}\r\n1;2\r\n`],
  ])('is refused when chosen: %s', async (_, bytes) => {
    const demo = school(bytes);
    const before = digest(demo, everything);
    expect(await demo.router('staffImports', 'choose', {})).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
    expect(demo.failures).toEqual([]);
    expect(digest(demo, everything)).toBe(before);
  });

  it('refuses a matching without a required column, and names the field', async () => {
    const demo = school();
    const { token, suggestion } = await demo.choose();
    const { name: _, ...matching } = suggestion;
    const reply = await demo.router('staffImports', 'preview', { token, matching });
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'invalid', fields: { name: expect.any(String) } },
    });
  });
});

describe('the list in memory', () => {
  it('answers null when no file is chosen', async () => {
    expect(await school(null).call('staffImports', 'choose')).toBeNull();
  });

  it('goes with cancel, with a new choice, with use and with locking', async () => {
    const demo = school();
    const gone = async ({ token, suggestion }: Chosen) =>
      expect(await demo.router('staffImports', 'preview', { token, matching: suggestion })).toMatchObject({
        error: { code: 'not-found' },
      });
    const first = await demo.choose();
    const second = await demo.choose();
    await gone(first);
    await demo.call('staffImports', 'cancel', { token: second.token });
    await gone(second);
    const third = await demo.choose();
    await demo.call('staffImports', 'apply', { token: third.token, matching: third.suggestion });
    await gone(third);
    const fourth = await demo.choose();
    demo.context.session.open = demo.database.reopen();
    await gone(fourth);
  });
});

describe('size', () => {
  it('brings 2,000 employees in and lists them', async () => {
    const rows = Array.from(
      { length: 2000 },
      (_, i) => `N${i};Person ${i};lærer;Team ${i % 40};01-08-20${String(i % 26).padStart(2, '0')};dansk`,
    );
    const demo = school();
    expect(await demo.import(head + rows.join('\r\n'))).toMatchObject({ created: 2000 });
    expect(await demo.call<Employees>('employees', 'list')).toHaveLength(2000);
  });
});

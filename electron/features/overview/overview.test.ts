import type { Output } from '@shared/contract/core';
import type { overview } from '@shared/contract/overview';
import { promiseStates } from '@shared/domain/promises';
import { schoolYearOf, shiftSchoolYear } from '@shared/domain/school-year';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../data/open';
import { teamSpread } from '../../data/queries/member-levels';
import { employees, teamMemberships, teams } from '../../data/schema/employees';
import { competenceDomains, competences } from '../../data/schema/spiders';
import { agreements } from '../../data/schema/talks';
import { addPastTalk } from '../../data/test-history';
import { testSchool } from '../talks-test-school';

type Promises = Output<typeof overview.promises>;
type Talks = Output<typeof overview.talks>;
type Spread = Output<typeof overview.spread>;

const now = { versionId: 'v2', competences: ['c1', 'c2'] };

/** Teachers `p0` … in the team of that name, employed since long ago. */
function addTeam(db: Database, teamId: string, from: number, to: number): void {
  db.insert(teams).values({ id: teamId, name: teamId, type: 'team' }).onConflictDoNothing().run();
  for (let n = from; n < to; n += 1) {
    const id = `p${n}`;
    db.insert(employees)
      .values({
        id,
        employeeNumber: `100${n}`,
        name: `Lærer ${n}`,
        categoryId: 'teacher',
        title: '',
        employmentDate: '2001-08-01',
        employmentPercent: 100,
        note: '',
        createdAt: '2001-08-01T06:00:00.000Z',
      })
      .onConflictDoNothing()
      .run();
    db.insert(teamMemberships)
      .values({ id: `${teamId} ${id}`, employeeId: id, teamId, fromDate: '2001-08-01', toDate: null })
      .run();
  }
}

function rate(
  db: Database,
  person: number,
  level: number,
  more: Partial<Parameters<typeof addPastTalk>[1]> = {},
) {
  const schoolYear = more.schoolYear ?? '2026/27';
  addPastTalk(db, {
    id: `${schoolYear} p${person}`,
    employeeId: `p${person}`,
    heldOn: `${schoolYear.slice(0, 4)}-11-12`,
    schoolYear,
    ...now,
    self: [1, 1],
    leader: [level, level],
    ...more,
  });
}

/** Every number in an answer, wherever it stands. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

describe('kept promises', () => {
  it('are as many as the rows in the table', async () => {
    const { context, database, call } = testSchool();
    const { db } = context;
    addTeam(db, 'mid', 0, 7);
    const givers = ['employee', 'leader', 'both'] as const;
    const due = ['2024-07-31', '2024-08-01', '2025-03-31', '2026-12-01'];
    for (let n = 0; n < 240; n += 1) {
      const dueOn = due[n % due.length] ?? '';
      db.insert(agreements)
        .values({
          id: `a${n}`,
          employeeId: `p${n % 7}`,
          teamId: null,
          talkId: null,
          schoolYear: schoolYearOf(dueOn),
          competence: 'Klasseledelse',
          activity: 'Sparring',
          who: 'begge',
          dueOn,
          giver: givers[(n * 5) % 3] ?? 'both',
          receiver: 'school',
          origin: 'need',
          state: promiseStates[(n * 7) % 5] ?? 'open',
          stateReason: '',
          createdAt: '2023-11-12T12:00:00.000Z',
          removedAt: n % 11 === 0 ? '2023-12-01T12:00:00.000Z' : null,
        })
        .run();
    }
    const { years } = await call<Promises>('overview', 'promises');
    expect(years.map(({ schoolYear }) => schoolYear)).toEqual(['2026/27', '2024/25', '2023/24']);
    const plain = database.open.sqlite.prepare(
      `SELECT count(*) AS n FROM agreements WHERE removed_at IS NULL AND state = ? AND giver IN (?, 'both')
       AND due_on BETWEEN ? AND ?`,
    );
    for (const { schoolYear, leader, staff } of years) {
      const start = schoolYear.slice(0, 4);
      const range = [`${start}-08-01`, `${Number(start) + 1}-07-31`];
      for (const state of promiseStates) {
        expect(leader[state]).toBe((plain.get(state, 'leader', ...range) as { n: number }).n);
        expect(staff?.[state]).toBe((plain.get(state, 'employee', ...range) as { n: number }).n);
      }
    }
  });

  it('of staff are told only when five people stand behind them', async () => {
    const { context, call } = testSchool();
    addTeam(context.db, 'mid', 0, 5);
    const promise = (n: number) =>
      context.db
        .insert(agreements)
        .values({
          id: `a${n}`,
          employeeId: `p${n}`,
          teamId: null,
          talkId: null,
          schoolYear: '2026/27',
          competence: 'Klasseledelse',
          activity: 'Sparring',
          who: 'hun',
          dueOn: '2027-03-01',
          giver: 'employee',
          receiver: 'school',
          origin: 'need',
          state: 'kept',
          stateReason: '',
          createdAt: '2026-11-12T12:00:00.000Z',
        })
        .run();
    for (let n = 0; n < 4; n += 1) promise(n);
    const four = await call<Promises>('overview', 'promises');
    expect(four.years[0]?.staff).toBeNull();
    expect(numbersIn(four).every((number) => number === 0)).toBe(true);
    promise(4);
    const five = await call<Promises>('overview', 'promises');
    expect(five.years[0]?.staff).toMatchObject({ kept: 5, open: 0 });
  });
});

describe('talks held', () => {
  it('counts those with a right to one, and who had one', async () => {
    const { context, call } = testSchool();
    const { db } = context;
    addTeam(db, 'mid', 0, 6);
    rate(db, 0, 3, { schoolYear: '2025/26' });
    rate(db, 0, 3);
    rate(db, 1, 3, { isClosed: false });
    addPastTalk(db, {
      id: 'tus',
      kind: 'TUS',
      heldOn: '2026-11-14',
      schoolYear: '2026/27',
      teamId: 'mid',
      participants: ['p0', 'p1', 'p2'],
    });
    const { years } = await call<Talks>('overview', 'talks');
    // Pernille, Kasper and Ole are on the staff as well; Hanne has left.
    expect(years).toEqual([
      {
        schoolYear: '2026/27',
        day: '2026-11-23',
        coverage: { entitled: 9, mus: 1, any: 3 },
        held: { MUS: 1, KUS: 0, TUS: 1, GRUS: 0 },
      },
      {
        schoolYear: '2025/26',
        day: '2026-01-31',
        coverage: { entitled: 9, mus: 1, any: 1 },
        held: { MUS: 1, KUS: 0, TUS: 0, GRUS: 0 },
      },
    ]);
  });

  it('says nothing of how many in a school of fewer than five', async () => {
    const { context, call } = testSchool();
    addPastTalk(context.db, { id: 't', heldOn: '2026-11-02', schoolYear: '2026/27', employeeId: 'kasper' });
    const { years } = await call<Talks>('overview', 'talks');
    expect(years[0]?.coverage).toBeNull();
  });
});

describe('levels of a group', () => {
  const cells = (spread: Spread, name = 'Teamsamarbejde') =>
    spread.rows.find((row) => row.name === name)?.cells ?? [];

  it('are the median with lowest and highest, of five or more, and no number else', async () => {
    const { context, call } = testSchool();
    addTeam(context.db, 'mid', 0, 5);
    for (let n = 0; n < 4; n += 1) rate(context.db, n, n + 1);
    const four = await call<Spread>('overview', 'spread', { teamId: 'mid' });
    expect(four.rows).toEqual([]);
    expect(numbersIn(four)).toEqual([2]); // how many competences have no figure
    rate(context.db, 4, 3, { agreed: [5] });
    const five = await call<Spread>('overview', 'spread', { teamId: 'mid' });
    expect(five.years).toEqual(['2026/27']);
    expect(cells(five)).toEqual([{ state: 'shown', median: 3, min: 1, max: 5, count: 5 }]);
    expect(cells(five, 'Klasseledelse')).toEqual([{ state: 'shown', median: 3, min: 1, max: 4, count: 5 }]);
  });

  it('leave out every talk whose two views have not been shown', async () => {
    const { context, call } = testSchool();
    addTeam(context.db, 'mid', 0, 6);
    for (let n = 0; n < 4; n += 1) rate(context.db, n, 3);
    rate(context.db, 4, 3, { locked: ['leader'] });
    rate(context.db, 5, 3, { locked: ['self'] });
    expect((await call<Spread>('overview', 'spread', { teamId: 'mid' })).rows).toEqual([]);
    expect(teamSpread(context.db, 'mid', '2026-11-23')).toMatchObject([{ spread: null }, { spread: null }]);
  });

  it('hide a team when the school without it would be fewer than five', async () => {
    const { context, call } = testSchool();
    addTeam(context.db, 'mid', 0, 6);
    addTeam(context.db, 'up', 6, 10);
    for (let n = 0; n < 10; n += 1) rate(context.db, n, 3);
    const school = await call<Spread>('overview', 'spread', { teamId: null });
    expect(cells(school)).toMatchObject([{ state: 'shown', count: 10 }]);
    const mid = await call<Spread>('overview', 'spread', { teamId: 'mid' });
    expect(mid.rows).toEqual([]);
    // Nor does the picture in the team's own talk tell what the school's figures would be taken from.
    const picture = () => teamSpread(context.db, 'mid', '2026-11-23').map(({ spread }) => spread?.count);
    expect(picture()).toEqual([undefined, undefined]);
    addTeam(context.db, 'up', 10, 11);
    rate(context.db, 10, 3);
    expect(picture()).toEqual([6, 6]);
    expect(cells(await call<Spread>('overview', 'spread', { teamId: 'mid' }))).toMatchObject([{ count: 6 }]);
    expect(cells(await call<Spread>('overview', 'spread', { teamId: 'up' }))).toMatchObject([{ count: 5 }]);
  });

  it('tell years apart, and a year in which a figure is hidden', async () => {
    const { context, call } = testSchool();
    addTeam(context.db, 'mid', 0, 6);
    for (let n = 0; n < 6; n += 1) rate(context.db, n, 2, { schoolYear: '2023/24' });
    for (let n = 0; n < 3; n += 1) rate(context.db, n, 2, { schoolYear: '2025/26' });
    for (let n = 0; n < 6; n += 1) rate(context.db, n, 4);
    const { years, rows } = await call<Spread>('overview', 'spread', { teamId: 'mid' });
    expect(years).toEqual(['2023/24', '2024/25', '2025/26', '2026/27']);
    expect(rows[0]?.cells.map(({ state }) => state)).toEqual(['shown', 'notAsked', 'few', 'shown']);
    expect(rows[0]?.cells[3]).toMatchObject({ median: 4, count: 6 });
  });

  it('follow a competence through its wordings and say when it was reworded', async () => {
    const { context, call } = testSchool();
    const { db } = context;
    db.insert(competenceDomains).values({ id: 'd1', versionId: 'v1', name: 'Almene', position: 1 }).run();
    db.insert(competences)
      .values({
        id: 'c1-old',
        domainId: 'd1',
        lineageId: 'c1',
        name: 'Samarbejde',
        targetLevel: 3,
        position: 1,
      })
      .run();
    addTeam(db, 'mid', 0, 5);
    for (let n = 0; n < 5; n += 1) {
      rate(db, n, 2, { schoolYear: '2025/26', versionId: 'v1', competences: ['c1-old'] });
      rate(db, n, 4);
    }
    const { rows } = await call<Spread>('overview', 'spread', { teamId: null });
    expect(rows[0]).toMatchObject({ name: 'Teamsamarbejde', rewordedIn: ['2026/27'] });
    expect(rows[0]?.cells).toMatchObject([{ median: 2 }, { median: 4 }]);
  });

  it('count a member where she was on the day of her talk', async () => {
    const { context, call } = testSchool();
    const { db } = context;
    addTeam(db, 'mid', 0, 4);
    db.insert(teams).values({ id: 'old', name: 'old', type: 'team' }).run();
    addTeam(db, 'up', 10, 15);
    for (let n = 0; n < 4; n += 1) rate(db, n, 3);
    for (let n = 10; n < 15; n += 1) rate(db, n, 5);
    db.insert(employees)
      .values({
        id: 'p9',
        employeeNumber: '9',
        name: 'Lærer 9',
        categoryId: 'teacher',
        title: '',
        employmentDate: '2001-08-01',
        employmentPercent: 100,
        note: '',
        createdAt: 'x',
      })
      .run();
    db.insert(teamMemberships)
      .values({ id: 'was', employeeId: 'p9', teamId: 'mid', fromDate: '2010-08-01', toDate: '2026-11-12' })
      .run();
    rate(db, 9, 1);
    expect(cells(await call<Spread>('overview', 'spread', { teamId: 'mid' }))).toMatchObject([
      { median: 3, min: 1, count: 5 },
    ]);
    // The day after she is no longer one of them.
    expect(teamSpread(db, 'mid', '2026-11-13')[0]?.spread).toBeNull();
    expect(teamSpread(db, 'mid', '2026-11-12')[0]?.spread).toMatchObject({ min: 1, count: 5 });
  });

  it('reads fifteen years of sixty people with a handful of statements', async () => {
    const { context, database, call } = testSchool();
    const { db } = context;
    for (const [index, team] of ['a', 'b', 'c', 'd'].entries())
      addTeam(db, team, index * 15, index * 15 + 15);
    database.open.sqlite.transaction(() => {
      for (let back = 0; back < 15; back += 1) {
        const schoolYear = shiftSchoolYear('2026/27', -back);
        for (let n = 0; n < 60; n += 1) rate(db, n, 1 + ((n + back) % 5), { schoolYear });
      }
    })();
    let statements = 0;
    const prepare = database.open.sqlite.prepare.bind(database.open.sqlite);
    database.open.sqlite.prepare = ((sql: string) => {
      statements += 1;
      return prepare(sql);
    }) as typeof prepare;
    const started = performance.now();
    const { years, rows } = await call<Spread>('overview', 'spread', { teamId: null });
    expect(performance.now() - started).toBeLessThan(2000);
    expect(years).toHaveLength(15);
    expect(
      rows.flatMap((row) => row.cells).every((cell) => cell.state === 'shown' && cell.count === 60),
    ).toBe(true);
    await call('overview', 'promises');
    await call('overview', 'talks');
    expect(statements).toBeGreaterThan(5);
    expect(statements).toBeLessThan(25);
  });
});

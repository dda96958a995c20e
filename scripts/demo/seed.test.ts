import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoMachine, demoMachine } from './machine';
import { rewordings } from './reword-spiders';
import { demoPassphrase } from './secrets';
import { seedDemoSchool } from './seed';

const parent = mkdtempSync(join(tmpdir(), 'spind-demo-'));
const people = new Map<string, string>();
const units = new Map<string, string>();
let demo: DemoMachine;
let seconds = 0;

beforeAll(async () => {
  const folder = join(parent, 'data');
  const begun = process.cpuUsage();
  await seedDemoSchool({ folder });
  const { user, system } = process.cpuUsage(begun);
  seconds = (user + system) / 1_000_000;
  demo = demoMachine(folder);
  demo.setNow('2026-11-23T07:45');
  await demo.call('vault', 'unlock', { passphrase: demoPassphrase });
  for (const { employeeNumber, id } of await demo.call('employees', 'list', { includeFormer: true }))
    people.set(employeeNumber, id);
  for (const { name, id } of await demo.call('teams', 'list', {})) units.set(name, id);
}, 120_000);

afterAll(() => {
  demo?.close();
  rmSync(parent, { recursive: true, force: true });
});

const person = (number: string) => people.get(number) ?? '';
const unit = (name: string) => units.get(name) ?? '';
const talksOf = async (number: string) =>
  (await demo.call('talks', 'forEmployee', { employeeId: person(number) })).talks;
const promisesOf = async (number: string) =>
  (await demo.call('agreements', 'forEmployee', { employeeId: person(number) })).agreements;
const dueIn = async (schoolYear: string) =>
  (await demo.call('season', 'due', { schoolYear })).employees.map(({ name, state }) => `${name}: ${state}`);

/** The level both views have of a competence in the talk of a day, once they lie open. */
async function seen(number: string, heldOn: string, competence: string) {
  const talk = (await talksOf(number)).find((one) => one.heldOn === heldOn);
  const { axes, self, leader } = await demo.call('ratings', 'overview', { talkId: talk?.id ?? '' });
  const index = axes.findIndex(({ name }) => name === competence);
  return { self: self?.[index]?.level, leader: leader[index]?.level };
}

it('is filled fast enough for every run of the end-to-end tests', () => {
  expect(seconds).toBeLessThan(25);
});

describe('the rhythm: even years MUS, odd years TUS and a right to a talk of one’s own', () => {
  it('had a MUS with everybody but one in 2024/25, and talks with the teams in 2025/26', async () => {
    const { years } = await demo.call('overview', 'talks', {});
    const year = (schoolYear: string) => years.find((one) => one.schoolYear === schoolYear);
    expect(year('2024/25')).toMatchObject({ coverage: { entitled: 36, mus: 35 }, held: { TUS: 0 } });
    expect(year('2025/26')?.held).toEqual({ MUS: 6, KUS: 1, TUS: 5, GRUS: 0 });
    expect(year('2026/27')?.held).toEqual({ MUS: 17, KUS: 1, TUS: 0, GRUS: 1 });
  });

  it('held a talk alone in the team year with Bo and three others who asked for it (story 8)', async () => {
    const { employees } = await demo.call('season', 'due', { schoolYear: '2025/26' });
    const asked = employees.filter(({ wishesOwn }) => wishesOwn);
    expect(asked.map(({ name, state }) => `${name}: ${state}`)).toEqual([
      'Pernille Aagaard: held',
      'Bo Skovlund: held',
      'Anne-Lise Kofoed: held',
      'Rasmus Engholm: held',
    ]);
  });

  it('tells who is due now, Trine first (story 6)', async () => {
    const due = await dueIn('2026/27');
    expect(due.slice(0, 4)).toEqual([
      'Trine Østergaard: returned',
      'Sami Rahimi: threeYears',
      'Lone Bæk Simonsen: overdue',
      'Amina Farooq: never',
    ]);
    expect(due).toContain('Pernille Aagaard: planned');
    expect(await dueIn('2025/26')).toContain('Trine Østergaard: onLeave');
  });

  it('can be laid out: the planner finds a place for everybody', async () => {
    const { talks, unplaced, usualHours } = await demo.call('season', 'propose', {
      schoolYear: '2026/27',
      first: '2026-12-01',
      last: '2027-01-31',
      maxPerDay: 3,
      pauseMinutes: 15,
      keep: true,
    });
    expect({ unplaced, usualHours }).toEqual({ unplaced: [], usualHours: [] });
    expect(talks.filter(({ change }) => change === 'new').length).toBeGreaterThan(10);
  });
});

describe('promises', () => {
  it('keeps Gitte’s way to KiU, from MUS over a talk about it alone to the MUS to come (story 1)', async () => {
    expect((await talksOf('L24')).map(({ kind, heldOn }) => `${kind} ${heldOn}`)).toEqual([
      'GRUS 2027-01-13',
      'MUS 2026-12-08',
      'KUS 2026-10-06',
      'TUS 2026-01-14',
      'MUS 2025-01-29',
    ]);
    const open = (await promisesOf('L24')).filter(({ state }) => state === 'open');
    expect(open.map(({ activity }) => activity)).toEqual(['Skrive ansøgningen om KiU i dansk færdig']);
  });

  it('has the mentor that Kasper was promised in November 2024 and never got (story 2)', async () => {
    expect((await promisesOf('L15')).find(({ state }) => state === 'open')).toMatchObject({
      activity: 'Finde en mentor med to timer om måneden i skemaet',
      giver: 'leader',
      madeOn: '2024-11-13',
      dueOn: '2025-02-01',
    });
    expect((await talksOf('L15')).find(({ heldOn }) => heldOn === '2026-11-25')?.unmarked).toBe(1);
  });

  it('has Thomas without a module yet, and Lone with five of ten ECTS (story 3)', async () => {
    expect((await promisesOf('S02')).map(({ state, dueOn }) => `${state} ${dueOn}`)).toContain(
      'open 2026-10-30',
    );
    expect((await promisesOf('S04'))[0]).toMatchObject({
      activity: 'Modul i personaleledelse, 5 ECTS',
      state: 'kept',
    });
  });

  it('has Mellemtrinsteam half way to 2027 (story 13)', async () => {
    const { agreements } = await demo.call('agreements', 'forTeam', { teamId: unit('Mellemtrinsteam') });
    const states = agreements.map(({ state }) => state);
    expect(states.filter((state) => state === 'kept')).toHaveLength(2);
    expect(states.filter((state) => state === 'partly')).toHaveLength(1);
    const open = agreements.filter(({ state }) => state === 'open');
    expect(open).toHaveLength(3);
    expect(open.every(({ dueOn }) => dueOn.startsWith('2027'))).toBe(true);
    expect(new Set(agreements.map(({ giver }) => giver))).toEqual(new Set(['employee', 'leader']));
  });

  it('has leaders and staff keep, half keep and break promises', async () => {
    const { years } = await demo.call('overview', 'promises', {});
    const lastYear = years.find(({ schoolYear }) => schoolYear === '2025/26');
    expect(lastYear?.leader).toMatchObject({ kept: 5, partly: 3, notKept: 1, dropped: 1 });
    expect(lastYear?.staff).toMatchObject({ kept: 16, partly: 3, notKept: 1 });
  });

  it('has only three promises overdue this morning', async () => {
    const { deadlines } = await demo.call('today', 'get', {});
    expect(deadlines.filter(({ days }) => days < 0).map(({ subjectName }) => subjectName)).toEqual([
      'Kasper Nyholm',
      'Udskolingsteam',
      'Thomas Ravnholt',
    ]);
  });
});

describe('ratings', () => {
  it('shows each of the three teacher teams in two years, and the SFO team in none', async () => {
    for (const name of ['Indskolingsteam', 'Mellemtrinsteam', 'Udskolingsteam']) {
      const { rows, years } = await demo.call('overview', 'spread', { teamId: unit(name) });
      const teacher = rows.filter(({ spiderName }) => spiderName === 'Lærer');
      expect(teacher).toHaveLength(12);
      for (const { cells } of teacher) {
        const shown = years.filter((_, index) => cells[index]?.state === 'shown');
        expect(shown).toEqual(['2024/25', '2026/27']);
      }
    }
    expect((await demo.call('overview', 'spread', { teamId: unit('SFO-team') })).rows).toEqual([]);
  });

  it('has Pernille under-rate herself and Rasmus see himself higher (story 7)', async () => {
    expect(await seen('L08', '2024-11-26', 'Evaluering og feedback')).toEqual({ self: 2, leader: 4 });
    expect(await seen('L08', '2025-11-25', 'Evaluering og feedback')).toEqual({ self: 3, leader: 5 });
    expect(await seen('L07', '2026-11-26', 'Klasseledelse')).toEqual({ self: 4, leader: 2 });
  });

  it('keeps Pernille’s own rating for November 2026 behind her code', async () => {
    const talk = (await talksOf('L08')).find(({ heldOn }) => heldOn === '2026-11-24');
    expect(await demo.call('ratings', 'overview', { talkId: talk?.id ?? '' })).toMatchObject({
      selfState: 'locked',
      leaderState: 'locked',
      revealed: false,
      self: null,
    });
  });

  it('has five rated years with Anne-Lise, and none with Maja (story 9)', async () => {
    const rated = async (number: string) =>
      (await demo.call('history', 'ratings', { employeeId: person(number) })).talks.map(
        ({ schoolYear }) => schoolYear,
      );
    expect((await rated('B01')).toSorted()).toEqual(['2021/22', '2022/23', '2023/24', '2024/25', '2025/26']);
    expect(await rated('P06')).toEqual([]);
  });

  it.each([
    ['Lærer', 'L01', '2024-11-19', '2026-11-10'],
    ['Pædagogisk leder', 'S02', '2026-03-12', '2026-12-10'],
  ])(
    'keeps the old text of %s before August 2026, and the new one after (story 15)',
    async (spider, number, before, after) => {
      const { competence = '', descriptors = [] } = rewordings[spider] ?? {};
      const textOn = async (heldOn: string) => {
        const talk = (await talksOf(number)).find((one) => one.heldOn === heldOn);
        const { axes } = await demo.call('ratings', 'overview', { talkId: talk?.id ?? '' });
        return axes.find(({ name }) => name === competence)?.descriptors;
      };
      expect(await textOn(after)).toEqual(descriptors);
      const old = await textOn(before);
      expect(old).toHaveLength(5);
      expect(old).not.toEqual(descriptors);
    },
  );

  it('has a rating in common of four teams, on its own spider, with comments', async () => {
    for (const name of ['Indskolingsteam', 'Mellemtrinsteam', 'Udskolingsteam', 'SFO-team']) {
      const { talks } = await demo.call('talks', 'forTeam', { teamId: unit(name) });
      const tus = talks.find(({ kind }) => kind === 'TUS');
      const { answers } = await demo.call('ratings', 'team', { talkId: tus?.id ?? '' });
      expect(answers.every((answer) => answer?.level)).toBe(true);
      expect(answers.some((answer) => answer?.comment)).toBe(true);
    }
  });
});

describe('around the talks', () => {
  it('has its leaders, and who led before them', async () => {
    const periods = async (number: string) =>
      (await demo.call('leaders', 'forEmployee', { employeeId: person(number) })).periods.map(
        ({ leaderName, fromDate, toDate }) => `${leaderName} ${fromDate} ${toDate}`,
      );
    expect(await periods('L08')).toEqual([
      'Amina Farooq 2026-08-01 null',
      'Birgitte Halkjær 2024-08-01 2026-07-31',
    ]);
    expect(await periods('L01')).toEqual([
      'Thomas Ravnholt 2026-01-01 null',
      'Birgitte Halkjær 2024-08-01 2025-12-31',
    ]);
    expect(await periods('T01')).toEqual([]);
  });

  it('holds the SFO team’s GRUS on its own form', async () => {
    const { forms } = await demo.call('talkForms', 'list', {});
    expect(forms).toMatchObject([{ name: 'SFO-teamets GRUS-skema', kind: 'GRUS', isUsed: true, talks: 1 }]);
  });

  it('has notes that wait for a talk, and notes that one took up', async () => {
    const notesOf = async (number: string) =>
      (await demo.call('notes', 'forSubject', { about: { employeeId: person(number) } })).notes.map(
        ({ talk }) => talk?.heldOn ?? null,
      );
    expect(await notesOf('L15')).toEqual([null, null]);
    expect(await notesOf('L01')).toEqual(['2026-11-10']);
    expect((await notesOf('L08')).toSorted()).toEqual(['2025-11-25', null]);
    const team = await demo.call('notes', 'forSubject', { about: { teamId: unit('Mellemtrinsteam') } });
    expect(team.notes.map(({ talk }) => talk?.heldOn ?? null)).toEqual([null, '2025-11-26']);
  });

  it('has the plans that are read, signed and written on in the walk through the school', async () => {
    const { plans } = await demo.call('trainingPlans', 'list', { schoolYear: '2026/27' });
    const status = (name: string) => plans.find((plan) => plan.name === name)?.status;
    expect(['Mette Sandholm', 'Lars-Ole Damgaard', 'Julie Winther'].map(status)).toEqual([
      'agreed',
      'agreed',
      'draft',
    ]);
  });
});

describe('the leaders’ training (story 3)', () => {
  it('has Thomas begin by New Year, Birgitte done, Lone half way and Amina at the start', async () => {
    const { leaders } = await demo.call('leaderTraining', 'overview', {});
    const standing = (number: string) => leaders.find((one) => one.employeeId === person(number));
    expect(standing('S01')).toMatchObject({
      sums: { earned: 10 },
      clock: { state: 'fulfilled', begunLate: false },
    });
    expect(standing('S02')).toMatchObject({
      sums: { missing: 10 },
      clock: { state: 'notBegun', deadline: '2027-01-01', days: 39 },
    });
    expect(standing('S03')?.clock).toMatchObject({ startsOn: '2026-08-01', deadline: '2027-08-01' });
    expect(standing('S04')).toMatchObject({
      sums: { earned: 5, missing: 5 },
      clock: { state: 'begun', begunOn: '2025-02-03', begunLate: false },
      requirement: { basis: 'schoolDecision' },
    });
    const { leaderTraining } = await demo.call('today', 'get', {});
    expect(leaderTraining.map(({ employeeName, days }) => [employeeName, days])).toEqual([
      ['Thomas Ravnholt', 39],
    ]);
  });

  it('suggests that Thomas and Lone take the same module', async () => {
    const { suggestions } = await demo.call('leaderTraining', 'overview', {});
    expect(suggestions).toHaveLength(1);
    expect(suggestions[0]?.leaders.map(({ employeeId }) => employeeId)).toEqual(
      expect.arrayContaining([person('S02'), person('S04')]),
    );
  });

  it('has certificates, one item told and one to tell, and courses across categories', async () => {
    const { entries } = await demo.call('leaderTraining', 'ledger', { employeeId: person('S01') });
    expect(entries[0]?.certificate?.name).toBe('Diplom i ledelse.pdf');
    const { items } = await demo.call('leaderTraining', 'shareBacks', {});
    expect(items.map(({ doneAt }) => doneAt !== null)).toEqual([false, true]);
    const { courses } = await demo.call('leaderTraining', 'courses', {});
    expect(courses.map(({ categories }) => categories.length)).toEqual([3, 3]);
  });
});

describe('merit, decided by two', () => {
  const caseOf = async (name: string) => {
    const { cases } = await demo.call('merit', 'list', {});
    return cases.find(({ applicantName }) => applicantName === name);
  };

  it('has waited 21 days for the HR chief with Amina’s application (story 4)', async () => {
    const amina = await caseOf('Amina Farooq');
    expect(amina).toMatchObject({
      state: 'submitted',
      applied: 10,
      appliedOn: '2026-11-02',
      waitsFor: [{ role: 'hrChief', days: 21 }],
    });
    const { rounds, evidence } = await demo.call('merit', 'get', { caseId: amina?.id ?? '' });
    expect(rounds[0]?.positions).toMatchObject([{ name: 'Inger Møllegaard', said: null }]);
    expect(evidence.map(({ ects, attachment }) => [ects, attachment?.name])).toEqual([
      [10, 'eksamensbevis.pdf'],
      [5, 'eksamensbevis.pdf'],
    ]);
  });

  it('has two earlier decisions to hold it against, which tell nobody’s name', async () => {
    expect(await caseOf('Thomas Ravnholt')).toMatchObject({ state: 'refused', applied: 10, round: 1 });
    expect(await caseOf('Lone Bæk Simonsen')).toMatchObject({ state: 'refused', applied: 5, round: 2 });
    const caseId = (await caseOf('Amina Farooq'))?.id ?? '';
    const answer = await demo.call('merit', 'precedents', { caseId });
    expect(answer.precedents.map(({ number }) => number)).toEqual(['2025/1', '2026/1']);
    expect(JSON.stringify(answer)).not.toMatch(/Thomas|Ravnholt|Lone|Simonsen/);
  });
});

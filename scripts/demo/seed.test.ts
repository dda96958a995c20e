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
    expect(open.map(({ activity }) => activity)).toEqual([
      'KiU dansk, 7.–10. klasse (Professionshøjskolen)',
      'Skrive ansøgningen om KiU i dansk færdig',
    ]);
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
    const { merit } = await demo.call('today', 'get', {});
    expect(merit.map(({ employeeName, next, days }) => [employeeName, next, days])).toEqual([
      ['Amina Farooq', 'positions', 21],
    ]);
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

describe('the development programme (story 14)', () => {
  it('has fourteen activities, three of them asked for but not offered, wired to plans', async () => {
    const { items } = await demo.call('programme', 'list', { schoolYear: '2026/27' });
    expect(items).toHaveLength(14);
    const unmet = items.filter(({ isOffered }) => !isOffered);
    expect(unmet.map(({ title, plans }) => [title, plans])).toEqual([
      ['Forløb i dansk som andetsprog', 1],
      ['Mentor for en ny kollega', 1],
      ['Sprogkursus i Tyskland', 1],
    ]);
    const plans = (title: string) => items.find((item) => item.title.startsWith(title))?.plans;
    expect([plans('KiU dansk'), plans('Supplerende kursus i natur'), plans('Akademimodul')]).toEqual([
      1, 2, 1,
    ]);
    expect(new Set(items.map(({ level }) => level)).size).toBe(4);
  });

  it('has what lifts Jonas’s gaps, says what stands in his plan, and names those who can', async () => {
    const { gaps } = await demo.call('programme', 'forEmployee', {
      employeeId: person('L02'),
      talkId: null,
      schoolYear: '2026/27',
    });
    expect(gaps.flatMap(({ matches }) => matches).some(({ askedBy }) => askedBy !== null)).toBe(true);
    const { people: found } = await demo.call('programme', 'experts', { text: 'biologi' });
    expect(found.map(({ name }) => name)).toEqual(['Maria Petrova']);
  });

  it('shows the three wishes among the demand without supply', async () => {
    const { groups } = await demo.call('programme', 'demand', { schoolYear: '2026/27' });
    expect(groups.flatMap(({ items }) => items.map(({ title }) => title)).sort()).toEqual([
      'Forløb i dansk som andetsprog',
      'Mentor for en ny kollega',
      'Sprogkursus i Tyskland',
    ]);
  });
});

describe('enrolments, what they cost and how they come to use', () => {
  const stands = async () => (await demo.call('enrolments', 'list', {})).rows;

  it('has Kasper on his way, Stine done since 2017, Lone approved and Gitte wishing for KiU', async () => {
    const rows = (await stands()).map(({ employeeId, title, state, schoolYear }) =>
      [[...people].find(([, id]) => id === employeeId)?.[0], title.split(/[:,]/)[0], state, schoolYear].join(
        ' · ',
      ),
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        'L15 · Meritlæreruddannelsen · underWay · 2024/25',
        'P01 · Diplommodul · completed · 2016/17',
        'L16 · Diplommodul i vejledning · completed · 2025/26',
        'S04 · Pædagogisk ledelse · approved · 2026/27',
        'L24 · KiU dansk · wished · 2027/28',
      ]),
    );
  });

  it('shows one conflict against a rule: two on the same day', async () => {
    const clashes = (await stands()).filter(({ conflicts }) => conflicts.some((kind) => kind !== 'tooFew'));
    expect(clashes.map(({ title, conflicts }) => [title, conflicts])).toEqual([
      ['Temadag om ordblindhed', ['sameDay']],
    ]);
  });

  it('has a budget for each department and one for a goal, none of them over', async () => {
    const { budgets } = await demo.call('enrolments', 'budgets', { schoolYear: '2026/27' });
    expect(budgets).toHaveLength(7);
    expect(budgets.filter(({ sums }) => sums.leftOre < 0)).toEqual([]);
    const goal = budgets.find(({ name }) => name === 'Naturfag i indskolingen');
    expect(goal?.sums).toMatchObject({ usedDays: 8, leftDays: 2 });
  });

  it('leaves seats to be shared out: the budget reaches three, and one wish has no holding', async () => {
    const { wishes } = await demo.call('seatPlan', 'question', {});
    expect(wishes.map(({ employeeId }) => employeeId).sort()).toEqual(
      ['L01', 'L06', 'L07', 'L10', 'P06'].map(person).sort(),
    );
    const { seats, unmet, status } = await demo.call('seatPlan', 'propose', {
      fixed: [],
      ruledOut: [],
      seats: [],
      budgets: [],
    });
    expect([status, seats.length]).toEqual(['optimal', 3]);
    expect(unmet.map(({ reason }) => reason).sort()).toEqual(['notOffered', 'overBudget']);
  });

  it('has Kasper’s checklist half done, with a step for the leader this month', async () => {
    const row = (await stands()).find(({ title }) => title === 'Meritlæreruddannelsen');
    const { transfer } = await demo.call('enrolments', 'get', { id: row?.id ?? '' });
    expect(transfer.map(({ phase, doneAt }) => `${phase} ${doneAt !== null}`)).toEqual([
      ...['before true', 'before true', 'during true', 'during true', 'during false'],
      ...['after false', 'after false'],
    ]);
    const { transfer: due } = await demo.call('today', 'get', {});
    expect(due.map(({ text, days }) => [text, days])).toEqual([['Aftale, hvem der er mentor i foråret', 8]]);
  });

  it('lays Susanne’s spider from 2024 beside the one from this month', async () => {
    const row = (await stands()).find(({ title }) => title === 'Diplommodul i vejledning');
    const { spiders, outcomes, transfer } = await demo.call('enrolments', 'get', { id: row?.id ?? '' });
    expect([spiders?.before.heldOn, spiders?.after.heldOn]).toEqual(['2024-11-07', '2026-11-09']);
    expect(spiders?.axes.filter(({ before, after }) => before.leader && after.leader).length).toBeGreaterThan(
      6,
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['nothing']);
    expect(transfer.every(({ doneAt }) => doneAt !== null)).toBe(true);
  });
});

describe('the fund applications', () => {
  const applications = async () => {
    const list = await demo.call('funds', 'list', {});
    return (name: string) => list.applications.find(({ employeeName }) => employeeName === name);
  };

  it('has Kirsten’s module: 8,960 from the HK area, 12 of 40 days left for the signed form (story 10)', async () => {
    const kirsten = (await applications())('Kirsten Wulff');
    expect(kirsten).toMatchObject({
      state: 'sent',
      area: 'HK Kommunal',
      startsOn: '2027-02-01',
      totalOre: 1_120_000,
      fundOre: 896_000,
      isRefusedByRules: false,
      isOutdated: false,
      deadline: { kind: 'upload', on: '2026-12-05', days: 12 },
    });
    const { assessment, planLine, agreementId } = await demo.call('funds', 'get', {
      applicationId: kirsten?.id ?? '',
    });
    expect(assessment.amounts.workplaceOre).toBe(224_000);
    // The line of her plan was there before the application, and so stands on it.
    expect(planLine).toMatch(/^Akademimodul: kommunikation i praksis/);
    expect((await promisesOf('T01')).map(({ id }) => id)).toContain(agreementId);
    const { funds } = await demo.call('today', 'get', {});
    expect(funds.map(({ employeeName, kind, days }) => [employeeName, kind, days])).toEqual([
      ['Kirsten Wulff', 'upload', 12],
    ]);
  });

  it('has Gitte’s KiU drafted to the school’s own pool, since area VII pays six days at most (story 1)', async () => {
    const gitte = (await applications())('Gitte Rosenkjær');
    expect(gitte).toMatchObject({
      state: 'draft',
      fundName: 'Skolens generelle pulje',
      isRefusedByRules: false,
    });
    const found = await demo.call('funds', 'get', { applicationId: gitte?.id ?? '' });
    const { planLine, startsOn, facts, costs, employeeId, agreementId, enrolmentId } = found;
    expect(planLine).toMatch(/^KiU dansk/);
    expect(enrolmentId).not.toBeNull();
    const question = { employeeId, agreementId, enrolmentId: null, startsOn, facts, costs };
    const { hits } = await demo.call('funds', 'navigate', question);
    const areaVii = hits.find(({ set }) => set.area.startsWith('Fondsområde VII'));
    const refused = areaVii?.assessment.verdicts.filter(({ outcome }) => outcome === 'refused');
    expect(refused?.map(({ rule }) => rule)).toEqual(['maxDays']);
  });
});

describe('the catalogues', () => {
  it('have KiU twice, so that what is new, changed and gone shows, beside the municipality’s', async () => {
    const { catalogues } = await demo.call('catalogues', 'list', {});
    expect(catalogues.map(({ name, offers, latest }) => [name, offers, latest?.changed])).toEqual([
      ['KiU 2027/28', 10, 2],
      ['Nordmarke Kommunes kurser', 4, 0],
    ]);
    const { offers } = await demo.call('catalogues', 'offers', {});
    const changed = offers.filter(({ number, state }) => number.startsWith('KIU') && state !== 'same');
    expect(changed.map(({ number, state }) => `${number} ${state}`).sort()).toEqual([
      'KIU-102 changed',
      'KIU-140 changed',
      'KIU-160 gone',
      'KIU-190 new',
    ]);
  });

  it('tell that the spring run of KiU dansk has become dearer and moved, and leave the programme as it was', async () => {
    const { news } = await demo.call('catalogues', 'news', {});
    expect(news.map(({ title, differences }) => [title, differences.map(({ field }) => field)])).toEqual([
      ['KiU dansk, 7.–10. klasse', ['place', 'feeOre']],
    ]);
    const { itemId = '' } = news[0] ?? {};
    const item = await demo.call('programme', 'get', { id: itemId, schoolYear: '2026/27' });
    expect(item.feeOre).toBe(1_450_000);
    expect(item.runs.map(({ startsOn }) => startsOn)).toEqual(['2027-08-23', '2028-01-17']);
  });
});

describe('the course chain', () => {
  it('has two modules solved by Mellemtrinsteam, credited to its members of those days', async () => {
    const { chains } = await demo.call('courseChains', 'list', {});
    expect(chains).toMatchObject([
      { title: 'Program for læringsledelse', steps: 7, modules: 3, solved: 4, teams: 3, rounds: 2 },
    ]);
    const own = await demo.call('courseChains', 'forEmployee', { employeeId: person('L08') });
    expect(own.chains[0]?.modules.map(({ credits }) => credits)).toEqual([
      [{ teamName: 'Mellemtrinsteam', on: '2026-03-12' }],
      [{ teamName: 'Mellemtrinsteam', on: '2026-10-08' }],
      [],
    ]);
    const { entries } = await demo.call('history', 'timeline', { employeeId: person('L08') });
    expect(entries.filter(({ kind }) => kind === 'teamModule').map(({ on }) => on)).toEqual([
      '2026-10-08',
      '2026-03-12',
    ]);
    const outside = await demo.call('courseChains', 'forEmployee', { employeeId: person('T01') });
    expect(outside.chains[0]?.modules.flatMap(({ credits }) => credits)).toEqual([]);
  });

  it('lets a course rest on results of both surveys', async () => {
    const { chains } = await demo.call('courseChains', 'list', {});
    const { steps } = await demo.call('courseChains', 'get', { id: chains[0]?.id ?? '' });
    expect(steps[4]?.results.map(({ roundTitle }) => roundTitle)).toEqual([
      'Første kortlægningsundersøgelse',
      'Anden kortlægningsundersøgelse',
    ]);
  });
});

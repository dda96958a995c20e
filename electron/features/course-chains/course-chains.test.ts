import type { OutputOf } from '@shared/contract';
import { describe, expect, it } from 'vitest';
import { testContext } from '../test-context';

type Chain = OutputOf<'courseChains', 'get'>;
type Own = OutputOf<'courseChains', 'forEmployee'>['chains'];
type Timeline = OutputOf<'history', 'timeline'>;
type Employee = OutputOf<'employees', 'get'>;

/** A school with two teams, four people, and the chain that comes with the application. */
async function school() {
  const test = testContext();
  const { call } = test;
  const team = async (name: string) =>
    (await call<{ id: string }>('teams', 'save', { name, type: 'team' })).id;
  const [M, U] = [await team('Mellemtrinsteam'), await team('Udskolingsteam')];
  const { id: categoryId } = await call<{ id: string }>('categories', 'save', {
    name: 'lærer',
    spiderTemplateId: null,
  });
  let number = 0;
  const hire = async (name: string, teamId: string, change: object = {}) =>
    (
      await call<{ id: string }>('employees', 'save', {
        employeeNumber: `L${number++}`,
        name,
        categoryId,
        teamId,
        title: '',
        employmentDate: '2020-08-01',
        leavingDate: null,
        employmentPercent: 100,
        note: '',
        ...change,
      })
    ).id;
  const people = {
    pernille: await hire('Pernille Aagaard', M),
    bo: await hire('Bo Skovlund', M),
    nina: await hire('Nina Ny', M, { employmentDate: '2026-10-01' }),
    sofie: await hire('Sofie Winther', U),
  };
  const { id } = await call<{ id: string }>('courseChains', 'begin');
  const get = () => call<Chain>('courseChains', 'get', { id });
  const modules = (await get()).steps.filter(({ kind }) => kind === 'module').map((step) => step.id);
  return {
    ...test,
    id,
    M,
    U,
    people,
    modules,
    get,
    solve: (module: number, teamId: string, completedOn: string) =>
      call('courseChains', 'solve', { stepId: modules[module], teamId, completedOn, note: '' }),
    names: async (module: number, teamId: string) =>
      (await get()).solved
        .find((one) => one.stepId === modules[module] && one.teamId === teamId)
        ?.members.map(({ name }) => name),
    own: async (employeeId: string) =>
      (await call<{ chains: Own }>('courseChains', 'forEmployee', { employeeId })).chains[0]?.modules.map(
        ({ credits }) => credits.map(({ teamName, on }) => `${teamName} ${on}`),
      ),
    refused: async (name: string, input: unknown) => {
      const reply = await test.router('courseChains', name, input);
      if (reply.ok) throw new Error('the call was not refused');
      return reply.error;
    },
  };
}

describe('the chain that comes with the application', () => {
  it('has the introduction, the three modules and the three courses of R004, in the reader’s language', async () => {
    const at = await school();
    const { title, purpose, steps } = await at.get();
    expect(title).toBe('Program for læringsledelse');
    expect(purpose).toMatch(/læringsmålstyret undervisning/);
    expect(steps.map(({ kind }) => kind)).toEqual([
      'introduction',
      'module',
      'module',
      'module',
      'course',
      'course',
      'course',
    ]);
    expect(steps[2]).toMatchObject({
      title: 'Teamet som professionelt læringsfællesskab',
      responsible: 'Det enkelte team',
    });
  });

  it('can be changed: a step more, another order, away and back', async () => {
    const at = await school();
    const values = { responsible: '', itemId: null, plannedFrom: null, plannedTo: null };
    const { id: stepId } = await at.call<{ id: string }>('courseChains', 'saveStep', {
      chainId: at.id,
      kind: 'course',
      title: 'Fjerde kursus',
      ...values,
    });
    await at.call('courseChains', 'moveStep', { id: stepId, by: -1 });
    expect((await at.get()).steps.map(({ title }) => title).slice(-2)).toEqual([
      'Fjerde kursus',
      'Tredje efterfølgende kursus',
    ]);
    await at.call('courseChains', 'removeStep', { id: stepId });
    expect((await at.get()).steps).toHaveLength(7);
    await at.call('courseChains', 'restoreStep', { id: stepId });
    expect((await at.get()).steps.at(-2)?.title).toBe('Fjerde kursus');
    const wrong = { plannedFrom: '2027-06-01', plannedTo: '2027-05-01' };
    expect(
      (
        await at.refused('saveStep', {
          id: stepId,
          chainId: at.id,
          kind: 'course',
          title: 'x',
          ...values,
          ...wrong,
        })
      ).fields,
    ).toHaveProperty('plannedTo');
    await at.call('courseChains', 'remove', { id: at.id });
    expect((await at.call<{ chains: unknown[] }>('courseChains', 'list')).chains).toEqual([]);
    await at.call('courseChains', 'restore', { id: at.id });
    expect(await at.call('courseChains', 'list')).toMatchObject({ chains: [{ steps: 7 + 1, modules: 3 }] });
  });
});

describe('a module a team has solved', () => {
  it('is credited to exactly those who were members that day, and follows a membership that is moved', async () => {
    const at = await school();
    await at.solve(0, at.M, '2026-09-15');
    await at.solve(1, at.M, '2026-10-01');
    expect(await at.names(0, at.M)).toEqual(['Bo Skovlund', 'Pernille Aagaard']);
    expect(await at.names(1, at.M)).toEqual(['Bo Skovlund', 'Nina Ny', 'Pernille Aagaard']);
    expect(await at.own(at.people.nina)).toEqual([[], ['Mellemtrinsteam 2026-10-01'], []]);
    expect(await at.own(at.people.sofie)).toEqual([[], [], []]);

    // Her membership began earlier after all: the credit comes by itself, and goes again.
    const { memberships } = await at.call<Employee>('employees', 'get', { id: at.people.nina });
    const [membership] = memberships;
    const began = (fromDate: string) =>
      at.call('employees', 'saveMembership', {
        id: membership?.id,
        employeeId: at.people.nina,
        teamId: at.M,
        fromDate,
        toDate: null,
      });
    await began('2026-09-15');
    expect(await at.own(at.people.nina)).toEqual([
      ['Mellemtrinsteam 2026-09-15'],
      ['Mellemtrinsteam 2026-10-01'],
      [],
    ]);
    await began('2026-10-02');
    expect(await at.own(at.people.nina)).toEqual([[], [], []]);
    // Who is taken out of Spind is credited with nothing.
    await at.call('employees', 'remove', { id: at.people.bo });
    expect(await at.names(0, at.M)).toEqual(['Pernille Aagaard']);
  });

  it('stands on the timeline of its members and of nobody else', async () => {
    const at = await school();
    await at.solve(0, at.M, '2026-09-15');
    const modules = async (employeeId: string) =>
      (await at.call<Timeline>('history', 'timeline', { employeeId })).entries.filter(
        ({ kind }) => kind === 'teamModule',
      );
    expect(await modules(at.people.bo)).toEqual([
      {
        kind: 'teamModule',
        on: '2026-09-15',
        title: 'Læringsmålstyret undervisning',
        chainTitle: 'Program for læringsledelse',
        teamName: 'Mellemtrinsteam',
      },
    ]);
    expect(await modules(at.people.sofie)).toEqual([]);
    await at.call('courseChains', 'removeStep', { id: at.modules[0] });
    expect(await modules(at.people.bo)).toEqual([]);
  });

  it('is corrected, taken back and brought back', async () => {
    const at = await school();
    const which = { stepId: at.modules[0], teamId: at.M };
    await at.solve(0, at.M, '2026-09-15');
    await at.solve(0, at.M, '2026-10-15');
    expect((await at.get()).solved.map(({ completedOn }) => completedOn)).toEqual(['2026-10-15']);
    const before = await at.call<{ completedOn: string; note: string }>('courseChains', 'unsolve', which);
    expect((await at.get()).solved).toEqual([]);
    await at.call('courseChains', 'solve', { ...which, ...before });
    expect((await at.get()).solved).toHaveLength(1);
    expect(await at.call('courseChains', 'list')).toMatchObject({ chains: [{ solved: 1, teams: 1 }] });
  });

  it('is refused on a day to come, for a step that is no module, and keeps a solved module a module', async () => {
    const at = await school();
    const [intro] = (await at.get()).steps;
    const on = { teamId: at.M, completedOn: '2026-11-23', note: '' };
    expect((await at.refused('solve', { ...on, stepId: intro?.id })).message).toMatch(/Kun et modul/);
    const tomorrow = { ...on, stepId: at.modules[0], completedOn: '2026-11-24' };
    expect((await at.refused('solve', tomorrow)).fields).toHaveProperty('completedOn');
    await at.call('courseChains', 'solve', { ...on, stepId: at.modules[0] });
    const step = (await at.get()).steps[1];
    const { itemTitle: _, results: __, ...values } = step ?? { itemTitle: '', results: [] };
    expect(
      (await at.refused('saveStep', { ...values, chainId: at.id, kind: 'course' })).fields,
    ).toHaveProperty('kind');
    await at.call('courseChains', 'saveStep', { ...values, chainId: at.id, title: 'Modul 1' });
    expect((await at.get()).steps[1]?.title).toBe('Modul 1');
  });
});

describe('a survey round', () => {
  it('has results that each led to several steps, and steps that rest on several results', async () => {
    const at = await school();
    const courses = (await at.get()).steps.filter(({ kind }) => kind === 'course').map(({ id }) => id);
    const [first = '', second = ''] = courses;
    const round = {
      chainId: at.id,
      title: 'Første kortlægningsundersøgelse',
      heldOn: '2026-03-01',
      summary: 'Svarprocent 92.',
      results: [
        { text: 'Eleverne kender ikke deres mål', stepIds: [first, second] },
        { text: 'Teamene deler ikke viden', stepIds: [first] },
      ],
    };
    const { id } = await at.call<{ id: string }>('courseChains', 'saveRound', round);
    const { rounds, steps } = await at.get();
    expect(rounds[0]?.results.map(({ stepIds }) => stepIds.length)).toEqual([2, 1]);
    expect(steps.find((step) => step.id === first)?.results.map(({ text }) => text)).toEqual([
      'Eleverne kender ikke deres mål',
      'Teamene deler ikke viden',
    ]);

    // A link to a step that is away for now comes back with it, also when the round was saved meanwhile.
    await at.call('courseChains', 'removeStep', { id: second });
    const kept = (await at.get()).rounds[0]?.results ?? [];
    expect(kept[0]?.stepIds).toEqual([first]);
    await at.call('courseChains', 'saveRound', { ...round, id, results: kept.slice(0, 1) });
    await at.call('courseChains', 'restoreStep', { id: second });
    expect((await at.get()).rounds[0]?.results.map(({ stepIds }) => new Set(stepIds))).toEqual([
      new Set([first, second]),
    ]);

    await at.call('courseChains', 'removeRound', { id });
    expect((await at.get()).rounds).toEqual([]);
    await at.call('courseChains', 'restoreRound', { id });
    expect((await at.get()).rounds).toHaveLength(1);
    const foreign = { ...round, results: [{ text: 'x', stepIds: ['y'] }] };
    expect((await at.refused('saveRound', foreign)).message).toMatch(/ikke står i forløbet/);
  });
});

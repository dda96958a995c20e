import { randomUUID } from 'node:crypto';
import type { contract } from '@shared/contract';
import type { Output } from '@shared/contract/core';
import { describe, expect, it } from 'vitest';
import { talks } from '../../data/schema/talks';
import { testContext } from '../test-context';

type List = Output<typeof contract.employees.list>;
type Employee = Output<typeof contract.employees.get>;
type Id = { id: string };

async function school() {
  const context = testContext();
  const { call } = context;
  const category = await call<Id>('categories', 'save', { name: 'lærer', spiderTemplateId: null });
  const team = await call<Id>('teams', 'save', { name: 'Mellemtrinsteam', type: 'team' });
  const facts = (change: object = {}) => ({
    employeeNumber: 'L08',
    name: 'Pernille Aagaard',
    categoryId: category.id,
    title: '',
    employmentDate: '2007-08-01',
    leavingDate: null,
    employmentPercent: 100,
    note: '',
    ...change,
  });
  return {
    ...context,
    team,
    category,
    facts,
    add: async (change: object = {}) => (await call<Id>('employees', 'save', facts(change))).id,
    list: (input: object = {}) => call<List>('employees', 'list', input),
    get: (id: string) => call<Employee>('employees', 'get', { id }),
    audit: () =>
      context.context.db.$client.prepare('SELECT action, fields FROM audit_log ORDER BY seq DESC').get(),
  };
}

describe('list', () => {
  it('is in Danish order, shows those who are here on the day, and finds by all words', async () => {
    const { add, list, team } = await school();
    await add({ employeeNumber: '1', name: 'Åse Ørum' });
    await add({ employeeNumber: '2', name: 'Aage Bæk', leavingDate: '2026-11-22' });
    await add({ employeeNumber: '3', name: 'Zita Aa', employmentDate: '2027-01-01', teamId: team.id });
    await add({ employeeNumber: '4', name: 'Ævald Tom', leavingDate: '2026-11-23', teamId: team.id });
    const shown = (rows: List) => rows.map((one) => [one.name, one.state]);
    expect(shown(await list())).toEqual([
      ['Zita Aa', 'coming'],
      ['Ævald Tom', 'current'],
      ['Åse Ørum', 'current'],
    ]);
    expect(shown(await list({ includeFormer: true }))).toContainEqual(['Aage Bæk', 'former']);
    expect(shown(await list({ on: '2026-11-24' })).map(([name]) => name)).not.toContain('Ævald Tom');
    expect(shown(await list({ search: 'mellemtrin tom' }))).toEqual([['Ævald Tom', 'current']]);
    expect((await list({ on: '2027-01-01', search: '3' }))[0]?.teams).toMatchObject([
      { name: 'Mellemtrinsteam' },
    ]);
  });

  it('is closed while the file is locked or lent to an employee', async () => {
    for (const state of ['locked', 'employee'] as const) {
      const { router } = testContext({ session: { state } });
      expect(await router('employees', 'list', {})).toMatchObject({ ok: false, error: { code: 'locked' } });
    }
  });
});

describe('save', () => {
  it('refuses a number somebody has, in any case, naming her, and writes nothing', async () => {
    const { add, facts, router, list } = await school();
    await add();
    const reply = await router('employees', 'save', facts({ employeeNumber: ' l08 ', name: 'En anden' }));
    expect(reply).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(!reply.ok && reply.error.fields?.employeeNumber).toContain('Pernille Aagaard');
    expect(await list()).toHaveLength(1);
  });

  it('keeps names of changed fields in the audit log, never what stood in them', async () => {
    const { add, call, facts, audit, get } = await school();
    const id = await add();
    await call('employees', 'save', { ...facts({ title: 'læsevejleder', employmentPercent: 80 }), id });
    expect(audit()).toEqual({ action: 'employee.saved', fields: '["title","employmentPercent"]' });
    expect(await get(id)).toMatchObject({ title: 'læsevejleder', employmentPercent: 80 });
  });

  it('refuses to leave before the employment', async () => {
    const { router, facts } = await school();
    expect(await router('employees', 'save', facts({ leavingDate: '2007-07-31' }))).toMatchObject({
      error: { code: 'invalid', fields: { leavingDate: expect.any(String) } },
    });
  });

  it('refuses a team that is gone, and adds nobody', async () => {
    const { router, facts, list, failures } = await school();
    expect(await router('employees', 'save', facts({ teamId: 'x' }))).toMatchObject({
      error: { code: 'not-found', fields: { teamId: expect.any(String) } },
    });
    expect(failures).toEqual([]);
    expect(await list()).toEqual([]);
  });

  it('refuses a category that is gone', async () => {
    const { router, facts } = await school();
    expect(await router('employees', 'save', facts({ categoryId: 'x' }))).toMatchObject({
      error: { code: 'not-found', fields: { categoryId: expect.any(String) } },
    });
  });
});

describe('remove', () => {
  it('takes away and brings back', async () => {
    const { add, call, list, get } = await school();
    const id = await add();
    const before = await get(id);
    await call('employees', 'remove', { id });
    expect(await list()).toEqual([]);
    await call('employees', 'restore', { id });
    expect(await get(id)).toEqual(before);
  });

  it('is refused with the way out when something is recorded', async () => {
    const { add, context, router, list } = await school();
    const id = await add();
    context.db
      .insert(talks)
      .values({
        id: randomUUID(),
        kind: 'MUS',
        employeeId: id,
        leaderName: '',
        schoolYear: '2026/27',
        heldOn: '2026-11-24',
        startsAt: '',
        place: '',
        minutes: 60,
        isFixed: false,
        others: '',
        purpose: '',
        agenda: '',
        notForDiscussion: '',
        horizonMonths: 12,
        emptyPlanReason: '',
        createdAt: '2026-11-23T11:00:00.000Z',
      })
      .run();
    const reply = await router('employees', 'remove', { id });
    expect(reply).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(!reply.ok && reply.error.message).toMatch(/1 samtale om Pernille Aagaard.*sidste arbejdsdag/s);
    expect(await list()).toHaveLength(1);
  });

  it('frees the number; then the removed one cannot come back under it', async () => {
    const { add, call, list, router } = await school();
    const id = await add();
    await call('employees', 'remove', { id });
    await add({ name: 'En anden' });
    expect((await list()).map((one) => [one.name, one.employeeNumber])).toEqual([['En anden', 'L08']]);
    expect(await router('employees', 'restore', { id })).toMatchObject({ error: { code: 'conflict' } });
  });
});

describe('teams of an employee', () => {
  it('run from a day to a day, without overlap in the same team', async () => {
    const { add, call, get, router, team } = await school();
    const employeeId = await add({ teamId: team.id });
    const [first] = (await get(employeeId)).memberships;
    expect(first).toMatchObject({ fromDate: '2007-08-01', toDate: null, isCurrent: true });
    const again = { employeeId, teamId: team.id, fromDate: '2026-08-01', toDate: null };
    expect(await router('employees', 'saveMembership', again)).toMatchObject({ error: { code: 'conflict' } });
    expect(await router('employees', 'endMembership', { id: first?.id, toDate: '2007-07-31' })).toMatchObject(
      {
        error: { code: 'invalid' },
      },
    );
    await call('employees', 'endMembership', { id: first?.id, toDate: '2026-07-31' });
    expect((await get(employeeId)).teams).toEqual([]);
    const { id } = await call<Id>('employees', 'saveMembership', again);
    expect((await get(employeeId)).memberships.map((one) => one.isCurrent)).toEqual([true, false]);
    await call('employees', 'removeMembership', { id });
    expect((await get(employeeId)).memberships).toHaveLength(1);
  });
});

describe('functions, subjects and tasks', () => {
  it('are replaced as a whole, without doubles', async () => {
    const { add, call, get } = await school();
    const id = await add();
    await call('employees', 'saveFunctions', { id, functions: ['TR', 'læsevejleder', 'Læsevejleder'] });
    await call('employees', 'saveQualifications', {
      id,
      formalSubjects: ['historie', 'dansk'],
      assessedSubjects: ['engelsk'],
    });
    expect(await get(id)).toMatchObject({
      functions: ['læsevejleder', 'TR'],
      formalSubjects: ['dansk', 'historie'],
      assessedSubjects: ['engelsk'],
    });
    await call('employees', 'saveQualifications', { id, assessedSubjects: [] });
    expect(await get(id)).toMatchObject({ formalSubjects: ['dansk', 'historie'], assessedSubjects: [] });
  });

  it('keeps present and intended tasks of a school year, each once', async () => {
    const { add, call, get, router } = await school();
    const employeeId = await add();
    const task = { employeeId, schoolYear: '2026/27', kind: 'present', name: 'Dansk i 4.A' };
    const { id } = await call<Id>('employees', 'saveTask', task);
    expect(await router('employees', 'saveTask', { ...task, name: 'dansk i 4.a' })).toMatchObject({
      error: { code: 'conflict' },
    });
    await call('employees', 'saveTask', {
      ...task,
      kind: 'intended',
      schoolYear: '2027/28',
      name: 'Dansk i 5.A',
    });
    expect((await get(employeeId)).tasks.map((one) => [one.schoolYear, one.kind, one.name])).toEqual([
      ['2027/28', 'intended', 'Dansk i 5.A'],
      ['2026/27', 'present', 'Dansk i 4.A'],
    ]);
    await call('employees', 'removeTask', { id });
    expect((await get(employeeId)).tasks).toHaveLength(1);
  });
});

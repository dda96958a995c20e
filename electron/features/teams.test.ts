import type { contract } from '@shared/contract';
import type { Output } from '@shared/contract/core';
import { describe, expect, it } from 'vitest';
import { leadersTestSchool } from './leaders-test-school';
import { agreementInput, talkInput } from './talks-test-school';
import { testContext } from './test-context';

type Teams = Output<typeof contract.teams.list>;
type Id = { id: string };

async function withMember(change: object = {}) {
  const context = testContext();
  const { call } = context;
  const category = await call<Id>('categories', 'save', { name: 'lærer', spiderTemplateId: null });
  const team = await call<Id>('teams', 'save', { name: 'Udskolingsteam', type: 'team' });
  const employee = await call<Id>('employees', 'save', {
    employeeNumber: '1',
    name: 'Ib Bæk',
    categoryId: category.id,
    title: '',
    employmentDate: '2020-08-01',
    leavingDate: null,
    employmentPercent: 100,
    note: '',
    teamId: team.id,
    ...change,
  });
  return { ...context, team, employee };
}

describe('teams', () => {
  it('have a type and the members of today', async () => {
    const { call, team, employee } = await withMember();
    await call('teams', 'save', { name: 'Åben skole', type: 'network' });
    expect(await call<Teams>('teams', 'list')).toEqual([
      {
        ...team,
        name: 'Udskolingsteam',
        type: 'team',
        spiderTemplateId: null,
        members: [{ employeeId: employee.id, name: 'Ib Bæk', fromDate: '2020-08-01' }],
      },
      expect.objectContaining({ name: 'Åben skole', type: 'network', members: [] }),
    ]);
  });

  it('leave out members who have left', async () => {
    const { call } = await withMember({ leavingDate: '2026-07-31' });
    expect((await call<Teams>('teams', 'list'))[0]?.members).toEqual([]);
  });

  it('are not removed with members in them, and come back as they were', async () => {
    const { call, router, team, employee } = await withMember();
    const reply = await router('teams', 'remove', team);
    expect(reply).toMatchObject({ error: { code: 'conflict' } });
    await call('employees', 'remove', employee);
    const before = await call<Teams>('teams', 'list');
    await call('teams', 'remove', team);
    expect(await call<Teams>('teams', 'list')).toEqual([]);
    await call('teams', 'restore', team);
    expect(await call<Teams>('teams', 'list')).toEqual(before);
  });

  it('are not removed while a talk is open or a promise has no answer, since their page is where it is given', async () => {
    const { call, router } = leadersTestSchool();
    const tus = talkInput({ kind: 'TUS', employeeId: null, teamId: 'middle' });
    const { id: talkId } = await call<{ id: string }>('talks', 'plan', tus);
    const promise = agreementInput({ employeeId: null, teamId: 'middle', talkId });
    const { id } = await call<{ id: string }>('agreements', 'save', promise);
    for (const member of ['m-pernille', 'm-kasper', 'm-thomas'])
      await call('employees', 'endMembership', { id: member, toDate: '2026-11-22' });
    const why = async () => {
      const reply = await router('teams', 'remove', { id: 'middle' });
      return reply.ok ? '' : reply.error.message;
    };
    expect(await why()).toContain('en samtale, der ikke er lukket');
    await call('talks', 'close', { id: talkId, emptyPlanReason: '' });
    expect(await why()).toContain('aftaler, der ikke er fulgt op');
    await call('agreements', 'mark', { id, state: 'dropped', reason: 'Teamet er delt', talkId: null });
    expect(await why()).toBe('');
  });

  it('have names of their own', async () => {
    const { call, router, team } = await withMember();
    expect(await router('teams', 'save', { name: 'udskolingsteam', type: 'team' })).toMatchObject({
      error: { code: 'conflict', fields: { name: expect.any(String) } },
    });
    await call('teams', 'save', { ...team, name: 'UDSKOLINGSTEAM', type: 'department' });
    expect((await call<Teams>('teams', 'list'))[0]).toMatchObject({
      name: 'UDSKOLINGSTEAM',
      type: 'department',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { leadersTestSchool } from './leaders-test-school';
import { talkInput } from './talks-test-school';

type List = {
  leaders: { id: string | null; name: string; people: number; isSchoolLeader: boolean; hasLeft: boolean }[];
  people: {
    employeeId: string;
    leaderId: string | null;
    since: string | null;
    next: { leaderName: string; fromDate: string } | null;
  }[];
};
type Of = {
  isSchoolLeader: boolean;
  people: number;
  periods: { leaderId: string; fromDate: string; toDate: string | null }[];
};

describe('who is whose leader', () => {
  it('is the school’s leader until somebody else is chosen', async () => {
    const { call } = leadersTestSchool();
    const { leaders, people } = await call<List>('leaders', 'list');
    expect(leaders.map(({ name, people }) => [name, people])).toEqual([['Birgitte Halkjær', 5]]);
    expect(people.map(({ employeeId, leaderId, since }) => [employeeId, leaderId, since])).toEqual([
      ['amina', 'birgitte', null],
      ['kasper', 'birgitte', null],
      ['ole', 'birgitte', null],
      ['pernille', 'birgitte', null],
      ['thomas', 'birgitte', null],
    ]);
  });

  it('can be set for one, a team, a category or many, and adds up to everybody', async () => {
    const { call, set } = leadersTestSchool();
    await set(['ole'], 'amina');
    const team = await call('leaders', 'set', { who: { teamId: 'middle' }, leaderId: 'thomas' });
    // Thomas is in the team himself, and nobody is her own leader.
    expect(team).toMatchObject({ changed: 2, unchanged: 0 });
    const { leaders, people } = await call<List>('leaders', 'list');
    expect(leaders.map(({ id, people }) => [id, people])).toEqual([
      ['birgitte', 2],
      ['amina', 1],
      ['thomas', 2],
    ]);
    expect(leaders.reduce((sum, one) => sum + one.people, 0)).toBe(people.length);
    const all = await call('leaders', 'set', { who: { categoryId: 'teacher' }, leaderId: 'amina' });
    expect(all).toMatchObject({ changed: 2 });
    expect(await call('leaders', 'set', { who: { categoryId: 'teacher' }, leaderId: 'amina' })).toEqual({
      changed: 0,
      unchanged: 2,
      undoId: null,
    });
  });

  it('is kept as history, from today unless a day is chosen', async () => {
    const { call, set } = leadersTestSchool();
    await set(['kasper'], 'thomas', '2026-08-01');
    await set(['kasper'], 'amina');
    await set(['kasper'], 'birgitte', '2027-01-01');
    const { periods } = await call<Of>('leaders', 'forEmployee', { employeeId: 'kasper' });
    expect(periods.map(({ leaderId, fromDate, toDate }) => [leaderId, fromDate, toDate])).toEqual([
      ['birgitte', '2027-01-01', null],
      ['amina', '2026-11-23', '2026-12-31'],
      ['thomas', '2026-08-01', '2026-11-22'],
    ]);
    const { people } = await call<List>('leaders', 'list');
    expect(people.find(({ employeeId }) => employeeId === 'kasper')?.next).toEqual({
      leaderName: 'Birgitte Halkjær',
      fromDate: '2027-01-01',
    });
  });

  it('is the school’s leader again when she has left without handing over', async () => {
    const { call, set } = leadersTestSchool();
    await set(['pernille'], 'thomas', '2026-08-01');
    await call('employees', 'setLeaving', { id: 'thomas', leavingDate: '2026-11-30' });
    const leaderOn = async (heldOn: string) => {
      const { id } = await call<{ id: string }>('talks', 'plan', talkInput({ heldOn }));
      const { leaderName } = await call<{ leaderName: string }>('talks', 'get', { id });
      await call('talks', 'remove', { id });
      return leaderName;
    };
    expect(await leaderOn('2026-11-30')).toBe('Thomas Ravnholt');
    expect(await leaderOn('2026-12-01')).toBe('Birgitte Halkjær');
  });

  it('is undone as one', async () => {
    const { call, set, rowsOf, router } = leadersTestSchool();
    await set(['kasper', 'ole'], 'thomas', '2026-08-01');
    const before = rowsOf('SELECT * FROM responsible_leaders ORDER BY id');
    const { undoId } = await set(['kasper', 'ole', 'pernille'], 'amina');
    await call('leaders', 'undo', { undoId });
    expect(rowsOf('SELECT * FROM responsible_leaders ORDER BY id')).toEqual(before);
    expect(await router('leaders', 'undo', { undoId })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('is not undone over a later choice, and a later choice is the one that can be undone', async () => {
    const { set, router, leaderOf } = leadersTestSchool();
    const first = await set(['kasper'], 'thomas', '2026-08-01');
    const second = await set(['kasper'], 'amina');
    expect(await router('leaders', 'undo', { undoId: first.undoId })).toMatchObject({ ok: false });
    expect(await router('leaders', 'undo', { undoId: second.undoId })).toMatchObject({ ok: true });
    expect(await leaderOf('kasper')).toBe('thomas');
  });

  it('refuses what cannot be, and changes nobody then', async () => {
    const { router, rowsOf, set } = leadersTestSchool();
    await set(['kasper'], 'thomas', '2026-10-01');
    const before = rowsOf('SELECT * FROM responsible_leaders');
    const tries: [object, string][] = [
      [
        { who: { employeeIds: ['ole', 'kasper'] }, leaderId: 'amina', fromDate: '2026-09-01' },
        'Kasper Nyholm: ',
      ],
      [{ who: { employeeIds: ['amina'] }, leaderId: 'amina' }, 'sin egen leder'],
      [{ who: { employeeIds: ['birgitte'] }, leaderId: 'amina' }, 'skolens leder har ingen leder'],
      [{ who: { employeeIds: ['ole'] }, leaderId: 'hanne' }, 'fratrådt'],
      [
        { who: { employeeIds: ['ole'] }, leaderId: 'amina', fromDate: '2026-07-31' },
        'først ansat fra 1. august 2026',
      ],
      [{ who: { employeeIds: ['ole'] }, leaderId: 'nobody' }, 'findes ikke længere'],
      [{ who: { teamId: 'nothing' }, leaderId: 'amina' }, 'Teamet findes ikke'],
      [{ who: { teamId: 'office' }, leaderId: 'amina' }, 'ingen medarbejdere'],
      [{ who: { categoryId: 'nothing' }, leaderId: 'amina' }, 'Kategorien findes ikke'],
    ];
    for (const [input, words] of tries) {
      expect(await router('leaders', 'set', input)).toMatchObject({
        ok: false,
        error: { message: expect.stringContaining(words) },
      });
    }
    expect(rowsOf('SELECT * FROM responsible_leaders')).toEqual(before);
  });
});

describe('the school’s leader', () => {
  it('is chosen from the staff list in the school’s details, and has no leader herself', async () => {
    const { call } = leadersTestSchool();
    const profile = await call<Record<string, unknown>>('school', 'get');
    await call('school', 'save', { ...profile, leaderName: 'Amina Farooq', leaderEmployeeId: 'amina' });
    expect(await call<Of>('leaders', 'forEmployee', { employeeId: 'amina' })).toMatchObject({
      isSchoolLeader: true,
      people: 5,
    });
    const { leaders, people } = await call<List>('leaders', 'list');
    expect(leaders[0]).toMatchObject({ id: 'amina', isSchoolLeader: true });
    expect(people.map(({ employeeId }) => employeeId)).not.toContain('amina');
  });

  it('stands first also when she is not on the staff list', async () => {
    const { call, context } = leadersTestSchool();
    context.db.$client.exec("UPDATE schools SET leader_employee_id = NULL, leader_name = 'Ny Leder'");
    const { leaders, people } = await call<List>('leaders', 'list');
    expect(leaders).toMatchObject([{ id: null, name: 'Ny Leder', people: 6, hasLeft: false }]);
    expect(people).toHaveLength(6);
  });

  it('cannot be somebody who is not there', async () => {
    const { call, router } = leadersTestSchool();
    const profile = await call<Record<string, unknown>>('school', 'get');
    expect(await router('school', 'save', { ...profile, leaderEmployeeId: 'nobody' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});

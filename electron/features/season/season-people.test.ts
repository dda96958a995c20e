import { describe, expect, it } from 'vitest';
import { talkInput } from '../talks-test-school';
import { acceptable, type Booked, type Due, schoolYear, seasonSchool } from './season-test-school';

const leave = (call: ReturnType<typeof seasonSchool>['call'], id: string, leavingDate: string) =>
  call('employees', 'setLeaving', { id, leavingDate });

describe('a season with people who come and go', () => {
  it('has no talk after somebody’s last day, neither with her nor by her', async () => {
    const { call, propose, accept } = seasonSchool();
    await call('leaders', 'set', {
      who: { employeeIds: ['pernille'] },
      leaderId: 'thomas',
      fromDate: '2026-08-01',
    });
    await leave(call, 'thomas', '2026-12-03');
    await leave(call, 'kasper', '2026-11-27');
    const proposal = await propose({ first: '2026-11-30' });
    const days = new Map(proposal.talks.map(({ withName, heldOn }) => [withName, heldOn]));
    for (const name of ['Thomas Lind', 'Pernille Aagaard'])
      expect(days.get(name)?.localeCompare('2026-12-03')).toBeLessThanOrEqual(0);
    expect(proposal.unplaced).toMatchObject([{ withName: 'Kasper Nyholm', why: 'away' }]);
    await accept(proposal);
  });

  it('holds a team’s talk without a member who is gone all the time', async () => {
    const { call, propose, accept, alternate, leave: goesOnLeave } = seasonSchool();
    await alternate(null, 'TUS');
    await call('employees', 'saveMembership', {
      employeeId: 'ole',
      teamId: 'middle',
      fromDate: '2026-08-01',
      toDate: null,
    });
    goesOnLeave('kasper', '2026-10-01', null);
    const proposal = await propose();
    expect(proposal.talks.filter(({ kind }) => kind === 'TUS')).toHaveLength(1);
    expect(proposal.unplaced).toEqual([]);
    const { created } = await accept(proposal);
    const talks = await Promise.all(
      created.map((id) => call<{ kind: string; participants: { id: string }[] }>('talks', 'get', { id })),
    );
    const team = talks.find(({ kind }) => kind === 'TUS');
    expect(team?.participants.map(({ id }) => id)).toEqual(['ole', 'pernille']);
  });

  it('gives nobody a second talk beside one that is planned for next year', async () => {
    const { call, due, propose, accept } = seasonSchool();
    await call('talks', 'plan', talkInput({ employeeId: 'kasper', heldOn: '2027-09-01' }));
    const stateOf = ({ employees }: Due) => employees.find((one) => one.employeeId === 'kasper')?.state;
    expect(stateOf(await due())).toBe('planned');
    expect(stateOf(await due('2025/26'))).not.toBe('planned');
    const proposal = await propose();
    expect(proposal.talks.map(({ employeeId }) => employeeId)).not.toContain('kasper');
    await accept(proposal);
  });

  it('moves no talk out of its school year', async () => {
    const { call, propose, plan } = seasonSchool();
    const id = await plan('pernille', '2026-05-04', '10:00');
    const [kasper] = acceptable(await propose());
    const move = { ...kasper, talkId: id, employeeId: 'pernille' };
    await expect(call<Booked>('season', 'accept', { schoolYear, talks: [move] })).rejects.toThrow(
      'Noget er ændret',
    );
  });
});

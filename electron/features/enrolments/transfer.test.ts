import type { OutputOf } from '@shared/contract';
import { describe, expect, it } from 'vitest';
import { enrolmentSchool } from './test-enrolments';

describe('before, during and after', () => {
  const today = async ({ call }: ReturnType<typeof enrolmentSchool>) =>
    (await call<OutputOf<'today', 'get'>>('today', 'get')).transfer;

  it('is suggested for longer and formal activities, once, with days, people and the team', async () => {
    const school = enrolmentSchool();
    const short = await school.save('gitte', { endsOn: '2027-02-02' });
    expect((await school.get(short)).suggestsTransfer).toBe(false);
    expect((await school.get(await school.save('gitte', { itemId: 'kiu' }))).suggestsTransfer).toBe(true);
    const id = await school.save('gitte');
    expect((await school.get(id)).suggestsTransfer).toBe(true);
    const { stepIds } = await school.call<{ stepIds: string[] }>('enrolments', 'suggestTransfer', { id });
    const { transfer, suggestsTransfer } = await school.get(id);
    expect(suggestsTransfer).toBe(false);
    expect(transfer).toHaveLength(stepIds.length);
    expect(transfer.map(({ phase }) => phase)).toEqual([
      'before',
      'before',
      'during',
      'during',
      'after',
      'after',
    ]);
    expect(transfer.find(({ teamId }) => teamId)).toMatchObject({
      teamName: 'Danskteam',
      dueOn: '2027-02-19',
    });
    expect(transfer[1]).toMatchObject({ responsibleId: 'gitte', dueOn: '2027-01-25' });
    await expect(school.call('enrolments', 'suggestTransfer', { id })).rejects.toThrow(
      /allerede en tjekliste/,
    );
    await school.call('enrolments', 'removeSteps', { ids: stepIds });
    expect((await school.get(id)).transfer).toEqual([]);
    await school.call('enrolments', 'restoreSteps', { ids: stepIds });
    expect((await school.get(id)).transfer).toEqual(transfer);
  });

  it('stands on Today two weeks ahead and when it is over, until it is done or the enrolment is out', async () => {
    const school = enrolmentSchool();
    const id = await school.save('gitte');
    const step = {
      ...{ enrolmentId: id, phase: 'before', text: 'Tal med PLC', responsibleId: 'gitte', teamId: null },
      dueOn: '2026-12-07',
    };
    const { id: stepId } = await school.call<{ id: string }>('enrolments', 'saveStep', step);
    expect(await today(school)).toEqual([]);
    await school.move(id, 'approved');
    expect(await today(school)).toMatchObject([
      { stepId, enrolmentId: id, employeeName: 'Gitte Rosenkjær', text: 'Tal med PLC', days: 14 },
    ]);
    await school.call('enrolments', 'saveStep', { ...step, id: stepId, dueOn: '2026-11-20' });
    expect(await today(school)).toMatchObject([{ days: -3 }]);
    await school.call('enrolments', 'markStep', { id: stepId, isDone: true });
    expect(await today(school)).toEqual([]);
    await school.call('enrolments', 'markStep', { id: stepId, isDone: false });
    await school.move(id, 'cancelled', 'Syg.');
    expect(await today(school)).toEqual([]);
  });

  it('belongs to its own enrolment and to people and teams that are there', async () => {
    const { save, call } = enrolmentSchool();
    const [one, other] = [await save('gitte'), await save('kasper')];
    const step = { phase: 'after', text: 'Del det', dueOn: null, responsibleId: null, teamId: null };
    const { id } = await call<{ id: string }>('enrolments', 'saveStep', { ...step, enrolmentId: one });
    await expect(call('enrolments', 'saveStep', { ...step, id, enrolmentId: other })).rejects.toThrow(
      /not-found/,
    );
    await expect(
      call('enrolments', 'saveStep', { ...step, enrolmentId: one, teamId: 'gone' }),
    ).rejects.toThrow(/not-found/);
    await expect(
      call('enrolments', 'saveStep', { ...step, enrolmentId: one, responsibleId: 'gone' }),
    ).rejects.toThrow(/not-found/);
  });

  it('is taken up in the next talk, hers and her team’s', async () => {
    const school = enrolmentSchool();
    const { call } = school;
    const plan = async (who: object, heldOn: string) =>
      (
        await call<{ id: string }>('talks', 'plan', {
          ...{ kind: 'MUS', employeeId: null, teamId: null, leaderId: null, startsAt: '09:00' },
          ...{ minutes: 60, place: '', heldOn, ...who },
        })
      ).id;
    const talkId = await plan({ employeeId: 'gitte' }, '2026-12-01');
    const asked = (id: string) =>
      call<OutputOf<'enrolments', 'forTalk'>>('enrolments', 'forTalk', { talkId: id });
    const id = await school.save('gitte');
    expect((await asked(talkId)).activities).toEqual([]);
    await school.complete(id);
    await school.complete(await school.save('kasper'));
    await call('enrolments', 'suggestTransfer', { id });
    const { activities, since } = await asked(talkId);
    expect(since).toBeNull();
    expect(activities).toMatchObject([{ id, state: 'completed', on: '2026-11-23', spiders: null }]);
    expect(activities[0]?.steps).toHaveLength(6);
    const teamTalk = await plan({ kind: 'TUS', teamId: 'dansk', participants: ['gitte'] }, '2026-12-02');
    expect((await asked(teamTalk)).activities).toMatchObject([
      { id, employeeName: 'Gitte Rosenkjær', steps: [{ teamName: 'Danskteam' }] },
    ]);
  });
});

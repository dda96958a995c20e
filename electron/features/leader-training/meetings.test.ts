import type { OutputOf } from '@shared/contract';
import { describe, expect, it } from 'vitest';
import { leaderSchool } from './test-leaders';

type ShareBacks = OutputOf<'leaderTraining', 'shareBacks'>;
type Courses = OutputOf<'leaderTraining', 'courses'>;

describe('the leadership meeting', () => {
  const listOf = (test: ReturnType<typeof leaderSchool>) =>
    test.call<ShareBacks>('leaderTraining', 'shareBacks');

  it('is offered what was passed within a year, and keeps what was done apart', async () => {
    const test = leaderSchool();
    const entryId = await test.module('lone');
    await test.module('birgitte', { startedOn: null, completedOn: '2016-06-30' });
    const before = await listOf(test);
    expect(before.offered).toEqual([
      {
        entryId,
        employeeId: 'lone',
        name: 'Lone Bæk Simonsen',
        title: 'Pædagogisk ledelse',
        completedOn: '2026-06-20',
      },
    ]);
    expect(before.leaders.map(({ employeeId }) => employeeId)).toEqual([
      'amina',
      'birgitte',
      'lone',
      'thomas',
    ]);
    const item = { employeeId: 'lone', entryId, topic: 'Feedback i ledelse tæt på', meetingOn: '2026-12-07' };
    const { id } = await test.call<{ id: string }>('leaderTraining', 'saveShareBack', item);
    const { id: later } = await test.call<{ id: string }>('leaderTraining', 'saveShareBack', {
      employeeId: 'thomas',
      entryId: null,
      topic: 'Besøg på naboskolen',
      meetingOn: '2026-11-30',
    });
    expect((await listOf(test)).offered).toEqual([]);
    expect((await listOf(test)).items.map((one) => one.id)).toEqual([later, id]);
    await test.call('leaderTraining', 'markShareBack', { id: later, isDone: true });
    expect((await listOf(test)).items).toMatchObject([
      { id, entryTitle: 'Pædagogisk ledelse', doneAt: null },
      { id: later, doneAt: '2026-11-23T12:00:00.000Z' },
    ]);
    await test.call('leaderTraining', 'markShareBack', { id: later, isDone: false });
    await test.call('leaderTraining', 'saveShareBack', { ...item, id, meetingOn: null });
    expect((await test.ledger('lone')).shareBacks).toMatchObject([{ id, meetingOn: null, doneAt: null }]);
    await test.call('leaderTraining', 'removeShareBack', { id });
    expect((await listOf(test)).items.map((one) => one.id)).toEqual([later]);
    await test.call('leaderTraining', 'restoreShareBack', { id });
    expect((await listOf(test)).items).toHaveLength(2);
  });

  it('takes no module of somebody else', async () => {
    const test = leaderSchool();
    const entryId = await test.module('lone');
    const item = { employeeId: 'thomas', entryId, topic: 'Feedback', meetingOn: null };
    await expect(test.call('leaderTraining', 'saveShareBack', item)).rejects.toThrow(
      /ikke længere i regnskabet/,
    );
    await expect(test.call('leaderTraining', 'markShareBack', { id: 'x', isDone: true })).rejects.toThrow(
      /findes ikke/,
    );
  });
});

describe('internal courses', () => {
  const supervision = {
    title: 'Supervision',
    heldOn: '2026-11-10',
    place: 'Mødelokalet',
    note: '',
    participants: [
      { employeeId: 'thomas', attended: true },
      { employeeId: 'lone', attended: false },
    ],
  };
  const list = (test: ReturnType<typeof leaderSchool>) => test.call<Courses>('leaderTraining', 'courses');

  it('are for leaders of one category or several, and stand with each of them', async () => {
    const test = leaderSchool();
    const { id } = await test.call<{ id: string }>('leaderTraining', 'saveCourse', supervision);
    const { courses, people } = await list(test);
    expect(courses).toMatchObject([
      {
        id,
        categories: ['administrativ leder', 'Pædagogisk leder'],
        participants: [{ attended: false }, { attended: true }],
      },
    ]);
    expect(people.map(({ employeeId, isLeader }) => [employeeId, isLeader])).toEqual([
      ['amina', true],
      ['birgitte', true],
      ['lone', true],
      ['thomas', true],
      ['mette', false],
    ]);
    expect((await test.ledger('thomas')).courses).toEqual([
      { id, title: 'Supervision', heldOn: '2026-11-10', attended: true },
    ]);
    await test.call('leaderTraining', 'saveCourse', { ...supervision, id, participants: [] });
    expect((await list(test)).courses[0]?.categories).toEqual([]);
    await test.call('leaderTraining', 'removeCourse', { id });
    expect((await list(test)).courses).toEqual([]);
    await test.call('leaderTraining', 'restoreCourse', { id });
    expect((await list(test)).courses).toHaveLength(1);
  });

  it('have nobody attending before they are held', async () => {
    const test = leaderSchool();
    const save = (heldOn: string | null) =>
      test.call('leaderTraining', 'saveCourse', { ...supervision, heldOn });
    await expect(save('2026-11-24')).rejects.toThrow(/ikke holdt endnu/);
    await expect(save(null)).rejects.toThrow(/ikke holdt endnu/);
    expect((await list(test)).courses).toEqual([]);
  });
});

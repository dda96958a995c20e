import type { OutputOf } from '@shared/contract';
import { standardForm } from '@shared/domain/talk-areas';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { employees, teamMemberships, teams } from '../../data/schema/employees';
import { ownTalkWishes } from '../../data/schema/season';
import { agreements, ratingLevels, ratings, talks } from '../../data/schema/talks';
import { agreementInput, talkDetails, talkInput, testSchool } from '../talks-test-school';

type Made = { id: string };
type Talk = OutputOf<'talks', 'get'>;
type List = OutputOf<'talks', 'list'>;
type Agreements = OutputOf<'agreements', 'earlier'>;

/** A team of three with the teachers' spider; Ole is in no team. */
function testTeam() {
  const test = testSchool();
  const { db } = test.context;
  db.insert(teams)
    .values([
      { id: 'middle', name: 'Mellemtrinsteam', type: 'team', spiderTemplateId: 'spider' },
      { id: 'empty', name: 'Nyt team', type: 'team', spiderTemplateId: null },
    ])
    .run();
  db.insert(teamMemberships)
    .values(
      ['pernille', 'kasper', 'hanne'].map((employeeId) => ({
        id: `in ${employeeId}`,
        employeeId,
        teamId: 'middle',
        fromDate: '2020-08-01',
      })),
    )
    .run();
  const tus = (change: Record<string, unknown> = {}) =>
    talkInput({ kind: 'TUS', employeeId: null, teamId: 'middle', minutes: 120, ...change });
  const planTus = async (heldOn: string) => (await test.call<Made>('talks', 'plan', tus({ heldOn }))).id;
  const get = (id: string) => test.call<Talk>('talks', 'get', { id });
  const promise = (talkId: string, change: Record<string, unknown> = {}) =>
    test.call<Made>(
      'agreements',
      'save',
      agreementInput({ employeeId: null, teamId: 'middle', talkId, dueOn: '2027-05-01', ...change }),
    );
  return { ...test, tus, planTus, get, promise };
}

describe('a talk with a team', () => {
  it('has the five areas of R002-09, two years ahead, and the members of the day', async () => {
    const { planTus, get } = testTeam();
    const talk = await get(await planTus('2026-11-24'));
    expect(talk).toMatchObject({
      kind: 'TUS',
      employeeId: null,
      teamId: 'middle',
      withName: 'Mellemtrinsteam',
      horizonMonths: 24,
      spiderName: 'Lærer',
      planStatus: 'missing',
      ratings: { wanted: false },
    });
    expect(talk.areas).toEqual(standardForm('TUS').areas);
    expect(talk.areas.map(({ part }) => part)).toEqual(['followUp', 'note', 'picture', 'ratings', 'plan']);
    // Hanne left in 2021.
    expect(talk.participants.map(({ name }) => name)).toEqual(['Kasper Nyholm', 'Pernille Aagaard']);
  });

  it('refuses a kind that does not fit, an empty team, and a second of the same kind', async () => {
    const { call, tus, planTus } = testTeam();
    const bad = [
      [tus({ kind: 'MUS' }), 'TUS og GRUS holdes med et team'],
      [talkInput({ kind: 'GRUS' }), 'TUS og GRUS holdes med et team'],
      [tus({ employeeId: 'pernille' }), 'TUS og GRUS holdes med et team'],
      [tus({ teamId: 'empty' }), 'ingen medlemmer'],
      [tus({ teamId: 'nowhere' }), 'Teamet findes ikke'],
      [tus({ participants: ['nobody'] }), 'Medarbejderen findes ikke'],
    ] as const;
    for (const [input, words] of bad) await expect(call('talks', 'plan', input)).rejects.toThrow(words);
    await planTus('2026-11-24');
    await expect(planTus('2026-12-01')).rejects.toThrow('har allerede en samtale');
    await call('talks', 'plan', tus({ kind: 'GRUS' }));
  });

  it('shows who has asked for a talk of her own, and stands on each participant’s page', async () => {
    const { call, context, planTus, get } = testTeam();
    const wish = { employeeId: 'kasper', schoolYear: '2026/27', wishedOn: '2026-10-01' };
    context.db.insert(ownTalkWishes).values(wish).run();
    const id = await planTus('2026-11-24');
    expect((await get(id)).participants.map(({ wantsOwnTalk }) => wantsOwnTalk)).toEqual([true, false]);
    const of = async (employeeId: string) =>
      (await call<{ talks: Made[] }>('talks', 'forEmployee', { employeeId })).talks.map((talk) => talk.id);
    expect([await of('kasper'), await of('ole')]).toEqual([[id], []]);
    const details = talkDetails({ id, participants: ['ole'], others: 'TR Susanne' });
    await call('talks', 'save', details);
    expect(await get(id)).toMatchObject({ others: 'TR Susanne', participants: [{ id: 'ole' }] });
    expect(await of('ole')).toEqual([id]);
    await expect(call('talks', 'save', { ...details, participants: [] })).rejects.toThrow(
      'hvem der deltager',
    );
  });

  it('does not stand in the way of anybody’s own MUS', async () => {
    const { call, planTus, plan } = testTeam();
    const id = await planTus('2026-11-20');
    await call('talks', 'close', { id, emptyPlanReason: 'Ny' });
    const list = await call<List>('talks', 'list', { schoolYear: '2026/27' });
    expect(list.talks).toMatchObject([{ id, withName: 'Mellemtrinsteam', categoryName: '' }]);
    await plan('pernille', '2026-11-24');
  });
});

describe('a team’s one rating in common', () => {
  const answer = { state: 'rated', level: 3, comment: 'Vi gør det sammen' };

  it('is written in the talk, closes with it, and stands beside the next', async () => {
    const { call, context, planTus, setNow } = testTeam();
    const id = await planTus('2025-11-20');
    await call('ratings', 'saveTeam', { talkId: id, competenceId: 'c1', answer });
    await call('talks', 'close', { id, emptyPlanReason: 'Ny' });
    await expect(
      call('ratings', 'saveTeam', { talkId: id, competenceId: 'c1', answer: null }),
    ).rejects.toThrow('Samtalen er lukket');
    expect(() => context.db.update(ratingLevels).set({ level: 5 }).run()).toThrow('rating is locked');

    setNow('2027-11-20T09:00:00');
    const next = await planTus('2027-11-24');
    const team = await call<OutputOf<'ratings', 'team'>>('ratings', 'team', { talkId: next });
    expect(team.answers).toEqual([null, null]);
    expect(team.lastTime?.map(({ level }) => level)).toEqual([3, null]);
  });

  it('cannot be made by one: neither blind, nor by the leader, nor of an employee', async () => {
    const { call, context, planTus, plan } = testTeam();
    const talkId = await planTus('2026-11-24');
    const own = await plan('pernille', '2026-11-24');
    for (const [name, input] of [
      ['overview', { talkId }],
      ['lend', { talkId }],
      ['saveLeader', { talkId, competenceId: 'c1', answer }],
      ['saveAgreed', { talkId, competenceId: 'c1', answer }],
      ['team', { talkId: own }],
      ['saveTeam', { talkId: own, competenceId: 'c1', answer }],
    ] as const)
      await expect(call('ratings', name, input)).rejects.toThrow('vurderer sig selv sammen');
    expect(context.db.select().from(ratings).all()).toEqual([]);
  });
});

describe('what a team promises', () => {
  it('opens its next talk, which goes no further before it is answered', async () => {
    const { call, planTus, promise, setNow } = testTeam();
    const first = await planTus('2025-11-20');
    const { id } = await promise(first);
    await call('talks', 'close', { id: first, emptyPlanReason: '' });
    setNow('2026-11-23T12:00:00');
    const next = await planTus('2026-11-24');
    const earlier = await call<Agreements>('agreements', 'earlier', { talkId: next });
    expect(earlier.agreements.map((row) => row.id)).toEqual([id]);
    const write = (area: number) => call('talks', 'saveNote', { talkId: next, area, text: 'Vi' });
    await write(1);
    await expect(write(2)).rejects.toThrow('ikke fulgt op');
    await expect(promise(next)).rejects.toThrow('ikke fulgt op');
    await expect(call('talks', 'close', { id: next, emptyPlanReason: 'x' })).rejects.toThrow('ikke fulgt op');
    await call('agreements', 'mark', { id, state: 'partly', reason: 'Halvvejs', talkId: next });
    await write(2);
    await promise(next);
    await call('talks', 'close', { id: next, emptyPlanReason: '' });
  });

  it('is nobody’s own: it stands on no employee’s page and in no employee’s talk', async () => {
    const { call, planTus, promise, plan } = testTeam();
    const first = await planTus('2025-11-20');
    await promise(first);
    const own = await plan('pernille', '2026-11-24');
    expect((await call<Agreements>('agreements', 'earlier', { talkId: own })).agreements).toEqual([]);
    expect(
      (await call<Agreements>('agreements', 'forEmployee', { employeeId: 'pernille' })).agreements,
    ).toEqual([]);
    await expect(promise(own)).rejects.toThrow('anden medarbejder eller et andet team');
    await expect(call('agreements', 'save', agreementInput({ talkId: first }))).rejects.toThrow('andet team');
  });

  it('has no place in a training plan, and is about exactly one', async () => {
    const { call, planTus, promise, context } = testTeam();
    const talkId = await planTus('2026-11-24');
    const plan = { cell: 'S-F1', priorityId: null, taskKind: 'present', taskName: 'Dansk 4.A' };
    await expect(promise(talkId, { plan })).rejects.toThrow('ingen uddannelsesplan');
    await expect(promise(talkId, { employeeId: 'pernille' })).rejects.toThrow('invalid');
    await expect(
      call('agreements', 'save', agreementInput({ employeeId: null, teamId: null })),
    ).rejects.toThrow('én medarbejder eller ét team');
    await promise(talkId);
    // The database holds it, too.
    const both = { employeeId: 'pernille', teamId: 'middle' };
    expect(() => context.db.update(agreements).set(both).run()).toThrow('one employee or one team');
    expect(() => context.db.update(talks).set(both).where(eq(talks.id, talkId)).run()).toThrow(
      'one employee or one team',
    );
  });
});

it('a leader who is renamed keeps her own talk out of the list of those she holds', async () => {
  const { call, context } = testSchool();
  const row = {
    ...context.db.select().from(employees).where(eq(employees.id, 'ole')).get(),
    id: 'birgitte',
    employeeNumber: '9',
    name: 'Birgitte Halkjær',
  };
  context.db
    .insert(employees)
    .values(row as typeof employees.$inferInsert)
    .run();
  const names = async () =>
    (await call<List>('talks', 'list', { schoolYear: '2026/27' })).without.map(({ name }) => name);
  expect(await names()).not.toContain('Birgitte Halkjær');
});

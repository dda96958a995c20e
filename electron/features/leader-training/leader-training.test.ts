import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { employees, leaves } from '../../data/schema/employees';
import { meritCases } from '../../data/schema/merit';
import { leaderSchool } from './test-leaders';

const states = ({ leaders }: Awaited<ReturnType<ReturnType<typeof leaderSchool>['overview']>>) =>
  Object.fromEntries(leaders.map(({ employeeId, clock }) => [employeeId, clock.state]));

describe('where the leaders stand', () => {
  it('is said of everybody whose post has a requirement, who must act first', async () => {
    const test = leaderSchool();
    await test.module('birgitte', {
      ects: 10,
      title: 'Diplom i ledelse',
      startedOn: null,
      completedOn: '2016-06-30',
    });
    await test.module('lone', { completedOn: '2025-06-20', startedOn: '2025-02-01' });
    const overview = await test.overview();
    expect(overview).toMatchObject({ date: '2026-11-23', requirements: 2, unchecked: 0 });
    expect(
      overview.leaders.map(({ employeeId, clock, sums }) => [employeeId, clock.state, sums.missing]),
    ).toEqual([
      ['thomas', 'notBegun', 10],
      ['amina', 'notBegun', 10],
      ['lone', 'begun', 5],
      ['birgitte', 'fulfilled', 0],
    ]);
    expect(overview.leaders[0]?.clock).toMatchObject({ deadline: '2027-01-01', days: 39, isAssumed: true });
    expect(overview.leaders.find(({ employeeId }) => employeeId === 'lone')?.requirement).toMatchObject({
      basis: 'schoolDecision',
      ects: 10,
    });
  });

  it('leaves out who has left, and shows leave beside the clock without moving it', async () => {
    const test = leaderSchool();
    const { db } = test.context;
    const away = { id: 'l', employeeId: 'thomas', fromDate: '2026-03-01', toDate: '2026-08-31' };
    db.insert(leaves)
      .values([
        { ...away, createdAt: '' },
        { ...away, id: 'old', fromDate: '2025-01-01', toDate: '2025-03-01', createdAt: '' },
      ])
      .run();
    db.update(employees).set({ leavingDate: '2026-10-31' }).where(eq(employees.id, 'amina')).run();
    const { leaders } = await test.overview();
    expect(leaders.map(({ employeeId }) => employeeId)).not.toContain('amina');
    const thomas = leaders.find(({ employeeId }) => employeeId === 'thomas');
    expect(thomas?.leaves).toEqual([{ fromDate: '2026-03-01', toDate: '2026-08-31' }]);
    expect(thomas?.clock.deadline).toBe('2027-01-01');
  });

  it('is 28 February for who came on 29 February', async () => {
    const test = leaderSchool();
    test.context.db
      .update(employees)
      .set({ employmentDate: '2028-02-29' })
      .where(eq(employees.id, 'thomas'))
      .run();
    test.setNow('2029-02-28T12:00:00');
    expect((await test.ledger('thomas')).clock).toMatchObject({
      deadline: '2029-02-28',
      state: 'notBegun',
      days: 0,
    });
    test.setNow('2029-03-01T12:00:00');
    expect((await test.ledger('thomas')).clock).toMatchObject({ state: 'overdue', days: -1 });
  });

  it('stands on Today sixty days before and as long as it is over', async () => {
    const test = leaderSchool();
    const today = async () => (await test.call<{ leaderTraining: unknown[] }>('today', 'get')).leaderTraining;
    const thomas = { employeeId: 'thomas', employeeName: 'Thomas Ravnholt', deadline: '2027-01-01' };
    await test.module('lone');
    await test.module('birgitte');
    expect(await today()).toEqual([{ ...thomas, days: 39 }]);
    test.setNow('2026-11-01T12:00:00');
    expect(await today()).toEqual([]);
    test.setNow('2027-08-15T12:00:00');
    expect(await today()).toEqual([
      { ...thomas, days: -226 },
      { employeeId: 'amina', employeeName: 'Amina Farooq', deadline: '2027-08-01', days: -14 },
    ]);
  });
});

describe('posts inside the school', () => {
  it('start the clock where a teacher became a leader, and not anew in the next post', async () => {
    const test = leaderSchool();
    const { db } = test.context;
    db.update(employees).set({ categoryId: 'c0' }).where(eq(employees.id, 'mette')).run();
    expect((await test.ledger('mette')).clock).toMatchObject({ state: 'overdue', isAssumed: true });
    const posts = [
      { categoryId: 'c3', fromDate: '2011-08-01' },
      { categoryId: 'c1', fromDate: '2026-02-01' },
      { categoryId: 'c0', fromDate: '2026-10-01' },
    ];
    await test.call('leaderTraining', 'savePosts', { employeeId: 'mette', posts });
    const after = await test.ledger('mette');
    expect(after.clock).toMatchObject({ startsOn: '2026-02-01', deadline: '2027-02-01', isAssumed: false });
    expect(after.posts.map(({ categoryName }) => categoryName)).toEqual([
      'lærer',
      'Pædagogisk leder',
      'skoleleder',
    ]);
    // Another requirement, another clock.
    db.update(employees).set({ categoryId: 'c2' }).where(eq(employees.id, 'mette')).run();
    posts.push({ categoryId: 'c2', fromDate: '2026-11-01' });
    await test.call('leaderTraining', 'savePosts', { employeeId: 'mette', posts });
    expect((await test.ledger('mette')).clock).toMatchObject({ startsOn: '2026-11-01' });
  });

  it('are refused before the employment, twice on a day and of no category', async () => {
    const test = leaderSchool();
    const save = (...posts: unknown[]) =>
      test.call('leaderTraining', 'savePosts', { employeeId: 'thomas', posts });
    await expect(save({ categoryId: 'c1', fromDate: '2025-12-31' })).rejects.toThrow(/før hun blev ansat/);
    const post = { categoryId: 'c1', fromDate: '2026-02-01' };
    await expect(save(post, { ...post, categoryId: 'c0' })).rejects.toThrow(/samme dag/);
    await expect(save({ ...post, categoryId: 'none' })).rejects.toThrow(/findes ikke længere/);
    expect((await test.ledger('thomas')).posts).toEqual([]);
  });

  it('stand beside her own plan, which may be taken back', async () => {
    const test = leaderSchool();
    const plan = (plannedCompletionOn: string | null) =>
      test.call('leaderTraining', 'savePlan', { employeeId: 'thomas', plannedCompletionOn });
    await plan('2028-06-30');
    expect((await test.ledger('thomas')).plannedCompletionOn).toBe('2028-06-30');
    const shown = (await test.overview()).leaders.find(({ employeeId }) => employeeId === 'thomas');
    expect(shown).toMatchObject({ plannedCompletionOn: '2028-06-30' });
    await plan(null);
    expect((await test.ledger('thomas')).plannedCompletionOn).toBeNull();
  });
});

describe('together', () => {
  it('suggests one module for Thomas and Lone, plans it for both, and takes it back', async () => {
    const test = leaderSchool();
    await test.module('birgitte', { ects: 10, completedOn: '2016-06-30', startedOn: null });
    await test.module('lone', { startedOn: '2025-02-01', completedOn: '2025-06-20' });
    openCase(test, 'amina');
    const { suggestions, waiting } = await test.overview();
    expect(waiting).toEqual(['Amina Farooq']);
    expect(suggestions).toMatchObject([
      {
        title: 'Samarbejde og relationer på tværs af afdelinger',
        ects: 5,
        startedOn: '2027-01-01',
        leaders: [
          { name: 'Lone Bæk Simonsen', missing: 5 },
          { name: 'Thomas Ravnholt', missing: 10 },
        ],
      },
    ]);
    const [first] = suggestions;
    const input = {
      employeeIds: first?.leaders.map(({ employeeId }) => employeeId),
      title: first?.title,
      provider: '',
      ects: first?.ects,
      startedOn: first?.startedOn,
    };
    const { entryIds } = await test.call<{ entryIds: string[] }>('leaderTraining', 'planTogether', input);
    expect((await test.ledger('lone')).sums).toMatchObject({ planned: 5, missing: 5 });
    expect((await test.overview()).suggestions).toEqual([]);
    await expect(test.call('leaderTraining', 'planTogether', input)).rejects.toThrow(/har allerede/);
    await test.call('leaderTraining', 'undoTogether', { entryIds });
    expect((await test.overview()).suggestions).toHaveLength(1);
    expect(states(await test.overview())).toMatchObject({ thomas: 'notBegun', lone: 'begun' });
  });

  it('offers a planned module to who lacks points, and to nobody when she has it', async () => {
    const test = leaderSchool();
    openCase(test, 'amina');
    await test.module('birgitte', { ects: 10, completedOn: '2016-06-30', startedOn: null });
    await test.module('thomas', {
      kind: 'planned',
      title: 'Ledelse og relationer',
      startedOn: '2026-12-10',
      completedOn: null,
    });
    const { suggestions } = await test.overview();
    expect(suggestions).toMatchObject([
      {
        title: 'Ledelse og relationer',
        joins: { name: 'Thomas Ravnholt' },
        leaders: [{ employeeId: 'lone' }],
      },
    ]);
    await test.module('lone', { title: 'ledelse og relationer', kind: 'planned', completedOn: null });
    expect((await test.overview()).suggestions.filter(({ joins }) => joins)).toEqual([]);
  });
});

/** An application that nobody has decided. */
function openCase({ context }: ReturnType<typeof leaderSchool>, employeeId: string): void {
  context.db
    .insert(meritCases)
    .values({
      id: 'case',
      employeeId,
      applicantName: '',
      applicantTitle: '',
      partnerId: null,
      requirementId: null,
      requirement: '{}',
      application: '',
      state: 'submitted',
      round: 1,
      appliedOn: null,
      decidedOn: null,
      ects: null,
      createdAt: '',
    })
    .run();
}

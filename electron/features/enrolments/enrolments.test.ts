import { enrolmentMoves } from '@shared/domain/enrolment-moves';
import { enrolmentStates } from '@shared/domain/enrolment-states';
import { mostOre } from '@shared/domain/money';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../data/open';
import { leaves } from '../../data/schema/employees';
import { enrolments } from '../../data/schema/enrolments';
import { fundApplications, fundRuleSets, funds } from '../../data/schema/funds';
import { courseRuns, programmeItems } from '../../data/schema/programme';
import { enrolmentSchool } from './test-enrolments';

const reasons = (error: unknown) => String((error as Error).message);

describe('an enrolment from a wish on', () => {
  it('goes through every state, keeps each step, and the last one can be taken back', async () => {
    const { save, move, get, call } = enrolmentSchool();
    const id = await save('gitte');
    for (const state of ['approved', 'enrolled', 'underWay'] as const) await move(id, state);
    const stepId = await move(id, 'completed');
    const before = await get(id);
    expect(before.state).toBe('completed');
    expect(before.steps.map(({ state }) => state)).toEqual([
      'wished',
      'approved',
      'enrolled',
      'underWay',
      'completed',
    ]);
    await call('enrolments', 'undoMove', { id, stepId });
    expect((await get(id)).state).toBe('underWay');
    await expect(call('enrolments', 'undoMove', { id, stepId })).rejects.toThrow(/Der er sket mere siden/);
  });

  it('takes exactly the moves of the rule, from every state to every other', async () => {
    const { save, get, context, call } = enrolmentSchool();
    const id = await save('gitte');
    for (const from of enrolmentStates) {
      for (const to of enrolmentStates) {
        context.db.update(enrolments).set({ state: from }).run();
        const order = { id, state: to, onDate: '2026-11-23', reason: 'Aftalt.' };
        const allowed = enrolmentMoves[from].some((way) => way.to === to);
        const made = await call('enrolments', 'move', order).then(
          () => true,
          () => false,
        );
        expect([from, to, made]).toEqual([from, to, allowed]);
        expect((await get(id)).state).toBe(allowed ? to : from);
      }
    }
  });

  it('asks why it goes back or out, and for a day that has been', async () => {
    const { save, move } = enrolmentSchool();
    const id = await save('gitte');
    await expect(move(id, 'cancelled')).rejects.toThrow(/"reason"/);
    await expect(move(id, 'approved', '', '2026-11-24')).rejects.toThrow(/"onDate"/);
    await move(id, 'cancelled', 'Gitte vil hellere vente.');
    await move(id, 'wished', 'Nu er der plads.');
  });

  it('can be from before: completed at once on its day, in its own school year', async () => {
    const { save, get, list } = enrolmentSchool();
    const id = await save('gitte', { startsOn: null, endsOn: null, completedOn: '2017-06-16' });
    expect(await get(id)).toMatchObject({ state: 'completed', endsOn: '2017-06-16', conflicts: [] });
    expect((await get(id)).steps).toMatchObject([{ state: 'completed', onDate: '2017-06-16' }]);
    expect((await list())[0]).toMatchObject({ schoolYear: '2016/17', state: 'completed' });
    await expect(save('gitte', { completedOn: '2026-11-24' })).rejects.toThrow(/"completedOn"/);
  });

  it('is of an item and a holding that belong together, and follows the holding when it moves', async () => {
    const { save, get, context } = enrolmentSchool();
    await expect(save('gitte', { itemId: 'kiu', runId: 'run' })).rejects.toThrow(/"runId"/);
    await expect(save('gitte', { itemId: 'gone' })).rejects.toThrow(/"itemId"/);
    await expect(save('gitte', { agreementId: 'gone' })).rejects.toThrow(/"agreementId"/);
    await expect(save('gitte', { priorityId: 'gone' })).rejects.toThrow(/"priorityId"/);
    await expect(save('gitte', { budgetId: 'gone' })).rejects.toThrow(/not-found/);
    await expect(save('gitte', { endsOn: '2027-01-31' })).rejects.toThrow(/"endsOn"/);
    await expect(save('gitte', { substituteDays: 0.3 })).rejects.toThrow(/"substituteDays"/);
    const id = await save('gitte', { itemId: 'short', runId: 'run' });
    expect(await get(id)).toMatchObject({ startsOn: '2027-02-02', days: ['2027-02-02', '2027-02-16'] });
    context.db.update(courseRuns).set({ endsOn: '2027-03-01' }).run();
    expect((await get(id)).endsOn).toBe('2027-03-01');
  });

  it('may cost the most there is, and every page still says what it adds up to', async () => {
    const { save, budget, list, call, context } = enrolmentSchool();
    const money = { feeOre: mostOre, materialsOre: mostOre, substituteDays: 400, substituteDayOre: mostOre };
    const id = await save('gitte', { ...money, itemId: 'kiu', budgetId: await budget() });
    context.db.update(programmeItems).set({ feeOre: mostOre, materialsOre: mostOre, days: 0 }).run();
    expect(await list()).toMatchObject([{ netOre: 402 * mostOre }]);
    const schoolYear = '2026/27';
    const pages = ['choices', 'budgets', 'get', 'list'].map((page) => ['enrolments', page] as const);
    for (const [feature, page] of [...pages, ['seatPlan', 'question'], ['funds', 'openings']] as const) {
      const input = { get: { id }, budgets: { schoolYear }, openings: { employeeId: 'gitte' } }[
        page as string
      ];
      await expect(call(feature, page, input ?? {})).resolves.toBeTruthy();
    }
  });

  it('goes and comes back, and belongs to the same person always', async () => {
    const { save, call, list, get } = enrolmentSchool();
    const id = await save('gitte');
    await expect(save('kasper', { id })).rejects.toThrow(/not-found/);
    await call('enrolments', 'remove', { id });
    expect(await list()).toEqual([]);
    await expect(get(id)).rejects.toThrow(/not-found/);
    await call('enrolments', 'restore', { id });
    expect(await list()).toHaveLength(1);
    await expect(call('enrolments', 'restore', { id: 'gone' })).rejects.toThrow(/not-found/);
  });

  it('keeps an employee from being removed, and a goal from being taken away', async () => {
    const { save, call } = enrolmentSchool();
    await save('gitte', { priorityId: 'goal' });
    await expect(call('employees', 'remove', { id: 'gitte' })).rejects.toThrow(/1 tilmelding/);
    await expect(call('school', 'savePriorities', { priorities: [] })).rejects.toThrow(/en tilmelding/);
    await call('employees', 'remove', { id: 'kasper' });
  });

  it('stands on the timeline once it has begun, as completed or not passed when it is', async () => {
    const { save, move, call, complete } = enrolmentSchool();
    const id = await save('gitte');
    const courses = async () =>
      (
        await call<{ entries: { kind: string }[] }>('history', 'timeline', { employeeId: 'gitte' })
      ).entries.filter(({ kind }) => kind === 'course');
    await move(id, 'approved');
    expect(await courses()).toEqual([]);
    await move(id, 'enrolled');
    await move(id, 'underWay', '', '2026-10-01');
    expect(await courses()).toMatchObject([{ on: '2026-10-01', isDone: false, isFailed: false }]);
    await move(id, 'failed', 'Prøven blev ikke bestået.');
    expect(await courses()).toMatchObject([{ on: '2026-11-23', isDone: false, isFailed: true }]);
    await complete(await save('gitte', { title: 'Andet', startsOn: null, endsOn: null }));
    expect(await courses()).toContainEqual(
      expect.objectContaining({ title: 'Andet', isDone: true, isFailed: false }),
    );
  });
});

describe('conflicts', () => {
  it('are shown on a wish, confirmed with a reason, and never let through without one', async () => {
    const { save, move, get, list } = enrolmentSchool();
    const first = await save('gitte');
    await move(first, 'approved');
    const second = await save('gitte', { title: 'Ordblindhed', startsOn: '2027-02-05', endsOn: null });
    expect((await get(second)).conflicts).toMatchObject([
      { kind: 'sameDay', breaksRule: true, withId: first },
    ]);
    expect((await list()).find(({ id }) => id === second)?.conflicts).toEqual(['sameDay']);
    const refused = await move(second, 'approved').catch(reasons);
    expect(refused).toMatch(/Samme dag som »Diplommodul«: 5\. februar 2027\./);
    expect(refused).toMatch(/"reason"/);
    expect((await get(second)).state).toBe('wished');
    await move(second, 'approved', 'Gitte kan gå fra kl. 12.');
    expect((await get(second)).steps.at(-1)).toMatchObject({ reason: 'Gitte kan gå fra kl. 12.' });
    await expect(move(second, 'enrolled', '  ')).rejects.toThrow(/conflict/);
  });

  it('of somebody else do not count', async () => {
    const { save, move, get } = enrolmentSchool();
    await move(await save('gitte'), 'approved');
    const other = await save('kasper');
    expect((await get(other)).conflicts).toEqual([]);
    await move(other, 'approved');
  });

  it('come with a change of what counts already, and are then asked for too', async () => {
    const { save, move, budget, get } = enrolmentSchool();
    const budgetId = await budget({ amountOre: 2_000_000 });
    const id = await save('gitte', { budgetId });
    await move(id, 'approved');
    await expect(save('gitte', { id, budgetId, feeOre: 1_700_000 })).rejects.toThrow(/250|overskredet/);
    expect((await get(id)).feeOre).toBe(1_450_000);
    await save('gitte', { id, budgetId, feeOre: 1_700_000, reason: 'Prisen er sat op.' });
    expect((await get(id)).steps.at(-1)).toMatchObject({ state: 'approved', reason: 'Prisen er sat op.' });
    await save('gitte', { id, budgetId, feeOre: 1_700_000, title: 'Samme pris' });
    await expect(save('gitte', { id, budgetId, feeOre: 1_700_100 })).rejects.toThrow(/overskredet/);
  });

  it('tell of leave, of the seats and of too few', async () => {
    const { save, move, get, context } = enrolmentSchool();
    const on = { itemId: 'short', runId: 'run' };
    const first = await save('gitte', on);
    expect((await get(first)).conflicts.map(({ kind }) => kind)).toEqual(['tooFew']);
    await move(first, 'approved');
    const second = await save('kasper', on);
    expect((await get(second)).conflicts.map(({ kind }) => kind)).toEqual(['noSeats', 'tooFew']);
    await expect(move(second, 'approved')).rejects.toThrow(/Alle 1 pladser/);
    context.db
      .insert(leaves)
      .values({
        ...{ id: 'leave', employeeId: 'gitte', fromDate: '2027-02-16', toDate: null },
        createdAt: '2026-11-01T08:00:00.000Z',
      })
      .run();
    expect((await get(first)).conflicts.map(({ kind }) => kind)).toEqual(['leave', 'tooFew']);
  });
});

describe('budgets', () => {
  it('add up by state; a fund’s share comes off only when it is granted and tied to the enrolment', async () => {
    const { save, move, budget, budgets, get, list, context } = enrolmentSchool();
    const budgetId = await budget({ amountOre: 10_000_000, substituteDays: 5 });
    const paid = { budgetId, startsOn: null, endsOn: null };
    const wish = await save('gitte', paid);
    const id = await save('kasper', paid);
    await move(id, 'approved');
    const sums = async () => (await budgets()).budgets[0]?.sums;
    expect(await sums()).toEqual({
      ...{ wishedOre: 1_860_000, approvedOre: 1_860_000, enrolledOre: 0, spentOre: 0, fundOre: 0 },
      ...{ leftOre: 8_140_000, usedDays: 2, leftDays: 3 },
    });
    const application = applyFor(context.db, id);
    expect((await sums())?.fundOre).toBe(0);
    application({ state: 'granted' });
    expect(await sums()).toMatchObject({ approvedOre: 700_000, fundOre: 1_160_000, leftOre: 9_300_000 });
    expect(await get(id)).toMatchObject({ grossOre: 1_860_000, fundOre: 1_160_000, netOre: 700_000 });
    expect((await list()).find((row) => row.id === wish)?.fundOre).toBe(0);
    application({ state: 'toRepay' });
    expect((await sums())?.fundOre).toBe(0);
    application({ state: 'paid' });
    expect((await sums())?.fundOre).toBe(1_160_000);
    await move(id, 'cancelled', 'Syg.');
    expect(await sums()).toMatchObject({ approvedOre: 0, leftOre: 10_000_000, usedDays: 0 });
  });

  it('belong to a department, a goal or the whole school; one in use is not removed', async () => {
    const { save, budget, budgets, call, move } = enrolmentSchool();
    const goal = await budget({ name: 'Læsning', teamId: null, priorityId: 'goal', substituteDays: null });
    const used = await budget();
    expect(
      (await budgets()).budgets.map(({ name, teamName, priorityName }) => [name, teamName, priorityName]),
    ).toEqual([
      ['Læsning', '', 'Faglig læsning'],
      ['Mellemtrin', 'Mellemtrinsteam', ''],
    ]);
    expect((await budgets('2025/26')).budgets).toEqual([]);
    const id = await save('gitte', { budgetId: used });
    await expect(call('enrolments', 'removeBudget', { id: used })).rejects.toThrow(/Én tilmelding/);
    await call('enrolments', 'removeBudget', { id: goal });
    expect((await budgets()).budgets).toHaveLength(1);
    await call('enrolments', 'restoreBudget', { id: goal });
    expect((await budgets()).budgets).toHaveLength(2);
    await save('gitte', { id, budgetId: null });
    await move(id, 'approved');
    expect((await budgets()).without).toEqual({ count: 1, netOre: 1_860_000 });
    await call('enrolments', 'removeBudget', { id: used });
  });
});

/** An application of one fund for an enrolment; answers the way to change it. */
function applyFor(db: Database, enrolmentId: string) {
  db.insert(funds).values({ id: 'fund', name: 'Fonden', kind: 'municipal', position: 0 }).run();
  db.insert(fundRuleSets)
    .values({
      ...{ id: 'set', fundId: 'fund', area: '', validFrom: '2026-01-01', validTo: null, source: '' },
      ...{ lastCheckedOn: '2026-08-01', checkAgainOn: '2027-08-01', rules: '{}' },
    })
    .run();
  const row = {
    id: 'application',
    employeeId: 'kasper',
    fundId: 'fund',
    ruleSetId: 'set',
    enrolmentId,
    title: 'Diplommodul',
    provider: 'VIA',
    startsOn: '2027-02-01',
    facts: '{}',
    state: 'sent',
    grantedOre: 1_160_000,
    createdAt: '2026-11-01T08:00:00.000Z',
  } as const;
  db.insert(fundApplications).values(row).run();
  return (change: Partial<typeof fundApplications.$inferInsert>) =>
    db.update(fundApplications).set(change).run();
}

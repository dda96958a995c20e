import type { OutputOf } from '@shared/contract';
import { describe, expect, it } from 'vitest';
import { employees } from '../data/schema/employees';
import { ratings, sealedRatings } from '../data/schema/talks';
import { agreementInput, testSchool } from './talks-test-school';
import { testContext } from './test-context';

type Today = OutputOf<'today', 'get'>;
const get = (test: { call: ReturnType<typeof testContext>['call'] }) => test.call<Today>('today', 'get');

describe('the Today page', () => {
  it('says where a new school begins', async () => {
    const today = await get(testContext());
    expect(today).toMatchObject({
      date: '2026-11-23',
      week: 48,
      schoolYear: '2026/27',
      setup: { employees: 0, publishedSpiders: 0, categoriesWithoutSpider: [], talks: 0 },
      weekTalks: [],
      due: [],
      season: { first: '2026-11-01', last: '2027-01-31', held: 0, all: 0 },
    });
    expect((await get(testSchool())).setup).toEqual({
      employees: 4,
      publishedSpiders: 1,
      categoriesWithoutSpider: ['TAP'],
      talks: 0,
    });
  });

  it('has the talks from Monday to Sunday and those nobody closed', async () => {
    const test = testSchool();
    const tuesday = await test.plan('pernille', '2026-11-24');
    const sunday = await test.plan('ole', '2026-11-29');
    const late = await test.plan('kasper', '2026-11-22');
    const today = await get(test);
    expect(today.weekTalks.map((talk) => talk.id)).toEqual([tuesday, sunday]);
    expect(today.notClosed).toMatchObject([{ id: late, withName: 'Kasper Nyholm', days: 1 }]);
    expect(today.due).toEqual([]);
  });

  it('counts the season by people, and names who is due', async () => {
    const test = testSchool();
    const held = await test.plan('pernille', '2026-11-20');
    await test.call('talks', 'close', { id: held, emptyPlanReason: 'Ingen' });
    await test.plan('pernille', '2027-05-20');
    const old = await test.plan('kasper', '2024-11-20');
    await test.call('talks', 'close', { id: old, emptyPlanReason: 'Ingen' });
    const today = await get(test);
    expect(today.season).toMatchObject({ held: 1, all: 3 });
    expect(today.due.map(({ employeeName, state }) => [employeeName, state])).toEqual([
      ['Kasper Nyholm', 'overdue'],
      ['Ole Brandstrup', 'never'],
    ]);
  });

  it('asks for ratings a week before their deadline, until both are locked', async () => {
    const test = testSchool();
    const { db } = test.context;
    const soon = await test.plan('pernille', '2026-12-07');
    expect((await get(test)).missingRatings).toMatchObject([{ talkId: soon, dueOn: '2026-11-30', days: 7 }]);
    await test.plan('kasper', '2026-12-08');
    await test.plan('ole', '2026-11-25');
    expect((await get(test)).missingRatings.map((row) => row.talkId)).toEqual([soon]);
    const sealed = {
      talkId: soon,
      derivation: '{}',
      nonce: Buffer.alloc(12),
      sealed: Buffer.alloc(40),
      updatedAt: '',
    };
    db.insert(sealedRatings)
      .values({ ...sealed, lockedAt: '2026-11-20T10:00:00.000Z' })
      .run();
    expect((await get(test)).missingRatings[0]?.ratings).toEqual({
      wanted: true,
      self: 'locked',
      leader: 'none',
    });
    db.insert(ratings)
      .values({ id: 'r', talkId: soon, role: 'leader', updatedAt: '', lockedAt: '2026-11-20' })
      .run();
    expect((await get(test)).missingRatings).toEqual([]);
  });

  it('counts plans, with those that wait for signatures first', async () => {
    const test = testSchool();
    await test.call('trainingPlans', 'open', { employeeId: 'kasper', schoolYear: '2026/27' });
    const plan = { cell: 'M-F4', priorityId: null, taskKind: 'intended', taskName: 'Vejleder' };
    await test.call('agreements', 'save', agreementInput({ plan }));
    const { plan: made } = await test.call<OutputOf<'trainingPlans', 'get'>>('trainingPlans', 'get', {
      employeeId: 'pernille',
      schoolYear: '2026/27',
    });
    await test.call('trainingPlans', 'agree', { planId: made?.id });
    expect((await get(test)).plans).toEqual({
      missing: 1,
      draft: 1,
      agreed: 1,
      signed: 0,
      unsigned: [
        { employeeId: 'pernille', employeeName: 'Pernille Aagaard', status: 'agreed', lines: 1 },
        { employeeId: 'kasper', employeeName: 'Kasper Nyholm', status: 'draft', lines: 0 },
      ],
    });
  });

  it('has open promises by day, over time first, of people who are there', async () => {
    const test = testSchool();
    const talkId = await test.plan('kasper', '2025-11-20');
    await test.call('agreements', 'save', agreementInput({ dueOn: '2027-01-01' }));
    await test.call(
      'agreements',
      'save',
      agreementInput({ employeeId: 'kasper', talkId, dueOn: '2026-11-13', giver: 'leader' }),
    );
    const { id } = await test.call<{ id: string }>('agreements', 'save', agreementInput());
    await test.call('agreements', 'mark', { id, state: 'kept', reason: 'Ja', talkId: null });
    expect((await get(test)).deadlines.map(({ subjectName, days }) => [subjectName, days])).toEqual([
      ['Kasper Nyholm', -10],
      ['Pernille Aagaard', 39],
    ]);
    test.context.db.update(employees).set({ removedAt: '2026-11-23T11:00:00.000Z' }).run();
    expect((await get(test)).deadlines).toEqual([]);
    expect(test.failures).toEqual([]);
  });
});

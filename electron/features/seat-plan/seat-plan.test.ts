import type { OutputOf } from '@shared/contract';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { enrolmentRows } from '../../data/queries/enrolments';
import { employees, leaves, staffCategories } from '../../data/schema/employees';
import { budgets, enrolmentSteps, enrolments } from '../../data/schema/enrolments';
import { fundApplications, fundRuleSets, funds } from '../../data/schema/funds';
import { courseRuns, programmeItems } from '../../data/schema/programme';
import { schools } from '../../data/schema/school';
import { testContext } from '../test-context';
import { testSchoolRow } from '../test-school';

type Proposal = OutputOf<'seatPlan', 'propose'>;
type Question = OutputOf<'seatPlan', 'question'>;
const longAgo = '2026-11-01T08:00:00.000Z';
const free = { feeOre: 0, materialsOre: 0, substituteDays: 0, substituteDayOre: 0 };
const asWritten = { fixed: [], ruledOut: [], seats: [], budgets: [] };

/** Three who wish for the same course of two seats, at 1,000 kr. each, from a budget of 2,500 kr. */
function school() {
  const test = testContext();
  const { db } = test.database.open;
  const at = longAgo;
  db.insert(schools).values(testSchoolRow).run();
  db.insert(staffCategories).values({ id: 'k', name: 'lærer', spiderTemplateId: null, position: 1 }).run();
  const item = {
    description: '',
    kind: 'course',
    level: 'individual',
    form: 'physical',
    provider: 'VIA',
    targetGroup: '',
    url: '',
    qualification: 'update',
    subject: '',
    isCompulsory: false,
    isFromFoundation: false,
    strategicDecision: '',
    isOffered: true,
    createdAt: at,
    updatedAt: at,
  } as const;
  db.insert(programmeItems)
    .values({ ...item, id: 'musik', title: 'Musik' })
    .run();
  const run = { itemId: 'musik', place: 'Viborg', state: 'open', createdAt: at } as const;
  db.insert(courseRuns)
    .values({ ...run, id: 'spring', startsOn: '2027-02-01', endsOn: '2027-02-02', seats: 2 })
    .run();
  db.insert(budgets).values({ id: 'b', schoolYear: '2026/27', name: 'Mellemtrin', amountOre: 250_000 }).run();
  for (const [number, name] of ['Åse Bæk', 'Bo Skovlund', 'Line Thestrup'].entries()) {
    const person = { employeeNumber: `L${number}`, name, categoryId: 'k', title: '', note: '' };
    const work = { employmentDate: '2015-08-01', employmentPercent: 100, createdAt: at };
    db.insert(employees)
      .values({ id: `p${number}`, ...person, ...work })
      .run();
    const costs = { feeOre: 80_000, materialsOre: 20_000, substituteDays: 0, substituteDayOre: 0 };
    db.insert(enrolments)
      .values({
        id: `w${number}`,
        employeeId: `p${number}`,
        itemId: 'musik',
        title: 'Musik',
        provider: 'VIA',
        ...costs,
        budgetId: 'b',
        state: 'wished',
        createdAt: at,
        // Her own days, which the holding's stand before.
        startsOn: '2027-03-01',
      })
      .run();
    db.insert(enrolmentSteps)
      .values({
        ...{ id: `s${number}`, enrolmentId: `w${number}`, state: 'wished', onDate: '2026-11-01' },
        ...{ reason: '', at },
      })
      .run();
  }
  return {
    ...test,
    db,
    propose: (frame: object = {}) => test.call<Proposal>('seatPlan', 'propose', { ...asWritten, ...frame }),
  };
}

describe('sharing out seats', () => {
  it('gives what the places and the budget have room for, and writes nothing', async () => {
    const { call, propose, db } = school();
    const question = await call<Question>('seatPlan', 'question');
    expect(question.wishes.map(({ employeeName }) => employeeName)).toHaveLength(3);
    const plan = await propose();
    expect(plan).toMatchObject({ status: 'optimal', costOre: 200_000, together: 0 });
    expect(plan.seats).toHaveLength(2);
    expect(plan.unmet).toEqual([{ wishId: expect.any(String), reason: 'full' }]);
    expect(plan.budgets).toEqual([{ budgetId: 'b', usedOre: 200_000, leftOre: 250_000 }]);
    expect((await propose({ budgets: [{ budgetId: 'b', leftOre: 199_999 }] })).seats).toHaveLength(1);
    expect(db.select().from(enrolments).where(eq(enrolments.state, 'wished')).all()).toHaveLength(3);
  });

  it('shows what more seats would give, and follows what the leader sets', async () => {
    const { propose } = school();
    const wider = await propose({ seats: [{ runId: 'spring', seats: 9 }] });
    expect(wider.unmet.map(({ reason }) => reason)).toEqual(['overBudget']);
    const fixed = await propose({ fixed: [{ wishId: 'w2', runId: 'spring' }] });
    expect(fixed.seats.map(({ wishId }) => wishId)).toContain('w2');
    const out = await propose({ ruledOut: [{ wishId: 'w0', runId: 'spring' }] });
    expect(out.seats.map(({ wishId }) => wishId).sort()).toEqual(['w1', 'w2']);
    expect(out.unmet).toEqual([{ wishId: 'w0', reason: 'ruledOut' }]);
  });

  it('approves what the leader accepts and enrols nobody; the way back is whole', async () => {
    const { call, router, propose, db } = school();
    const before = db.select().from(enrolments).all();
    const steps = db.select().from(enrolmentSteps).all();
    const { seats } = await propose();
    const { accepted } = await call<OutputOf<'seatPlan', 'accept'>>('seatPlan', 'accept', { seats });
    expect(enrolmentRows(db, eq(enrolments.runId, 'spring'))).toMatchObject([
      { state: 'approved', startsOn: '2027-02-01', endsOn: '2027-02-02' },
      { state: 'approved', startsOn: '2027-02-01', endsOn: '2027-02-02' },
    ]);
    // The third finds no seat now, and what was given once cannot be given again.
    expect((await propose()).unmet.map(({ reason }) => reason)).toEqual(['full']);
    expect(await router('seatPlan', 'accept', { seats })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    await call('seatPlan', 'undoAccept', { accepted });
    expect(db.select().from(enrolments).all()).toEqual(before);
    expect(db.select().from(enrolmentSteps).all()).toEqual(steps);
  });

  it('refuses seats that no longer hold, all of them', async () => {
    const { router, db } = school();
    const both = ['w0', 'w1', 'w2'].map((wishId) => ({ wishId, runId: 'spring' }));
    expect(await router('seatPlan', 'accept', { seats: both })).toMatchObject({
      ok: false,
      error: { code: 'conflict', message: expect.stringContaining('Alle 2 pladser på holdet er taget.') },
    });
    const twice = [both[0], both[0]];
    expect(await router('seatPlan', 'accept', { seats: twice })).toMatchObject({ ok: false });
    db.insert(leaves)
      .values({ id: 'l', employeeId: 'p0', fromDate: '2027-02-02', toDate: null, createdAt: longAgo })
      .run();
    expect(await router('seatPlan', 'accept', { seats: both.slice(0, 1) })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('Væk fra 2. februar 2027.') },
    });
    db.delete(leaves).run();
    db.update(budgets).set({ amountOre: 150_000 }).run();
    const reply = await router('seatPlan', 'accept', { seats: both.slice(0, 2) });
    expect(reply).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('Mellemtrin er overskredet med 500 kr. Læg planen igen') },
    });
    expect(db.select().from(enrolments).where(eq(enrolments.state, 'wished')).all()).toHaveLength(3);
  });

  it('keeps an approval that was there before, and takes back only the seat', async () => {
    const { call, db } = school();
    const at = '2026-11-02T08:00:00.000Z';
    db.update(enrolments).set({ state: 'approved' }).where(eq(enrolments.id, 'w0')).run();
    const approved = {
      enrolmentId: 'w0',
      state: 'approved',
      onDate: '2026-11-02',
      reason: 'Aftalt.',
    } as const;
    db.insert(enrolmentSteps)
      .values({ id: 'ok', ...approved, at })
      .run();
    const whole = () => [db.select().from(enrolments).all(), db.select().from(enrolmentSteps).all()];
    const before = whole();
    const seats = ['w0', 'w1'].map((wishId) => ({ wishId, runId: 'spring' }));
    const { accepted } = await call<OutputOf<'seatPlan', 'accept'>>('seatPlan', 'accept', { seats });
    expect(accepted.map(({ stepId }) => stepId === null)).toEqual([true, false]);
    expect(whole()[1]).toHaveLength((before[1]?.length ?? 0) + 1);
    await call('seatPlan', 'undoAccept', { accepted });
    expect(whole()).toEqual(before);
  });

  it.each(['wished', 'approved'] as const)('takes nothing back once a %s one has moved on', async (state) => {
    const { call, router, db } = school();
    db.update(enrolments).set({ state }).where(eq(enrolments.id, 'w1')).run();
    const seats = ['w0', 'w1'].map((wishId) => ({ wishId, runId: 'spring' }));
    const { accepted } = await call<OutputOf<'seatPlan', 'accept'>>('seatPlan', 'accept', { seats });
    const move = { id: 'w1', state: 'enrolled', onDate: '2026-11-23', reason: '' };
    await call('enrolments', 'move', move);
    expect(await router('seatPlan', 'undoAccept', { accepted })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    expect(db.select().from(enrolments).where(eq(enrolments.runId, 'spring')).all()).toHaveLength(2);
  });

  it('seats nobody on a day she is away or on something else', async () => {
    const { propose, db } = school();
    db.insert(leaves)
      .values({ id: 'l', employeeId: 'p0', fromDate: '2027-02-02', toDate: null, createdAt: longAgo })
      .run();
    db.update(employees).set({ leavingDate: '2027-01-31' }).where(eq(employees.id, 'p1')).run();
    const reasons = async () => (await propose()).unmet.map(({ wishId, reason }) => `${wishId} ${reason}`);
    expect(await reasons()).toEqual(['w0 notFree', 'w1 notFree']);
    const busy = {
      employeeId: 'p2',
      title: 'Andet',
      provider: '',
      startsOn: '2027-01-30',
      endsOn: '2027-02-01',
    };
    db.insert(enrolments)
      .values({ id: 'other', ...busy, ...free, state: 'enrolled', createdAt: longAgo })
      .run();
    expect(await reasons()).toEqual(['w0 notFree', 'w1 notFree', 'w2 notFree']);
  });

  it('counts what a fund has granted, and the substitute days of the budget', async () => {
    const { propose, db } = school();
    db.update(budgets).set({ amountOre: 150_000, substituteDays: 2 }).run();
    expect((await propose()).seats).toHaveLength(1);
    db.insert(funds).values({ id: 'f', name: 'Fonden', kind: 'municipal', position: 9 }).run();
    const dates = { validFrom: '2026-08-01', lastCheckedOn: '2026-11-01', checkAgainOn: '2027-11-01' };
    db.insert(fundRuleSets)
      .values({ id: 's', fundId: 'f', area: '', source: 'Aftalen', rules: '[]', ...dates })
      .run();
    db.insert(fundApplications)
      .values({
        ...{
          id: 'a',
          employeeId: 'p0',
          fundId: 'f',
          ruleSetId: 's',
          enrolmentId: 'w0',
          title: 'Musik',
          provider: 'VIA',
        },
        ...{ startsOn: '2027-02-01', facts: '{}', state: 'granted', grantedOre: 80_000, createdAt: longAgo },
      })
      .run();
    expect(await propose()).toMatchObject({ costOre: 120_000, seats: [{}, {}] });
    db.update(enrolments).set({ substituteDays: 1.5 }).run();
    expect((await propose()).seats).toHaveLength(1);
  });
});

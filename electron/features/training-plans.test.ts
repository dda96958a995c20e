import type { OutputOf } from '@shared/contract';
import { describe, expect, it } from 'vitest';
import { documents } from '../data/schema/documents';
import { trainingPlans } from '../data/schema/talks';
import { agreementInput, testSchool } from './talks-test-school';

type Plan = OutputOf<'trainingPlans', 'get'>;
type List = OutputOf<'trainingPlans', 'list'>;
const key = { employeeId: 'pernille', schoolYear: '2026/27' };
const line = agreementInput({
  plan: { cell: 'K-F', priorityId: 'reading', taskKind: 'present', taskName: 'Dansk 4.A' },
});

async function agreedPlan() {
  const test = testSchool();
  await test.call('agreements', 'save', line);
  const { plan } = await test.call<Plan>('trainingPlans', 'get', key);
  const planId = plan?.id ?? '';
  await test.call('trainingPlans', 'agree', { planId });
  return { ...test, planId };
}

describe('the list of plans', () => {
  it('names every current employee and how the plan stands (R000-03)', async () => {
    const { call } = testSchool();
    await call('agreements', 'save', line);
    await call('trainingPlans', 'open', { employeeId: 'kasper', schoolYear: '2026/27' });
    const { plans } = await call<List>('trainingPlans', 'list', { schoolYear: '2026/27' });
    expect(plans.map(({ name, status, lines }) => [name, status, lines])).toEqual([
      ['Kasper Nyholm', 'draft', 0],
      ['Ole Brandstrup', 'missing', 0],
      ['Pernille Aagaard', 'draft', 1],
    ]);
  });

  it('shows who was employed when the year is over', async () => {
    const { call } = testSchool();
    const { plans } = await call<List>('trainingPlans', 'list', { schoolYear: '2020/21' });
    expect(plans.map((plan) => plan.name)).toEqual(['Hanne Vedel', 'Ole Brandstrup', 'Pernille Aagaard']);
  });
});

describe('a training plan', () => {
  it('shows its legal basis before it exists (R000-02)', async () => {
    const { call } = testSchool();
    expect(await call('trainingPlans', 'get', key)).toMatchObject({
      status: 'missing',
      plan: null,
      lines: [],
      legalBasis: 'Protokollat 6',
      legalBasisSource: 'OK11',
      problems: ['Planen har ingen linjer endnu. Tilføj en.'],
    });
  });

  it('can be opened outside a talk, once', async () => {
    const { call, context } = testSchool();
    const first = await call('trainingPlans', 'open', key);
    expect(await call('trainingPlans', 'open', key)).toEqual(first);
    expect(context.db.select().from(trainingPlans).all()).toHaveLength(1);
  });

  it('keeps the goals that are typed, also before there is a plan (R000-09)', async () => {
    const { call, context, database } = testSchool();
    await call('trainingPlans', 'saveGoals', { ...key, text: 'Alle læser på niveau inden jul' });
    context.session.open = database.reopen();
    const plan = await call<Plan>('trainingPlans', 'get', key);
    expect(plan.plan).toMatchObject({
      teachingGoals: 'Alle læser på niveau inden jul',
      version: 1,
      talkId: null,
    });
  });

  it('belongs to the talk its first line was agreed in', async () => {
    const { call, plan } = testSchool();
    await call('trainingPlans', 'saveGoals', { ...key, text: 'Først' });
    const talkId = await plan('pernille', '2026-11-24');
    await call('agreements', 'save', { ...line, talkId });
    expect((await call<Plan>('trainingPlans', 'get', key)).plan).toMatchObject({
      talkId,
      talkOn: '2026-11-24',
    });
  });
});

describe('agreeing on a plan', () => {
  it('needs a line', async () => {
    const { call } = testSchool();
    const { planId } = await call<{ planId: string }>('trainingPlans', 'open', key);
    await expect(call('trainingPlans', 'agree', { planId })).rejects.toThrow('ingen linjer');
    await call('agreements', 'save', agreementInput());
    await expect(call('trainingPlans', 'agree', { planId })).rejects.toThrow('ingen linjer');
    await call('agreements', 'save', line);
    await call('trainingPlans', 'agree', { planId });
    expect((await call<Plan>('trainingPlans', 'get', key)).status).toBe('agreed');
  });

  it('fixes goals and lines until it is opened again', async () => {
    const { call, planId } = await agreedPlan();
    await expect(call('trainingPlans', 'saveGoals', { ...key, text: 'Nyt' })).rejects.toThrow('aftalt');
    await expect(call('trainingPlans', 'agree', { planId })).rejects.toThrow('aftalt');
    await call('trainingPlans', 'reopen', { planId });
    await call('trainingPlans', 'saveGoals', { ...key, text: 'Nyt' });
    expect(await call<Plan>('trainingPlans', 'get', key)).toMatchObject({
      status: 'draft',
      plan: { version: 1 },
    });
  });

  it('becomes the next version when a signed plan is opened, and the signed document stays', async () => {
    const { call, context, planId } = await agreedPlan();
    const document = {
      id: 'doc',
      kind: 'trainingPlan',
      employeeId: 'pernille',
      planId,
      version: 1,
      state: 'signed',
      snapshot: '{}',
      snapshotSha256: 'x',
      createdAt: '2026-11-23T11:00:00.000Z',
    } as const;
    context.db.insert(documents).values(document).run();
    context.db.update(trainingPlans).set({ status: 'signed' }).run();
    await call('trainingPlans', 'reopen', { planId });
    await call('trainingPlans', 'reopen', { planId });
    expect(await call<Plan>('trainingPlans', 'get', key)).toMatchObject({
      status: 'draft',
      plan: { version: 2 },
    });
    expect(context.db.select().from(documents).all()).toMatchObject([
      { id: 'doc', version: 1, state: 'signed' },
    ]);
  });
});

import { PDF } from '@libpdf/core';
import { describe, expect, it } from 'vitest';
import { agreementInput, testSchool } from '../talks-test-school';

type School = ReturnType<typeof testSchool>;

/** A plan that the employee has signed; `meanwhile` happens while the leader's signature makes the PDF. */
async function halfSigned(meanwhile: (test: School, planId: string) => Promise<unknown>) {
  let planId = '';
  const test: School = testSchool({
    machine: {
      pdf: async () => {
        await meanwhile(test, planId);
        const pdf = PDF.create();
        pdf.addPage();
        return Buffer.from(await pdf.save());
      },
    },
  });
  const plan = { cell: 'S-F1', priorityId: null, taskKind: 'present', taskName: 'Dansk 4.A' };
  await test.call('agreements', 'save', agreementInput({ plan }));
  const key = { employeeId: 'pernille', schoolYear: '2026/27' };
  planId = (await test.call<{ planId: string }>('trainingPlans', 'open', key)).planId;
  await test.call('trainingPlans', 'agree', { planId });
  const sign = (party: string) =>
    test.router('documents', 'sign', {
      planId,
      party,
      method: 'typed',
      name: 'Navn',
      drawing: '',
      wording: 'agree',
    });
  expect((await sign('employee')).ok).toBe(true);
  const status = async () => (await test.call<{ status: string }>('trainingPlans', 'get', key)).status;
  const parties = () => test.context.db.$client.prepare('SELECT party FROM signatures').pluck().all();
  return { ...test, key, sign, status, parties };
}

describe('a plan that is signed while its PDF is made', () => {
  it('and opened again meanwhile is not signed', async () => {
    const test = await halfSigned((school, planId) => school.call('trainingPlans', 'reopen', { planId }));
    expect(await test.sign('leader')).toMatchObject({
      ok: false,
      error: {
        code: 'conflict',
        message: expect.stringMatching(/^Planen er ændret, mens der blev skrevet under/),
      },
    });
    expect(await test.status()).toBe('draft');
    expect(test.parties()).toEqual(['employee']);
    expect(test.failures).toEqual([]);
  });

  it('and changed and agreed anew meanwhile is not signed as it was', async () => {
    const test = await halfSigned(async (school, planId) => {
      await school.call('trainingPlans', 'reopen', { planId });
      await school.call('trainingPlans', 'saveGoals', {
        employeeId: 'pernille',
        schoolYear: '2026/27',
        text: 'Andre mål',
      });
      await school.call('trainingPlans', 'agree', { planId });
    });
    expect(await test.sign('leader')).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await test.status()).toBe('agreed');
    expect(test.parties()).toEqual(['employee']);
  });

  it('is signed once by each, also after a double click', async () => {
    const test = await halfSigned(async () => undefined);
    const replies = await Promise.all([test.sign('leader'), test.sign('leader')]);
    expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
    expect(await test.status()).toBe('signed');
    expect(test.parties().sort()).toEqual(['employee', 'leader']);
    expect(test.failures).toEqual([]);
  });
});

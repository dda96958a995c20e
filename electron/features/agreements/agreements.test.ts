import type { OutputOf } from '@shared/contract';
import { describe, expect, it } from 'vitest';
import { tasks } from '../../data/schema/employees';
import { auditLog } from '../../data/schema/school';
import { agreements, planLines, trainingPlans } from '../../data/schema/talks';
import { agreementInput, testSchool } from '../talks-test-school';

type Made = { id: string };
type List = OutputOf<'agreements', 'earlier'>;
const planPart = { cell: 'K-F', priorityId: 'reading', taskKind: 'present', taskName: 'Dansk 4.A' };

describe('an agreement', () => {
  it('needs competence, who, when and activity, each with its own sentence (R003-01)', async () => {
    const { router, context } = testSchool();
    const input = agreementInput({ competence: ' ', who: '', dueOn: '', activity: '' });
    expect(await router('agreements', 'save', input)).toEqual({
      ok: false,
      error: {
        code: 'invalid',
        message: 'Aftalen kan ikke gemmes endnu. Ret de markerede felter.',
        fields: {
          competence: 'Skriv, hvilken kompetence der skal udvikles.',
          who: 'Skriv, hvem der gør det.',
          dueOn: 'Vælg, hvornår det senest skal være gjort.',
          activity: 'Skriv, hvad der skal ske.',
        },
      },
    });
    expect(context.db.select().from(agreements).all()).toEqual([]);
    expect(context.db.select().from(auditLog).all()).toEqual([]);
  });

  it('lies ahead of the day it is made', async () => {
    const { call, plan } = testSchool();
    await expect(call('agreements', 'save', agreementInput({ dueOn: '2026-11-22' }))).rejects.toThrow(
      'Datoen er passeret',
    );
    await call('agreements', 'save', agreementInput({ dueOn: '2026-11-23' }));
    const talkId = await plan('pernille', '2025-11-20');
    await call('agreements', 'save', agreementInput({ talkId, dueOn: '2025-12-01' }));
  });

  it('takes employee and school year from its talk', async () => {
    const { call, plan } = testSchool();
    const talkId = await plan('kasper', '2025-11-20');
    await expect(call('agreements', 'save', agreementInput({ talkId }))).rejects.toThrow('anden medarbejder');
    await call('agreements', 'save', agreementInput({ talkId, employeeId: 'kasper' }));
    const list = await call<List>('agreements', 'forEmployee', { employeeId: 'kasper' });
    expect(list.agreements[0]).toMatchObject({
      schoolYear: '2025/26',
      madeOn: '2025-11-20',
      fixedBy: null,
      plan: null,
    });
  });

  it('can be removed and brought back', async () => {
    const { call } = testSchool();
    const { id } = await call<Made>('agreements', 'save', agreementInput({ plan: planPart }));
    await call('agreements', 'remove', { id });
    expect((await call<List>('agreements', 'forEmployee', { employeeId: 'pernille' })).agreements).toEqual(
      [],
    );
    await expect(call('agreements', 'save', agreementInput({ id }))).rejects.toThrow('not-found');
    await call('agreements', 'restore', { id });
    await expect(call('agreements', 'restore', { id })).rejects.toThrow('not-found');
    const [back] = (await call<List>('agreements', 'forEmployee', { employeeId: 'pernille' })).agreements;
    expect(back?.plan?.taskName).toBe('Dansk 4.A');
  });
});

describe('the plan part of an agreement', () => {
  it('finds or makes task, draft plan and line in one transaction', async () => {
    const { call, context, plan } = testSchool();
    const talkId = await plan('pernille', '2026-11-24');
    await call('agreements', 'save', agreementInput({ talkId, plan: planPart }));
    await call(
      'agreements',
      'save',
      agreementInput({
        talkId,
        plan: { ...planPart, cell: 'S-T2', taskKind: 'intended', taskName: ' Læsevejleder ' },
      }),
    );
    expect(context.db.select().from(trainingPlans).all()).toMatchObject([
      { employeeId: 'pernille', schoolYear: '2026/27', talkId, status: 'draft', version: 1 },
    ]);
    expect(context.db.select().from(tasks).all()).toMatchObject([
      { id: 'task', name: 'Dansk 4.A', kind: 'present' },
      { name: 'Læsevejleder', kind: 'intended', schoolYear: '2026/27' },
    ]);
    // A priority of another row of the matrix is no priority of this line.
    const lines = context.db.select().from(planLines).all();
    expect(lines.map(({ cell, priorityId, position }) => ({ cell, priorityId, position }))).toEqual([
      { cell: 'K-F', priorityId: 'reading', position: 1 },
      { cell: 'S-T2', priorityId: null, position: 2 },
    ]);
  });

  it('needs the task the need springs from (R000-10)', async () => {
    const { router, context } = testSchool();
    const reply = await router(
      'agreements',
      'save',
      agreementInput({ plan: { ...planPart, taskName: ' ' } }),
    );
    expect(reply).toMatchObject({
      ok: false,
      error: { fields: { taskName: expect.stringContaining('udspringer') } },
    });
    expect(context.db.select().from(trainingPlans).all()).toEqual([]);
  });

  it('can be changed and taken out again', async () => {
    const { call, context } = testSchool();
    const { id } = await call<Made>('agreements', 'save', agreementInput({ plan: planPart }));
    await call(
      'agreements',
      'save',
      agreementInput({ id, plan: { ...planPart, cell: 'M-F4', priorityId: null } }),
    );
    expect(context.db.select().from(planLines).all()).toMatchObject([{ cell: 'M-F4', position: 1 }]);
    await call('agreements', 'save', agreementInput({ id, plan: null }));
    expect(context.db.select().from(planLines).all()).toEqual([]);
  });

  it('leaves an agreed or signed plan alone, but marks may still be set', async () => {
    const { call, context } = testSchool();
    const { id } = await call<Made>('agreements', 'save', agreementInput({ plan: planPart }));
    for (const status of ['agreed', 'signed'] as const) {
      context.db.update(trainingPlans).set({ status }).run();
      const word = status === 'agreed' ? 'aftalt' : 'underskrevet';
      await expect(call('agreements', 'save', agreementInput({ id, plan: planPart }))).rejects.toThrow(word);
      await expect(call('agreements', 'save', agreementInput({ plan: planPart }))).rejects.toThrow(word);
      await expect(call('agreements', 'remove', { id })).rejects.toThrow(word);
      expect(
        (await call<List>('agreements', 'forEmployee', { employeeId: 'pernille' })).agreements[0]?.fixedBy,
      ).toBe(status === 'agreed' ? 'agreedPlan' : 'signedPlan');
    }
    await call('agreements', 'mark', { id, state: 'kept', reason: 'Kurset er taget', talkId: null });
  });

  it('offers competences of the newest spider, the tasks of the year, and priorities', async () => {
    const { call } = testSchool();
    const input = { employeeId: 'pernille', teamId: null, schoolYear: '2026/27' };
    expect(await call('agreements', 'choices', input)).toEqual({
      subjectName: 'Pernille Aagaard',
      members: [],
      leaderName: 'Birgitte Halkjær',
      competences: ['Teamsamarbejde', 'Klasseledelse'],
      tasks: [{ kind: 'present', name: 'Dansk 4.A' }],
      priorities: [
        { id: 'reading', kind: 'municipal', name: 'Faglig læsning' },
        { id: 'science', kind: 'school', name: 'Naturfag i indskolingen' },
      ],
      plan: null,
    });
  });
});

describe('following up', () => {
  it('needs a word of why, and a promise that belongs to the talk', async () => {
    const { call, plan } = testSchool();
    const first = await plan('pernille', '2025-11-20');
    const { id } = await call<Made>('agreements', 'save', agreementInput({ talkId: first }));
    const mark = { id, state: 'kept', talkId: null };
    await expect(call('agreements', 'mark', { ...mark, reason: ' ' })).rejects.toThrow('kort begrundelse');
    await expect(call('agreements', 'mark', { ...mark, reason: 'Ja', talkId: first })).rejects.toThrow(
      'hører ikke til',
    );
  });

  it('keeps the words of a promise that a closed talk has followed up', async () => {
    const { call, context, plan } = testSchool();
    const { id } = await call<Made>('agreements', 'save', agreementInput({ talkId: null }));
    const talkId = await plan('pernille', '2026-11-24');
    await call('agreements', 'mark', { id, state: 'kept', reason: 'Gik fint', talkId });
    await call('talks', 'close', { id: talkId, emptyPlanReason: 'Ingen nye' });
    const change = agreementInput({ id, talkId: null, activity: 'Noget helt andet' });
    await expect(call('agreements', 'save', change)).rejects.toThrow('lukket samtale');
    expect(context.db.select().from(agreements).get()?.activity).not.toBe('Noget helt andet');
    await call('talks', 'reopen', { id: talkId });
    await call('agreements', 'save', change);
  });

  it('settles with the closing of the talk, also what was marked between talks', async () => {
    const { call, context, plan } = testSchool();
    const first = await plan('pernille', '2025-11-20');
    const { id } = await call<Made>('agreements', 'save', agreementInput({ talkId: first }));
    await call('talks', 'close', { id: first, emptyPlanReason: '' });
    await call('agreements', 'mark', { id, state: 'kept', reason: 'Gik fint', talkId: null });
    const second = await plan('pernille', '2026-11-24');
    expect(
      (await call<List>('agreements', 'earlier', { talkId: second })).agreements.map((a) => a.id),
    ).toEqual([id]);
    await call('talks', 'close', { id: second, emptyPlanReason: 'Ingen nye' });
    expect(context.db.select().from(agreements).get()?.markedInTalkId).toBe(second);
    await expect(call('agreements', 'unmark', { id })).rejects.toThrow('lukket samtale');
    await expect(
      call('agreements', 'mark', { id, state: 'dropped', reason: 'x', talkId: null }),
    ).rejects.toThrow('lukket samtale');
    await call('talks', 'reopen', { id: second });
    await call('agreements', 'unmark', { id });
    await expect(call('talks', 'close', { id: second, emptyPlanReason: 'x' })).rejects.toThrow(
      'ikke fulgt op',
    );
  });
});

import type { OutputOf } from '@shared/contract';
import { count, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../data/audit';
import { tasks } from '../../data/schema/employees';
import { auditLog } from '../../data/schema/school';
import { agreements, planLines, talks, trainingPlans } from '../../data/schema/talks';
import { agreementInput, talkDetails, talkInput, testSchool } from '../talks-test-school';

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

/** Everything a leader can do about talks and promises, in any order. */
const step = fc.record({
  what: fc.constantFrom(
    'plan',
    'agree',
    'agree',
    'mark',
    'markLoose',
    'unmark',
    'drop',
    'bring',
    'close',
    'close',
    'reopen',
    'removeTalk',
    'restoreTalk',
    'move',
  ),
  talk: fc.nat(2),
  promise: fc.nat(5),
  year: fc.integer({ min: 2023, max: 2026 }),
  state: fc.constantFrom('kept', 'partly', 'notKept', 'dropped'),
});

/** A history to start from: two promises in a closed talk, and a new talk that has to follow up on them. */
const begin = [
  { what: 'plan', year: 2024 },
  { what: 'agree', promise: 1 },
  { what: 'agree', promise: 1 },
  { what: 'close' },
  { what: 'plan', year: 2026, talk: 1 },
].map((one) => ({ talk: 0, promise: 0, year: 2024, state: 'kept', ...one }));

describe('promises that cannot be forgotten (DOMAIN 4.3)', () => {
  it('stand once in every later talk, and no call closes a talk on an unmarked one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 18 }), async (steps) => {
        const { context, router, failures, setNow, call } = testSchool();
        const { db } = context;
        const talkIds: string[] = [];
        const promiseIds: string[] = [];
        for (const [index, { what, talk, promise, year, state }] of [...begin, ...steps].entries()) {
          setNow(new Date(Date.parse('2026-11-23T12:00:00') + index * 60_000).toISOString());
          const talkId = talkIds[talk % Math.max(1, talkIds.length)] ?? 'none';
          const id = promiseIds[promise % Math.max(1, promiseIds.length)] ?? 'none';
          const heldOn = `${year}-11-2${talk}`;
          const orders = {
            plan: ['talks', 'plan', talkInput({ heldOn })],
            agree: ['agreements', 'save', agreementInput({ talkId: promise === 0 ? null : talkId })],
            mark: ['agreements', 'mark', { id, state, reason: 'Fordi', talkId }],
            markLoose: ['agreements', 'mark', { id, state, reason: 'Fordi', talkId: null }],
            unmark: ['agreements', 'unmark', { id }],
            drop: ['agreements', 'remove', { id }],
            bring: ['agreements', 'restore', { id }],
            close: ['talks', 'close', { id: talkId, emptyPlanReason: 'Ingen' }],
            reopen: ['talks', 'reopen', { id: talkId }],
            removeTalk: ['talks', 'remove', { id: talkId }],
            restoreTalk: ['talks', 'restore', { id: talkId }],
            move: ['talks', 'save', talkDetails({ id: talkId, heldOn })],
          } as const;
          const [feature, name, input] = orders[what as keyof typeof orders];
          const reply = await router(feature, name, input);
          if (reply.ok && what === 'plan') talkIds.push((reply.value as Made).id);
          if (reply.ok && what === 'agree') promiseIds.push((reply.value as Made).id);

          const promises = db
            .select()
            .from(agreements)
            .all()
            .filter((row) => row.removedAt === null);
          const all = db.select().from(talks).all();
          for (const now of all.filter((row) => row.removedAt === null)) {
            const shown = (await call<List>('agreements', 'earlier', { talkId: now.id })).agreements;
            const ids = shown.map((row) => row.id);
            expect(new Set(ids).size).toBe(ids.length);
            for (const row of promises.filter((p) => p.state === 'open')) {
              const madeIn = all.find((other) => other.id === row.talkId);
              if (madeIn && madeIn.heldOn < now.heldOn) expect(ids).toContain(row.id);
              if (madeIn && madeIn.heldOn > now.heldOn) expect(ids).not.toContain(row.id);
            }
            if (now.closedAt) expect(shown.filter((row) => row.state === 'open')).toEqual([]);
          }
        }
        expect(failures).toEqual([]);
        expect(verifyAudit(db.$client).ok).toBe(true);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('cannot come up behind a closed talk by any detour', async () => {
    const { call, plan } = testSchool();
    const first = await plan('pernille', '2025-09-20');
    const { id } = await call<Made>('agreements', 'save', agreementInput({ talkId: first }));
    const { id: loose } = await call<Made>('agreements', 'save', agreementInput({ talkId: first }));
    await call('talks', 'close', { id: first, emptyPlanReason: '' });
    const second = await plan('pernille', '2025-11-20');
    for (const one of [id, loose]) {
      await call('agreements', 'mark', { id: one, state: 'kept', reason: 'Ja', talkId: second });
    }
    await call('talks', 'reopen', { id: first });
    await call('agreements', 'unmark', { id: loose });
    await call('agreements', 'remove', { id: loose });
    await call('talks', 'close', { id: second, emptyPlanReason: 'Ingen' });
    const details = talkDetails();
    for (const [feature, name, input] of [
      ['agreements', 'restore', { id: loose }],
      ['agreements', 'save', agreementInput({ talkId: first })],
      ['agreements', 'unmark', { id }],
    ] as const) {
      await expect(call(feature, name, input)).rejects.toThrow(/lukket/);
    }
    await call('talks', 'save', { ...details, id: first, heldOn: '2025-12-20' });
    await call('agreements', 'save', agreementInput({ talkId: first }));
    const back = { ...details, id: first, heldOn: '2025-09-20' };
    await expect(call('talks', 'save', back)).rejects.toThrow('senere samtale er lukket');
  });

  it('are counted as plain SQL counts them', async () => {
    const { call, context, plan } = testSchool();
    const talkId = await plan('pernille', '2025-11-20');
    for (let n = 0; n < 12; n += 1) await call('agreements', 'save', agreementInput({ talkId }));
    const next = await plan('kasper', '2026-11-24');
    expect((await call<List>('agreements', 'earlier', { talkId: next })).agreements).toEqual([]);
    await call('talks', 'remove', { id: next });
    const open = context.db.select({ n: count() }).from(agreements).where(eq(agreements.state, 'open')).get();
    await call('agreements', 'mark', {
      id: context.db.select().from(agreements).get()?.id,
      state: 'kept',
      reason: 'Ja',
      talkId: null,
    });
    await call('agreements', 'unmark', { id: context.db.select().from(agreements).get()?.id });
    await call('talks', 'close', { id: talkId, emptyPlanReason: '' });
    const later = await plan('pernille', '2026-11-24');
    expect((await call<List>('agreements', 'earlier', { talkId: later })).agreements).toHaveLength(
      open?.n ?? 0,
    );
  });
});

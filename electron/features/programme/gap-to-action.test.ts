import type { OutputOf } from '@shared/contract';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../data/audit';
import { employeeFunctions, teachingQualifications } from '../../data/schema/employees';
import { programmeRequests } from '../../data/schema/programme';
import { ratings } from '../../data/schema/talks';
import { agreementInput } from '../talks-test-school';

import { line, programmeSchool, run, schoolYear } from './test-programme';

describe('from gap to action', () => {
  it('shows no gap before both views lie open', async () => {
    const { ask, plan, show, made } = programmeSchool();
    await made();
    const talkId = await plan('pernille', '2026-11-20');
    show(talkId, { c1: 4, c2: 2 }, { isSelfLocked: false });
    const actions = await ask('forEmployee', { employeeId: 'pernille', talkId, schoolYear });
    expect([actions.ratedOn, actions.gaps]).toEqual([null, []]);
  });

  it('lists the gaps of the latest talk, biggest first, each with what lifts it in the order of reasons', async () => {
    const { ask, plan, show, made, held } = programmeSchool();
    await held('pernille', '2026-11-02', { c1: 1, c2: 1 });
    show(await plan('pernille', '2026-11-20'), { c1: 5, c2: 2 });
    const wished = await made({ title: 'Kun ønsket', isOffered: false });
    const team = await made({ title: 'For teamet', level: 'team' });
    const open = await made({ title: 'Åbent hold' });
    const undated = await made({ title: 'Uden dato' });
    await made({ title: 'Løfter noget andet', lineageIds: ['c1'] });
    await ask('saveRun', run(open));
    const actions = await ask('forEmployee', { employeeId: 'pernille', talkId: null, schoolYear });
    expect(actions.ratedOn).toBe('2026-11-20');
    expect(actions.gaps.map(({ name, target, level, gap }) => [name, target, level, gap])).toEqual([
      ['Klasseledelse', 4, 2, 2],
    ]);
    expect(actions.gaps[0]?.matches.map(({ itemId }) => itemId)).toEqual([open, undated, team, wished]);
    expect(actions.tasks).toEqual([{ kind: 'present', name: 'Dansk 4.A' }]);
    expect(actions.fixedBy).toBeNull();
  });

  it('adds agreement, plan line and request in one, says so, and takes all of it back', async () => {
    const { ask, add, made, plan, held, call, db, refused } = programmeSchool();
    await held('pernille', '2026-11-20', { c2: 2 });
    const talkId = await plan('pernille', '2026-11-24');
    const itemId = await made();
    await ask('saveRun', run(itemId));
    const { agreementId } = await add(itemId, { talkId });
    const { lines } = await call<OutputOf<'trainingPlans', 'get'>>('trainingPlans', 'get', {
      employeeId: 'pernille',
      schoolYear,
    });
    expect(lines).toMatchObject([
      {
        id: agreementId,
        talkId,
        competence: 'Klasseledelse',
        activity: 'Klasseledelse i praksis (PPL)',
        who: 'Pernille Aagaard',
        dueOn: '2027-03-15',
        origin: 'need',
        plan: { cell: 'S-F2', taskName: 'Dansk 4.A' },
      },
    ]);
    const { gaps } = await ask('forEmployee', { employeeId: 'pernille', talkId, schoolYear });
    expect(gaps[0]?.matches[0]?.askedBy).toBe(agreementId);
    expect((await ask('list', { schoolYear })).items[0]?.plans).toBe(1);
    expect((await ask('get', { id: itemId, schoolYear })).askers).toEqual([
      { agreementId, employeeId: 'pernille', name: 'Pernille Aagaard' },
    ]);
    const again = { itemId, employeeId: 'pernille', talkId, schoolYear, competence: '', origin: 'need' };
    const task = { taskKind: 'present', taskName: 'Dansk 4.A' };
    expect((await refused('addToPlan', { ...again, ...task }))?.code).toBe('conflict');

    await ask('undoAddToPlan', { agreementId });
    expect(db.select().from(programmeRequests).all()).toEqual([]);
    const { agreements } = await call<OutputOf<'agreements', 'forEmployee'>>('agreements', 'forEmployee', {
      employeeId: 'pernille',
    });
    expect(agreements).toEqual([]);
    expect((await ask('list', { schoolYear })).items[0]?.plans).toBe(0);
    expect((await refused('undoAddToPlan', { agreementId }))?.code).toBe('not-found');
  });

  it('is due at the end of the school year while there is no date', async () => {
    const { add, made, call } = programmeSchool();
    await add(await made({ provider: '' }));
    const { agreements } = await call<OutputOf<'agreements', 'forEmployee'>>('agreements', 'forEmployee', {
      employeeId: 'pernille',
    });
    expect(agreements[0]).toMatchObject({ dueOn: '2027-07-31', activity: 'Klasseledelse i praksis' });
  });

  it('refuses without a task, in a closed talk and in an agreed plan, and leaves nothing behind', async () => {
    const { ask, add, made, plan, call, db, refused, database } = programmeSchool();
    const itemId = await made();
    const base = { itemId, employeeId: 'pernille', schoolYear, competence: 'Klasseledelse', origin: 'need' };
    const noTask = { ...base, talkId: null, taskKind: 'present', taskName: '' };
    expect(Object.keys((await refused('addToPlan', noTask))?.fields ?? {})).toEqual(['taskName']);

    const talkId = await plan('pernille', '2026-11-20');
    const input = { ...base, talkId, taskKind: 'present', taskName: 'Dansk 4.A' };
    await call('talks', 'close', { id: talkId, emptyPlanReason: 'Intet endnu.' });
    expect((await refused('addToPlan', input))?.code).toBe('conflict');
    const closed = await ask('forEmployee', { employeeId: 'pernille', talkId, schoolYear });
    expect(closed.fixedBy).toBe('closedTalk');

    const other = await made({ title: 'Supervision', provider: '' });
    await add(itemId);
    const { plan: made2 } = await call<OutputOf<'trainingPlans', 'get'>>('trainingPlans', 'get', {
      employeeId: 'pernille',
      schoolYear,
    });
    await call('trainingPlans', 'agree', { planId: made2?.id });
    const fixed = await refused('addToPlan', { ...input, talkId: null, itemId: other });
    expect(fixed?.code).toBe('conflict');
    const actions = await ask('forEmployee', { employeeId: 'pernille', talkId: null, schoolYear });
    expect(actions.fixedBy).toBe('agreedPlan');
    expect(db.select().from(programmeRequests).all()).toHaveLength(1);
    expect(verifyAudit(database.open.sqlite)).toMatchObject({ ok: true });
  });
});

describe('efterspurgt, men ikke udbudt', () => {
  it('lists wished items and lines that nothing offered lifts, by number of plans', async () => {
    const { ask, call, made, add } = programmeSchool();
    await made({ title: 'Klasseledelse', lineageIds: ['c2'] });
    const wished = await made({ title: 'Netværk om naturfag', isOffered: false, lineageIds: [] });
    await add(wished, { competence: 'Naturfag' });
    await add(wished, { competence: 'Naturfag', employeeId: 'kasper' });
    const promise = (change: Record<string, unknown>) =>
      call('agreements', 'save', { ...agreementInput(change), plan: line });
    await promise({ competence: 'Testning af ordblindhed' });
    await promise({ competence: 'testning af ordblindhed' });
    // Lifted by an offered item, whatever the case; and no line of a plan.
    await promise({ competence: 'KLASSELEDELSE' });
    await call('agreements', 'save', { ...agreementInput({ competence: 'Uden for planen' }), plan: null });
    const { groups } = await ask('demand', { schoolYear });
    expect(groups).toEqual([
      {
        competence: 'Netværk om naturfag',
        plans: 2,
        items: [{ id: wished, title: 'Netværk om naturfag', plans: 2 }],
      },
      { competence: 'Testning af ordblindhed', plans: 1, items: [] },
    ]);
    expect((await ask('demand', { schoolYear: '2025/26' })).groups.map(({ plans }) => plans)).toEqual([0]);
  });

  it('counts every plan once, whatever is asked for, dropped and taken away (property)', async () => {
    const { ask, call, made, db } = programmeSchool();
    const items = [await made({ title: 'A' }), await made({ title: 'B' }), await made({ title: 'C' })];
    const step = fc.record({
      who: fc.constantFrom('pernille', 'kasper', 'ole'),
      item: fc.constantFrom(...items),
      after: fc.constantFrom('keep', 'remove', 'drop', 'unlink'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        db.delete(programmeRequests).run();
        const standing: { who: string; item: string }[] = [];
        for (const { who, item: itemId, after } of steps) {
          const { id } = await call<{ id: string }>(
            'agreements',
            'save',
            agreementInput({ employeeId: who }),
          );
          await ask('setRequest', { agreementId: id, itemId });
          if (after === 'remove') await call('agreements', 'remove', { id });
          if (after === 'unlink') await ask('setRequest', { agreementId: id, itemId: null });
          if (after === 'drop')
            await call('agreements', 'mark', { id, state: 'dropped', reason: 'Nej.', talkId: null });
          if (after === 'keep') standing.push({ who, item: itemId });
        }
        const list = await ask('list', { schoolYear });
        for (const { id, plans } of list.items) {
          const who = new Set(standing.filter((one) => one.item === id).map((one) => one.who));
          expect(plans).toBe(who.size);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('hvem kan hvad', () => {
  it('finds those who are trained, assessed or have the function, in Danish order, with the reason', async () => {
    const { ask, db } = programmeSchool();
    db.insert(teachingQualifications)
      .values([
        { employeeId: 'pernille', subject: 'dansk', basis: 'formal' },
        { employeeId: 'kasper', subject: 'dansk', basis: 'assessed' },
        { employeeId: 'hanne', subject: 'dansk', basis: 'formal' },
      ])
      .run();
    db.insert(employeeFunctions).values({ employeeId: 'pernille', name: 'Læsevejleder' }).run();
    const found = async (text: string) =>
      (await ask('experts', { text })).people.map(({ name, reasons }) => [
        name,
        ...reasons.map(({ kind }) => kind),
      ]);
    // Hanne has left.
    expect(await found('Dansk')).toEqual([
      ['Kasper Nyholm', 'assessed'],
      ['Pernille Aagaard', 'formal'],
    ]);
    expect(await found('læse')).toEqual([['Pernille Aagaard', 'function']]);
    expect(await found('')).toEqual([]);
    expect(await found('tysk')).toEqual([]);
  });

  it('tells of a level only when both have shown theirs, only from 4 of 5, and never which', async () => {
    const { ask, plan, show, db } = programmeSchool();
    const talkId = await plan('pernille', '2026-11-10');
    show(talkId, { c1: 3, c2: 5 }, { isSelfLocked: false });
    expect((await ask('experts', { text: 'klasseledelse' })).people).toEqual([]);
    db.update(ratings).set({ lockedAt: '2026-11-20T12:00:00.000Z' }).where(eq(ratings.talkId, talkId)).run();
    const { people } = await ask('experts', { text: 'klasseledelse' });
    expect(people).toEqual([
      {
        employeeId: 'pernille',
        name: 'Pernille Aagaard',
        role: 'lærer og læsevejleder',
        reasons: [{ kind: 'level', what: 'Klasseledelse', on: '2026-11-10' }],
      },
    ]);
    expect((await ask('experts', { text: 'teamsamarbejde' })).people).toEqual([]);
  });
});

import type { InputOf, OutputOf } from '@shared/contract';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../data/audit';
import { employeeFunctions, teachingQualifications } from '../../data/schema/employees';
import { enrolments } from '../../data/schema/enrolments';
import { programmeItems, programmeRequests } from '../../data/schema/programme';
import { ratingLevels, ratings } from '../../data/schema/talks';
import { agreementInput, testSchool } from '../talks-test-school';

const schoolYear = '2026/27';
const item = (change: Partial<InputOf<'programme', 'save'>> = {}): InputOf<'programme', 'save'> => ({
  title: 'Klasseledelse i praksis',
  description: '',
  kind: 'course',
  level: 'individual',
  form: 'physical',
  provider: 'PPL',
  targetGroup: '',
  url: '',
  ects: null,
  qualification: 'none',
  subject: '',
  isCompulsory: false,
  feeOre: 450_000,
  materialsOre: null,
  days: 7,
  isFromFoundation: false,
  strategicDecision: '',
  isOffered: true,
  lineageIds: ['c2'],
  tags: ['learningAndWellbeing'],
  ...change,
});
const run = (itemId: string, change: object = {}) => ({
  itemId,
  startsOn: '2027-01-11',
  endsOn: '2027-03-15',
  signUpBy: '2026-12-18',
  place: 'Nordmarke',
  seats: 20,
  minimumSeats: 12,
  days: ['2027-01-11', '2027-02-08', '2027-03-15'],
  ...change,
});
const line = { cell: 'S-F2', priorityId: null, taskKind: 'present', taskName: 'Dansk 4.A' };

function school(...overrides: Parameters<typeof testSchool>) {
  const test = testSchool(...overrides);
  const { db } = test.context;
  const ask = <N extends keyof typeof import('@shared/contract/programme').programme>(
    name: N,
    input: unknown,
  ) => test.call<OutputOf<'programme', N>>('programme', name, input);
  const made = async (change: Parameters<typeof item>[0] = {}) => (await ask('save', item(change))).id;
  /** Both views of a talk, locked: what is needed for them to be shown. */
  const show = (talkId: string, levels: Record<string, number>, { isSelfLocked = true } = {}) => {
    for (const role of ['self', 'leader'] as const) {
      const id = `${role} ${talkId}`;
      const lockedAt = role === 'leader' || isSelfLocked ? '2026-11-20T12:00:00.000Z' : null;
      const at = '2026-11-20T12:00:00.000Z';
      db.insert(ratings).values({ id, talkId, role, updatedAt: at, lockedAt: null }).run();
      for (const [competenceId, level] of Object.entries(levels))
        db.insert(ratingLevels)
          .values({ ratingId: id, competenceId, state: 'rated', level, comment: '' })
          .run();
      if (lockedAt) db.update(ratings).set({ lockedAt }).where(eq(ratings.id, id)).run();
    }
  };
  /** A talk that was held, rated and closed. */
  const held = async (employeeId: string, heldOn: string, levels: Record<string, number>) => {
    const talkId = await test.plan(employeeId, heldOn);
    show(talkId, levels);
    await test.call('talks', 'close', { id: talkId, emptyPlanReason: 'Intet endnu.' });
  };
  const add = (itemId: string, change: object = {}) =>
    ask('addToPlan', {
      itemId,
      employeeId: 'pernille',
      talkId: null,
      schoolYear,
      competence: 'Klasseledelse',
      origin: 'need',
      taskKind: 'present',
      taskName: 'Dansk 4.A',
      ...change,
    });
  const refused = async (name: string, input: unknown) => {
    const reply = await test.router('programme', name, input);
    return reply.ok ? null : reply.error;
  };
  return { ...test, db, ask, made, show, held, add, refused };
}

describe('the programme', () => {
  it('is kept with competences and tags, listed in Danish order, and says when it last changed', async () => {
    const { ask, made, setNow } = school();
    expect(await ask('list', { schoolYear })).toEqual({ items: [], competences: [], updatedAt: null });
    await made({ title: 'Åben skole' });
    setNow('2026-11-24T08:00:00');
    const id = await made({ title: 'Aftaler om ro', lineageIds: ['c1', 'c2'], isFromFoundation: true });
    const list = await ask('list', { schoolYear });
    expect(list.items.map(({ title }) => title)).toEqual(['Aftaler om ro', 'Åben skole']);
    expect(list.competences.map(({ name }) => name)).toEqual(['Klasseledelse', 'Teamsamarbejde']);
    expect(list.updatedAt).toBe(new Date('2026-11-24T08:00:00').toISOString());
    const got = await ask('get', { id, schoolYear });
    const { lineageIds: _, ...facts } = item({ title: 'Aftaler om ro', isFromFoundation: true });
    expect(got).toMatchObject({ ...facts, plans: 0 });
    expect(got.competences.map(({ lineageId }) => lineageId)).toEqual(['c2', 'c1']);
  });

  it('comes and goes, and its going is a change too', async () => {
    const { ask, made, setNow, refused, database } = school();
    const id = await made();
    setNow('2026-11-25T08:00:00');
    await ask('remove', { id });
    const list = await ask('list', { schoolYear });
    expect([list.items.length, list.updatedAt]).toEqual([0, new Date('2026-11-25T08:00:00').toISOString()]);
    expect((await refused('get', { id, schoolYear }))?.code).toBe('not-found');
    expect((await refused('remove', { id }))?.code).toBe('not-found');
    await ask('restore', { id });
    expect((await refused('restore', { id }))?.code).toBe('not-found');
    expect((await ask('list', { schoolYear })).items).toHaveLength(1);
    expect(verifyAudit(database.open.sqlite)).toMatchObject({ ok: true });
  });

  it('refuses what is no address, no point and no competence', async () => {
    const { refused } = school();
    for (const [change, field] of [
      [{ url: 'javascript:alert(1)' }, 'url'],
      [{ url: 'via.dk' }, 'url'],
      [{ ects: 2.3 }, 'ects'],
    ] as const)
      expect(Object.keys((await refused('save', item(change)))?.fields ?? {})).toEqual([field]);
    expect((await refused('save', item({ lineageIds: ['nobody'] })))?.code).toBe('not-found');
    expect(await refused('save', item({ url: 'https://www.via.dk/kiu', ects: 2.5 }))).toBeNull();
  });

  it('offers the competences of what is published, by their present names', async () => {
    const { ask } = school();
    const { competences, priorities } = await ask('choices', {});
    expect(competences.map(({ name, spiderName }) => [spiderName, name])).toEqual([
      ['Lærer', 'Teamsamarbejde'],
      ['Lærer', 'Klasseledelse'],
    ]);
    expect(priorities).toHaveLength(2);
  });
});

describe('runs', () => {
  it('have days, seats and a state; the next one that has a seat is shown', async () => {
    const { ask, made, db } = school();
    const id = await made();
    const { id: full } = await ask('saveRun', run(id, { seats: 1, minimumSeats: null }));
    await ask(
      'saveRun',
      run(id, {
        startsOn: '2027-04-01',
        endsOn: '2027-04-02',
        days: [],
        seats: null,
        minimumSeats: null,
        signUpBy: null,
      }),
    );
    const next = async () => (await ask('list', { schoolYear })).items[0]?.nextRun;
    expect(await next()).toMatchObject({ startsOn: '2027-01-11', left: 1, state: 'open' });
    db.insert(enrolments)
      .values({
        id: 'e',
        employeeId: 'kasper',
        itemId: id,
        runId: full,
        title: 'Klasseledelse',
        provider: '',
        feeOre: 0,
        materialsOre: 0,
        substituteDays: 0,
        substituteDayOre: 0,
        state: 'wished',
        createdAt: '2026-11-20T12:00:00.000Z',
      })
      .run();
    // A wish holds no seat.
    expect(await next()).toMatchObject({ startsOn: '2027-01-11', left: 1 });
    db.update(enrolments).set({ state: 'enrolled' }).run();
    expect(await next()).toMatchObject({ startsOn: '2027-04-01', left: null });
    const { runs } = await ask('get', { id, schoolYear });
    expect(runs.map(({ taken, days }) => [taken, days.length])).toEqual([
      [1, 3],
      [0, 0],
    ]);
  });

  it('are confirmed, cancelled, removed and brought back; one with enrolments is cancelled instead', async () => {
    const { ask, made, refused, db } = school();
    const id = await made();
    const { id: runId } = await ask('saveRun', run(id));
    await ask('setRunState', { id: runId, state: 'cancelled' });
    expect((await ask('list', { schoolYear })).items[0]?.nextRun).toBeNull();
    await ask('removeRun', { id: runId });
    expect((await ask('get', { id, schoolYear })).runs).toEqual([]);
    await ask('restoreRun', { id: runId });
    expect((await ask('get', { id, schoolYear })).runs[0]?.state).toBe('cancelled');
    db.insert(enrolments)
      .values({
        id: 'e',
        employeeId: 'kasper',
        runId,
        title: 'x',
        provider: '',
        feeOre: 0,
        materialsOre: 0,
        substituteDays: 0,
        substituteDayOre: 0,
        state: 'approved',
        createdAt: '2026-11-20T12:00:00.000Z',
      })
      .run();
    expect((await refused('removeRun', { id: runId }))?.code).toBe('conflict');
  });

  it('refuses a period that runs backwards, days outside it, a late deadline and more people than seats', async () => {
    const { made, refused } = school();
    const id = await made();
    for (const [change, field] of [
      [{ endsOn: '2027-01-10' }, 'endsOn'],
      [{ days: ['2027-03-16'] }, 'days'],
      [{ signUpBy: '2027-01-12' }, 'signUpBy'],
      [{ minimumSeats: 21 }, 'minimumSeats'],
    ] as const)
      expect(Object.keys((await refused('saveRun', run(id, change)))?.fields ?? {})).toEqual([field]);
    expect(await refused('saveRun', run(id))).toBeNull();
  });
});

describe('from gap to action', () => {
  it('shows no gap before both views lie open', async () => {
    const { ask, plan, show, made } = school();
    await made();
    const talkId = await plan('pernille', '2026-11-20');
    show(talkId, { c1: 4, c2: 2 }, { isSelfLocked: false });
    const actions = await ask('forEmployee', { employeeId: 'pernille', talkId, schoolYear });
    expect([actions.ratedOn, actions.gaps]).toEqual([null, []]);
  });

  it('lists the gaps of the latest talk, biggest first, each with what lifts it in the order of reasons', async () => {
    const { ask, plan, show, made, held } = school();
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
    const { ask, add, made, plan, held, call, db, refused } = school();
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
    const { add, made, call } = school();
    await add(await made({ provider: '' }));
    const { agreements } = await call<OutputOf<'agreements', 'forEmployee'>>('agreements', 'forEmployee', {
      employeeId: 'pernille',
    });
    expect(agreements[0]).toMatchObject({ dueOn: '2027-07-31', activity: 'Klasseledelse i praksis' });
  });

  it('refuses without a task, in a closed talk and in an agreed plan, and leaves nothing behind', async () => {
    const { ask, add, made, plan, call, db, refused, database } = school();
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
    const { ask, call, made, add } = school();
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
    const { ask, call, made, db } = school();
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
    const { ask, db } = school();
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
    const { ask, plan, show, db } = school();
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

describe('the programme outside the program', () => {
  it('is shared as one page and issued as a document, and neither names anybody', async () => {
    const saved: { kind: string; name: string; text: string }[] = [];
    const jobs: string[] = [];
    const { ask, add, made, call } = school({
      machine: {
        saveFile: async (kind, name, bytes) => {
          saved.push({ kind, name, text: bytes.toString('utf8') });
          return true;
        },
        print: async (job) => {
          jobs.push(JSON.stringify(job));
          return true;
        },
      },
    });
    await add(await made());
    await made({ title: 'Netværk om naturfag', isOffered: false });
    expect(await ask('share', { schoolYear })).toEqual({ carriedOut: true });
    expect(saved[0]).toMatchObject({ kind: 'page', name: 'udviklingsprogram-2026-27.html' });
    await call('documents', 'programme', { schoolYear, way: 'print' });
    for (const text of [saved[0]?.text ?? '', jobs[0] ?? '']) {
      expect(text).toContain('Klasseledelse i praksis');
      expect(text).toContain('Netværk om naturfag');
      for (const name of ['Pernille', 'Aagaard', 'Kasper']) expect(text).not.toContain(name);
    }
    const { documents } = await call<OutputOf<'documents', 'list'>>('documents', 'list', {});
    expect(documents).toMatchObject([{ kind: 'programme', employeeId: null }]);
  });

  it('is refused while there is nothing in it', async () => {
    const { refused } = school();
    expect((await refused('share', { schoolYear }))?.code).toBe('conflict');
  });
});

it('lists 5,000 items in a moment', async () => {
  const { ask, db } = school();
  const at = '2026-11-20T12:00:00.000Z';
  const { lineageIds: _, tags: __, ...facts } = item();
  db.transaction((tx) => {
    for (let n = 0; n < 5000; n += 1)
      tx.insert(programmeItems)
        .values({ ...facts, id: `i${n}`, title: `Aktivitet ${n}`, createdAt: at, updatedAt: at })
        .run();
  });
  const begun = process.cpuUsage();
  const { items } = await ask('list', { schoolYear });
  const { user, system } = process.cpuUsage(begun);
  expect(items).toHaveLength(5000);
  expect((user + system) / 1000).toBeLessThan(1500);
});

import type { OutputOf } from '@shared/contract';
import { schoolYearOf } from '@shared/domain/school-year';
import { count, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../data/audit';
import { agreements, talks } from '../../data/schema/talks';
import { leadersTestSchool } from '../leaders-test-school';
import { agreementInput, talkDetails, talkInput, testSchool } from '../talks-test-school';

type Made = { id: string };
type List = OutputOf<'agreements', 'earlier'>;

const kinds = ['MUS', 'KUS', 'TUS', 'GRUS'] as const;
/** Two can promise: Pernille in her MUS and KUS, and her team in its TUS and GRUS. */
const partner = (kind: (typeof kinds)[number]) =>
  kind === 'MUS' || kind === 'KUS'
    ? { employeeId: 'pernille', teamId: null }
    : { employeeId: null, teamId: 'middle' };

/** Everything a leader can do about talks and promises, in any order; what comes oftener stands twice. */
const step = fc.record({
  what: fc.constantFrom(
    ...(['agree', 'mark', 'close', 'plan', 'agree', 'mark', 'close'] as const),
    ...(['agreeLoose', 'markLoose', 'unmark', 'drop', 'bring', 'reopen', 'move', 'write'] as const),
    ...(['removeTalk', 'restoreTalk', 'removeTeam', 'restoreTeam', 'memberGoes'] as const),
    ...(['book', 'rebook', 'unbook', 'handOver', 'undoHandOver'] as const),
  ),
  kind: fc.constantFrom(...kinds),
  talk: fc.nat(3),
  promise: fc.nat(5),
  year: fc.integer({ min: 2023, max: 2026 }),
  state: fc.constantFrom('kept', 'partly', 'notKept', 'dropped'),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A history to start from: promises of both in closed talks, and new talks that have to follow up on them. */
const begin = (['MUS', 'TUS'] as const).flatMap((kind, index) =>
  (
    [
      { what: 'plan', year: 2024 },
      { what: 'agree', talk: 2 * index },
      { what: 'agree', talk: 2 * index },
      { what: 'close', talk: 2 * index },
      { what: 'plan', year: 2026, talk: 1 },
    ] as const
  ).map((one): Step => ({ kind, talk: 0, promise: 0, year: 2024, state: 'kept', ...one })),
);

/** Plays steps one after another; `after` looks at the school after each. */
async function play(
  steps: readonly Step[],
  after: (school: ReturnType<typeof leadersTestSchool>) => Promise<void>,
): Promise<Set<string>> {
  const school = leadersTestSchool();
  const { context, router, setNow, set } = school;
  await set(['pernille', 'kasper'], 'thomas', '2020-08-01');
  const done = new Set<string>();
  const talkIds: string[] = [];
  const promiseIds: string[] = [];
  let booked: { created: string[]; moved: unknown[] } = { created: [], moved: [] };
  let handover = 'none';
  for (const [index, { what, kind, talk, promise, year, state }] of steps.entries()) {
    setNow(new Date(Date.parse('2026-11-23T12:00:00') + index * 60_000).toISOString());
    const talkId = talkIds[talk % Math.max(1, talkIds.length)] ?? 'none';
    const id = promiseIds[promise % Math.max(1, promiseIds.length)] ?? 'none';
    const row = context.db.select().from(talks).where(eq(talks.id, talkId)).get();
    const whose = row ? { employeeId: row.employeeId, teamId: row.teamId } : partner(kind);
    const heldOn = `${year}-11-2${talk}`;
    const place = { heldOn, startsAt: `1${talk}:00`, minutes: 45, leaderId: 'thomas' };
    const book = (known: string | null) => [
      'season',
      'accept',
      { schoolYear: schoolYearOf(heldOn), talks: [{ talkId: known, kind, ...partner(kind), ...place }] },
    ];
    const details = talkDetails({ id: talkId, heldOn, participants: ['pernille', 'kasper'].slice(talk % 2) });
    const orders: Record<Step['what'], unknown[]> = {
      plan: ['talks', 'plan', talkInput({ kind, ...partner(kind), heldOn })],
      book: book(null),
      rebook: book(talkId),
      unbook: ['season', 'undoAccept', booked],
      agree: ['agreements', 'save', agreementInput({ ...whose, talkId })],
      agreeLoose: ['agreements', 'save', agreementInput({ ...partner(kind), talkId: null })],
      mark: ['agreements', 'mark', { id, state, reason: 'Fordi', talkId }],
      markLoose: ['agreements', 'mark', { id, state, reason: 'Fordi', talkId: null }],
      unmark: ['agreements', 'unmark', { id }],
      drop: ['agreements', 'remove', { id }],
      bring: ['agreements', 'restore', { id }],
      write: ['talks', 'saveNote', { talkId, area: 2, text: 'Vi taler videre.' }],
      close: ['talks', 'close', { id: talkId, emptyPlanReason: 'Ingen' }],
      reopen: ['talks', 'reopen', { id: talkId }],
      removeTalk: ['talks', 'remove', { id: talkId }],
      restoreTalk: ['talks', 'restore', { id: talkId }],
      move: ['talks', 'save', details],
      memberGoes: ['employees', 'endMembership', { id: 'm-kasper', toDate: heldOn }],
      removeTeam: ['teams', 'remove', { id: 'middle' }],
      restoreTeam: ['teams', 'restore', { id: 'middle' }],
      handOver: ['handover', 'carryOut', { leaderId: 'thomas', toLeaderId: 'amina', onDate: '2026-11-24' }],
      undoHandOver: ['handover', 'undo', { id: handover }],
    };
    const [feature, name, input] = orders[what] as [string, string, unknown];
    const before = await unmarkedOf(school, talkId);
    const reply = await router(feature, name, input);
    if (reply.ok) {
      done.add(what);
      if (what === 'plan') talkIds.push((reply.value as Made).id);
      if (what === 'agree' || what === 'agreeLoose') promiseIds.push((reply.value as Made).id);
      if (what === 'handOver') handover = (reply.value as Made).id;
      if (what === 'book' || what === 'rebook') {
        booked = reply.value as typeof booked;
        talkIds.push(...booked.created);
      }
      // A talk goes no further than its first page before every promise has its answer.
      if (['agree', 'write', 'close'].includes(what)) expect(before).toBe(0);
    }
    await after(school);
  }
  expect(school.failures).toEqual([]);
  expect(verifyAudit(context.db.$client).ok).toBe(true);
  return done;
}

/** How many earlier promises a talk has still to answer, counted by plain SQL. */
async function unmarkedOf(
  { context }: ReturnType<typeof leadersTestSchool>,
  talkId: string,
): Promise<number> {
  const counted = context.db.$client
    .prepare(
      `SELECT count(*) AS n FROM agreements AS a JOIN talks AS t ON t.id = ?
         LEFT JOIN talks AS made ON made.id = a.talk_id
       WHERE a.removed_at IS NULL AND a.state = 'open' AND made.id IS NOT t.id
         AND (a.employee_id = t.employee_id OR a.team_id = t.team_id)
         AND coalesce(made.held_on, date(a.created_at)) < t.held_on`,
    )
    .get(talkId) as { n: number };
  return counted.n;
}

/** Every open promise stands in every later talk with the same employee or team, once; none behind a closed one. */
async function expectWhole(school: ReturnType<typeof leadersTestSchool>): Promise<void> {
  const { context, call } = school;
  const promises = context.db
    .select()
    .from(agreements)
    .all()
    .filter((row) => row.removedAt === null);
  const all = context.db.select().from(talks).all();
  for (const now of all.filter((row) => row.removedAt === null)) {
    const shown = (await call<List>('agreements', 'earlier', { talkId: now.id })).agreements;
    const ids = shown.map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const row of promises.filter((one) => one.state === 'open')) {
      const madeIn = all.find((other) => other.id === row.talkId);
      const isSame = row.employeeId === now.employeeId && row.teamId === now.teamId;
      if (!isSame) expect(ids).not.toContain(row.id);
      else if (madeIn && madeIn.heldOn < now.heldOn) expect(ids).toContain(row.id);
      if (madeIn && madeIn.heldOn > now.heldOn) expect(ids).not.toContain(row.id);
    }
    if (now.closedAt) expect(shown.filter((row) => row.state === 'open')).toEqual([]);
    const { unmarked } = await call<OutputOf<'talks', 'get'>>('talks', 'get', { id: now.id });
    expect(unmarked).toBe(shown.filter((row) => row.state === 'open').length);
  }
}

/** A closed talk with one open promise. */
async function closedWithPromise(
  call: ReturnType<typeof testSchool>['call'],
  plan: ReturnType<typeof testSchool>['plan'],
) {
  const first = await plan('pernille', '2025-09-20');
  const { id } = await call<Made>('agreements', 'save', agreementInput({ talkId: first }));
  await call('talks', 'close', { id: first, emptyPlanReason: '' });
  return { id };
}

describe('promises that cannot be forgotten (DOMAIN 4.3)', () => {
  it('stand once in every later talk, and no call closes a talk on an unmarked one', async () => {
    const done = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 20 }), async (steps) => {
        for (const what of await play([...begin, ...steps], expectWhole)) done.add(what);
      }),
      { numRuns: 40 },
    );
    // Otherwise the property says nothing of what it never did.
    for (const what of ['book', 'rebook', 'close', 'mark', 'reopen', 'move', 'handOver', 'removeTalk'])
      expect(done).toContain(what);
  }, 120_000);

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
    const place = { leaderId: 'ole', heldOn: '2025-09-20', startsAt: '10:00', minutes: 60 };
    const rebooked = { talkId: first, kind: 'MUS', employeeId: 'pernille', teamId: null, ...place };
    await expect(call('season', 'accept', { schoolYear: '2025/26', talks: [rebooked] })).rejects.toThrow(
      'senere samtale er lukket',
    );
  });

  it('cannot be opened again behind a closed talk of another kind', async () => {
    const { call, plan } = testSchool();
    const { id } = await closedWithPromise(call, plan);
    await call('agreements', 'mark', { id, state: 'kept', reason: 'Ja', talkId: null });
    const own = await plan('pernille', '2025-11-20');
    await call('talks', 'close', { id: own, emptyPlanReason: 'Ingen' });
    const { id: kus } = await call<Made>('talks', 'plan', talkInput({ kind: 'KUS', heldOn: '2026-02-01' }));
    expect((await call<List>('agreements', 'earlier', { talkId: kus })).agreements).toEqual([]);
    await call('talks', 'close', { id: kus, emptyPlanReason: 'Ingen' });
    await call('talks', 'reopen', { id: own });
    await expect(call('agreements', 'unmark', { id })).rejects.toThrow('senere samtale er lukket');
    await call('talks', 'reopen', { id: kus });
    await call('agreements', 'unmark', { id });
    for (const talkId of [own, kus])
      await expect(call('talks', 'close', { id: talkId, emptyPlanReason: 'Ingen' })).rejects.toThrow(
        'ikke fulgt op',
      );
  });

  it('wait for the next talk when the one that marked them is removed', async () => {
    const { call, plan } = testSchool();
    const { id } = await closedWithPromise(call, plan);
    const second = await plan('pernille', '2025-11-20');
    await call('agreements', 'mark', { id, state: 'kept', reason: 'Ja', talkId: second });
    await call('talks', 'remove', { id: second });
    const third = await plan('pernille', '2025-12-01');
    const shown = (await call<List>('agreements', 'earlier', { talkId: third })).agreements;
    expect(shown.map((row) => [row.id, row.state])).toEqual([[id, 'kept']]);
    // One open talk of a kind: the removed one cannot come back beside it.
    await expect(call('talks', 'restore', { id: second })).rejects.toThrow('har allerede en samtale');
    await call('talks', 'close', { id: third, emptyPlanReason: 'Ingen' });
    await call('talks', 'restore', { id: second });
    expect((await call<List>('agreements', 'earlier', { talkId: second })).agreements).toEqual([]);
  });

  it('can be changed when the talk they were made in is removed', async () => {
    const { call, plan, context } = testSchool();
    const talkId = await plan('pernille', '2025-11-20');
    const { id } = await call<Made>('agreements', 'save', agreementInput({ talkId }));
    await call('talks', 'remove', { id: talkId });
    await call('agreements', 'save', agreementInput({ id, talkId, activity: 'Makkerskab' }));
    expect(context.db.select().from(agreements).get()).toMatchObject({ activity: 'Makkerskab', talkId });
    await expect(call('agreements', 'save', agreementInput({ talkId }))).rejects.toThrow('findes ikke');
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

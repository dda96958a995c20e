import type { OutputOf } from '@shared/contract';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { ratings, sealedRatings, talkNotes, talks } from '../../data/schema/talks';
import { agreementInput, talkDetails, talkInput, testSchool } from '../talks-test-school';

type Talk = OutputOf<'talks', 'get'>;
type List = OutputOf<'talks', 'list'>;

describe('planning a talk', () => {
  it('takes the newest published spider of the category, and purpose and agenda in Danish', async () => {
    const { call, plan } = testSchool();
    const talk = await call<Talk>('talks', 'get', { id: await plan('pernille', '2026-11-24') });
    expect(talk).toMatchObject({
      templateVersionId: 'v2',
      spiderName: 'Lærer',
      leaderName: 'Birgitte Halkjær',
      schoolYear: '2026/27',
      horizonMonths: 12,
      role: 'lærer og læsevejleder',
      planStatus: 'missing',
      previousTalkOn: null,
      ratings: { wanted: true, self: 'none', leader: 'none' },
    });
    expect(talk.agenda.split('\n')).toHaveLength(6);
    expect(talk.agenda).toContain('6. Individuel udviklings- og handlingsplan');
    expect(talk.notForDiscussion).toContain('Løn');
  });

  it('works for a category without a spider', async () => {
    const { call, plan } = testSchool();
    const talk = await call<Talk>('talks', 'get', { id: await plan('ole', '2026-11-24') });
    expect(talk).toMatchObject({ templateVersionId: null, spiderName: '', ratings: { wanted: false } });
  });

  it('refuses a second open talk, a day outside the employment, and a time that is none', async () => {
    const { call, plan, router } = testSchool();
    await plan('pernille', '2026-11-24');
    await expect(plan('pernille', '2026-12-01')).rejects.toThrow('har allerede en samtale');
    await expect(plan('hanne', '2026-11-24')).rejects.toThrow('er ikke ansat den dag');
    const input = talkInput({ employeeId: 'kasper', startsAt: '25:00' });
    expect(await router('talks', 'plan', input)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect((await call<List>('talks', 'list', { schoolYear: '2026/27' })).talks).toHaveLength(1);
  });

  it('is not held by the one it is with', async () => {
    const { call, plan } = testSchool();
    await expect(call('talks', 'plan', talkInput({ leaderId: 'pernille' }))).rejects.toThrow(
      'sin egen samtale',
    );
    const id = await plan('pernille', '2026-11-24');
    const details = talkDetails({ id, leaderId: 'pernille', leaderName: 'Pernille Aagaard' });
    await expect(call('talks', 'save', details)).rejects.toThrow('sin egen samtale');
    await call('talks', 'save', { ...details, leaderId: 'kasper' });
  });

  it('takes a newer spider until a rating has begun', async () => {
    const { call, context, plan } = testSchool();
    const id = await plan('pernille', '2026-11-24');
    context.db.update(talks).set({ templateVersionId: 'v1' }).where(eq(talks.id, id)).run();
    expect((await call<Talk>('talks', 'get', { id })).canTakeNewerSpider).toBe(true);
    await call('talks', 'useNewestSpider', { id });
    expect(await call<Talk>('talks', 'get', { id })).toMatchObject({
      templateVersionId: 'v2',
      canTakeNewerSpider: false,
    });
    context.db.update(talks).set({ templateVersionId: 'v1' }).where(eq(talks.id, id)).run();
    context.db.insert(ratings).values({ id: 'r', talkId: id, role: 'leader', updatedAt: '' }).run();
    expect((await call<Talk>('talks', 'get', { id })).canTakeNewerSpider).toBe(false);
    await expect(call('talks', 'useNewestSpider', { id })).rejects.toThrow('Vurderingen er i gang');
  });
});

describe('the list of a school year', () => {
  it('has the talks by date and current staff without one, longest overdue first', async () => {
    const { call, plan, context } = testSchool();
    const old = await plan('kasper', '2024-11-20');
    await call('talks', 'close', { id: old, emptyPlanReason: 'Ny' });
    await plan('ole', '2026-12-02', '');
    const list = await call<List>('talks', 'list', { schoolYear: '2026/27' });
    expect(list.season).toEqual({ first: '2026-11-01', last: '2027-01-31' });
    expect(list.talks.map((talk) => talk.withName)).toEqual(['Ole Brandstrup']);
    expect(list.without).toMatchObject([
      {
        employeeId: 'kasper',
        name: 'Kasper Nyholm',
        categoryName: 'Lærer',
        lastHeldOn: '2024-11-20',
        dueOn: '2025-11-20',
        state: 'overdue',
      },
      {
        employeeId: 'pernille',
        name: 'Pernille Aagaard',
        categoryName: 'Lærer',
        lastHeldOn: null,
        dueOn: null,
        state: 'never',
      },
    ]);
    const then = await call<List>('talks', 'list', { schoolYear: '2024/25' });
    expect(then.talks.map((talk) => talk.id)).toEqual([old]);
    expect(then.without.map((row) => row.name)).not.toContain('Kasper Nyholm');
    expect(context.session.state).toBe('leader');
  });

  it('shows rating states, sealed or open, never more', async () => {
    const { call, context, plan } = testSchool();
    const id = await plan('pernille', '2026-11-24');
    const sealed = {
      talkId: id,
      derivation: '{}',
      nonce: Buffer.alloc(12),
      sealed: Buffer.alloc(40),
      updatedAt: '',
    };
    context.db
      .insert(sealedRatings)
      .values({ ...sealed, lockedAt: '2026-11-20T10:00:00.000Z' })
      .run();
    context.db.insert(ratings).values({ id: 'r', talkId: id, role: 'leader', updatedAt: '' }).run();
    const list = await call<List>('talks', 'list', { schoolYear: '2026/27' });
    expect(list.talks[0]?.ratings).toEqual({ wanted: true, self: 'locked', leader: 'draft' });
  });

  it('keeps a talk left open from an earlier year in the present list', async () => {
    const { call, plan } = testSchool();
    const id = await plan('kasper', '2025-11-20');
    const list = await call<List>('talks', 'list', { schoolYear: '2026/27' });
    expect(list.talks.map((talk) => talk.id)).toEqual([id]);
    expect(list.without.map((row) => row.employeeId)).not.toContain('kasper');
  });
});

describe('notes', () => {
  it('are on the disk when the answer comes', async () => {
    const { call, context, database, plan } = testSchool();
    const id = await plan('pernille', '2026-11-24');
    for (const text of ['Det gik', 'Det gik godt med Åse', 'Det gik godt med Åse 🌱\n\n- ja']) {
      await call('talks', 'saveNote', { talkId: id, area: 2, text });
      context.session.open = database.reopen();
      const talk = await call<Talk>('talks', 'get', { id });
      expect(talk.notes).toEqual([{ area: 2, text, updatedAt: expect.any(String) }]);
    }
  });

  it('belong to one of six areas', async () => {
    const { plan, router } = testSchool();
    const talkId = await plan('pernille', '2026-11-24');
    for (const area of [0, 7, 1.5]) {
      expect(await router('talks', 'saveNote', { talkId, area, text: '' })).toMatchObject({ ok: false });
    }
  });
});

describe('closing a talk', () => {
  it('needs an agreement or a reason why there is none (U2)', async () => {
    const { call, plan } = testSchool();
    const id = await plan('pernille', '2026-11-24');
    await expect(call('talks', 'close', { id, emptyPlanReason: '  ' })).rejects.toThrow('ingen aftaler');
    await call('talks', 'close', { id, emptyPlanReason: 'Sygemeldt, vi tager den i februar' });
    expect((await call<Talk>('talks', 'get', { id })).emptyPlanReason).toBe(
      'Sygemeldt, vi tager den i februar',
    );
    await call('talks', 'reopen', { id });
    await call('agreements', 'save', agreementInput({ talkId: id }));
    await call('talks', 'close', { id, emptyPlanReason: 'glemt her' });
    expect(await call<Talk>('talks', 'get', { id })).toMatchObject({ emptyPlanReason: '', agreements: 1 });
  });

  it('is refused while an earlier promise is unmarked', async () => {
    const { call, plan, router } = testSchool();
    const before = await plan('pernille', '2025-11-20');
    const { id: promise } = await call<{ id: string }>(
      'agreements',
      'save',
      agreementInput({ talkId: before }),
    );
    await call('talks', 'close', { id: before, emptyPlanReason: '' });
    const id = await plan('pernille', '2026-11-24');
    expect(await call<Talk>('talks', 'get', { id })).toMatchObject({
      earlier: 1,
      unmarked: 1,
      previousTalkOn: '2025-11-20',
    });
    expect(await router('talks', 'close', { id, emptyPlanReason: 'Ingen' })).toMatchObject({
      ok: false,
      error: {
        code: 'conflict',
        message: expect.stringContaining('Én aftale fra tidligere er ikke fulgt op'),
      },
    });
    await call('agreements', 'mark', {
      id: promise,
      state: 'partly',
      reason: 'Kurset blev flyttet',
      talkId: id,
    });
    await call('talks', 'close', { id, emptyPlanReason: 'Ingen nye' });
  });

  it('freezes notes, details and agreements until it is reopened', async () => {
    const { call, context, plan } = testSchool();
    const id = await plan('pernille', '2026-11-24');
    await call('talks', 'saveNote', { talkId: id, area: 5, text: 'Før' });
    const agreement = await call<{ id: string }>('agreements', 'save', agreementInput({ talkId: id }));
    await call('talks', 'close', { id, emptyPlanReason: '' });
    const details = talkDetails({ id });
    for (const [feature, name, input] of [
      ['talks', 'saveNote', { talkId: id, area: 5, text: 'Efter' }],
      ['talks', 'save', { ...details, place: 'Et andet sted' }],
      ['talks', 'remove', { id }],
      ['talks', 'close', { id, emptyPlanReason: '' }],
      ['agreements', 'save', agreementInput({ talkId: id })],
      ['agreements', 'save', agreementInput({ id: agreement.id, talkId: id, who: 'En anden' })],
      ['agreements', 'remove', { id: agreement.id }],
    ] as const) {
      await expect(call(feature, name, input)).rejects.toThrow('Samtalen er lukket');
    }
    expect(context.db.select({ text: talkNotes.text }).from(talkNotes).all()).toEqual([{ text: 'Før' }]);
    await call('talks', 'reopen', { id });
    await call('talks', 'saveNote', { talkId: id, area: 5, text: 'Efter' });
  });
});

describe('moving and removing', () => {
  it('moves the talk, but not away from the school year of its agreements', async () => {
    const { call, plan } = testSchool();
    const id = await plan('pernille', '2026-11-24');
    const details = talkDetails({ id });
    await call('talks', 'save', { ...details, heldOn: '2027-08-10' });
    expect((await call<Talk>('talks', 'get', { id })).schoolYear).toBe('2027/28');
    await call('talks', 'save', { ...details, heldOn: '2026-12-10' });
    await call('agreements', 'save', agreementInput({ talkId: id }));
    await expect(call('talks', 'save', { ...details, heldOn: '2027-08-10' })).rejects.toThrow('2026/27');
  });

  it('can be undone', async () => {
    const { call, plan, failures } = testSchool();
    const id = await plan('pernille', '2026-11-24');
    await call('talks', 'saveNote', { talkId: id, area: 1, text: 'Husk' });
    await call('talks', 'remove', { id });
    await expect(call('talks', 'get', { id })).rejects.toThrow('not-found');
    expect(
      (await call<OutputOf<'talks', 'forEmployee'>>('talks', 'forEmployee', { employeeId: 'pernille' }))
        .talks,
    ).toEqual([]);
    await call('talks', 'restore', { id });
    expect((await call<Talk>('talks', 'get', { id })).notes).toHaveLength(1);
    expect(failures).toEqual([]);
  });
});

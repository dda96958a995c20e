import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { responsibleLeaders, teamMemberships } from '../../data/schema/employees';
import { talkParticipants, talks } from '../../data/schema/talks';
import { acceptable, type Due, schoolYear, seasonSchool } from './season-test-school';

const stateOf = ({ employees }: Due, employeeId: string) =>
  employees.find((one) => one.employeeId === employeeId)?.state;

describe('rules', () => {
  it('stand per unit, come back as they were saved, and can be taken away', async () => {
    const { call, alternate } = seasonSchool();
    await alternate(null, 'MUS', 'TUS');
    await alternate('middle', 'GRUS');
    await call('season', 'saveRule', {
      teamId: 'middle',
      pattern: ['TUS', 'MUS'],
      startYear: '2025/26',
      rights: 'Vi lytter.',
    });
    const { units } = await call<{ units: unknown[] }>('season', 'rules');
    expect(units).toEqual([
      { teamId: null, name: '', rule: { pattern: ['MUS', 'TUS'], startYear: '2026/27', rights: '' } },
      {
        teamId: 'middle',
        name: 'Mellemtrinsteam',
        rule: { pattern: ['TUS', 'MUS'], startYear: '2025/26', rights: 'Vi lytter.' },
      },
    ]);
    const mine = () =>
      call<{ rights: string; rhythm: { da: string } }>('season', 'forEmployee', {
        employeeId: 'pernille',
        schoolYear,
      });
    expect(await mine()).toMatchObject({ rights: 'Vi lytter.', rhythm: { da: 'TUS, MUS, TUS, MUS …' } });
    await call('season', 'removeRule', { teamId: 'middle' });
    expect((await mine()).rights).toMatch(/^Du har ret til en medarbejderudviklingssamtale hvert år\./);
  });

  it('are refused for a subject team', async () => {
    const { call, router } = seasonSchool();
    const { id } = await call<{ id: string }>('teams', 'save', { name: 'Dansk', type: 'subjectTeam' });
    const reply = await router('season', 'saveRule', {
      teamId: id,
      pattern: ['TUS'],
      startYear: schoolYear,
      rights: '',
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});

describe('who is due', () => {
  it('is everybody in a MUS year, but not the leader, and the reason is a sentence', async () => {
    const { due } = seasonSchool();
    const list = await due();
    expect(list.units).toEqual([]);
    expect(list.employees.map(({ name }) => name)).not.toContain('Birgitte Halkjær');
    expect(list.employees.find(({ employeeId }) => employeeId === 'kasper')).toMatchObject({
      state: 'never',
      needsTalk: true,
      planMissing: true,
      canWish: false,
      unitName: 'Mellemtrinsteam',
      reason: { da: 'Har ingen samtale haft endnu. Ansat 1. august 2024.' },
    });
  });

  it('is the team in a TUS year, whoever is in none, and whoever wishes her own', async () => {
    const { due, alternate, call } = seasonSchool();
    await alternate(null, 'TUS', 'MUS');
    const before = await due();
    expect(before.units).toMatchObject([{ teamId: 'middle', kind: 'TUS', members: 2, state: 'due' }]);
    expect(stateOf(before, 'pernille')).toBe('teamDue');
    expect(stateOf(before, 'ole')).toBe('noTeam');
    await call('season', 'setWish', { employeeId: 'pernille', schoolYear, wishesOwn: true });
    const after = await due();
    expect(after.employees[0]).toMatchObject({
      employeeId: 'pernille',
      state: 'wished',
      needsTalk: true,
      canWish: true,
      wishesOwn: true,
    });
    await call('season', 'setWish', { employeeId: 'pernille', schoolYear, wishesOwn: false });
    expect(stateOf(await due(), 'pernille')).toBe('teamDue');
  });

  it('is whoever is alone in her team, since one is no team', async () => {
    const { due, alternate, context } = seasonSchool();
    await alternate(null, 'TUS', 'MUS');
    context.db.delete(teamMemberships).where(eq(teamMemberships.employeeId, 'kasper')).run();
    const list = await due();
    expect(list.units).toEqual([]);
    expect(stateOf(list, 'pernille')).toBe('noTeam');
  });

  it('is whoever came back from leave, within eight weeks', async () => {
    const { due, call } = seasonSchool();
    const { id } = await call<{ id: string }>('season', 'saveLeave', {
      employeeId: 'kasper',
      fromDate: '2026-01-05',
      toDate: '2026-09-30',
    });
    expect((await due()).employees[0]).toMatchObject({
      employeeId: 'kasper',
      state: 'returned',
      dueOn: '2026-11-26',
    });
    await call('season', 'removeLeave', { id });
    expect(stateOf(await due(), 'kasper')).toBe('never');
    await call('season', 'restoreLeave', { id });
    expect(stateOf(await due(), 'kasper')).toBe('returned');
    await call('season', 'saveLeave', { id, employeeId: 'kasper', fromDate: '2026-01-05', toDate: null });
    expect(stateOf(await due(), 'kasper')).toBe('onLeave');
  });

  it('says when nobody has talked with her for three years', async () => {
    const { due, plan, context } = seasonSchool();
    const id = await plan('pernille', '2022-11-10');
    context.db.update(talks).set({ closedAt: '2022-11-10T12:00:00.000Z' }).where(eq(talks.id, id)).run();
    const list = await due();
    expect(list.employees.find(({ employeeId }) => employeeId === 'pernille')).toMatchObject({
      state: 'threeYears',
      reason: { da: 'Ikke afholdt i tre skoleår. Den sidste var 10. november 2022.' },
    });
    // Ole has been here since 2011, and by now Spind knows of those years; Kasper came in 2024.
    expect(stateOf(list, 'ole')).toBe('threeYears');
    expect(stateOf(list, 'kasper')).toBe('never');
  });
});

describe('leaves', () => {
  it('are refused when they end before they begin or overlap another', async () => {
    const { call, router } = seasonSchool();
    const save = (fromDate: string, toDate: string | null) =>
      router('season', 'saveLeave', { employeeId: 'kasper', fromDate, toDate });
    expect(await save('2026-09-30', '2026-09-01')).toMatchObject({ error: { fields: { toDate: /./ } } });
    await call('season', 'saveLeave', { employeeId: 'kasper', fromDate: '2026-01-05', toDate: '2026-09-30' });
    expect(await save('2026-09-30', null)).toMatchObject({ error: { code: 'conflict' } });
    const { leaves } = await call<{ leaves: unknown[] }>('season', 'leaves', { employeeId: 'kasper' });
    expect(leaves).toHaveLength(1);
  });
});

describe('the frame', () => {
  it('gives usual hours until a leader has her own, and leaves time for both ratings', async () => {
    const { call } = seasonSchool();
    const frame = () =>
      call<{ leaders: { id: string; isUsual: boolean; hours: unknown[] }[]; first: string }>(
        'season',
        'frame',
        { schoolYear },
      );
    expect(await frame()).toMatchObject({
      first: '2026-11-30',
      last: '2027-01-31',
      leaders: [{ id: 'birgitte', isUsual: true }],
    });
    const hours = [{ weekday: 5, startsAt: '08:00', endsAt: '10:00' }];
    await call('season', 'saveHours', { leaderId: 'birgitte', hours });
    expect((await frame()).leaders[0]).toMatchObject({ isUsual: false, hours });
  });

  it('refuses hours that overlap or run backwards, and closes days under a name', async () => {
    const { call, router } = seasonSchool();
    const save = (...hours: [string, string][]) =>
      router('season', 'saveHours', {
        leaderId: 'birgitte',
        hours: hours.map(([startsAt, endsAt]) => ({ weekday: 1, startsAt, endsAt })),
      });
    expect(await save(['10:00', '09:00'])).toMatchObject({ ok: false });
    expect(await save(['08:00', '10:00'], ['09:00', '11:00'])).toMatchObject({ ok: false });
    const close = (first: string, last: string, name: string) =>
      call<{ added: string[] }>('season', 'addClosedDays', { first, last, name });
    expect((await close('2026-12-21', '2026-12-24', 'Juleferie')).added).toHaveLength(4);
    const { added } = await close('2026-12-24', '2026-12-25', 'Jul');
    expect(added).toEqual(['2026-12-25']);
    await call('season', 'removeClosedDays', { dates: added });
    const { closedDays } = await call<{ closedDays: unknown[] }>('season', 'frame', { schoolYear });
    expect(closedDays).toHaveLength(4);
    expect(closedDays[3]).toEqual({ date: '2026-12-24', name: 'Jul' });
  });
});

describe('a season', () => {
  it('is proposed without writing, and booked in one transaction', async () => {
    const { propose, accept, context, call } = seasonSchool();
    const proposal = await propose();
    expect(proposal.talks.map(({ change }) => change)).toEqual(['new', 'new', 'new', 'new']);
    expect(proposal.unplaced).toEqual([]);
    expect(proposal.usualHours).toEqual(['Birgitte Halkjær']);
    expect(proposal.talks.every(({ leaderId, minutes }) => leaderId === 'birgitte' && minutes === 60)).toBe(
      true,
    );
    expect(context.db.select().from(talks).all()).toEqual([]);

    const { created, moved } = await accept(proposal);
    expect([created.length, moved.length]).toEqual([4, 0]);
    const rows = context.db.select().from(talks).all();
    const places = (list: { heldOn: string; startsAt: string }[]) =>
      list.map(({ heldOn, startsAt }) => `${heldOn} ${startsAt}`).sort();
    expect(places(rows)).toEqual(places(proposal.talks));
    expect(rows.every(({ leaderName }) => leaderName === 'Birgitte Halkjær')).toBe(true);
    const due = await call<Due>('season', 'due', { schoolYear });
    expect(due.employees.every(({ state }) => state === 'planned')).toBe(true);
  });

  it('comes back whole when it is undone, and not when work has gone on', async () => {
    const { propose, accept, call, context, router } = seasonSchool();
    const own = await call<{ id: string }>('talks', 'plan', {
      ...{ kind: 'MUS', employeeId: 'ole', teamId: null, leaderId: null, place: 'Kontoret' },
      ...{ heldOn: '2026-12-05', startsAt: '09:00', minutes: 60 },
    });
    const before = context.db.select().from(talks).all();
    const booked = await accept(await propose());
    // Saturday morning is outside the leader's hours, so it moved.
    expect(booked.moved.map(({ id }) => id)).toEqual([own.id]);
    await call('season', 'undoAccept', booked);
    const after = context.db.select().from(talks).all();
    expect(after.filter(({ removedAt }) => removedAt === null)).toEqual(before);

    const again = await accept(await propose());
    await call('talks', 'saveNote', { talkId: again.created[0], area: 1, text: 'Trives.' });
    expect(await router('season', 'undoAccept', again)).toMatchObject({ error: { code: 'conflict' } });
    expect(context.db.select().from(talks).all()).toHaveLength(before.length + 6);
  });

  it('is not booked at all when one of the talks would put somebody in two places', async () => {
    const { propose, context, router } = seasonSchool();
    const [first, second, ...rest] = acceptable(await propose());
    if (!first || !second) throw new Error('nothing proposed');
    const clash = { ...second, heldOn: first.heldOn, startsAt: '13:00' };
    const reply = await router('season', 'accept', {
      schoolYear,
      talks: [{ ...first, startsAt: '12:30' }, clash, ...rest],
    });
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'conflict', message: /samme tid.*Intet er booket/s },
    });
    expect(context.db.select().from(talks).all()).toEqual([]);
  });

  it('is refused when something has changed since it was proposed', async () => {
    const { propose, router, call, plan } = seasonSchool();
    const proposal = acceptable(await propose());
    await plan('ole', '2026-12-03');
    expect(await router('season', 'accept', { schoolYear, talks: proposal })).toMatchObject({
      error: { code: 'conflict' },
    });
    const others = proposal.filter(({ employeeId }) => employeeId !== 'ole');
    const day = others[0]?.heldOn;
    await call('season', 'addClosedDays', { first: day, last: day, name: 'Studietur' });
    expect(await router('season', 'accept', { schoolYear, talks: others })).toMatchObject({
      error: { code: 'conflict', message: /Lav et nyt forslag/ },
    });
  });

  it('leaves what is fixed where it is, and moves the rest only when it must', async () => {
    const { propose, accept, call, context } = seasonSchool();
    const { created } = await accept(await propose());
    const again = await propose();
    expect(again.talks.map(({ change }) => change)).toEqual(['kept', 'kept', 'kept', 'kept']);

    const [fixed] = created;
    await call('season', 'setFixed', { talkIds: [fixed], isFixed: true });
    const place = () =>
      context.db
        .select()
        .from(talks)
        .where(eq(talks.id, fixed ?? ''))
        .get();
    const before = place();
    const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAt: '08:00', endsAt: '10:00' }));
    await call('season', 'saveHours', { leaderId: 'birgitte', hours });
    const morning = await propose();
    expect(morning.fixed).toMatchObject([{ talkId: fixed }]);
    expect(morning.talks.map(({ change }) => change)).toEqual(['moved', 'moved', 'moved']);
    await accept(morning);
    expect(place()).toEqual(before);
    await call('season', 'setFixed', { talkIds: [fixed], isFixed: false });
    expect((await propose()).talks.filter(({ change }) => change === 'moved')).toHaveLength(1);
  });

  it('has no leader in two places, with two leaders who also have talks of their own', async () => {
    const { propose, accept, context, call } = seasonSchool();
    const { db } = context;
    db.insert(responsibleLeaders)
      .values(
        ['pernille', 'kasper'].map((employeeId) => ({
          ...{ id: `of ${employeeId}`, employeeId, leaderId: 'thomas', fromDate: '2024-08-01' },
        })),
      )
      .run();
    for (const leaderId of ['birgitte', 'thomas'])
      await call('season', 'saveHours', {
        leaderId,
        hours: [{ weekday: 1, startsAt: '12:00', endsAt: '14:15' }],
      });
    await accept(await propose({ last: '2026-12-08' }));
    const rows = db.select().from(talks).all();
    expect(rows).toHaveLength(4);
    const busy = rows.flatMap((one) =>
      [one.leaderId, one.employeeId].map((who) => `${who} ${one.heldOn} ${one.startsAt}`),
    );
    expect(new Set(busy).size).toBe(busy.length);
    expect(
      rows
        .filter(({ leaderId }) => leaderId === 'thomas')
        .map(({ employeeId }) => employeeId)
        .sort(),
    ).toEqual(['kasper', 'pernille']);
  });

  it('books a team talk with everybody in the team, and her own for whoever wishes it', async () => {
    const { propose, accept, context, call, alternate, due } = seasonSchool();
    await alternate('middle', 'TUS', 'MUS');
    await call('season', 'setWish', { employeeId: 'kasper', schoolYear, wishesOwn: true });
    const proposal = await propose();
    const named = proposal.talks.map(({ kind, withName, minutes }) => `${kind} ${withName} ${minutes}`);
    expect(named.sort()).toEqual([
      'MUS Kasper Nyholm 60',
      'MUS Ole Brandstrup 60',
      'MUS Thomas Lind 60',
      'TUS Mellemtrinsteam 120',
    ]);
    await accept(proposal);
    const team = context.db.select().from(talks).where(eq(talks.kind, 'TUS')).get();
    const who = context.db.select().from(talkParticipants).all();
    expect(who.map(({ talkId, employeeId }) => [talkId, employeeId]).sort()).toEqual([
      [team?.id, 'kasper'],
      [team?.id, 'pernille'],
    ]);
    const after = await due();
    expect(after.units).toMatchObject([{ state: 'planned' }]);
    expect(stateOf(after, 'pernille')).toBe('teamPlanned');
    expect(stateOf(after, 'kasper')).toBe('planned');
  });

  it('says why somebody got no place', async () => {
    const { propose, call, leave } = seasonSchool();
    await call('season', 'saveHours', {
      leaderId: 'birgitte',
      hours: [{ weekday: 1, startsAt: '12:00', endsAt: '13:00' }],
    });
    leave('thomas', '2026-12-01', null);
    const { talks: placed, unplaced } = await propose({ first: '2026-12-01', last: '2026-12-08' });
    expect(placed).toHaveLength(1);
    expect(unplaced.map(({ why }) => why).sort()).toEqual(['away', 'full', 'full']);
    expect(unplaced.find(({ why }) => why === 'full')?.reason.da).toBe(
      'Birgitte Halkjær har ikke flere ledige tider i perioden. Giv flere tider, eller forlæng den.',
    );
  });

  it('refuses a period outside the school year or over before it begins', async () => {
    const { router } = seasonSchool();
    const ask = (first: string, last: string) =>
      router('season', 'propose', { schoolYear, first, last, maxPerDay: 2, pauseMinutes: 15, keep: true });
    expect(await ask('2026-07-31', '2026-12-31')).toMatchObject({ error: { fields: { first: /./ } } });
    expect(await ask('2026-12-01', '2027-08-01')).toMatchObject({ error: { fields: { last: /./ } } });
    expect(await ask('2026-09-01', '2026-09-30')).toMatchObject({ error: { fields: { last: /./ } } });
  });
});

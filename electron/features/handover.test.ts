import { createHash } from 'node:crypto';
import { type HandoverFile, type HandoverPack, handoverFile } from '@shared/contract/handover';
import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../data/audit';
import { leaderOf as leaderOn } from '../data/queries/leaders';
import { settleHandovers } from '../data/settle-handovers';
import { immediate } from '../data/transaction';
import { leadersTestSchool } from './leaders-test-school';
import { agreementInput, talkInput } from './talks-test-school';

const january = '2027-01-01';

/** Thomas leads Pernille and Kasper: promises of both sides, planned and held talks, plans, and a talk of Amina's. */
async function busySchool(...overrides: Parameters<typeof leadersTestSchool>) {
  const test = leadersTestSchool(...overrides);
  const { call, set, context } = test;
  await set(['pernille', 'kasper'], 'thomas', '2026-08-01');
  const plan = async (change: Record<string, unknown>) =>
    (await call<{ id: string }>('talks', 'plan', talkInput(change))).id;

  const held = await plan({ employeeId: 'pernille', heldOn: '2025-11-10' });
  await call('talks', 'saveNote', { talkId: held, area: 1, text: 'Noget, der ikke må stå i pakken.' });
  await call('agreements', 'save', agreementInput({ talkId: held, giver: 'leader', dueOn: '2026-12-01' }));
  context.db.$client
    .prepare('UPDATE talks SET closed_at = ? WHERE id = ?')
    .run('2025-11-10T14:00:00.000Z', held);

  const next = await plan({ employeeId: 'pernille', heldOn: '2027-01-12', startsAt: '13:30' });
  const soon = await plan({ employeeId: 'kasper', heldOn: '2026-12-02', startsAt: '10:00' });
  const team = await plan({
    kind: 'TUS',
    employeeId: null,
    teamId: 'middle',
    leaderId: 'thomas',
    heldOn: '2027-02-01',
  });
  const others = await plan({
    employeeId: 'ole',
    leaderId: 'amina',
    heldOn: '2027-01-12',
    startsAt: '14:00',
  });
  await call('agreements', 'save', agreementInput({ giver: 'both', dueOn: '2027-04-01' }));
  await call('agreements', 'save', agreementInput({ employeeId: 'kasper', dueOn: '2027-05-01' }));
  await call(
    'agreements',
    'save',
    agreementInput({ employeeId: null, teamId: 'middle', dueOn: '2027-06-01' }),
  );
  await call('agreements', 'save', agreementInput({ employeeId: 'ole', dueOn: '2027-05-01' }));
  for (const employeeId of ['pernille', 'kasper', 'ole']) {
    await call('trainingPlans', 'open', { employeeId, schoolYear: '2026/27' });
  }
  return { ...test, talks: { held, next, soon, team, others } };
}

const preview = (change: Record<string, unknown> = {}) => ({
  leaderId: 'thomas',
  toLeaderId: 'amina',
  onDate: january,
  ...change,
});
type Preview = { pack: HandoverPack; moving: number; kept: { id: string }[]; clashes: { id: string }[] };

describe('the handover pack', () => {
  it('has every open promise, due and planned talk and unsigned plan of hers, hers first, per unit', async () => {
    const { call, talks } = await busySchool();
    const { pack, moving, clashes } = await call<Preview>('handover', 'preview', preview());
    expect(pack).toMatchObject({
      from: { name: 'Thomas Ravnholt', title: 'pædagogisk leder' },
      to: { name: 'Amina Farooq' },
      leadsSchool: false,
      counts: {
        people: 2,
        herPromises: 2,
        theirPromises: 2,
        overduePromises: 1,
        dueTalks: 0,
        plannedTalks: 2,
        unclosedTalks: 1,
        unsignedPlans: 2,
      },
    });
    expect(pack.units.map(({ name }) => name)).toEqual(['Mellemtrinsteam']);
    const [unit] = pack.units;
    expect(unit?.promises.map(({ giver, name, dueOn }) => [giver, name, dueOn])).toEqual([
      ['leader', 'Pernille Aagaard', '2026-12-01'],
      ['both', 'Pernille Aagaard', '2027-04-01'],
      ['employee', 'Kasper Nyholm', '2027-05-01'],
      ['employee', 'Mellemtrinsteam', '2027-06-01'],
    ]);
    expect(unit?.plannedTalks.map(({ id, isBefore }) => [id, isBefore])).toEqual([
      [talks.soon, true],
      [talks.next, false],
      [talks.team, false],
    ]);
    expect(moving).toBe(2);
    expect(clashes.map(({ id }) => id)).toEqual([talks.next]);
  });

  it('counts what the database counts, for the school’s leader too', async () => {
    const { call, rowsOf } = await busySchool();
    for (const leaderId of ['thomas', 'birgitte']) {
      const { pack } = await call<Preview>('handover', 'preview', preview({ leaderId }));
      const hers =
        leaderId === 'thomas'
          ? "('pernille', 'kasper')"
          : "(SELECT id FROM employees WHERE id NOT IN ('pernille', 'kasper', 'birgitte') AND leaving_date IS NULL)";
      const teams = leaderId === 'thomas' ? "('middle')" : "('none')";
      const count = (sql: string) => rowsOf(sql).length;
      const promises = `SELECT id FROM agreements WHERE state = 'open' AND removed_at IS NULL
        AND (employee_id IN ${hers} OR team_id IN ${teams})`;
      expect(pack.counts.herPromises).toBe(count(`${promises} AND giver <> 'employee'`));
      expect(pack.counts.theirPromises).toBe(count(`${promises} AND giver = 'employee'`));
      expect(pack.counts.overduePromises).toBe(count(`${promises} AND due_on < '${january}'`));
      const open = `SELECT id FROM talks WHERE closed_at IS NULL AND removed_at IS NULL
        AND (leader_id = '${leaderId}' OR employee_id IN ${hers} OR team_id IN ${teams})`;
      expect(pack.counts.plannedTalks).toBe(count(`${open} AND held_on >= '${january}'`));
      expect(pack.counts.unclosedTalks).toBe(count(`${open} AND held_on < '${january}'`));
      expect(pack.counts.unsignedPlans).toBe(
        count(`SELECT id FROM training_plans WHERE status <> 'signed' AND employee_id IN ${hers}`),
      );
      // Nobody has another rule than a MUS every year, so who has none planned and none held this year is due.
      const due = rowsOf(`SELECT id FROM employees e WHERE id IN ${hers} AND NOT EXISTS
        (SELECT 1 FROM talks t WHERE t.employee_id = e.id AND t.kind = 'MUS' AND t.removed_at IS NULL
          AND (t.closed_at IS NULL OR t.held_on >= '2026-08-01'))`);
      expect(pack.counts.dueTalks).toBe(due.length);
      const listed = pack.units.flatMap(({ promises }) => promises.map(({ id }) => id));
      expect(new Set(listed).size).toBe(listed.length);
    }
  });

  it('holds no notes, ratings or minutes', async () => {
    const { call } = await busySchool();
    const { pack } = await call<Preview>('handover', 'preview', preview());
    expect(JSON.stringify(pack)).not.toMatch(/Noget, der ikke må stå|level|rating|note|comment/i);
  });

  it('of a leader with nobody says so in its counts, and there is nothing to carry out', async () => {
    const { call, router } = await busySchool();
    const question = preview({ leaderId: 'ole' });
    const { pack } = await call<Preview>('handover', 'preview', question);
    expect(pack.units).toEqual([]);
    expect(Object.values(pack.counts)).toEqual(Array(8).fill(0));
    expect(await router('handover', 'carryOut', question)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('intet at overdrage') },
    });
  });

  it('is issued as a document that Spind knows again, without a name in its file name', async () => {
    const jobs: { document: string; data: unknown }[] = [];
    const names: string[] = [];
    const { call, rowsOf } = await busySchool({
      machine: {
        print: async (job) => {
          jobs.push(job);
          return true;
        },
        saveFile: async (_kind, name) => {
          names.push(name);
          return true;
        },
      },
    });
    expect(await call('documents', 'handover', { ...preview(), way: 'print' })).toEqual({ carriedOut: true });
    const { pack } = await call<Preview>('handover', 'preview', preview());
    expect(jobs).toMatchObject([{ document: 'handover', data: { content: pack } }]);
    expect(rowsOf("SELECT kind, state, employee_id FROM documents WHERE kind = 'handover'")).toHaveLength(1);
    const { documents } = await call<{ documents: object[] }>('documents', 'list');
    expect(documents[0]).toMatchObject({ kind: 'handover', state: 'issued', employeeId: null });
    await call('handover', 'dataFile', preview());
    expect(names).toEqual([`overdragelse-${january}.json`]);
  });

  it('is a data file with the documented shape, whose hashes any program can check', async () => {
    const saved: Buffer[] = [];
    const { call } = await busySchool({
      machine: {
        saveFile: async (kind, _name, bytes) => {
          if (kind === 'data') saved.push(bytes);
          return true;
        },
      },
    });
    await call('handover', 'dataFile', preview({ toLeaderId: null }));
    const raw = JSON.parse(saved[0]?.toString('utf8') ?? '') as HandoverFile;
    const file = handoverFile.strict().parse(raw);
    expect(file).toMatchObject({ format: 'spind-handover', schemaVersion: 1, to: null });
    for (const [part, hash] of Object.entries(raw.sha256)) {
      const rows = raw.parts[part as keyof HandoverFile['parts']];
      expect(createHash('sha256').update(JSON.stringify(rows)).digest('hex')).toBe(hash);
    }
    const { pack } = await call<Preview>('handover', 'preview', preview());
    expect(file.parts.promises).toHaveLength(pack.counts.herPromises + pack.counts.theirPromises);
    expect(file.parts.plannedTalks).toHaveLength(pack.counts.plannedTalks + pack.counts.unclosedTalks);
    expect(file.parts.plans).toHaveLength(pack.counts.unsignedPlans);
  });
});

describe('carrying it out', () => {
  const everything = [
    'SELECT * FROM responsible_leaders ORDER BY id',
    'SELECT * FROM talks ORDER BY id',
    'SELECT * FROM schools',
    'SELECT * FROM agreements ORDER BY id',
    'SELECT * FROM training_plans ORDER BY id',
    'SELECT * FROM talk_notes ORDER BY talk_id, area',
  ];

  it('gives her people and planned talks on, and leaves closed talks, promises and plans byte for byte', async () => {
    const { call, context, rowsOf, talks } = await busySchool();
    const untouched = [
      'SELECT * FROM talks WHERE closed_at IS NOT NULL OR held_on < ? ORDER BY id',
      'SELECT * FROM agreements WHERE ? <> 0 ORDER BY id',
      'SELECT * FROM training_plans WHERE ? <> 0 ORDER BY id',
      'SELECT * FROM talk_notes WHERE ? <> 0 ORDER BY talk_id, area',
      'SELECT * FROM documents WHERE ? <> 0 ORDER BY id',
    ];
    const hash = () =>
      untouched.map((sql) => createHash('sha256').update(rowsOf(sql, january).join('\n')).digest('hex'));
    const before = hash();
    expect(await call('handover', 'carryOut', preview())).toMatchObject({ people: 2, talks: 2 });
    expect(hash()).toEqual(before);
    for (const id of ['pernille', 'kasper']) {
      expect(leaderOn(context.db, id, '2026-12-31').id).toBe('thomas');
      expect(leaderOn(context.db, id, january).id).toBe('amina');
    }
    expect(leaderOn(context.db, 'ole', january).id).toBe('birgitte');
    const leads = await Promise.all(
      Object.values(talks).map(
        async (id) => (await call<{ leaderName: string }>('talks', 'get', { id })).leaderName,
      ),
    );
    expect(leads).toEqual([
      'Birgitte Halkjær',
      'Amina Farooq',
      'Thomas Ravnholt',
      'Amina Farooq',
      'Amina Farooq',
    ]);
    expect((await call<Preview>('handover', 'preview', preview())).pack.counts).toMatchObject({
      people: 0,
      plannedTalks: 0,
    });
    expect(verifyAudit(context.db.$client)).toMatchObject({ ok: true });
  });

  it('is undone as one, byte for byte, once', async () => {
    const { call, rowsOf, router } = await busySchool();
    const before = everything.map((sql) => rowsOf(sql));
    const { id } = await call<{ id: string }>('handover', 'carryOut', preview());
    await call('handover', 'undo', { id });
    expect(everything.map((sql) => rowsOf(sql))).toEqual(before);
    expect(await router('handover', 'undo', { id })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    const { handovers } = await call<{ handovers: object[] }>('handover', 'list');
    expect(handovers).toMatchObject([
      { fromName: 'Thomas Ravnholt', toName: 'Amina Farooq', people: 2, talks: 2 },
    ]);
  });

  it('works for one who has left long ago, from the day after', async () => {
    const { call, context, leaderOf } = await busySchool();
    context.db.$client.exec("UPDATE employees SET leaving_date = '2026-10-31' WHERE id = 'thomas'");
    const { leaders } = await call<{ leaders: { id: string; hasLeft: boolean }[] }>('leaders', 'list');
    expect(leaders.find(({ id }) => id === 'thomas')).toMatchObject({ hasLeft: true, people: 2 });
    await call('handover', 'carryOut', preview({ onDate: '2026-11-01' }));
    expect(await leaderOf('kasper')).toBe('amina');
    expect(leaderOn(context.db, 'kasper', '2026-10-31').id).toBe('thomas');
  });

  it('from a day that is over leaves the talks she has held and closed since with her', async () => {
    const { call, rowsOf, context, talks } = await busySchool();
    context.db.$client
      .prepare("UPDATE talks SET held_on = '2026-11-10', closed_at = ? WHERE id = ?")
      .run('2026-11-10T14:00:00.000Z', talks.soon);
    const closed = () => rowsOf('SELECT * FROM talks WHERE closed_at IS NOT NULL ORDER BY id');
    const before = closed();
    expect(before).toHaveLength(2);
    expect(await call('handover', 'carryOut', preview({ onDate: '2026-11-01' }))).toMatchObject({ talks: 2 });
    expect(closed()).toEqual(before);
  });

  it('twice in a row leaves both in the history; the first is undone only after the second', async () => {
    const { call, router, rowsOf, context } = await busySchool();
    const before = everything.map((sql) => rowsOf(sql));
    const first = await call<{ id: string }>('handover', 'carryOut', preview());
    const second = await call<{ id: string }>(
      'handover',
      'carryOut',
      preview({ leaderId: 'amina', toLeaderId: 'ole', onDate: '2027-03-01' }),
    );
    expect(leaderOn(context.db, 'kasper', '2026-12-31').id).toBe('thomas');
    expect(leaderOn(context.db, 'kasper', '2027-02-28').id).toBe('amina');
    expect(leaderOn(context.db, 'kasper', '2027-03-01').id).toBe('ole');
    expect(await router('handover', 'undo', { id: first.id })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('har fået en anden leder siden') },
    });
    await call('handover', 'undo', { id: second.id });
    await call('handover', 'undo', { id: first.id });
    expect(everything.map((sql) => rowsOf(sql))).toEqual(before);
  });

  it('is not undone over a talk that was closed since', async () => {
    const { call, router, context, talks } = await busySchool();
    const { id } = await call<{ id: string }>('handover', 'carryOut', preview());
    context.db.$client
      .prepare('UPDATE talks SET closed_at = ? WHERE id = ?')
      .run('2027-01-12T15:00:00.000Z', talks.next);
    expect(await router('handover', 'undo', { id })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('en samtale er lukket') },
    });
  });

  it('gives nobody a talk with herself', async () => {
    const { call, talks, leaderOf } = await busySchool();
    const question = preview({ toLeaderId: 'kasper', onDate: '2026-11-23' });
    const { kept, moving } = await call<Preview>('handover', 'preview', question);
    expect([kept.map(({ id }) => id), moving]).toEqual([[talks.soon], 2]);
    expect(await call('handover', 'carryOut', question)).toMatchObject({ people: 1, talks: 2 });
    expect(await leaderOf('pernille')).toBe('kasper');
    expect(await leaderOf('kasper')).toBe('birgitte');
  });

  it('refuses a new leader who is not there, with the way out', async () => {
    const { router } = await busySchool();
    const tries: [object, string][] = [
      [preview({ toLeaderId: 'thomas' }), 'opret hende dér først'],
      [preview({ toLeaderId: 'hanne' }), 'er fratrådt'],
      [preview({ toLeaderId: 'amina', onDate: '2026-07-01' }), 'først ansat fra 1. august 2026'],
      [preview({ toLeaderId: 'nobody' }), 'findes ikke længere'],
    ];
    for (const [input, words] of tries) {
      expect(await router('handover', 'carryOut', input)).toMatchObject({
        ok: false,
        error: { message: expect.stringContaining(words) },
      });
    }
  });
});

describe('when the school itself gets a new leader', () => {
  const head = preview({ leaderId: 'birgitte', onDate: '2026-11-23' });

  it('today, name, title and staff row change, and the past stays hers', async () => {
    const { call, context, rowsOf } = await busySchool();
    const before = rowsOf('SELECT * FROM schools');
    const { id } = await call<{ id: string }>('handover', 'carryOut', { ...head, leaderTitle: 'rektor' });
    expect(await call('school', 'get')).toMatchObject({
      leaderName: 'Amina Farooq',
      leaderTitle: 'rektor',
      leaderEmployeeId: 'amina',
    });
    // Nobody had said so, but until yesterday Birgitte was Ole's leader, as far back as Spind knows.
    expect(leaderOn(context.db, 'ole', '2026-11-22').id).toBe('birgitte');
    expect(leaderOn(context.db, 'ole', '2026-11-23').id).toBe('amina');
    await call('handover', 'undo', { id });
    expect(rowsOf('SELECT * FROM schools')).toEqual(before);
    expect(leaderOn(context.db, 'ole', '2026-11-23').id).toBe('birgitte');
  });

  it('on a later day, the school waits for it, and one such handover waits at a time', async () => {
    const { call, router, context, setNow } = await busySchool();
    const { id } = await call<{ id: string }>('handover', 'carryOut', { ...head, onDate: january });
    expect(await call('school', 'get')).toMatchObject({ leaderEmployeeId: 'birgitte' });
    expect(await call('handover', 'list')).toMatchObject({ handovers: [{ id, awaitsDay: true }] });
    expect(await router('handover', 'carryOut', { ...head, toLeaderId: 'thomas' })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('allerede en ny leder 1. januar 2027') },
    });
    const open = (at: string) => {
      setNow(at);
      const { db } = context;
      immediate(db, () =>
        settleHandovers(db, at.slice(0, 10), { at: new Date(at).toISOString(), actor: 'leader' }),
      );
    };
    open('2026-12-31T08:00:00');
    expect(await call('school', 'get')).toMatchObject({ leaderEmployeeId: 'birgitte' });
    open('2027-01-04T08:00:00');
    expect(await call('school', 'get')).toMatchObject({
      leaderEmployeeId: 'amina',
      leaderTitle: 'skoleleder',
    });
    expect(await call('handover', 'list')).toMatchObject({ handovers: [{ awaitsDay: false }] });
    expect(verifyAudit(context.db.$client)).toMatchObject({ ok: true });
  });
});

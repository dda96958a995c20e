import type { Output } from '@shared/contract/core';
import type { history } from '@shared/contract/history';
import { shiftSchoolYear } from '@shared/domain/school-year';
import { describe, expect, it } from 'vitest';
import { documents, signatures } from '../data/schema/documents';
import { leaves, responsibleLeaders, teamMemberships, teams } from '../data/schema/employees';
import { competenceDomains, competences, levelDescriptors } from '../data/schema/spiders';
import { agreements, trainingPlans } from '../data/schema/talks';
import { addPastTalk } from '../data/test-history';
import { agreementInput, testSchool } from './talks-test-school';

type Timeline = Output<typeof history.timeline>;
type Ratings = Output<typeof history.ratings>;

/** The first version of the spider, so that there is an older wording to look back on. */
function withOldWording() {
  const test = testSchool();
  const { db } = test.context;
  db.insert(competenceDomains).values({ id: 'd1', versionId: 'v1', name: 'Almene', position: 1 }).run();
  db.insert(competences)
    .values([
      { id: 'c1-old', domainId: 'd1', lineageId: 'c1', name: 'Samarbejde', targetLevel: 3, position: 1 },
      { id: 'it-old', domainId: 'd1', lineageId: 'it', name: 'It-kørekort', targetLevel: 3, position: 2 },
    ])
    .run();
  db.insert(levelDescriptors)
    .values([
      { competenceId: 'c1-old', level: 2, text: 'anden' },
      { competenceId: 'c1-old', level: 1, text: 'første' },
    ])
    .run();
  return test;
}

const old = { versionId: 'v1', competences: ['c1-old', 'it-old'] };
const now = { versionId: 'v2', competences: ['c1', 'c2'] };

describe('a person’s history', () => {
  it('tells everything of the years, newest first', async () => {
    const { context, call } = withOldWording();
    const { db } = context;
    db.insert(teams).values({ id: 'mid', name: 'Mellemtrinsteam', type: 'team' }).run();
    db.insert(teamMemberships)
      .values({
        id: 'm',
        employeeId: 'pernille',
        teamId: 'mid',
        fromDate: '2010-08-01',
        toDate: '2020-07-31',
      })
      .run();
    db.insert(responsibleLeaders)
      .values({ id: 'r', employeeId: 'pernille', leaderId: 'kasper', fromDate: '2025-01-01', toDate: null })
      .run();
    db.insert(leaves)
      .values({
        id: 'l',
        employeeId: 'pernille',
        fromDate: '2013-02-01',
        toDate: '2013-12-31',
        createdAt: 'x',
      })
      .run();
    addPastTalk(db, {
      id: 'mus',
      heldOn: '2011-11-14',
      schoolYear: '2011/12',
      employeeId: 'pernille',
      ...old,
      self: [2, 3],
      leader: [2, 'notRated'],
    });
    addPastTalk(db, {
      id: 'tus',
      kind: 'TUS',
      heldOn: '2012-11-14',
      schoolYear: '2012/13',
      teamId: 'mid',
      participants: ['pernille', 'kasper'],
    });
    addPastTalk(db, { id: 'others', heldOn: '2012-11-15', schoolYear: '2012/13', employeeId: 'kasper' });
    db.insert(agreements)
      .values({
        id: 'promise',
        competence: 'Klasseledelse',
        activity: 'Vikar, så hun kan følge en kollega',
        who: 'Birgitte',
        employeeId: 'pernille',
        teamId: null,
        talkId: 'mus',
        schoolYear: '2011/12',
        giver: 'leader',
        receiver: 'employee',
        origin: 'need',
        dueOn: '2012-05-01',
        state: 'notKept',
        stateReason: 'vikaren kom ikke',
        markedInTalkId: 'mus',
        createdAt: '2011-11-14T12:00:00.000Z',
      })
      .run();
    db.insert(trainingPlans)
      .values({
        id: 'plan',
        employeeId: 'pernille',
        schoolYear: '2011/12',
        talkId: null,
        teachingGoals: '',
        status: 'signed',
        version: 1,
        createdAt: '2011-11-20T12:00:00.000Z',
        updatedAt: '2011-11-20T12:00:00.000Z',
      })
      .run();
    db.insert(documents)
      .values({
        id: 'doc',
        kind: 'trainingPlan',
        employeeId: 'pernille',
        planId: 'plan',
        version: 1,
        state: 'signed',
        snapshotSha256: 'x',
        createdAt: '2011-11-20T12:00:00.000Z',
        snapshot: '{}',
      })
      .run();
    db.insert(signatures)
      .values({
        id: 's',
        documentId: 'doc',
        party: 'employee',
        name: 'Pernille Aagaard',
        method: 'typed',
        drawing: '',
        wording: 'agree',
        signedAt: '2011-11-21T12:00:00.000Z',
      })
      .run();

    const { entries } = await call<Timeline>('history', 'timeline', { employeeId: 'pernille' });
    expect(entries.map(({ on, kind }) => `${on} ${kind}`)).toEqual([
      '2025-01-01 leader',
      '2020-07-31 team',
      '2013-02-01 leave',
      '2012-11-14 talk',
      '2011-11-21 signature',
      '2011-11-20 plan',
      '2011-11-14 promise',
      '2011-11-14 ratings',
      '2011-11-14 talk',
      '2010-08-01 team',
      '2007-08-01 employment',
    ]);
    expect(entries.find(({ kind }) => kind === 'promise')).toMatchObject({
      giver: 'leader',
      state: 'notKept',
      stateReason: 'vikaren kom ikke',
      markedOn: '2011-11-14',
    });
    expect(entries.find(({ on }) => on === '2012-11-14')).toMatchObject({ teamName: 'Mellemtrinsteam' });
    expect(entries.find(({ kind }) => kind === 'ratings')).toMatchObject({
      spiderName: 'Lærer',
      competences: 2,
    });
  });

  it('shows each rating on the wording it was made with', async () => {
    const { context, call } = withOldWording();
    addPastTalk(context.db, {
      id: 'first',
      heldOn: '2024-11-12',
      schoolYear: '2024/25',
      employeeId: 'pernille',
      ...old,
      self: [2, 'notRelevant'],
      leader: [3, 2],
    });
    addPastTalk(context.db, {
      id: 'second',
      heldOn: '2026-11-12',
      schoolYear: '2026/27',
      employeeId: 'pernille',
      ...now,
      self: [3, 4],
      leader: [5, 4],
      agreed: [4, null],
    });
    const { versions, talks } = await call<Ratings>('history', 'ratings', { employeeId: 'pernille' });
    expect(versions.map(({ number, axes }) => [number, axes.map(({ name }) => name)])).toEqual([
      [1, ['Samarbejde', 'It-kørekort']],
      [2, ['Teamsamarbejde', 'Klasseledelse']],
    ]);
    expect(versions[0]?.axes[0]?.descriptors).toEqual(['første', 'anden']);
    const [first, second] = talks;
    expect(first?.versionId).toBe('v1');
    expect(first?.self).toEqual([
      { state: 'rated', level: 2 },
      { state: 'notRelevant', level: null },
    ]);
    expect(second?.agreed).toEqual([{ state: 'rated', level: 4 }, null]);
    expect(second?.leader.map(({ level }) => level)).toEqual([5, 4]);
  });

  it.each([[['leader']], [['self']], [[]]] as const)(
    'never tells anything of ratings that have not been shown: only %j locked',
    async (locked) => {
      const { context, call } = testSchool();
      addPastTalk(context.db, {
        id: 'hidden',
        heldOn: '2026-11-12',
        schoolYear: '2026/27',
        employeeId: 'pernille',
        ...now,
        self: [1, 2],
        leader: [5, 4],
        agreed: [3, 3],
        locked,
        isClosed: false,
      });
      const { versions, talks } = await call<Ratings>('history', 'ratings', { employeeId: 'pernille' });
      expect([versions, talks]).toEqual([[], []]);
      const { entries } = await call<Timeline>('history', 'timeline', { employeeId: 'pernille' });
      expect(entries.map(({ kind }) => kind)).toEqual(['talk', 'employment']);
    },
  );

  it('stays readable when she has left', async () => {
    const { context, call } = testSchool();
    addPastTalk(context.db, {
      id: 'mus',
      heldOn: '2019-11-12',
      schoolYear: '2019/20',
      employeeId: 'hanne',
      ...now,
      self: [3, 4],
      leader: [5, 4],
    });
    const { entries, leavingDate } = await call<Timeline>('history', 'timeline', { employeeId: 'hanne' });
    expect(leavingDate).toBe('2021-07-31');
    expect(entries.map(({ kind }) => kind)).toEqual(['employment', 'ratings', 'talk', 'employment']);
    const { talks } = await call<Ratings>('history', 'ratings', { employeeId: 'hanne' });
    expect(talks).toHaveLength(1);
  });

  it('does not tell of what was removed', async () => {
    const { call, plan } = testSchool();
    const talkId = await plan('pernille', '2026-11-24');
    await call('agreements', 'save', agreementInput({ talkId, teamId: null }));
    const before = await call<Timeline>('history', 'timeline', { employeeId: 'pernille' });
    expect(before.entries.map(({ kind }) => kind)).toEqual(['promise', 'talk', 'employment']);
    const promise = before.entries.find((entry) => entry.kind === 'promise');
    await call('agreements', 'remove', { id: promise?.kind === 'promise' && promise.agreementId });
    await call('talks', 'remove', { id: talkId });
    const { entries } = await call<Timeline>('history', 'timeline', { employeeId: 'pernille' });
    expect(entries.map(({ kind }) => kind)).toEqual(['employment']);
  });

  it('asks as little of the database for fifteen years as for one', async () => {
    const { context, database, call } = testSchool();
    const statements = countStatements(database.open.sqlite);
    const ask = async () => {
      statements.n = 0;
      await call('history', 'timeline', { employeeId: 'pernille' });
      await call('history', 'ratings', { employeeId: 'pernille' });
      return statements.n;
    };
    const past = (back: number) => {
      const schoolYear = shiftSchoolYear('2026/27', -back);
      const ratings = { ...now, self: [3, 4], leader: [5, 4], agreed: [4] };
      const heldOn = `${schoolYear.slice(0, 4)}-11-12`;
      addPastTalk(context.db, { id: `t${back}`, heldOn, schoolYear, employeeId: 'pernille', ...ratings });
    };
    past(1);
    const one = await ask();
    for (let back = 2; back <= 15; back += 1) past(back);
    expect(await ask()).toBe(one);
    expect(one).toBeGreaterThan(5);
    expect(one).toBeLessThan(25);
  });
});

/** Counts the statements prepared from now on. */
function countStatements(sqlite: { prepare: (sql: string) => unknown }): { n: number } {
  const counted = { n: 0 };
  const prepare = sqlite.prepare.bind(sqlite);
  sqlite.prepare = (sql) => {
    counted.n += 1;
    return prepare(sql);
  };
  return counted;
}

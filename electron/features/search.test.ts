import type { SearchResult } from '@shared/contract/search';
import { hostileTexts } from '@shared/domain/hostile-texts';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { employees, teams } from '../data/schema/employees';
import { notes } from '../data/schema/notes';
import { agreements, ratingLevels, ratings, talkNotes, talks, trainingPlans } from '../data/schema/talks';
import { testSchool } from './talks-test-school';

type Answer = { results: SearchResult[]; more: boolean };
const at = '2026-11-01T08:00:00.000Z';

/** The small school with a talk of Pernille's and one of a team, notes, agreements and a plan. */
function searchSchool() {
  const test = testSchool();
  const { db } = test.context;
  db.insert(teams).values({ id: 'team', name: 'Mellemtrinsteam', type: 'team' }).run();
  const talk = {
    leaderName: 'Birgitte Halkjær',
    schoolYear: '2026/27',
    heldOn: '2026-11-20',
    startsAt: '',
    minutes: 60,
    isFixed: false,
    place: 'hemmeligtsted',
    purpose: '',
    agenda: '',
    notForDiscussion: '',
    others: '',
    horizonMonths: 12,
    emptyPlanReason: '',
    createdAt: at,
  };
  db.insert(talks)
    .values([
      { ...talk, id: 'mus', kind: 'MUS', employeeId: 'pernille' },
      { ...talk, id: 'tus', kind: 'TUS', teamId: 'team' },
    ])
    .run();
  db.insert(talkNotes)
    .values([
      { talkId: 'mus', area: 1, text: 'Trives med læringsfællesskabet.\nVil gerne mere.', updatedAt: at },
      { talkId: 'mus', area: 3, text: 'Åbent klasserum', updatedAt: at },
      { talkId: 'tus', area: 2, text: 'Fælles mål for læring', updatedAt: at },
    ])
    .run();
  const note = { author: 'Birgitte', createdAt: at, updatedAt: at };
  db.insert(notes)
    .values([
      {
        ...note,
        id: 'n1',
        employeeId: 'kasper',
        writtenOn: '2026-09-01',
        text: 'Årgangskoordinator ved siden af',
      },
      { ...note, id: 'n2', teamId: 'team', writtenOn: '2026-09-02', text: 'Læringsdag i teamet' },
    ])
    .run();
  db.insert(agreements)
    .values({
      id: 'a1',
      employeeId: 'kasper',
      talkId: 'mus',
      schoolYear: '2026/27',
      competence: 'Testning af ordblindhed',
      activity: 'Kursus hos Pernille',
      who: 'Kasper',
      dueOn: '2027-03-31',
      giver: 'employee',
      receiver: 'school',
      origin: 'both',
      state: 'partly',
      stateReason: 'Kurset blev aflyst',
      createdAt: at,
    })
    .run();
  db.insert(trainingPlans)
    .values({
      id: 'p1',
      employeeId: 'pernille',
      schoolYear: '2025/26',
      teachingGoals: 'Eleverne læser hver dag',
      status: 'draft',
      version: 1,
      createdAt: at,
      updatedAt: at,
    })
    .run();
  const find = (text: string, limit?: number) =>
    test.call<Answer>('search', 'find', { text, ...(limit && { limit }) });
  const kinds = async (text: string) => (await find(text)).results.map(({ kind, who }) => `${kind} ${who}`);
  return { ...test, db, find, kinds };
}

describe('search', () => {
  it('finds every kind, with what is needed to go there and the words as they were written', async () => {
    const { find } = searchSchool();
    expect((await find('laeringsf')).results).toEqual([
      {
        key: expect.any(String),
        kind: 'talkNote',
        employeeId: 'pernille',
        teamId: null,
        talkId: 'mus',
        talkKind: 'MUS',
        area: 1,
        schoolYear: '2026/27',
        who: 'Pernille Aagaard',
        date: '2026-11-20',
        context: [
          { text: 'Trives med ', hit: false },
          { text: 'læringsfællesskabet', hit: true },
          { text: '. Vil gerne mere.', hit: false },
        ],
      },
    ]);
    expect((await find('læringsdag')).results).toMatchObject([
      {
        kind: 'note',
        employeeId: null,
        teamId: 'team',
        who: 'Mellemtrinsteam',
        date: '2026-09-02',
        talkId: null,
      },
    ]);
    expect((await find('aflyst')).results).toMatchObject([
      { kind: 'agreement', employeeId: 'kasper', who: 'Kasper Nyholm', date: '2027-03-31', talkId: 'mus' },
    ]);
    expect((await find('eleverne')).results).toMatchObject([
      { kind: 'plan', employeeId: 'pernille', schoolYear: '2025/26', date: null },
    ]);
    expect((await find('læsevejleder')).results).toMatchObject([
      { kind: 'employee', employeeId: 'pernille' },
    ]);
  });

  it('puts names before everything that mentions them', async () => {
    const { kinds } = searchSchool();
    expect(await kinds('pernille')).toEqual(['employee Pernille Aagaard', 'agreement Kasper Nyholm']);
    expect(await kinds('KASP')).toEqual(['employee Kasper Nyholm', 'agreement Kasper Nyholm']);
    expect(await kinds('ågård')).toEqual(['employee Pernille Aagaard']);
    expect(await kinds('agard')).toEqual([]);
    expect(await kinds('mellemtrin')).toEqual(['team Mellemtrinsteam']);
  });

  it('of equals shows the newest first', async () => {
    const { db, find } = searchSchool();
    const note = { employeeId: 'ole', author: 'x', createdAt: at, updatedAt: at, text: 'cykelprøve' };
    for (const month of ['09', '10', '11'])
      db.insert(notes)
        .values({ ...note, id: `c${month}`, writtenOn: `2026-${month}-01` })
        .run();
    const { results } = await find('cykelprøve');
    expect(results.map(({ date }) => date)).toEqual(['2026-11-01', '2026-10-01', '2026-09-01']);
  });

  it('leaves out what was removed, and what belongs to a removed talk or employee', async () => {
    const { db, kinds } = searchSchool();
    db.update(talks).set({ removedAt: at }).run();
    expect(await kinds('læringsf')).toEqual([]);
    expect(await kinds('åbent')).toEqual([]);
    db.update(talks).set({ removedAt: null }).run();
    expect(await kinds('læringsf')).toEqual(['talkNote Pernille Aagaard']);
    db.update(employees).set({ removedAt: at }).run();
    expect((await kinds('læring')).sort()).toEqual(['note Mellemtrinsteam', 'talkNote Mellemtrinsteam']);
    expect(await kinds('kasper')).toEqual([]);
    expect(await kinds('eleverne')).toEqual([]);
  });

  it('says when there is more, also behind rows that are left out', async () => {
    const { db, find } = searchSchool();
    const note = { author: 'x', writtenOn: '2026-10-01', createdAt: at, updatedAt: at, text: 'cykelprøve' };
    db.insert(notes)
      .values(
        [...Array(20).keys()].map((n) => ({ ...note, id: `c${n}`, employeeId: n < 5 ? 'kasper' : 'ole' })),
      )
      .run();
    const sizes = async (limit: number) => {
      const { results, more } = await find('cykelprøve', limit);
      return [results.length, more];
    };
    expect(await sizes(19)).toEqual([19, true]);
    expect(await sizes(20)).toEqual([20, false]);
    db.update(employees).set({ removedAt: at }).run();
    expect(await sizes(3)).toEqual([0, false]);
    db.update(employees).set({ removedAt: null }).where(eq(employees.id, 'kasper')).run();
    expect(await sizes(3)).toEqual([3, true]);
    expect(await sizes(5)).toEqual([5, false]);
    const { results } = await find('cykelprøve', 100);
    expect(new Set(results.map(({ key }) => key)).size).toBe(5);
  });

  it('never finds a rating or its comment', async () => {
    const { db, find } = searchSchool();
    db.insert(ratings).values({ id: 'r', talkId: 'mus', role: 'self', updatedAt: at }).run();
    db.insert(ratingLevels)
      .values({ ratingId: 'r', competenceId: 'c1', state: 'rated', level: 2, comment: 'kanariefugl' })
      .run();
    expect(await find('kanariefugl')).toEqual({ results: [], more: false });
    expect(await find('hemmeligtsted')).toEqual({ results: [], more: false });
  });

  it('answers whatever is typed, and reads none of it as a command', async () => {
    const { find, failures } = searchSchool();
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(...hostileTexts.filter((text) => text.length <= 200)),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        expect(Array.isArray((await find(text.slice(0, 200))).results)).toBe(true);
      }),
      { numRuns: 300 },
    );
    for (const text of ['', '  ', '*', '"', 'a OR b', 'kasper OR pernille', 'name:kasper']) {
      expect([text, (await find(text)).results]).toEqual([text, []]);
    }
    expect(failures).toEqual([]);
  });

  it('is for the leader alone, and takes no letter for a query', async () => {
    const { router, context } = searchSchool();
    expect(await router('search', 'find', { text: 'x'.repeat(201) })).toMatchObject({
      error: { code: 'invalid' },
    });
    for (const state of ['locked', 'employee'] as const) {
      context.session.state = state;
      expect(await router('search', 'find', { text: 'kasper' })).toMatchObject({ error: { code: 'locked' } });
    }
  });
});

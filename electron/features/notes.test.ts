import type { Note } from '@shared/contract/notes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giveBackNotes, notesForTalk, takeUpNotes } from '../data/queries/notes';
import { teams } from '../data/schema/employees';
import { talks } from '../data/schema/talks';
import { testSchool } from './talks-test-school';

type About = { employeeId: string } | { teamId: string };
type Found = { notes: Note[]; nextTalkOn: string | null };

function school() {
  const test = testSchool();
  const { call, context } = test;
  const { db } = context;
  db.insert(teams).values({ id: 'team', name: 'Mellemtrin', type: 'team' }).run();
  const add = async (about: About, writtenOn: string, text = `Set ${writtenOn}`) =>
    (await call<{ id: string }>('notes', 'add', { about, writtenOn, text })).id;
  const of = (about: About) => call<Found>('notes', 'forSubject', { about });
  /** A talk as the database holds it, without the rules of planning. */
  const talk = (id: string, about: About, heldOn: string) => {
    db.insert(talks)
      .values({
        id,
        kind: 'teamId' in about ? 'TUS' : 'MUS',
        employeeId: null,
        teamId: null,
        ...about,
        leaderName: 'Birgitte Halkjær',
        schoolYear: '2026/27',
        heldOn,
        startsAt: '',
        minutes: 60,
        isFixed: false,
        place: '',
        purpose: '',
        agenda: '',
        notForDiscussion: '',
        others: '',
        horizonMonths: 12,
        emptyPlanReason: '',
        createdAt: '2026-08-01T06:00:00.000Z',
      })
      .run();
    const row = { id, employeeId: null, teamId: null, ...about, heldOn };
    return {
      take: () => takeUpNotes(db, row),
      giveBack: () => giveBackNotes(db, id),
      shown: (closedAt: string | null) => notesForTalk(db, { ...row, closedAt }).map((note) => note.text),
    };
  };
  return { ...test, add, of, talk };
}

const pernille = { employeeId: 'pernille' };
const kasper = { employeeId: 'kasper' };
const team = { teamId: 'team' };

describe('a note', () => {
  it('is kept with its day and its writer, newest first, apart for everybody', async () => {
    const { add, of } = school();
    await add(pernille, '2026-09-04', ' Tog ordet i TUS.\n');
    await add(pernille, '2026-11-02');
    await add(kasper, '2026-10-01');
    await add(team, '2026-10-07');
    const { notes } = await of(pernille);
    expect(notes.map(({ text, writtenOn, author, talk }) => [text, writtenOn, author, talk])).toEqual([
      ['Set 2026-11-02', '2026-11-02', 'Birgitte Halkjær', null],
      [' Tog ordet i TUS.\n', '2026-09-04', 'Birgitte Halkjær', null],
    ]);
    expect((await of(team)).notes.map(({ text }) => text)).toEqual(['Set 2026-10-07']);
  });

  it('is changed a part at a time, removed, and brought back as it was', async () => {
    const { add, of, call } = school();
    const id = await add(pernille, '2026-09-04');
    await call('notes', 'save', { id, text: 'Nyt' });
    await call('notes', 'save', { id, writtenOn: '2026-09-05' });
    expect((await of(pernille)).notes).toMatchObject([{ text: 'Nyt', writtenOn: '2026-09-05' }]);
    await call('notes', 'remove', { id });
    expect((await of(pernille)).notes).toEqual([]);
    await expect(call('notes', 'save', { id, text: 'Igen' })).rejects.toThrow('findes ikke længere');
    await call('notes', 'restore', { id });
    expect((await of(pernille)).notes).toMatchObject([{ text: 'Nyt', writtenOn: '2026-09-05' }]);
  });

  it('needs words and a day that has been, and somebody it is about', async () => {
    const { add, call, router } = school();
    await expect(add(pernille, '2026-11-23', ' \n')).rejects.toThrow('Skriv noget i noten');
    await expect(add(pernille, '2026-11-24')).rejects.toThrow('ligger i fremtiden');
    const id = await add(pernille, '2026-11-23');
    await expect(call('notes', 'save', { id, text: '' })).rejects.toThrow('Skriv noget i noten');
    await expect(call('notes', 'save', { id, writtenOn: '2027-01-01' })).rejects.toThrow('fremtiden');
    await expect(add({ employeeId: 'nobody' }, '2026-11-01')).rejects.toThrow('not-found');
    await expect(add({ teamId: 'none' }, '2026-11-01')).rejects.toThrow('not-found');
    for (const about of [{}, { ...pernille, ...team }])
      expect(await router('notes', 'add', { about, writtenOn: '2026-11-01', text: 'x' })).toMatchObject({
        ok: false,
        error: { code: 'invalid' },
      });
  });

  it('leaves names of fields in the audit log, never its words', async () => {
    const { add, call, context } = school();
    const id = await add(pernille, '2026-09-04', 'Hemmeligt om Pernille');
    await call('notes', 'save', { id, text: 'Mere hemmeligt' });
    const log = context.db.$client
      .prepare("SELECT action, fields FROM audit_log WHERE entity = 'note'")
      .all();
    expect(log).toEqual([
      { action: 'note.added', fields: '["writtenOn","text"]' },
      { action: 'note.saved', fields: '["text"]' },
    ]);
  });
});

describe('the next talk', () => {
  it('takes up what was written by its day, and then the note stands as it is', async () => {
    const { add, of, talk, call } = school();
    const before = await add(pernille, '2026-09-04', 'før');
    await add(pernille, '2026-11-10', 'samme dag');
    await add(pernille, '2026-11-11', 'efter');
    await add(kasper, '2026-09-04', 'en anden');
    await call('notes', 'remove', { id: await add(pernille, '2026-09-05', 'fjernet') });
    const mus = talk('mus', pernille, '2026-11-10');
    expect((await of(pernille)).nextTalkOn).toBe('2026-11-10');
    expect(mus.shown(null)).toEqual(['før', 'samme dag']);
    mus.take();
    expect(mus.shown('2026-11-10T12:00:00.000Z')).toEqual(['før', 'samme dag']);
    expect((await of(pernille)).notes.map(({ text, talk: taken }) => [text, taken?.heldOn])).toEqual([
      ['efter', undefined],
      ['samme dag', '2026-11-10'],
      ['før', '2026-11-10'],
    ]);
    for (const name of ['save', 'remove'])
      await expect(call('notes', name, { id: before, text: 'x' })).rejects.toThrow('Genåbn samtalen');

    mus.giveBack();
    await call('notes', 'save', { id: before, text: 'rettet' });
    expect(mus.shown(null)).toEqual(['rettet', 'samme dag']);
  });

  it('is asked for by its id, of an employee or of a team', async () => {
    const { add, talk, call } = school();
    await add(team, '2026-10-07', 'om teamet');
    await add(pernille, '2026-10-07', 'om hende');
    talk('tus', team, '2026-11-10');
    expect(await call('notes', 'forTalk', { talkId: 'tus' })).toMatchObject({
      notes: [{ text: 'om teamet' }],
      employeeId: null,
      teamId: 'team',
      isClosed: false,
    });
    await expect(call('notes', 'forTalk', { talkId: 'none' })).rejects.toThrow('not-found');
  });

  it('however talks close and open again, each note is in one talk at most and none is lost', async () => {
    const day = fc.integer({ min: 1, max: 20 }).map((n) => `2026-10-${String(n).padStart(2, '0')}`);
    const step = fc.record({ talk: fc.nat(2), close: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(day, { minLength: 1, maxLength: 6 }),
        fc.array(day, { minLength: 3, maxLength: 3 }),
        fc.array(step, { maxLength: 8 }),
        async (written, held, steps) => {
          const { add, of, talk } = school();
          for (const writtenOn of written) await add(pernille, writtenOn);
          const all = held.map((heldOn, at) => ({ heldOn, ...talk(`talk${at}`, pernille, heldOn) }));
          for (const { talk: at, close } of steps) all[at]?.[close ? 'take' : 'giveBack']();
          const { notes } = await of(pernille);
          expect(notes.length).toBe(written.length);
          for (const note of notes) if (note.talk) expect(note.writtenOn <= note.talk.heldOn).toBe(true);
          const shown = all.flatMap((one) => one.shown('2026-11-01T12:00:00.000Z'));
          expect(shown.length).toBe(notes.filter((note) => note.talk).length);
        },
      ),
      { numRuns: 12 },
    );
  });
});

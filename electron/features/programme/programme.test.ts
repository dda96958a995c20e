import type { OutputOf } from '@shared/contract';
import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../data/audit';
import { enrolments } from '../../data/schema/enrolments';
import { programmeItems } from '../../data/schema/programme';

import { item, programmeSchool, run, schoolYear } from './test-programme';

describe('the programme', () => {
  it('is kept with competences and tags, listed in Danish order, and says when it last changed', async () => {
    const { ask, made, setNow } = programmeSchool();
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
    const { ask, made, setNow, refused, database } = programmeSchool();
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
    const { refused } = programmeSchool();
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
    const { ask } = programmeSchool();
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
    const { ask, made, db } = programmeSchool();
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
    const { ask, made, refused, db } = programmeSchool();
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
    const { made, refused } = programmeSchool();
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

describe('the programme outside the program', () => {
  it('is shared as one page and issued as a document, and neither names anybody', async () => {
    const saved: { kind: string; name: string; text: string }[] = [];
    const jobs: string[] = [];
    const { ask, add, made, call } = programmeSchool({
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
    const { refused } = programmeSchool();
    expect((await refused('share', { schoolYear }))?.code).toBe('conflict');
  });
});

it('lists 5,000 items in a moment', async () => {
  const { ask, db } = programmeSchool();
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

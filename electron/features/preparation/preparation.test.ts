import { PDF, PdfArray, PdfDict, type PdfRef } from '@libpdf/core';
import { fieldName } from '@shared/domain/preparation';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { employees, teamMemberships } from '../../data/schema/employees';
import { talkParticipants, talks } from '../../data/schema/talks';
import { talkInput } from '../talks-test-school';
import { fillByPdfJs, fillByPdfLib } from './test-fill';
import { allCompetences, preparationSchool } from './test-preparation';

const names = allCompetences().domains.flatMap(({ competences }) => competences.map(({ name }) => name));
const words = (index: number) => `Æblegrød nr. ${index + 1} – »på skærmen« & på øen\nLinje 2: 100 % € ß`;
/** Level 1 … 5, not rated, not relevant, in turns. */
const chosen = (index: number) => ['1', '2', '3', '4', '5', 'iv', 'ir'][index % 7] ?? '';

/** Everything filled in. */
function everything() {
  const filling = new Map<string, string>();
  for (const index of names.keys()) {
    filling.set(fieldName.level(index), chosen(index));
    filling.set(fieldName.comment(index), words(index));
  }
  for (const index of [0, 1, 2, 3, 4]) filling.set(fieldName.answer(index), words(100 + index));
  return filling;
}

const states = (files: { state: string }[]) => files.map(({ state }) => state);

describe('a sheet that went out and came back', () => {
  it('asks all 44 competences of the starter spiders', () => expect(names).toHaveLength(44));

  it.each([
    ['pdf.js', fillByPdfJs, (value: string) => value],
    // This library names the not-rated choices by their words.
    [
      'pdf-lib',
      fillByPdfLib,
      (value: string) => ({ iv: 'Ikke vurderet', ir: 'Ikke relevant' })[value] ?? value,
    ],
  ] as const)('gives exactly what was filled in by %s', async (_program, fill, spoken) => {
    const at = preparationSchool();
    const talkId = await at.plan('pernille', '2026-11-30');
    const sheet = await at.make(talkId);
    await at.lockLeader(talkId);
    const filling = new Map([...everything()].map(([name, value]) => [name, spoken(value)]));
    const { token, files } = await at.hand({ 'hvad som helst.pdf': await fill(sheet, filling) });
    expect(files).toMatchObject([
      { state: 'ready', employeeName: 'Pernille Aagaard', heldOn: '2026-11-30', written: 5, message: '' },
    ]);
    expect((await at.overview(talkId)).self).toBeNull();
    expect(await at.apply(token, { index: 0, countMissing: false })).toMatchObject({
      imported: [{ employeeName: 'Pernille Aagaard' }],
      refused: [],
    });

    const { axes, self, leader, revealed } = await at.overview(talkId);
    expect(revealed).toBe(true);
    expect(axes.map(({ name }) => name)).toEqual(names);
    expect(self).toEqual(
      names.map((_, index) => {
        const value = chosen(index);
        const state = { iv: 'notRated', ir: 'notRelevant' }[value] ?? 'rated';
        return { state, level: state === 'rated' ? Number(value) : null, comment: words(index) };
      }),
    );
    expect(leader.every((answer) => answer?.level === 3)).toBe(true);
    const { people } = await at.answers(talkId);
    expect(people).toMatchObject([{ employeeName: 'Pernille Aagaard', hasRatings: true }]);
    expect(people[0]?.answers.map(({ text }) => text)).toEqual([0, 1, 2, 3, 4].map((i) => words(100 + i)));
    expect(at.failures).toEqual([]);
  });

  it('is named by the employee number alone, and never written over another', async () => {
    const at = preparationSchool();
    const talkId = await at.plan('pernille', '2026-11-30');
    await at.make(talkId);
    await at.make(talkId);
    expect([...at.folder.keys()]).toEqual(['forberedelse-1.pdf', 'forberedelse-1-2.pdf']);
    const [one, two] = at.sheets();
    expect(one?.id).not.toBe(two?.id);
  });

  it('counts once, under whatever name, also when another sheet was made for the same talk', async () => {
    const at = preparationSchool();
    const talkId = await at.plan('pernille', '2026-11-30');
    const old = await fillByPdfJs(await at.make(talkId), everything());
    const newer = await fillByPdfJs(await at.make(talkId), everything());
    await at.lockLeader(talkId);
    const first = await at.hand({ 'a.pdf': old, 'b.pdf': old });
    expect(states(first.files)).toEqual(['ready', 'alreadyImported']);
    expect(first.files[1]?.message).toContain('a.pdf');
    const [ready, again] = [0, 1].map((index) => ({ index, countMissing: true }));
    if (!ready || !again) throw new Error();
    expect(await at.apply(first.token, ready, again, ready)).toMatchObject({
      imported: [{ fileName: 'a.pdf' }],
      refused: [{ fileName: 'b.pdf' }, { fileName: 'a.pdf' }],
    });
    const second = await at.hand({ 'c.pdf': old, 'd.pdf': newer });
    expect(states(second.files)).toEqual(['alreadyImported', 'alreadyImported']);
    expect((await at.answers(talkId)).people).toHaveLength(1);
  });

  it('cannot be two things: the same sheet with different answers is for a person to decide', async () => {
    const at = preparationSchool();
    const talkId = await at.plan('pernille', '2026-11-30');
    const sheet = await at.make(talkId);
    await at.lockLeader(talkId);
    const other = new Map([...everything(), [fieldName.level(0), '5']]);
    const { token, files } = await at.hand({
      'a.pdf': await fillByPdfJs(sheet, everything()),
      'b.pdf': await fillByPdfJs(sheet, other),
    });
    expect(states(files)).toEqual(['twice', 'twice']);
    expect((await at.apply(token, { index: 0, countMissing: true })).imported).toEqual([]);
  });
});

describe('the double-blind rule', () => {
  it('lets nothing in and shows nothing before the leader has locked, or was locked when the file was read', async () => {
    const at = preparationSchool();
    const talkId = await at.plan('pernille', '2026-11-30');
    const filled = await fillByPdfJs(await at.make(talkId), everything());
    const { token, files } = await at.hand({ 'a.pdf': filled });
    expect(files).toEqual([
      {
        index: 0,
        fileName: 'a.pdf',
        state: 'waitsForLeader',
        employeeName: 'Pernille Aagaard',
        heldOn: '2026-11-30',
        kind: 'MUS',
        missing: [],
        written: 0,
        message: 'Lås din egen vurdering først. Indtil da viser Spind intet af det, der er valgt.',
      },
    ]);
    expect((await at.apply(token, { index: 0, countMissing: true })).imported).toEqual([]);
    await at.lockLeader(talkId);
    // What was read too early was not kept.
    expect((await at.apply(token, { index: 0, countMissing: true })).imported).toEqual([]);
    expect(await at.overview(talkId)).toMatchObject({ revealed: false, self: null });
    expect((await at.answers(talkId)).people).toEqual([]);

    const again = await at.hand({ 'a.pdf': filled });
    await at.call('ratings', 'withdrawLeader', { talkId });
    const { refused } = await at.apply(again.token, { index: 0, countMissing: true });
    expect(refused).toMatchObject([{ message: expect.stringContaining('Lås din egen vurdering først') }]);
    expect(await at.overview(talkId)).toMatchObject({ revealed: false, self: null });
  });

  it('leaves neither rating to be changed afterwards', async () => {
    const at = preparationSchool();
    const talkId = await at.plan('pernille', '2026-11-30');
    const filled = await fillByPdfJs(await at.make(talkId), everything());
    await at.lockLeader(talkId);
    const { token } = await at.hand({ 'a.pdf': filled });
    await at.apply(token, { index: 0, countMissing: false });
    await expect(at.call('ratings', 'withdrawLeader', { talkId })).rejects.toThrow(/vist/);
    await expect(at.call('ratings', 'lend', { talkId })).rejects.toThrow(/vist/);
  });

  it('has no room for a second self-rating', async () => {
    const at = preparationSchool();
    const talkId = await at.plan('pernille', '2026-11-30');
    const filled = await fillByPdfJs(await at.make(talkId), everything());
    await at.call('ratings', 'lend', { talkId });
    await at.call('ratings', 'choosePin', { pin: 'sol i maj 7', repeat: 'sol i maj 7' });
    at.context.session.state = 'leader';
    at.context.session.employee = null;
    await at.lockLeader(talkId);
    expect(states((await at.hand({ 'a.pdf': filled })).files)).toEqual(['rated']);
  });
});

describe('what is not answered', () => {
  it('is named, and counts as “not rated” only when the leader says so', async () => {
    const at = preparationSchool();
    const talkId = await at.plan('pernille', '2026-11-30');
    const filling = everything();
    filling.delete(fieldName.level(0));
    filling.set(fieldName.level(6), '–');
    const filled = await fillByPdfJs(await at.make(talkId), filling);
    await at.lockLeader(talkId);
    const { token, files } = await at.hand({ 'a.pdf': filled });
    expect(files).toMatchObject([{ state: 'incomplete', missing: [names[0], names[6]] }]);
    const { refused } = await at.apply(token, { index: 0, countMissing: false });
    expect(refused[0]?.message).toContain(`Der mangler et svar på ${names[0]}, ${names[6]}.`);
    expect((await at.apply(token, { index: 0, countMissing: true })).imported).toHaveLength(1);
    const { self } = await at.overview(talkId);
    expect(self?.[0]).toEqual({ state: 'notRated', level: null, comment: words(0) });
    expect(self?.[1]).toMatchObject({ state: 'rated', level: 2 });
  });
});

describe('what is refused', () => {
  it('says of each file why, in a sentence of its own', async () => {
    const at = preparationSchool();
    const talkId = await at.plan('pernille', '2026-11-30');
    const other = await at.plan('kasper', '2026-12-01');
    const closed = await at.plan('ole', '2026-12-02');
    const sheet = await at.make(talkId);
    const hers = await at.make(other);
    const late = await at.make(closed);
    at.context.db
      .update(talks)
      .set({ closedAt: '2026-11-22T10:00:00.000Z' })
      .where(eq(talks.id, closed))
      .run();
    const empty = PDF.create();
    empty.addPage();
    const foreign = Buffer.from(await empty.save());
    const school = preparationSchool();
    const elsewhere = await school.make(await school.plan('pernille', '2026-11-30'));
    const flat = await PDF.load(sheet);
    flat.context.catalog.getDict().delete('AcroForm');
    const { files } = await at.hand(
      {
        'fremmed.pdf': foreign,
        'anden skole.pdf': elsewhere,
        'Pernille Aagaard.pdf': hers,
        'lukket.pdf': late,
        'udskrevet.pdf': await flat.save(),
        'tekst.pdf': Buffer.from('Kære Birgitte'),
        'halv.pdf': sheet.subarray(0, 900),
      },
      null,
    );
    expect(files.map(({ fileName, state }) => [fileName, state])).toEqual([
      ['fremmed.pdf', 'foreign'],
      ['anden skole.pdf', 'foreign'],
      // Whatever the file is called, it is Kasper's, and his leader has not locked.
      ['Pernille Aagaard.pdf', 'waitsForLeader'],
      ['lukket.pdf', 'closed'],
      ['udskrevet.pdf', 'changed'],
      ['tekst.pdf', 'unreadable'],
      ['halv.pdf', 'unreadable'],
    ]);
    expect(files[2]?.employeeName).toBe('Kasper Nyholm');
    for (const { message } of files) expect(message).toMatch(/^[A-ZÆØÅ].{20,}\.$/);
    const within = await at.hand({ 'a.pdf': hers }, talkId);
    expect(within.files).toMatchObject([
      {
        state: 'otherTalk',
        employeeName: '',
        heldOn: null,
        message: expect.not.stringMatching(/Kasper|Pernille/),
      },
    ]);
  });

  it('is a sheet whose pages were changed, and one whose choices were', async () => {
    const at = preparationSchool();
    const talkId = await at.plan('pernille', '2026-11-30');
    const sheet = await at.make(talkId);
    await at.lockLeader(talkId);
    const unchanged = await fillByPdfLib(
      sheet,
      everything().set(fieldName.level(5), 'Ikke vurderet').set(fieldName.level(6), 'Ikke relevant'),
    );
    const drawnOn = await PDF.load(sheet);
    drawnOn.getPage(0)?.drawText('og en ting til', { x: 40, y: 40, size: 8 });
    const { files } = await at.hand({
      'tegnet.pdf': await drawnOn.save(),
      'side.pdf': await withoutLastPage(sheet),
      'valg.pdf': await withTwoChoicesSwapped(sheet),
      'uberørt.pdf': sheet,
      'udfyldt.pdf': unchanged,
    });
    expect(states(files)).toEqual(['changed', 'changed', 'changed', 'twice', 'twice']);
  });

  it('is a sheet with a value that was never offered, or more words than the field takes', async () => {
    const at = preparationSchool();
    const talkId = await at.plan('pernille', '2026-11-30');
    const sheet = await at.make(talkId);
    await at.lockLeader(talkId);
    const six = await fillByPdfJs(sheet, new Map([[fieldName.level(0), '6']]));
    const long = await fillByPdfJs(sheet, new Map([[fieldName.comment(0), 'å'.repeat(4001)]]));
    const fits = await fillByPdfJs(sheet, new Map([[fieldName.comment(0), 'å'.repeat(4000)]]));
    expect(states((await at.hand({ 'a.pdf': six, 'b.pdf': long })).files)).toEqual(['changed', 'changed']);
    expect(states((await at.hand({ 'c.pdf': fits })).files)).toEqual(['incomplete']);
  });

  it('is a sheet on an older wording of the spider', async () => {
    const at = preparationSchool();
    const talkId = await at.plan('pernille', '2026-11-30');
    const sheet = await at.make(talkId);
    at.context.db.update(talks).set({ templateVersionId: 'v2' }).where(eq(talks.id, talkId)).run();
    expect(states((await at.hand({ 'a.pdf': sheet })).files)).toEqual(['outdated']);
  });

  it('is of an employee who is gone', async () => {
    const at = preparationSchool();
    const talkId = await at.plan('pernille', '2026-11-30');
    const sheet = await at.make(talkId);
    at.context.db
      .update(employees)
      .set({ removedAt: '2026-11-22T10:00:00.000Z' })
      .where(eq(employees.id, 'pernille'))
      .run();
    expect((await at.hand({ 'a.pdf': sheet })).files).toMatchObject([{ state: 'foreign', employeeName: '' }]);
  });

  it('is a file too big to be a sheet, unread', async () => {
    let read = false;
    const at = preparationSchool({
      chooseFiles: async () => [
        {
          name: 'stor.pdf',
          size: 20_000_001,
          read: async () => {
            read = true;
            return Buffer.alloc(0);
          },
        },
      ],
    });
    const { files } = await at.call<{ files: unknown[] }>('preparation', 'choose', {
      from: 'folder',
      talkId: null,
    });
    expect(files).toMatchObject([{ state: 'unreadable', message: expect.stringContaining('20 MB') }]);
    expect(read).toBe(false);
  });
});

describe('a talk with a team', () => {
  it('gives everybody who takes part questions and no spider of her own', async () => {
    const at = preparationSchool();
    const { id: teamId } = await at.call<{ id: string }>('teams', 'save', {
      name: 'Mellemtrin',
      type: 'team',
    });
    const fromDate = '2026-08-01';
    for (const employeeId of ['pernille', 'kasper', 'ole']) {
      const membership = { id: `m-${employeeId}`, teamId, employeeId, fromDate, toDate: null };
      at.context.db.insert(teamMemberships).values(membership).run();
    }
    const input = talkInput({ kind: 'TUS', employeeId: null, teamId, heldOn: '2026-12-03', minutes: 120 });
    const { id: talkId } = await at.call<{ id: string }>('talks', 'plan', input);
    // Ole stays away.
    at.context.db.delete(talkParticipants).where(eq(talkParticipants.employeeId, 'ole')).run();
    await at.make(talkId);
    expect([...at.folder.keys()].sort()).toEqual(['forberedelse-1.pdf', 'forberedelse-2.pdf']);
    const filling = new Map([[fieldName.answer(3), 'Et fælles forløb om læsning']]);
    const [kasper, pernille] = ['forberedelse-2.pdf', 'forberedelse-1.pdf'].map((name) =>
      at.folder.get(name),
    );
    if (!kasper || !pernille) throw new Error('a sheet is missing');
    // Words alone wait for nobody.
    const { token, files } = await at.hand({
      'k.pdf': await fillByPdfJs(kasper, filling),
      'p.pdf': pernille,
    });
    expect(states(files)).toEqual(['ready', 'ready']);
    await at.apply(token, { index: 0, countMissing: false }, { index: 1, countMissing: false });
    expect((await at.answers(talkId)).people).toMatchObject([
      {
        employeeName: 'Kasper Nyholm',
        hasRatings: false,
        answers: [{ text: 'Et fælles forløb om læsning' }],
      },
      { employeeName: 'Pernille Aagaard', answers: [] },
    ]);
  });
});

describe('taking back', () => {
  it('removes words for good while the talk is open, and lets a sheet of words be handed in again', async () => {
    const at = preparationSchool();
    const talkId = await at.plan('pernille', '2026-11-30');
    at.context.db.update(talks).set({ templateVersionId: null }).run();
    const filled = await fillByPdfJs(await at.make(talkId), new Map([[fieldName.answer(0), 'Læsebåndet']]));
    const first = await at.hand({ 'a.pdf': filled });
    await at.apply(first.token, { index: 0, countMissing: false });
    const [sheet] = at.sheets();
    expect(await at.call('preparation', 'takeBack', { sheetId: sheet?.id })).toEqual({ ratingsStay: false });
    expect((await at.answers(talkId)).people).toEqual([]);
    const second = await at.hand({ 'a.pdf': filled });
    await at.apply(second.token, { index: 0, countMissing: false });
    at.context.db.update(talks).set({ closedAt: '2026-11-22T10:00:00.000Z' }).run();
    await expect(at.call('preparation', 'takeBack', { sheetId: sheet?.id })).rejects.toThrow(/lukket/);
    expect((await at.answers(talkId)).people).toHaveLength(1);
  });

  it('leaves ratings that have been shown, and says so', async () => {
    const at = preparationSchool();
    const talkId = await at.plan('pernille', '2026-11-30');
    const filled = await fillByPdfJs(await at.make(talkId), everything());
    await at.lockLeader(talkId);
    const { token } = await at.hand({ 'a.pdf': filled });
    await at.apply(token, { index: 0, countMissing: false });
    const [sheet] = at.sheets();
    expect(await at.call('preparation', 'takeBack', { sheetId: sheet?.id })).toEqual({ ratingsStay: true });
    expect((await at.answers(talkId)).people).toMatchObject([{ answers: [] }]);
    expect((await at.overview(talkId)).self?.[0]).toMatchObject({ level: 1 });
    expect(states((await at.hand({ 'a.pdf': filled })).files)).toEqual(['alreadyImported']);
  });
});

/** Reads “5 …” and means 4, and the other way round. */
async function withTwoChoicesSwapped(sheet: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDF.load(sheet);
  const resolve = (ref: PdfRef) => pdf.context.resolve(ref);
  const fields = pdf.context.catalog.getDict().getDict('AcroForm', resolve)?.getArray('Fields', resolve);
  const level = fields?.at(0, resolve);
  const choices = level instanceof PdfDict ? level.getArray('Opt', resolve) : undefined;
  const [four, five] = [4, 5].map((index) => choices?.at(index));
  if (!(four instanceof PdfArray && five instanceof PdfArray)) throw new Error('no choices');
  const [value, other] = [four.at(0), five.at(0)];
  if (!value || !other) throw new Error('no values');
  four.set(0, other);
  five.set(0, value);
  return pdf.save();
}

async function withoutLastPage(sheet: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDF.load(sheet);
  pdf.removePage(pdf.getPageCount() - 1);
  return pdf.save();
}

import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textSize } from '../electron/features/preparation/form-fields';
import { fillByPdfJs, fillByPdfLib } from '../electron/features/preparation/test-fill';
import { fieldName } from '../shared/domain/preparation';
import { call } from './bridge';
import { readPdf } from './pdf';
import { chooseInDialogs, cleanUp, newProfile, resize, type Spind, startSpind } from './spind';
import { beginSchool } from './walk/doors';
import * as job from './walk/main-job';
import { handIn, makeForTeam, takeIn } from './walk/preparation';
import { chooseSpiders, importStaffList } from './walk/staff';
import { openTalk } from './walk/talk';

const staffList = fileURLToPath(
  new URL('../shared/domain/staff-import/personale.fixture.csv', import.meta.url),
);
const team = 'Mellemtrinsteam';
const [out, back] = ['ud', 'ind'].map((name) => join(newProfile(), name)) as [string, string];
let spind: Spind;
let talkIds = new Map<string, string>();

beforeAll(async () => {
  for (const folder of [out, back]) mkdirSync(folder);
  spind = await startSpind();
  await resize(spind, 1280, 800);
  const { page, app } = spind;
  await beginSchool(page, job.school);
  await chooseInDialogs(app, staffList);
  await importStaffList(page, 40);
  await chooseSpiders(page, job.spiders);
  const people = (await call(page, 'employees', 'list', {})).filter(({ teams }) =>
    teams.some(({ name }) => name === team),
  );
  talkIds = new Map();
  for (const { id: employeeId, name } of people) {
    const planned = await call(page, 'talks', 'plan', {
      kind: 'MUS',
      employeeId,
      teamId: null,
      leaderId: null,
      heldOn: '2026-12-01',
      startsAt: '13:30',
      minutes: 60,
      place: 'Kontoret',
    });
    talkIds.set(name, planned.id);
  }
}, 120_000);

afterAll(async () => {
  await spind?.close();
  cleanUp();
});

// One long walk: after a false step the rest would only say the same again.
let stumbled = false;
beforeEach(({ skip }) => skip(stumbled, 'an earlier step failed'));
afterEach(({ task }) => {
  stumbled ||= task.result?.state === 'fail';
});

const talkOf = (name: string) => talkIds.get(name) ?? '';

async function lockLeader(talkId: string) {
  const { axes } = await call(spind.page, 'ratings', 'overview', { talkId });
  const answer = { state: 'rated' as const, level: 3, comment: '' };
  for (const { competenceId } of axes) {
    await call(spind.page, 'ratings', 'saveLeader', { talkId, competenceId, answer });
  }
  await call(spind.page, 'ratings', 'lockLeader', { talkId });
}

type Field = {
  type: string;
  rect: [number, number, number, number];
  items?: { displayValue: string }[] | null;
};

/** Choices that are wider than their field once a reader has drawn them, 2 points off each side. */
async function cutOff({ type, rect: [left, , right], items }: Field): Promise<string[]> {
  if (type !== 'combobox') return [];
  const letters = await (await PDFDocument.create()).embedFont(StandardFonts.Helvetica);
  return (items ?? [])
    .map(({ displayValue }) => displayValue)
    .filter((words) => letters.widthOfTextAtSize(words, textSize.choice) > right - left - 4);
}

/** The file that is somebody's, found by what is printed on it. */
function sheetOf(name: string): Buffer {
  const file = readdirSync(out).find((one) =>
    execFileSync('pdftotext', ['-l', '1', join(out, one), '-'], { encoding: 'utf8' }).includes(name),
  );
  if (!file) throw new Error(`no sheet for ${name}`);
  return readFileSync(join(out, file));
}

describe('preparation on a sheet', () => {
  it('makes one for everybody in a team, named by number', async () => {
    await chooseInDialogs(spind.app, out);
    await makeForTeam(spind.page, team, talkIds.size);
    const files = readdirSync(out);
    expect(files).toHaveLength(talkIds.size);
    expect(talkIds.size).toBeGreaterThan(2);
    for (const name of files) expect(name).toMatch(/^forberedelse-[\p{L}\d-]+\.pdf$/u);
  });

  it('opens in two readers with its fields, its tags and its words', async () => {
    for (const name of readdirSync(out)) {
      const file = join(out, name);
      const { text, roles, title, language, poppler, attachments } = await readPdf(file);
      for (const reader of [text, poppler.text]) {
        expect(reader).toContain('Invitation til MUS');
        expect(reader).toContain('Ikke til diskussion');
        expect(reader).toContain('Tirsdag 1. december 2026, kl. 13.30–14.30');
        expect(reader).toContain('Hvad er du mest tilfreds med siden sidst?');
      }
      expect([...roles]).toEqual(expect.arrayContaining(['H1', 'Table', 'TH', 'TD', 'L', 'LI', 'Form']));
      expect(roles).not.toContain('Link');
      expect(title).toBe('Invitation og forberedelse · MUS');
      expect(language).toMatch(/^da/);
      expect(poppler.isTagged).toBe(true);
      expect(poppler.isA4).toBe(true);
      const data = JSON.parse(attachments['spind.json']?.toString('utf8') ?? '');
      expect(data.format).toBe('spind-preparation');
      expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/^Form:\s+AcroForm/m);
      const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
      const fields = Object.values((await document.getFieldObjects()) ?? {}).flat() as Field[];
      await document.loadingTask.destroy();
      const ofType = (type: string) => fields.filter((field) => field.type === type).length;
      // Every competence has a level and a comment; five questions; and the sheet's own number, unseen.
      const competences = data.asked.competences.length;
      expect(competences).toBeGreaterThan(9);
      expect([ofType('combobox'), ofType('text')]).toEqual([competences, competences + 5 + 1]);
      for (const field of fields) expect(await cutOff(field)).toEqual([]);
    }
  });

  it('takes in exactly what two other programs filled in, once the leader has locked', async () => {
    const { page, app } = spind;
    const [first = '', second = '', third = ''] = talkIds.keys();
    const axesOf = async (name: string) =>
      (await call(page, 'ratings', 'overview', { talkId: talkOf(name) })).axes.length;
    const fillingFor = async (name: string) => {
      const filling = new Map<string, string>();
      for (let index = 0; index < (await axesOf(name)); index++) {
        filling.set(fieldName.level(index), String((index % 5) + 1));
        filling.set(fieldName.comment(index), `Æblegrød på øen ${index}\n»linje 2«`);
      }
      return filling.set(fieldName.answer(2), 'Vejlede kolleger i læsning – også på mellemtrinnet');
    };
    writeFileSync(join(back, 'a.pdf'), await fillByPdfJs(sheetOf(first), await fillingFor(first)));
    writeFileSync(join(back, 'b.pdf'), await fillByPdfLib(sheetOf(second), await fillingFor(second)));
    writeFileSync(join(back, 'c.pdf'), await fillByPdfJs(sheetOf(third), await fillingFor(third)));
    writeFileSync(join(back, 'd.pdf'), 'Kære Birgitte');
    appendFileSync(join(back, 'noter.txt'), 'ingen PDF');
    // What was filled in is drawn, too.
    expect(execFileSync('pdftotext', [join(back, 'a.pdf'), '-'], { encoding: 'utf8' })).toContain(
      'Æblegrød på øen 9',
    );
    await lockLeader(talkOf(first));
    await lockLeader(talkOf(second));

    await chooseInDialogs(app, back);
    const preview = await handIn(page);
    const states = async () =>
      (await preview.locator('tbody .state').allInnerTexts()).map((state) => state.trim());
    expect(await states()).toEqual(['klar', 'klar', 'venter på dig', 'kan ikke læses']);
    await takeIn(page, 2);

    for (const name of [first, second]) {
      const { self, revealed } = await call(page, 'ratings', 'overview', { talkId: talkOf(name) });
      expect(revealed).toBe(true);
      expect(self).toEqual(
        Array.from({ length: await axesOf(name) }, (_, index) => ({
          state: 'rated',
          level: (index % 5) + 1,
          comment: `Æblegrød på øen ${index}\n»linje 2«`,
        })),
      );
    }
    expect(await call(page, 'ratings', 'overview', { talkId: talkOf(third) })).toMatchObject({
      self: null,
      revealed: false,
    });

    await handIn(page);
    expect(await states()).toEqual([
      'allerede importeret',
      'allerede importeret',
      'venter på dig',
      'kan ikke læses',
    ]);
    await page.keyboard.press('Escape');
    await openTalk(page, first);
    await page.getByText('Vejlede kolleger i læsning – også på mellemtrinnet').waitFor();
    expect(spind.complaints).toEqual([]);
  });
});

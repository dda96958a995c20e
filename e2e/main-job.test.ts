import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, call } from './bridge';
import { netLogSwitch, networkTraces, watchMainSockets } from './net-log';
import { openOutside } from './outside';
import { readPdf } from './pdf';
import {
  chooseInDialogs,
  cleanUp,
  fileAppears,
  newProfile,
  resize,
  type Spind,
  saveInto,
  startSpind,
} from './spind';
import { checkPdf, saveDocument, saveTalkPrintout } from './walk/documents';
import { beginSchool, lock, tryPassphrase, unlock } from './walk/doors';
import * as job from './walk/main-job';
import { agreePlan, openPlan, signByMouse, signByTyping } from './walk/plan';
import { agreeLevel, lendTo, rateAsLeader, rateSelf, reveal } from './walk/ratings';
import { chooseSpiders, importStaffList, openEmployee } from './walk/staff';
import { closeTalk, noteField, openArea, openTalk, planTalk } from './walk/talk';

const staffList = fileURLToPath(
  new URL('../shared/domain/staff-import/personale.fixture.csv', import.meta.url),
);

const profile = newProfile();
const netLog = join(newProfile(), 'net-log.json');
const saved = join(newProfile(), 'gemt');
let spind: Spind;
let mainSockets: () => Promise<string[]>;

async function start(clock?: string, switches: readonly string[] = []) {
  spind = await startSpind({ profile, switches, ...(clock && { clock }) });
  await saveInto(spind.app, saved);
  await resize(spind, 1280, 800);
}

beforeAll(async () => {
  mkdirSync(saved);
  await start(undefined, [netLogSwitch(netLog)]);
  mainSockets = await watchMainSockets(spind.app);
});

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

describe('from an empty folder to a signed plan', () => {
  it('makes the school behind a passphrase, with the recovery code on paper', async () => {
    const { page } = spind;
    const paper = join(saved, 'gendannelseskode.pdf');
    const code = await beginSchool(page, job.school, async () => {
      await page.getByRole('button', { name: 'Gem som PDF' }).click();
      await fileAppears(paper, page);
    });
    expect(code).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
    const { text, poppler } = await readPdf(paper);
    // The paper spaces its letters widely, which some readers take for blanks.
    expect(text.replaceAll(' ', '')).toContain(code);
    expect(text).toContain('Lærkemoseskolen');
    expect(poppler.isA4).toBe(true);
    expect(existsSync(join(profile, 'data', 'spind.db'))).toBe(true);
    const file = readFileSync(join(profile, 'data', 'spind.db'));
    expect(file.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
  });

  it('imports the staff from the administrative system’s file', async () => {
    const { page, app } = spind;
    await chooseInDialogs(app, staffList);
    await importStaffList(page, 40);
    await openEmployee(page, job.employee);
    await expect.poll(() => page.getByText('Mellemtrinsteam').first().isVisible()).toBe(true);
  });

  it('gives each category its spider', async () => {
    await chooseSpiders(spind.page, job.spiders);
    const { categories } = await call(spind.page, 'categories', 'list', {});
    expect(Object.fromEntries(categories.map((one) => [one.name, one.spiderTemplateName]))).toMatchObject({
      lærer: 'Lærer',
      børnehaveklasseleder: 'Pædagog',
      'pædagogisk leder': 'Pædagogisk leder',
      'administrativ leder': 'Administrativ leder',
      tap: null,
    });
  });

  it('plans the talk', async () => {
    await planTalk(spind.page, job.talk);
  });

  it('lets the employee rate herself unseen, behind her own code', async () => {
    const { page } = spind;
    await openArea(page, 3);
    await lendTo(page, job.first);
    for (const [feature, name] of [
      ['employees', 'list'],
      ['ratings', 'overview'],
      ['talks', 'list'],
    ]) {
      expect(await ask(page, feature, name, {})).toMatchObject({ ok: false, error: { code: 'locked' } });
    }
    await rateSelf(page, job.pin, job.selfLevels);
    await unlock(page, job.school.passphrase);
    await openTalk(page, job.employee);
    await openArea(page, 3);
    const { talks } = await call(page, 'talks', 'list', { schoolYear: '2026/27' });
    const talkId = talks[0]?.id ?? '';
    expect(await call(page, 'ratings', 'overview', { talkId })).toMatchObject({
      selfState: 'locked',
      self: null,
    });
    await rateAsLeader(page, job.leaderLevels);
    expect(await call(page, 'ratings', 'overview', { talkId })).toMatchObject({
      revealed: false,
      self: null,
    });
    expect(await ask(page, 'ratings', 'reveal', { talkId, pin: 'forkert' })).toMatchObject({ ok: false });
  });

  it('shows both views beside the target, in one radar and a gap table', async () => {
    const { page } = spind;
    await reveal(page, job.pin, job.first);
    const row = page.getByRole('row').filter({ hasText: 'Evaluering og feedback' }).first();
    await expect.poll(() => row.innerText()).toMatch(/4\s+3\s+5/);
    expect(await page.locator('svg path').count()).toBeGreaterThan(5);
    await agreeLevel(page, ...job.agreedLevel);
  });

  it('holds it through its six areas', async () => {
    const { page } = spind;
    await job.holdTalk(page);
    await agreePlan(page);
  });

  it('is signed by both, one by hand and one in letters', async () => {
    const { page } = spind;
    await signByMouse(page, job.employee);
    await signByTyping(page, job.school.leaderName, 'agree');
    await page.getByText('Begge har skrevet under.').first().waitFor();
    await closeTalk(page);
  });

  it('lies as a PDF that any reader can read', async () => {
    const { page } = spind;
    await saveDocument(page, 'trainingPlan', job.employee);
    const file = await fileAppears(
      join(saved, (await savedNames(/^efteruddannelsesplan-/))[0] ?? 'none'),
      page,
    );
    expect(file).not.toContain('Pernille');
    const { text, language, title, roles, paths, attachments, outline, poppler } = await readPdf(file);
    for (const reader of [text, poppler.text]) {
      expect(reader).toContain('Individuel efteruddannelsesplan');
      expect(reader).toContain('Lærkemoseskolen');
      expect(reader).toContain('Pernille Aagaard');
      expect(reader).toContain(job.goals);
      expect(reader).toContain('Vejlede to kolleger');
      expect(reader).toContain('enig');
    }
    expect(language).toMatch(/^da/);
    expect(title).toBe('Individuel efteruddannelsesplan');
    expect(outline).toBeGreaterThan(0);
    expect([...roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD', 'P', 'Figure']));
    // The spider: its twelve axes, rings and three lines are drawn, not pasted in as a picture.
    expect(paths).toBeGreaterThan(30);
    expect(text).toContain('Inkluderende læringsmiljø');
    expect(poppler.isTagged).toBe(true);
    expect(poppler.isA4).toBe(true);
    expect(poppler.fonts.length).toBeGreaterThan(0);
    expect(poppler.fonts.filter(({ embedded, unicode }) => !embedded || unicode !== 'yes')).toEqual([]);
    const data = JSON.parse(attachments['spind.json']?.toString('utf8') ?? 'null');
    expect(data).toMatchObject({
      format: 'spind-document',
      content: {
        employeeName: job.employee,
        schoolYear: '2026/27',
        lines: [{}, {}],
        spider: { templateName: 'Lærer' },
      },
      signatures: [
        { party: 'employee', method: 'drawn', wording: 'agree' },
        { party: 'leader', method: 'typed', wording: 'agree', name: 'Birgitte Halkjær' },
      ],
    });
    expect(data.signatures[0].drawing).toMatch(/^M[\d.]+ [\d.]+L/);
  });

  it('leaves minutes and spider as PDFs too', async () => {
    const { page } = spind;
    await openTalk(page, job.employee);
    await openArea(page, 6);
    await saveTalkPrintout(page, 'minutes');
    const minutes = await readPdf(join(saved, (await savedNames(/^mus-referat-/))[0] ?? ''));
    expect(minutes.text).toContain('Referat af MUS');
    expect(minutes.text).toContain('Mange afbrydelser om tirsdagen.');
    expect(minutes.poppler.isTagged).toBe(true);
    await saveTalkPrintout(page, 'spider');
    const sheet = await readPdf(join(saved, (await savedNames(/^kompetencespind-/))[0] ?? ''));
    expect(sheet.text).toContain('Evaluering og feedback');
    expect([...sheet.roles]).toEqual(expect.arrayContaining(['Figure', 'Table']));
    expect(sheet.poppler.isTagged).toBe(true);
  });

  it('tells an unchanged PDF from a changed and an unknown one', async () => {
    const { page, app } = spind;
    const [name = ''] = await savedNames(/^efteruddannelsesplan-/);
    const own = join(saved, name);
    const changed = join(saved, 'ændret.pdf');
    cpSync(own, changed);
    appendFileSync(changed, '\n% rettet\n');
    const foreign = join(saved, 'fremmed.pdf');
    writeFileSync(foreign, foreignPdf);
    for (const [file, verdict] of [
      [own, 'er præcis den fil, Spind lavede'],
      [changed, 'men den er ændret, siden Spind lavede den'],
      [foreign, 'er ikke lavet i denne skoles Spind'],
    ] as const) {
      await chooseInDialogs(app, file);
      await (await checkPdf(page)).filter({ hasText: verdict }).waitFor();
    }
  });

  it('is all there the next day, behind the passphrase', async () => {
    expect(spind.complaints).toEqual([]);
    expect(await mainSockets()).toEqual([]);
    await spind.close();
    expect(networkTraces(netLog)).toEqual([]);
    await start('2026-11-24T07:45:00');
    const { page } = spind;
    await page.getByRole('heading', { name: 'Spind er låst' }).waitFor();
    await tryPassphrase(page, 'en helt anden sætning');
    await page.getByRole('alert').filter({ hasText: 'Adgangssætningen er forkert' }).waitFor();
    await unlock(page, job.school.passphrase);
    await openPlan(page, job.employee);
    await page.getByText('Begge har skrevet under.').first().waitFor();
    await page.getByText('Fast vejledningsrum tirsdag og torsdag').first().waitFor();
    await openTalk(page, job.employee);
    await openArea(page, 2);
    await page.getByText('Godt samarbejde med Nadia og Lars-Ole.').waitFor();
    const { backup } = await call(page, 'backups', 'latest', {});
    expect(backup?.date).toBe('2026-11-24');
    await lock(page);
  });
});

it('the watch on the network hears a request that is planted', async () => {
  const outside = await openOutside();
  const log = join(newProfile(), 'net-log.json');
  const other = await startSpind({ switches: [netLogSwitch(log)] });
  const sockets = await watchMainSockets(other.app);
  const status = await other.app.evaluate(async ({ net }, address) => {
    await new Promise((answered) => process.getBuiltinModule('node:http').get(`${address}/main`, answered));
    return (await net.fetch(`${address}/window`)).status;
  }, outside.address);
  expect(status).toBe(200);
  expect(await sockets()).toHaveLength(1);
  await other.close();
  expect(networkTraces(log).join('\n')).toContain(`request ${outside.address}/window`);
  outside.close();
});

describe('the program killed while somebody writes', () => {
  it('loses the last second at most', async () => {
    await unlock(spind.page, job.school.passphrase);
    await planTalk(spind.page, { name: 'Kasper Nyholm', date: '25-11-2026', time: '8.15', place: '' });
    await openArea(spind.page, 1);
    await noteField(spind.page).focus();
    const typed: { at: number; text: string }[] = [];
    let text = '';
    for (const begun = performance.now(); performance.now() - begun < 3000; ) {
      const word = `ord${typed.length} æøå `;
      await spind.page.keyboard.type(word, { delay: 12 });
      text += word;
      typed.push({ at: performance.now(), text });
    }
    const killedAt = performance.now();
    await spind.kill();

    await start('2026-11-24T08:10:00');
    await unlock(spind.page, job.school.passphrase);
    await openTalk(spind.page, 'Kasper Nyholm');
    await openArea(spind.page, 1);
    const kept = await noteField(spind.page).inputValue();
    expect(text.startsWith(kept)).toBe(true);
    const certain = typed.filter(({ at }) => at <= killedAt - 1000).at(-1)?.text ?? '';
    expect(certain.length).toBeGreaterThan(50);
    expect(kept.length).toBeGreaterThanOrEqual(certain.length);
  });
});

async function savedNames(pattern: RegExp): Promise<string[]> {
  await expect
    .poll(() => readdirSync(saved).filter((name) => pattern.test(name) && name.endsWith('.pdf')).length, {
      timeout: 20_000,
    })
    .toBeGreaterThan(0);
  return readdirSync(saved).filter((name) => pattern.test(name) && name.endsWith('.pdf'));
}

/** The smallest PDF that somebody else may have made. */
const foreignPdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shortDate } from '../renderer/ui/format';
import { demoPassphrase } from '../scripts/demo/secrets';
import { offerFieldNames } from '../shared/domain/catalogue-import/columns';
import { standardForm } from '../shared/domain/talk-areas';
import { call } from './bridge';
import { demoProfile } from './demo-profile';
import { readPdf } from './pdf';
import { watchProcesses } from './processes';
import { chooseInDialogs, cleanUp, fileAppears, resize, type Spind, saveInto, startSpind } from './spind';
import * as walk from './walk/courses';
import { unlock } from './walk/doors';
import { visit } from './walk/screen';
import { openEmployee } from './walk/staff';
import { openArea, openTalk } from './walk/talk';
import { say, words } from './walk/words';

const schoolYear = '2026/27';
const { catalogues, courseChains, employees, enrolments, history, programme, seatPlan } = words;
let spind: Spind;
let saved = '';

beforeAll(async () => {
  const profile = demoProfile();
  saved = join(profile, 'gemt');
  mkdirSync(saved);
  spind = await startSpind({ profile });
  await saveInto(spind.app, saved);
  await resize(spind, 1280, 800);
  await unlock(spind.page, demoPassphrase);
});
afterAll(async () => {
  await spind?.close();
  cleanUp();
});

// Each describe is one walk: after a false step the rest of it would only say the same again.
let stumbled = '';
const walkOf = (name: string | undefined) => name ?? '';
beforeEach(({ task, skip }) => skip(stumbled === walkOf(task.suite?.name), 'an earlier step failed'));
afterEach(({ task }) => {
  if (task.result?.state === 'fail') stumbled = walkOf(task.suite?.name);
});

const person = async (name: string) => {
  const all = await call(spind.page, 'employees', 'list', {});
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found.id;
};

describe('from a gap to a seat', () => {
  const name = 'Rasmus Engholm';
  const wisher = 'Bo Skovlund';
  const competence = 'Klasseledelse';
  const title = 'Klasseledelse i praksis';
  const activity = `${title} (PPL)`;
  const agreed = async () => {
    const employeeId = await person(name);
    const { agreements } = await call(spind.page, 'agreements', 'forEmployee', { employeeId });
    return agreements.filter((one) => one.schoolYear === schoolYear);
  };

  it('an activity comes into the plan with one click, and out again', async () => {
    const { page } = spind;
    const before = await agreed();
    await openTalk(page, name);
    const last = standardForm('MUS').areas.findLast(({ part }) => part === 'agreements')?.number ?? 0;
    await openArea(page, last);
    const gap = walk.gapOf(page, competence);
    await gap.getByText(say(programme.gaps.gap, { target: 4, level: 2 })).waitFor();
    await gap.getByText(programme.gaps.fits).first().waitFor();
    await walk.putInPlan(page, competence, title);
    await gap.getByText(programme.gaps.asked, { exact: true }).waitFor();
    await page.getByRole('cell', { name: activity }).first().waitFor();
    const [made, ...others] = (await agreed()).filter(({ id }) => !before.some((one) => one.id === id));
    expect(others).toEqual([]);
    expect(made).toMatchObject({ activity, competence });
    await walk.takeBack(page, say(programme.gaps.added, { title }));
    await gap.getByText(programme.gaps.asked, { exact: true }).waitFor({ state: 'detached' });
    expect(await agreed()).toEqual(before);
    await walk.putInPlan(page, competence, title);
    await gap.getByText(programme.gaps.asked, { exact: true }).waitFor();
    expect(await agreed()).toHaveLength(before.length + 1);
    await walk.closeOffer(page, say(programme.gaps.added, { title }));
  });

  it('a wish is given a seat by the optimiser, in a process of its own', async () => {
    const { page, app } = spind;
    await walk.wishFor(page, { name: wisher, title, budget: `Udskolingsteam ${schoolYear}` });
    const processes = await watchProcesses(app);
    await visit(page, '/enrolments/seats');
    await page.getByText(seatPlan.proven).waitFor();
    await page.getByRole('checkbox', { name: say(seatPlan.include, { name: wisher, title }) }).waitFor();
    const seen = await processes.stop();
    expect(seen.map((one) => one.name)).toContain('Spind solver');
    const main = await app.evaluate(() => process.pid);
    expect(seen.every(({ pid }) => pid !== main)).toBe(true);
    // It ends with its answer.
    await expect.poll(() => processes.now()).toEqual([]);
  });

  it('the window answers while it works', async () => {
    const { page, app } = spind;
    const frame = { fixed: [], ruledOut: [], seats: [], budgets: [] };
    const processes = await watchProcesses(app);
    const order: string[] = [];
    const solved = call(page, 'seatPlan', 'propose', frame).then(() => order.push('plan'));
    const answered = call(page, 'employees', 'list', {}).then(() => order.push('staff'));
    await Promise.all([solved, answered]);
    expect(order).toEqual(['staff', 'plan']);
    expect((await processes.stop()).map((one) => one.name)).toContain('Spind solver');
  });

  it('the seat is approved, taken back and approved', async () => {
    const { page } = spind;
    const approve = () => walk.approveSeat(page, wisher, title);
    const state = async () => {
      const { rows } = await call(page, 'enrolments', 'list', {});
      const row = rows.find((one) => one.employeeName === wisher && one.title === title);
      return [row?.state, row?.startsOn];
    };
    expect(await state()).toEqual(['wished', null]);
    await approve();
    await expect.poll(state).toEqual(['approved', '2027-01-20']);
    await walk.takeBack(page, seatPlan.accepted_one);
    await expect.poll(state).toEqual(['wished', null]);
    await approve();
    await expect.poll(state).toEqual(['approved', '2027-01-20']);
    await walk.closeOffer(page, seatPlan.accepted_one);
    expect(spind.complaints).toEqual([]);
  });
});

describe('a provider’s catalogue', () => {
  const name = 'Foreningens kurser';
  const head =
    'Kursus nr.;Kursustitel;Fag;ECTS-point;Startdato;Slutdato;By;Pris pr. deltager;Maks. deltagere';
  const rows = {
    poetry: 'FK-1;Lyrik på mellemtrinnet;dansk;;12-04-2027;14-04-2027;Århus;4.950,00;24',
    fractions: 'FK-2;Brøker – trin for trin;matematik;7,5;3. maj 2027;4. juni 2027;Køge;12.250,50;18',
    choir: 'FK-3;Kor og rytmik;musik;;20-05-2027;20-05-2027;Ølstykke;gratis;',
  };
  /** As a spreadsheet of a Danish office saves it: Windows-1252, where a dash is one byte. */
  const list = (...lines: string[]) => {
    const text = `${[head, ...lines].join('\r\n')}\r\n`.replaceAll('–', '\u0096');
    const file = join(saved, '..', 'kurser.csv');
    writeFileSync(file, Buffer.from(text, 'latin1'));
    return chooseInDialogs(spind.app, file);
  };
  const offers = async () => {
    const { catalogues: all } = await call(spind.page, 'catalogues', 'list', {});
    const { offers: every } = await call(spind.page, 'catalogues', 'offers', {});
    const id = all.find((one) => one.name === name)?.id;
    return every.filter(({ catalogueId }) => catalogueId === id);
  };

  it('is matched once, and read with its letters and numbers', async () => {
    const { page } = spind;
    await walk.makeCatalogue(page, name);
    await list(rows.poetry, rows.fractions, rows.choir);
    await walk.readList(page);
    await page.getByRole('heading', { name: catalogues.matchTitle }).waitFor();
    await page.getByRole('button', { name: catalogues.showChanges, exact: true }).click();
    await page.getByText(say(catalogues.summary, { added: 3, changed: 0, gone: 0, unchanged: 0 })).waitFor();
    expect(await offers()).toEqual([]);
    await walk.importList(page);
    const read = await offers();
    expect(read).toHaveLength(3);
    expect(read.find(({ number }) => number === 'FK-2')).toMatchObject({
      title: 'Brøker – trin for trin',
      place: 'Køge',
      ects: 7.5,
      feeOre: 1_225_050,
      startsOn: '2027-05-03',
      endsOn: '2027-06-04',
      seats: 18,
      state: 'new',
    });
    expect(read.find(({ number }) => number === 'FK-3')).toMatchObject({
      place: 'Ølstykke',
      feeOre: 0,
      seats: null,
    });
  });

  it('goes into the programme, and out again', async () => {
    const { page } = spind;
    const title = 'Brøker – trin for trin';
    const items = async () => (await call(page, 'programme', 'list', { schoolYear })).items;
    const before = await items();
    const take = async () => {
      const dialog = await walk.openOffer(page, title);
      await dialog.getByRole('button', { name: catalogues.take, exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
    };
    await take();
    await expect
      .poll(async () => (await items()).find((one) => one.title === title))
      .toMatchObject({
        ects: 7.5,
        feeOre: 1_225_050,
        nextRun: { startsOn: '2027-05-03', place: 'Køge', left: 18 },
      });
    await walk.takeBack(page, say(catalogues.taken, { title }));
    await expect.poll(items).toEqual(before);
    await take();
    await walk.closeOffer(page, say(catalogues.taken, { title }));
  });

  it('is refused whole for one bad cell, named by row and column', async () => {
    const { page } = spind;
    const before = await offers();
    await walk.openImport(page, name);
    await list(rows.poetry.replace('Lyrik', 'Ny lyrik'), rows.fractions.replace('12.250,50', '12.25'));
    await walk.readList(page);
    await page.getByRole('heading', { name: say(catalogues.problemsTitle_one, { count: 1 }) }).waitFor();
    const [said, ...others] = await page.getByText(/^Række \d/).allInnerTexts();
    expect(others).toEqual([]);
    expect(said).toMatch(/^Række 3, Pris pr\. deltager: /);
    expect(await page.getByRole('button', { name: catalogues.apply, exact: true }).count()).toBe(0);
    expect(await offers()).toEqual(before);
  });

  it('goes straight to what is new, changed and gone the second time', async () => {
    const { page } = spind;
    await walk.openImport(page, name);
    await list(
      rows.poetry,
      rows.fractions.replace('12.250,50', '12.900'),
      'FK-4;Idræt for alle;idræt;;01-09-2027;02-09-2027;Vejle;3.200,-;20',
    );
    await walk.readList(page);
    await page.getByText(say(catalogues.summary, { added: 1, changed: 1, gone: 1, unchanged: 1 })).waitFor();
    expect(await page.getByRole('heading', { name: catalogues.matchTitle }).count()).toBe(0);
    const changed = page.getByRole('row').filter({ hasText: 'FK-2' });
    await changed.getByText(offerFieldNames.feeOre.da, { exact: false }).first().waitFor();
    expect(await changed.innerText()).toMatch(/12\.250,50 kr\. → 12\.900 kr\./);
    await walk.importList(page);
    const states = Object.fromEntries((await offers()).map(({ number, state }) => [number, state]));
    expect(states).toEqual({ 'FK-1': 'same', 'FK-2': 'changed', 'FK-3': 'gone', 'FK-4': 'new' });
    // The programme says what it said until somebody takes the change over.
    await page.getByText(catalogues.newsTitle, { exact: true }).waitFor();
    const { items } = await call(page, 'programme', 'list', { schoolYear });
    expect(items.find((one) => one.title.startsWith('Brøker'))?.feeOre).toBe(1_225_050);
    expect(spind.complaints).toEqual([]);
  });
});

describe('an enrolment', () => {
  it('that would break a rule goes on only with a reason', async () => {
    const { page } = spind;
    const title = 'Temadag om ordblindhed';
    const reason = 'Jonas tager fri fra kursets anden dag; Naturskolen er enig.';
    await walk.openEnrolment(page, 'Jonas Kirkegaard', title);
    const dialog = await walk.openMove(page, 'approved');
    await dialog.getByText(enrolments.againstRules).waitFor();
    await dialog.getByText('Supplerende kursus i natur/teknologi').first().waitFor();
    await dialog.getByRole('button', { name: enrolments.moves.approved, exact: true }).click();
    const why = dialog.getByRole('textbox', { name: enrolments.reasonAnyway });
    await expect.poll(() => why.getAttribute('aria-invalid')).toBe('true');
    await why.fill(reason);
    await dialog.getByRole('button', { name: enrolments.moves.approved, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('main').getByText(reason).waitFor();
    const { rows } = await call(page, 'enrolments', 'list', {});
    expect(rows.find((row) => row.title === title)).toMatchObject({
      state: 'approved',
      conflicts: ['sameDay'],
    });
  });

  it('that is completed adds only what a person chooses, and it is seen where she is', async () => {
    const { page, app } = spind;
    const [name, title] = ['Kasper Nyholm', 'Meritlæreruddannelsen'] as const;
    const paper = join(saved, '..', 'Eksamensbevis æøå.pdf');
    const bytes = Buffer.from('%PDF-1.7\nEksamensbevis\n%%EOF\n');
    writeFileSync(paper, bytes);
    await walk.openEnrolment(page, name, title);
    await walk.move(page, title, 'completed');
    await page.getByText(enrolments.outcomesAsk).waitFor();
    const subjects = async () =>
      (await call(page, 'employees', 'get', { id: await person(name) })).formalSubjects;
    const before = await subjects();
    await chooseInDialogs(app, paper);
    await page.getByRole('button', { name: enrolments.certificateAdd, exact: true }).click();
    await page.getByText('Eksamensbevis æøå.pdf', { exact: true }).waitFor();
    expect(await subjects()).toEqual(before);

    await page.getByLabel(enrolments.subject, { exact: true }).fill('engelsk');
    await page.getByRole('button', { name: enrolments.addQualification, exact: true }).click();
    const line = say(enrolments.outcomeQualification, { subject: 'engelsk', basis: enrolments.bases.formal });
    await page.getByText(line, { exact: true }).waitFor();
    expect(await subjects()).toEqual([...before, 'engelsk'].sort());
    await page.getByRole('button', { name: enrolments.certificateSave, exact: true }).click();
    expect(readFileSync(await fileAppears(join(saved, 'bevis.pdf'), page))).toEqual(bytes);

    await openEmployee(page, name);
    await page.getByRole('main').getByText('engelsk', { exact: true }).first().waitFor();
    const own = page.getByRole('main').getByRole('listitem').filter({ hasText: title });
    await own.getByText('Gennemført').first().waitFor();
    await page.getByRole('link', { name: history.open, exact: true }).click();
    const timeline = page.getByRole('table', { name: history.timelineTitle });
    await timeline
      .getByRole('row')
      .filter({ hasText: title })
      .filter({ hasText: history.courseDone })
      .waitFor();
    expect(spind.complaints).toEqual([]);
  });
});

describe('a module solved by a team', () => {
  const team = 'Udskolingsteam';
  it('is credited to exactly those who were members that day', async () => {
    const { page } = spind;
    const { chains } = await call(page, 'courseChains', 'list', {});
    const chain = await call(page, 'courseChains', 'get', { id: chains[0]?.id ?? '' });
    const module = chain.steps.filter(({ kind }) => kind === 'module')[1];
    const teamId = chain.teams.find((one) => one.name === team)?.id ?? '';
    const theTeam = (await call(page, 'teams', 'list', {})).find(({ id }) => id === teamId);
    const members = (theTeam?.members ?? []).map((one) => one.name);
    const [leaver, newcomer] = [members[0] ?? '', 'Maja Sønderby'];
    expect(members).not.toContain(newcomer);
    // One goes the day before, one comes the day after.
    const { memberships } = await call(page, 'employees', 'get', { id: await person(leaver) });
    const id = memberships.find((one) => one.teamId === teamId && one.toDate === null)?.id ?? '';
    await call(page, 'employees', 'endMembership', { id, toDate: '2026-11-16' });
    const employeeId = await person(newcomer);
    await call(page, 'employees', 'saveMembership', {
      employeeId,
      teamId,
      fromDate: '2026-11-18',
      toDate: null,
    });

    await walk.solveModule(page, team, module?.title ?? '', '17-11-2026');
    const solved = (await call(page, 'courseChains', 'get', { id: chain.id })).solved.find(
      (one) => one.stepId === module?.id && one.teamId === teamId,
    );
    expect(solved?.completedOn).toBe('2026-11-17');
    expect(solved?.members.map((one) => one.name).sort()).toEqual(
      members.filter((one) => one !== leaver).sort(),
    );

    const credit = say(courseChains.memberOf, { team, date: shortDate('2026-11-17', 'da') });
    for (const [who, isCredited] of [
      [members[1] ?? '', true],
      [leaver, false],
      [newcomer, false],
    ] as const) {
      await openEmployee(page, who);
      await page.getByRole('heading', { name: employees.facts }).waitFor();
      if (isCredited) await page.getByText(credit).waitFor();
      expect(await page.getByText(credit).count(), who).toBe(isCredited ? 1 : 0);
    }
  });
});

describe('the programme for everybody', () => {
  it('is a PDF and a web page without a name in them', async () => {
    const { page, app } = spind;
    await visit(page, '/programme');
    await page.getByRole('button', { name: programme.savePdf, exact: true }).click();
    const files = () => readdirSync(saved);
    await expect
      .poll(() => files().some((name) => /program.*\.pdf$/i.test(name)), { timeout: 20_000 })
      .toBe(true);
    const pdf = await readPdf(join(saved, files().find((name) => /program.*\.pdf$/i.test(name)) ?? ''));
    await page.getByRole('button', { name: programme.share, exact: true }).click();
    await expect.poll(() => files().some((name) => name.endsWith('.html'))).toBe(true);
    const file = join(saved, files().find((name) => name.endsWith('.html')) ?? '');
    const html = readFileSync(file, 'utf8');

    const { items } = await call(page, 'programme', 'list', { schoolYear });
    const staff = await call(page, 'employees', 'list', {});
    expect(staff.length).toBeGreaterThan(30);
    for (const text of [pdf.text, pdf.poppler.text, html]) {
      for (const { name } of staff) expect(text).not.toContain(name);
      expect(text).toContain('Lærkemoseskolen');
      expect(text).toContain('14.500 kr.');
    }
    for (const { title } of items) {
      expect(pdf.text).toContain(title);
      expect(html.replaceAll('&amp;', '&')).toContain(title);
    }
    expect(pdf.poppler.isA4).toBe(true);
    expect(pdf.poppler.isTagged).toBe(true);
    expect(pdf.language).toBe('da-DK');
    expect(pdf.poppler.fonts.every(({ embedded }) => embedded)).toBe(true);

    expect(html).not.toMatch(/<script|<img|<iframe|<link|\son\w+=|url\(|@import|src=/i);
    const asked = await app.evaluate(async ({ BrowserWindow, session }, address) => {
      const own = session.fromPartition('a browser');
      const requests: string[] = [];
      own.webRequest.onBeforeRequest((details, answer) => {
        requests.push(details.url);
        answer({});
      });
      const window = new BrowserWindow({ show: false, webPreferences: { session: own, sandbox: true } });
      await window.loadURL(address);
      const heading = await window.webContents.executeJavaScript('document.querySelector("h1").textContent');
      window.destroy();
      return { requests, heading: String(heading) };
    }, pathToFileURL(file).href);
    expect(asked.requests).toEqual([pathToFileURL(file).href]);
    expect(asked.heading).toContain(schoolYear);
    expect(spind.complaints).toEqual([]);
  });
});

import type { ElectronApplication, Page } from 'playwright-core';
import type { Camera } from './camera';
import { goTo } from './doors';
import { openPlan } from './plan';
import { button, dialog } from './screen';
import { openEmployee } from './staff';
import { openTeams } from './team';
import { competenceFunds, developmentProgramme, enrolment } from './tour-courses';
import { leaderTraining, merit } from './tour-leaders';
import { forms, preparationSheets, talks, teamTalks } from './tour-talks';
import { history, leaders, overview, search, season } from './tour-years';
import { say, words } from './words';

type TourOptions = {
  readonly pin: string;
  readonly app: ElectronApplication;
  /** Where preparation sheets are made. */
  readonly sheets: string;
};

/**
 * Every screen and every dialog of the demo school, from an unlocked file. Of what the school has it changes one talk:
 * its promise is answered and its ratings are shown; and preparation sheets are made for a team.
 */
export async function tour(page: Page, camera: Camera, { pin, app, sheets }: TourOptions): Promise<void> {
  await page.getByRole('heading', { name: words.today.week }).waitFor();
  await camera('i-dag');
  await dialog(page, button(page, words.notes.new), camera, 'ny-note');
  await search(page, camera);
  await staff(page, camera);
  await history(page, camera);
  await talks(page, camera, pin);
  await preparationSheets(page, camera, app, sheets);
  await teamTalks(page, camera);
  await forms(page, camera);
  await season(page, camera);
  await overview(page, camera);
  await plans(page, camera);
  await developmentProgramme(page, camera);
  await enrolment(page, camera);
  await competenceFunds(page, camera);
  await leaderTraining(page, camera);
  await merit(page, camera);
  await spiders(page, camera);
  await documents(page, camera);
  await settings(page, camera);
  await leaders(page, camera);
}

async function staff(page: Page, camera: Camera): Promise<void> {
  const { employees, teams, staffImports } = words;
  await goTo(page, 'employees');
  await page.getByRole('link', { name: 'Pernille Aagaard', exact: true }).waitFor();
  await camera('medarbejdere');
  await dialog(page, button(page, employees.new), camera, 'ny-medarbejder');
  await openEmployee(page, 'Pernille Aagaard');
  await page.getByRole('heading', { name: employees.facts }).waitFor();
  await camera('medarbejder');
  await dialog(page, button(page, employees.editTitle), camera, 'stamdata');
  await dialog(page, button(page, employees.leave), camera, 'fratrædelse');
  await dialog(page, button(page, employees.addToTeam), camera, 'medlem-af-team');
  await openTeams(page);
  await page
    .getByRole('cell', { name: 'lærer' })
    .or(page.getByRole('rowheader', { name: 'lærer', exact: true }))
    .first()
    .waitFor();
  await camera('teams-og-kategorier');
  await dialog(page, button(page, teams.newTeam), camera, 'nyt-team');
  await dialog(page, button(page, teams.newCategory), camera, 'ny-kategori');
  await goTo(page, 'employees');
  await button(page, employees.import).click();
  await page.getByRole('heading', { name: staffImports.chooseTitle }).waitFor();
  await camera('import');
}

async function plans(page: Page, camera: Camera): Promise<void> {
  await goTo(page, 'trainingPlans');
  await page.getByRole('row', { name: 'Mette Sandholm' }).waitFor();
  await camera('uddannelsesplaner');
  await openPlan(page, 'Lars-Ole Damgaard');
  const { signing } = words.documents;
  await page.getByRole('heading', { name: signing.title }).waitFor();
  await camera('plan-aftalt');
  await dialog(
    page,
    button(page, say(signing.signHere, { name: 'Lars-Ole Damgaard' })),
    camera,
    'underskrift',
  );
  await openPlan(page, 'Julie Winther');
  await page.getByText('Gennemgå aftalen med alle sproglærere').waitFor();
  await camera('plan-kladde');
  await openPlan(page, 'Mette Sandholm');
  await page.getByText(signing.signedText).waitFor();
  await camera('plan-underskrevet');
}

async function spiders(page: Page, camera: Camera): Promise<void> {
  const { editor, ...list } = words.spiders;
  await goTo(page, 'spiders');
  await page.getByRole('link', { name: 'Lærer', exact: true }).waitFor();
  await camera('kompetencespind');
  await dialog(page, button(page, list.new), camera, 'nyt-spind');
  await page.getByRole('link', { name: 'Pædagog', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Pædagog' }).waitFor();
  await camera('spind-udgivet');
  await button(page, editor.newVersion).click();
  await button(page, editor.discard).waitFor();
  await camera('spind-kladde');
  await dialog(page, page.getByRole('button', { name: /^Udgiv version/ }), camera, 'udgiv-spind');
  await button(page, editor.discard).click();
  await page.getByText(editor.discarded).waitFor();
  await camera('kladde-kasseret');
  const offer = page.getByRole('alert').filter({ hasText: editor.discarded });
  await offer.getByRole('button', { name: words.common.close }).click();
  await offer.waitFor({ state: 'detached' });
}

async function documents(page: Page, camera: Camera): Promise<void> {
  await goTo(page, 'documents');
  await page.getByRole('button', { name: words.documents.savePdf }).first().waitFor();
  await camera('dokumenter');
  await dialog(page, button(page, words.documents.correct), camera, 'rettelse');
}

async function settings(page: Page, camera: Camera): Promise<void> {
  const { backups, priorities } = words.settings;
  await goTo(page, 'settings');
  await page.getByRole('heading', { name: priorities.title, exact: true }).waitFor();
  const restore = page.getByRole('button', { name: backups.restore }).first();
  await restore.waitFor();
  await camera('indstillinger');
  await dialog(page, restore, camera, 'gendan-kopi');
}

/** The screens that show most of what Spind is, by their addresses, in whatever language and colours are set. */
export const chiefScreens = {
  'i-dag': '/',
  medarbejdere: '/employees',
  samtaler: '/talks',
  sæson: '/season',
  'læg-sæsonen': '/season/plan',
  uddannelsesplaner: '/training-plans',
  udviklingsprogram: '/programme',
  kataloger: '/programme/catalogues',
  forløb: '/programme/chains',
  tilmeldinger: '/enrolments',
  'fordel-pladser': '/enrolments/seats',
  fonde: '/funds',
  'fondenes-regler': '/funds/rules',
  kompetencespind: '/spiders',
  lederuddannelse: '/leader-training',
  merit: '/merit',
  overblik: '/overview',
  dokumenter: '/documents',
  indstillinger: '/settings',
  ledere: '/settings/leaders',
} as const;

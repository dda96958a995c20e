import type { Locator, Page } from 'playwright-core';
import type { Camera } from './camera';
import { goTo } from './doors';
import { openPlan } from './plan';
import { reveal } from './ratings';
import { openEmployee } from './staff';
import { noteField, openArea, openTalk } from './talk';
import { say, words } from './words';

type TourOptions = { readonly pin: string };

/** Every screen and every dialog of the demo school, from an unlocked file; changes nothing but one shown rating. */
export async function tour(page: Page, camera: Camera, { pin }: TourOptions): Promise<void> {
  await page.getByRole('heading', { name: words.today.week }).waitFor();
  await camera('i-dag');
  await staff(page, camera);
  await talks(page, camera, pin);
  await plans(page, camera);
  await spiders(page, camera);
  await documents(page, camera);
  await settings(page, camera);
}

/** Opens a dialog, shows it and closes it with Escape. */
async function dialog(page: Page, opener: Locator, camera: Camera, screen: string): Promise<void> {
  await opener.click();
  const opened = page.getByRole('dialog');
  await opened.waitFor();
  await camera(screen);
  await page.keyboard.press('Escape');
  await opened.waitFor({ state: 'hidden' });
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();

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
  await goTo(page, 'employees');
  await button(page, employees.teams).click();
  await page.getByRole('heading', { level: 1, name: teams.title }).waitFor();
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

async function talks(page: Page, camera: Camera, pin: string): Promise<void> {
  await goTo(page, 'talks');
  await page.getByRole('heading', { name: words.talks.without }).waitFor();
  await camera('samtaler');
  await dialog(page, button(page, words.talks.new), camera, 'ny-samtale');

  await openTalk(page, 'Pernille Aagaard');
  await openArea(page, 1);
  await page.getByText('Vejlede to kolleger').first().waitFor();
  await camera('samtale-1-siden-sidst');
  await dialog(page, button(page, words.talks.details), camera, 'samtalens-rammer');
  await openArea(page, 2);
  await noteField(page).waitFor();
  await camera('samtale-2-samarbejde');
  await openArea(page, 3);
  await dialog(page, button(page, words.ratings.panel.forgotten), camera, 'koden-er-glemt');
  await reveal(page, pin, 'Pernille', async (screen) => camera(`samtale-3-${screen}`));
  await openArea(page, 4);
  await noteField(page).waitFor();
  await camera('samtale-4-opgaver');
  await dialog(page, button(page, words.agreements.new), camera, 'ny-aftale');
  await openArea(page, 5);
  await noteField(page).waitFor();
  await camera('samtale-5-udvikling');
  await openArea(page, 6);
  await page.getByRole('heading', { name: words.talks.closeTitle }).waitFor();
  await camera('samtale-6-plan');

  // Not rated by the leader yet; and one that is closed.
  await openTalk(page, 'Maja Sønderby');
  await openArea(page, 3);
  await page.getByRole('heading', { name: words.ratings.panel.title }).waitFor();
  await camera('samtale-3-før-vurdering');
  await openTalk(page, 'Mette Sandholm');
  await openArea(page, 6);
  await page.getByRole('heading', { name: words.talks.states.closed }).waitFor();
  await camera('samtale-lukket');
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
  uddannelsesplaner: '/training-plans',
  kompetencespind: '/spiders',
  dokumenter: '/documents',
  indstillinger: '/settings',
} as const;

/** Opens a page by its address inside the application. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${path}`);
  await page.waitForFunction((hash) => window.location.hash === hash, `#${path}`);
  await page.locator('main h1').first().waitFor();
  await stand(page);
}

/** Waits until fonts have come, nothing is loading and nothing moves. */
export async function stand(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[data-loading]') === null);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  });
}

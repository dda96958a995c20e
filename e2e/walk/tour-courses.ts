import type { Page } from 'playwright-core';
import type { Camera } from './camera';
import { findFunds, openApplication, openEnrolment, openMove, openOffer } from './courses';
import { button, dialog, visit } from './screen';
import { openArea, openTalk } from './talk';
import { begins, say, words } from './words';

const { catalogues, common, courseChains, enrolments, funds, programme, seatPlan } = words;

/** The development programme with one activity; what it has for a gap; the catalogues; courses in an order. */
export async function developmentProgramme(page: Page, camera: Camera): Promise<void> {
  await visit(page, '/programme');
  await page.getByRole('table', { name: programme.rows }).waitFor();
  await page.getByRole('heading', { name: programme.demand.title }).waitFor();
  await camera('udviklingsprogram');
  await dialog(page, button(page, programme.new), camera, 'ny-aktivitet');
  await page.getByLabel(programme.experts.search).fill('dansk');
  await page.getByText(programme.experts.reasons.formal.replace('{{what}}', 'dansk')).first().waitFor();
  await camera('hvem-kan-hvad');
  await page.getByRole('link', { name: 'KiU dansk, 7.–10. klasse', exact: true }).first().click();
  await page.getByRole('heading', { name: programme.runs.title }).waitFor();
  await camera('aktivitet');
  await dialog(page, button(page, programme.edit), camera, 'ret-aktivitet');
  await dialog(page, button(page, programme.runs.add), camera, 'nyt-hold');
  await openTalk(page, 'Rasmus Engholm');
  await openArea(page, 3);
  await page.getByRole('heading', { name: programme.gaps.title }).waitFor();
  await camera('samtale-fra-programmet');
  await catalogue(page, camera);
  await chains(page, camera);
}

async function catalogue(page: Page, camera: Camera): Promise<void> {
  await visit(page, '/programme/catalogues');
  await page.getByText(catalogues.newsTitle, { exact: true }).waitFor();
  await camera('kataloger');
  await dialog(page, button(page, catalogues.new), camera, 'nyt-katalog');
  await openOffer(page, 'KiU matematik, 4.–10. klasse');
  await camera('kursus-i-katalog');
  await page.keyboard.press('Escape');
  const open = say(common.actionsFor, { action: catalogues.import, name: 'KiU 2027/28' });
  await page.getByRole('button', { name: open }).click();
  await page.getByRole('heading', { name: catalogues.chooseTitle }).waitFor();
  await camera('katalog-import');
}

async function chains(page: Page, camera: Camera): Promise<void> {
  await visit(page, '/programme/chains');
  await page.getByRole('heading', { name: courseChains.rounds }).waitFor();
  await camera('forløb');
  const solved = page.getByRole('button', { name: begins(`${common.edit}: Mellemtrinsteam: `) }).first();
  await dialog(page, solved, camera, 'modul-løst');
  await dialog(page, button(page, courseChains.newStep), camera, 'nyt-trin');
  await dialog(page, button(page, courseChains.newRound), camera, 'ny-kortlægning');
  await dialog(page, button(page, courseChains.new), camera, 'nyt-forløb');
}

/** Wishes and enrolments, one of them on its way and one completed; the budgets; who gets which seat. */
export async function enrolment(page: Page, camera: Camera): Promise<void> {
  await visit(page, '/enrolments');
  await page.getByRole('table', { name: enrolments.rows }).waitFor();
  await camera('tilmeldinger');
  await dialog(page, button(page, enrolments.enrol), camera, 'nyt-ønske');
  await page.getByRole('tab', { name: enrolments.tabs.budgets }).click();
  await page.getByText(enrolments.budgetsText).waitFor();
  await camera('budgetter');
  await dialog(page, button(page, enrolments.budgetAdd), camera, 'nyt-budget');
  await page.getByRole('tab', { name: enrolments.tabs.list }).click();
  await openEnrolment(page, 'Jonas Kirkegaard', 'Temadag om ordblindhed');
  await camera('ønske-med-konflikt');
  await openMove(page, 'approved');
  await camera('godkend-trods-konflikt');
  await page.keyboard.press('Escape');
  await dialog(page, button(page, enrolments.stepAdd), camera, 'nyt-trin-omkring-kursus');
  await openEnrolment(page, 'Susanne Fabricius', 'Diplommodul i vejledning');
  await page.getByRole('heading', { name: enrolments.outcomes }).waitFor();
  await camera('gennemført-kursus');
  await visit(page, '/enrolments/seats');
  await page.getByText(seatPlan.proven).waitFor();
  await camera('fordel-pladser');
}

/** The competence funds: what is applied for, which fund fits, and the rules. */
export async function competenceFunds(page: Page, camera: Camera): Promise<void> {
  await visit(page, '/funds');
  await page.getByRole('table', { name: funds.title }).waitFor();
  await camera('fonde');
  const found = await findFunds(page, 'Henrik Toft', 'Supplerende kursus i natur/teknologi');
  await found
    .getByRole('button', { name: begins(funds.navigator.showRulesOf) })
    .first()
    .click();
  await camera('find-en-fond');
  await found.getByRole('button', { name: common.cancel, exact: true }).click();
  await found.waitFor({ state: 'hidden' });
  await openApplication(page, 'Kirsten Wulff');
  await camera('ansøgning-sendt');
  await dialog(page, button(page, funds.steps.moves.uploaded), camera, 'ansøgning-trin');
  await openApplication(page, 'Gitte Rosenkjær');
  await camera('ansøgning-kladde');
  await dialog(page, button(page, funds.page.edit), camera, 'ret-ansøgning');
  await dialog(page, button(page, funds.grants.add), camera, 'tidligere-bevilling');
  await visit(page, '/funds/rules');
  await button(page, funds.rules.newFund).waitFor();
  await camera('fondenes-regler');
  await dialog(page, button(page, funds.rules.newFund), camera, 'ny-fond');
  const edit = say(funds.rules.editSetOf, { name: 'Fondsområde VII – lærere' });
  await dialog(page, button(page, edit), camera, 'ret-regler');
}

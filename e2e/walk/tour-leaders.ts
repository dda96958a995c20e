import type { Page } from 'playwright-core';
import type { Camera } from './camera';
import { goTo } from './doors';
import { openExchange } from './exchange';
import { button, dialog } from './screen';
import { begins, say, words } from './words';

/** The training of leaders: who has begun, one leader's ledger, and what the requirement says. */
export async function leaderTraining(page: Page, camera: Camera): Promise<void> {
  const { leaderTraining: text } = words;
  await goTo(page, 'leaderTraining');
  await page.getByRole('table', { name: text.leaders }).waitFor();
  await camera('lederuddannelse');
  await dialog(page, button(page, text.shareBackAdd), camera, 'videndeling');
  await dialog(page, button(page, text.courseAdd), camera, 'internt-kursus');
  await page.getByRole('link', { name: 'Lone Bæk Simonsen', exact: true }).first().click();
  await page.getByRole('table', { name: text.ledger }).waitFor();
  await camera('ects-regnskab');
  await dialog(page, button(page, text.addModule), camera, 'nyt-modul');
  await dialog(page, button(page, text.postsEdit), camera, 'stillinger');
  await goTo(page, 'leaderTraining');
  await page.getByRole('link', { name: text.requirements, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: text.requirementsTitle }).waitFor();
  await camera('krav');
  await dialog(page, button(page, text.requirementAdd), camera, 'nyt-krav');
}

/** Merit: the cases, one of them with its papers and positions, and the keys its file is locked with. */
export async function merit(page: Page, camera: Camera): Promise<void> {
  const { merit: text, exchange } = words;
  await goTo(page, 'merit');
  await page.getByRole('link', { name: 'Amina Farooq', exact: true }).waitFor();
  await camera('merit');
  await dialog(page, button(page, text.new), camera, 'ny-meritsag');
  await page.getByRole('link', { name: 'Amina Farooq', exact: true }).click();
  await page.getByRole('heading', { name: text.positions.title }).waitFor();
  await camera('meritsag');
  const takeAs = begins(say(text.positions.takeAs, { role: '{{role}}' }));
  await dialog(page, page.getByRole('button', { name: takeAs }).first(), camera, 'stillingtagen');
  await openExchange(page);
  await page.getByRole('heading', { name: exchange.own.title }).waitFor();
  await camera('udveksling');
}

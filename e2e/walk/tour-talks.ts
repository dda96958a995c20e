import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { standardForm } from '../../shared/domain/talk-areas';
import { chooseInDialogs } from '../spind';
import type { Camera } from './camera';
import { goTo } from './doors';
import { handIn, makeForTeam } from './preparation';
import { reveal } from './ratings';
import { button, dialog } from './screen';
import { answerPromises, noteField, openArea, openTalk } from './talk';
import { openTeam } from './team';
import { begins, say, words } from './words';

const { preparation, talkForms } = words;

/** The list of talks and one talk through its six areas, before and after its ratings are shown. */
export async function talks(page: Page, camera: Camera, pin: string): Promise<void> {
  await goTo(page, 'talks');
  await page.getByRole('heading', { name: words.talks.without }).waitFor();
  await camera('samtaler');
  await dialog(page, button(page, words.talks.new), camera, 'ny-samtale');

  await openTalk(page, 'Pernille Aagaard');
  await openArea(page, 1);
  await page.getByText('Vejlede to kolleger').first().waitFor();
  await camera('samtale-1-siden-sidst');
  await answerPromises(page, 'Tre kolleger bruger skabelonen nu.');
  await camera('samtale-1-fulgt-op');
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

/** A team's page and its TUS through the five areas (R002-09). */
export async function teamTalks(page: Page, camera: Camera): Promise<void> {
  await openTeam(page, 'Mellemtrinsteam');
  await page.getByText('Elevsamtaler om mål to gange om året').first().waitFor();
  await camera('team');
  await page.getByRole('link', { name: '26. november 2025', exact: true }).click();
  await page.getByRole('tablist', { name: words.talks.areas }).waitFor();
  for (const { number } of standardForm('TUS').areas) {
    await openArea(page, number, 'TUS');
    await camera(`tus-${number}`);
  }
}

/** Which forms there are, and one of the school's own in its editor. */
export async function forms(page: Page, camera: Camera): Promise<void> {
  const { editor } = talkForms;
  await goTo(page, 'talks');
  await page.getByRole('link', { name: words.talks.forms, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: talkForms.title }).waitFor();
  const own = page.getByRole('link', { name: 'SFO-teamets GRUS-skema', exact: true });
  await own.waitFor();
  await camera('samtaleskemaer');
  await dialog(page, button(page, talkForms.new), camera, 'nyt-skema');
  const standard = say(talkForms.showName, { name: talkForms.standard, kind: 'TUS' });
  await dialog(page, button(page, standard), camera, 'skema-vist');
  await own.click();
  await button(page, editor.newVersion).waitFor();
  await camera('skema-udgivet');
  await button(page, editor.newVersion).click();
  await button(page, editor.discard).waitFor();
  await camera('skema-kladde');
  await dialog(page, page.getByRole('button', { name: begins(editor.publish) }), camera, 'udgiv-skema');
  await button(page, editor.discard).click();
  const offer = page.getByRole('alert').filter({ hasText: editor.discarded });
  await offer.getByRole('button', { name: words.common.close }).click();
  await offer.waitFor({ state: 'detached' });
}

/** Invitations and sheets: made for a team into `folder`, and looked at when they come back with files that are none. */
export async function preparationSheets(
  page: Page,
  camera: Camera,
  app: ElectronApplication,
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await chooseInDialogs(app, folder);
  await makeForTeam(page, 'Indskolingsteam', 3, camera);
  writeFileSync(join(folder, 'madplan.pdf'), 'Uge 48: grønkålssuppe');
  await handIn(page);
  await camera('udfyldte-ark');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: preparation.previewTitle }).waitFor({ state: 'hidden' });
}

import type { Page } from 'playwright-core';
import { type Camera, noCamera } from './camera';
import { goTo } from './doors';
import { field } from './screen';
import { say, words } from './words';

const { preparation: text } = words;

/** Makes invitations and sheets for a team into the folder the dialog is set to answer with. */
export async function makeForTeam(
  page: Page,
  team: string,
  count: number,
  camera: Camera = noCamera,
): Promise<void> {
  await goTo(page, 'talks');
  await page.getByRole('button', { name: text.make, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: text.make });
  await field(dialog, text.forWhom).fill(team);
  await page.getByRole('option', { name: team, exact: true }).click();
  await camera('lav-ark');
  await dialog.getByRole('button', { name: say(text.makeCount_other, { count }) }).click();
  await dialog.getByText(say(text.made_other, { count, folder: '' }).split('»')[0] ?? '').waitFor();
  await camera('ark-lavet');
  await dialog.getByRole('button', { name: words.common.close }).last().click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Chooses filled-in files from the list of talks; answers the preview. */
export async function handIn(page: Page) {
  await goTo(page, 'talks');
  await page.getByRole('button', { name: text.importFolder, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: text.previewTitle });
  await dialog.waitFor();
  return dialog;
}

/** Takes in what can be taken in, and closes what came of it. */
export async function takeIn(page: Page, count: number): Promise<void> {
  const dialog = page.getByRole('dialog', { name: text.previewTitle });
  const ending = count === 1 ? 'one' : 'other';
  await dialog.getByRole('button', { name: say(text[`apply_${ending}`], { count }) }).click();
  await dialog.getByText(say(text[`imported_${ending}`], { count })).waitFor();
  await dialog.getByRole('button', { name: words.common.close }).last().click();
  await dialog.waitFor({ state: 'hidden' });
}

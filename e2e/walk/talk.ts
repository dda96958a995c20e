import type { Locator, Page } from 'playwright-core';
import { standardForm } from '../../shared/domain/talk-areas';
import { type Camera, noCamera } from './camera';
import { goTo } from './doors';
import { words } from './words';

const { talks, agreements } = words;

/** A field by its label; the list of choices that hangs under some fields bears the same one. */
const field = (inside: Locator, label: string | RegExp) =>
  inside.getByLabel(label).and(inside.locator('input'));

export type PlannedTalk = { name: string; date: string; time: string; place: string };

/** Plans a talk from the list of talks and opens it. */
export async function planTalk(page: Page, talk: PlannedTalk, camera: Camera = noCamera): Promise<void> {
  await goTo(page, 'talks');
  await page.getByRole('button', { name: talks.new, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: talks.planTitle });
  await field(dialog, talks.employee).fill(talk.name);
  await page.getByRole('option', { name: talk.name, exact: true }).click();
  await dialog.getByRole('textbox', { name: talks.date }).fill(talk.date);
  await dialog.getByLabel(talks.time).fill(talk.time);
  await dialog.getByLabel(talks.place).fill(talk.place);
  await camera('ny-samtale');
  await dialog.getByRole('button', { name: talks.planSave }).click();
  await dialog.waitFor({ state: 'hidden' });
  await openTalk(page, talk.name);
}

/** Opens somebody's talk from the list of talks. */
export async function openTalk(page: Page, name: string): Promise<void> {
  await goTo(page, 'talks');
  await page.getByRole('link', { name, exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Opens one of the six main areas. */
export async function openArea(page: Page, area: 1 | 2 | 3 | 4 | 5 | 6): Promise<void> {
  await page
    .getByRole('tab')
    .nth(area - 1)
    .click();
  await page.getByRole('heading', { name: standardForm('MUS').areas[area - 1]?.title.da ?? '' }).waitFor();
}

/** The text field of the area that is open. */
export const noteField = (page: Page) => page.getByRole('textbox', { name: new RegExp(`^${talks.note}`) });

/** Writes what was said in an area and waits until it says that it is saved. */
export async function writeNote(page: Page, area: 1 | 2 | 3 | 4 | 5 | 6, text: string): Promise<void> {
  await openArea(page, area);
  await noteField(page).fill(text);
  await page
    .locator('.autosave-label')
    .filter({ hasText: talks.note })
    .getByText(words.common.saved, { exact: true })
    .waitFor();
}

export type NewAgreement = {
  competence: string;
  activity: string;
  who: string;
  dueOn: string;
  origin: keyof typeof agreements.origins;
  /** Code of the place in the inspiration list and the task, for a line of the plan. */
  plan?: { cell: string; task: string };
};

/** Makes an agreement in the area that is open. */
export async function makeAgreement(
  page: Page,
  agreement: NewAgreement,
  camera: Camera = noCamera,
): Promise<void> {
  await page.getByRole('button', { name: agreements.new, exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: agreements.new });
  await field(dialog, agreements.competence).fill(agreement.competence);
  await dialog.getByLabel(agreements.activity).fill(agreement.activity);
  await field(dialog, agreements.who).fill(agreement.who);
  await dialog.getByRole('textbox', { name: agreements.dueOn }).fill(agreement.dueOn);
  await dialog.getByLabel(agreements.origin).selectOption(agreement.origin);
  await dialog.getByLabel(agreements.partOfPlan).setChecked(agreement.plan !== undefined);
  if (agreement.plan) {
    await dialog.locator(`input[type=radio][value="${agreement.plan.cell}"]`).check();
    await field(dialog, new RegExp(`^${agreements.task}`)).fill(agreement.plan.task);
  }
  await camera('aftale');
  await dialog.getByRole('button', { name: agreements.saveAgreement }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('cell', { name: agreement.activity, exact: true }).first().waitFor();
}

/** Closes the talk from its sixth area. */
export async function closeTalk(page: Page): Promise<void> {
  await openArea(page, 6);
  await page.getByRole('button', { name: talks.close, exact: true }).click();
  await page.getByRole('button', { name: talks.reopen, exact: true }).waitFor();
}

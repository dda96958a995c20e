import type { Locator, Page } from 'playwright-core';
import { standardForm } from '../../shared/domain/talk-areas';
import { kindNames, type TalkKind } from '../../shared/domain/talk-kinds';
import { type Camera, noCamera } from './camera';
import { goTo } from './doors';
import { field } from './screen';
import { words } from './words';

const { talks, agreements } = words;

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

/** Which kind of talk, in the dialog that plans one. */
export async function chooseKind(dialog: Locator, kind: TalkKind): Promise<void> {
  await dialog.getByRole('radiogroup').getByText(kindNames[kind].da, { exact: true }).click();
}

/** Opens one of the main areas, by its place. */
export async function openArea(page: Page, area: number, kind: TalkKind = 'MUS'): Promise<void> {
  await page
    .getByRole('tab')
    .nth(area - 1)
    .click();
  await page.getByRole('heading', { name: standardForm(kind).areas[area - 1]?.title.da ?? '' }).waitFor();
}

/** Answers every earlier promise that still waits in the first area, which lets the talk go on. */
export async function answerPromises(
  page: Page,
  reason: string,
  state: 'kept' | 'partly' | 'notKept' | 'dropped' = 'kept',
): Promise<void> {
  const allAnswered = page.getByText(agreements.earlierLede_zero, { exact: true });
  const waiting = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: agreements.saveMark, exact: true }) });
  await allAnswered.or(waiting.first()).waitFor();
  for (let left = await waiting.count(); left > 0; left--) {
    const answer = waiting.first();
    await answer.getByText(agreements.states[state], { exact: true }).click();
    await answer.getByRole('textbox').fill(reason);
    await answer.getByRole('button', { name: agreements.saveMark, exact: true }).click();
    await waiting.nth(left - 1).waitFor({ state: 'detached' });
  }
  await allAnswered.waitFor();
}

/** The text field of the area that is open. */
export const noteField = (page: Page) => page.getByRole('textbox', { name: new RegExp(`^${talks.note}`) });

/** Writes what was said in an area and waits until it says that it is saved. */
export async function writeNote(
  page: Page,
  area: number,
  text: string,
  kind: TalkKind = 'MUS',
): Promise<void> {
  await openArea(page, area, kind);
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
  // A team's agreements are never part of a plan, and are not asked about it.
  const partOfPlan = dialog.getByLabel(agreements.partOfPlan);
  if (await partOfPlan.isVisible()) await partOfPlan.setChecked(agreement.plan !== undefined);
  if (agreement.plan) {
    await dialog.locator(`input[type=radio][value="${agreement.plan.cell}"]`).check();
    await field(dialog, new RegExp(`^${agreements.task}`)).fill(agreement.plan.task);
  }
  await camera('aftale');
  await dialog.getByRole('button', { name: agreements.saveAgreement }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('cell', { name: agreement.activity, exact: true }).first().waitFor();
}

/** Closes the talk from its last area. */
export async function closeTalk(page: Page, kind: TalkKind = 'MUS'): Promise<void> {
  await openArea(page, standardForm(kind).areas.length, kind);
  await page.getByRole('button', { name: talks.close, exact: true }).click();
  await page.getByRole('button', { name: talks.reopen, exact: true }).waitFor();
}

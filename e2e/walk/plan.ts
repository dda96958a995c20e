import type { Page } from 'playwright-core';
import { type Camera, noCamera } from './camera';
import { goTo } from './doors';
import { say, words } from './words';

const { trainingPlans, documents } = words;
const { signing } = documents;

/** Opens somebody's plan from the list of plans. */
export async function openPlan(page: Page, name: string): Promise<void> {
  await goTo(page, 'trainingPlans');
  await page.getByRole('row', { name }).getByRole('link').click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Writes goals and results of the teaching on the plan that is open. */
export async function writeGoals(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: new RegExp(`^${trainingPlans.goalsHint.slice(0, 20)}`) });
  await field.fill(text);
  await page.locator('.autosave-label').getByText(words.common.saved, { exact: true }).first().waitFor();
}

/** Says that both agree on the plan that is open. */
export async function agreePlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: trainingPlans.agree }).first().click();
  await page.getByRole('heading', { name: signing.title }).waitFor();
}

const openSignDialog = async (page: Page, name: string) => {
  await page.getByRole('button', { name: say(signing.signHere, { name }) }).click();
  const dialog = page.getByRole('dialog', { name: say(signing.signTitle, { name }) });
  await dialog.waitFor();
  return dialog;
};

/** Signs by hand: three strokes with the mouse. */
export async function signByMouse(page: Page, name: string, camera: Camera = noCamera): Promise<void> {
  const dialog = await openSignDialog(page, name);
  const pad = dialog.getByRole('img', { name: signing.drawLabel });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('The signature field is not on the screen.');
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  for (const stroke of strokes) {
    const [first, ...rest] = stroke;
    if (!first) continue;
    await page.mouse.move(...at(...first));
    await page.mouse.down();
    for (const point of rest) await page.mouse.move(...at(...point), { steps: 6 });
    await page.mouse.up();
  }
  await dialog.getByLabel(signing.agree).check();
  await camera('underskrift-tegnet');
  await dialog.getByRole('button', { name: signing.confirm, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

const strokes: readonly (readonly (readonly [number, number])[])[] = [
  [
    [0.1, 0.7],
    [0.14, 0.25],
    [0.2, 0.3],
    [0.16, 0.6],
    [0.24, 0.65],
    [0.3, 0.5],
    [0.34, 0.66],
  ],
  [
    [0.4, 0.6],
    [0.46, 0.3],
    [0.5, 0.66],
    [0.58, 0.48],
    [0.64, 0.62],
    [0.8, 0.5],
  ],
  [
    [0.12, 0.82],
    [0.82, 0.76],
  ],
];

/** Signs by typing the name. */
export async function signByTyping(
  page: Page,
  name: string,
  wording: 'agree' | 'seenAndReceived',
  camera: Camera = noCamera,
): Promise<void> {
  const dialog = await openSignDialog(page, name);
  await dialog.getByText(signing.type, { exact: true }).click();
  await dialog.getByLabel(signing.typedName).fill(name);
  await dialog.getByLabel(signing[wording]).check();
  await camera('underskrift-skrevet');
  await dialog.getByRole('button', { name: signing.confirm, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

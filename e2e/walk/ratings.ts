import type { Page } from 'playwright-core';
import { type Camera, noCamera } from './camera';
import { say, words } from './words';

const { ratings } = words;
const { panel, self, shown } = ratings;

/** A level a competence, in the order of the form; null for "ikke vurderet". */
export type Levels = readonly (number | null)[];

/** Chooses a level a competence in the form that is open. */
export async function chooseLevels(page: Page, levels: Levels): Promise<void> {
  const competences = page.locator('fieldset.level-choice');
  await competences.nth(levels.length - 1).waitFor();
  for (const [index, level] of levels.entries()) {
    await competences
      .nth(index)
      .locator(`input[value="${level ?? 'notRated'}"]`)
      .check();
  }
}

/** Lends the machine to the employee of the talk that is open, in its third area. */
export async function lendTo(page: Page, first: string, camera: Camera = noCamera): Promise<void> {
  const name = say(panel.lend, { name: first });
  await page.getByRole('button', { name }).click();
  const dialog = page.getByRole('dialog', { name });
  await dialog.waitFor();
  await camera('giv-computeren');
  await dialog.getByRole('button', { name: panel.lendConfirm }).click();
  await page.getByRole('heading', { name: say(self.hello, { name: first }) }).waitFor();
  await camera('egen-kode');
}

/** The employee at the lent machine: chooses a code, rates herself, locks and gives the machine back. */
export async function rateSelf(
  page: Page,
  pin: string,
  levels: Levels,
  camera: Camera = noCamera,
): Promise<void> {
  await page.getByLabel(self.choosePin, { exact: true }).fill(pin);
  await page.getByLabel(self.repeatPin).fill(pin);
  await page.getByRole('button', { name: self.begin, exact: true }).click();
  await chooseLevels(page, levels);
  await camera('egen-vurdering');
  await page.getByRole('button', { name: self.lock, exact: true }).click();
  await page.getByRole('heading', { name: self.lockedTitle }).waitFor();
  await camera('egen-vurdering-låst');
  await page.getByRole('button', { name: self.handBack }).first().click();
  await page.getByRole('heading', { name: words.vault.unlock.title }).waitFor();
}

/** The leader's own rating in the third area, from the first level to the lock. */
export async function rateAsLeader(page: Page, levels: Levels, camera: Camera = noCamera): Promise<void> {
  await chooseLevels(page, levels);
  await page
    .getByText(say(panel.progress, { done: levels.length, all: levels.length }), { exact: true })
    .waitFor();
  await camera('lederens-vurdering');
  await page.getByRole('button', { name: panel.lock, exact: true }).click();
}

/** Both views beside the target, opened by the employee's code. */
export async function reveal(
  page: Page,
  pin: string,
  first: string,
  camera: Camera = noCamera,
): Promise<void> {
  await page.getByRole('heading', { name: panel.revealTitle }).waitFor();
  await camera('begge-har-vurderet');
  await page.getByLabel(panel.pin).fill(pin);
  await page.getByRole('button', { name: panel.reveal }).click();
  await seeSpider(page, first, camera);
}

/** Waits until the radar and the gap table stand there. */
export async function seeSpider(page: Page, first: string, camera: Camera = noCamera): Promise<void> {
  await page.getByRole('heading', { name: say(shown.title, { name: first }) }).waitFor();
  await page.getByRole('heading', { name: shown.gaps }).waitFor();
  await camera('spind-og-afstand');
}

/** Agrees on a level for one competence. */
export async function agreeLevel(page: Page, competence: string, level: number): Promise<void> {
  const label = say(shown.agreedFor, { name: competence });
  await page.getByLabel(label).selectOption(String(level));
  await page.waitForFunction(
    ([name, wanted]) =>
      document.querySelector<HTMLSelectElement>(`select[aria-label="${name}"]`)?.value === wanted,
    [label, String(level)] as const,
  );
}

import type { Page } from 'playwright-core';
import { goTo } from './doors';
import { button } from './screen';
import { words } from './words';

const { handover, leaders } = words;

/** Opens the page where one leader hands over to the next. */
export async function openHandover(page: Page): Promise<void> {
  await goTo(page, 'settings');
  await button(page, leaders.openHandover).click();
  await page.getByRole('heading', { level: 1, name: handover.title }).waitFor();
}

/** Says who stops and who comes, and waits for what the change means. */
export async function chooseLeaders(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('combobox', { name: handover.from }).click();
  await page.getByRole('option', { name: from, exact: true }).click();
  await page.getByRole('heading', { name: handover.pack }).waitFor();
  await page.getByRole('combobox', { name: handover.to }).fill(to);
  await page.getByRole('option', { name: to, exact: true }).click();
  await button(page, handover.carryOut).waitFor();
}

import type { Page } from 'playwright-core';
import { words } from './words';

const { search } = words;

/** The search with its field, whether it is open or not. */
export const searchDialog = (page: Page) => page.getByRole('dialog', { name: search.title });

/** Opens the search with its key. */
export async function openSearch(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await searchDialog(page).getByLabel(search.label).waitFor();
}

/** Types into the open search and waits for the answer to the whole of it. */
export async function searchFor(page: Page, text: string): Promise<void> {
  await searchDialog(page).getByRole('combobox').fill(text);
  await page
    .locator(`[role=listbox][data-answers="${text}"]`)
    .or(searchDialog(page).getByText(search.none.replace('{{text}}', text.trim())))
    .waitFor();
}

import type { Locator, Page } from 'playwright-core';
import { goTo } from './doors';
import { words } from './words';

const { documents } = words;

/** Saves the newest document of this kind and person again, through the save dialog. */
export async function saveDocument(
  page: Page,
  kind: keyof typeof documents.kinds,
  name: string,
): Promise<void> {
  await goTo(page, 'documents');
  const row = page
    .getByRole('row')
    .filter({ hasText: documents.kinds[kind] })
    .filter({ hasText: name })
    .first();
  await row.getByRole('button', { name: documents.savePdf }).click();
}

/** Has a PDF checked, the one the dialog is set to answer with. Answers the sentence about it. */
export async function checkPdf(page: Page): Promise<Locator> {
  await goTo(page, 'documents');
  await page.getByRole('button', { name: documents.check, exact: true }).click();
  return page.getByRole('status');
}

/** Saves the minutes or the spider of the talk that is open. */
export async function saveTalkPrintout(page: Page, kind: 'minutes' | 'spider'): Promise<void> {
  await page.getByRole('button', { name: documents.talk[kind], exact: true }).click();
}

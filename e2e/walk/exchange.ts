import type { Page } from 'playwright-core';
import { goTo } from './doors';
import { say, words } from './words';

const { vault, exchange, caseExchange, common } = words;

export type NewOffice = {
  name: string;
  municipality: string;
  hrChief: string;
  developmentChief: string;
  passphrase: string;
};

/** The first start as HR: which office, who the two chiefs are, the passphrase and the code typed back. */
export async function beginOffice(page: Page, office: NewOffice): Promise<void> {
  const { first } = vault;
  const next = page.getByRole('button', { name: common.next, exact: true });
  await page.getByText(first.usedByHr, { exact: true }).click();
  await page.getByRole('heading', { name: first.officeTitle }).waitFor();
  await page.getByLabel(first.officeName).fill(office.name);
  await page.getByLabel(first.municipality).fill(office.municipality);
  await next.click();
  await page.getByLabel(first.hrChiefName).fill(office.hrChief);
  await page.getByLabel(first.developmentChiefName).fill(office.developmentChief);
  await next.click();
  await page.getByLabel(first.passphrase, { exact: true }).fill(office.passphrase);
  await page.getByLabel(first.repeat).fill(office.passphrase);
  await page.getByRole('button', { name: first.createOffice }).click();
  const code = (await page.getByTestId('recovery-code').textContent())?.trim() ?? '';
  await page.getByLabel(first.proof).fill(code.split('-').slice(-2).join('-'));
  await page.getByRole('button', { name: first.begin }).click();
  await page.getByRole('heading', { level: 1, name: caseExchange.inbox.title }).waitFor();
}

/** The page of keys and contacts, from the settings. */
export async function openExchange(page: Page): Promise<void> {
  await goTo(page, 'settings');
  await page
    .getByRole('link', { name: exchange.open, exact: true })
    .and(page.locator('main a'))
    .or(page.locator('main').getByRole('button', { name: exchange.open, exact: true }))
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: exchange.title }).waitFor();
}

/** Puts the key file the dialog answers with on the list, and compares the fingerprint. Answers what was read aloud. */
export async function addContact(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: exchange.contacts.add }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: exchange.adding.add, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  const compare = say(exchange.contacts.actionFor, { action: exchange.contacts.compare, name });
  await page.getByRole('button', { name: compare }).click();
  const read = await dialog.locator('[data-fingerprint]').innerText();
  await dialog.getByRole('button', { name: exchange.comparing.same }).click();
  await dialog.waitFor({ state: 'hidden' });
  return digits(read);
}

/** Only the digits of a fingerprint, as two people hear them. */
export const digits = (text: string) => text.replaceAll(/\D/g, '');

/** Reads the file the dialog answers with; stops at what it would do. Answers that text. */
export async function chooseFile(page: Page, button: string): Promise<string> {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: caseExchange.read.apply }).waitFor();
  return dialog.innerText();
}

/** Lets the chosen file do what it said. */
export async function takeIn(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: caseExchange.read.apply }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Writes the case that is open as a file for the one receiver, or the answer to it. */
export async function send(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: caseExchange.send.write }).click();
  await dialog.waitFor({ state: 'hidden' });
}

import type { Page } from 'playwright-core';
import { goTo } from './doors';
import { say, words } from './words';

const { merit, common } = words;

type Paper = { title: string; provider: string; year: string; ects: string; covers: string };

/** Begins somebody's application and writes it, with one paper; `onAttach` is called before its file is chosen. */
export async function writeCase(
  page: Page,
  name: string,
  { text, paper, onAttach }: { text: string; paper: Paper; onAttach: () => Promise<unknown> },
): Promise<void> {
  await goTo(page, 'merit');
  await page.getByRole('button', { name: merit.new }).click();
  await page.getByRole('button', { name: say(merit.start.beginFor, { name }) }).click();
  await page.getByLabel(merit.applicationLabel).fill(text);
  await page.getByRole('button', { name: merit.evidence.add }).click();
  const dialog = page.getByRole('dialog');
  // What is refused says where: the way on is the first field at fault.
  await dialog.getByRole('button', { name: common.save, exact: true }).click();
  await dialog.locator('input:focus').and(dialog.getByLabel(merit.evidence.titleLabel)).waitFor();
  await dialog.getByLabel(merit.evidence.titleLabel).fill(paper.title);
  await dialog.getByLabel(merit.evidence.provider).fill(paper.provider);
  await dialog.getByLabel(merit.evidence.year).fill(paper.year);
  await dialog.getByLabel(merit.evidence.ects, { exact: false }).first().fill(paper.ects);
  await dialog.getByLabel(paper.covers).check();
  await dialog.getByRole('button', { name: common.save, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await onAttach();
  await page.getByRole('button', { name: say(merit.evidence.attachFor, { title: paper.title }) }).click();
}

/** Hands the open application in. */
export async function submitCase(page: Page): Promise<void> {
  await page.getByRole('button', { name: merit.moves.submit, exact: true }).click();
  await page.getByRole('heading', { name: merit.positions.title }).waitFor();
}

/** One of the two says: part of it, so many points. Her name stands there already. */
export async function sayPartly(
  page: Page,
  role: keyof typeof merit.roles,
  { ects, reason, name }: { ects: string; reason: string; name: string },
): Promise<void> {
  const { form } = merit.positions;
  const place = page.getByRole('region', { name: merit.roles[role] });
  await place.getByRole('button').click();
  const dialog = page.getByRole('dialog');
  const typed = dialog.getByLabel(form.name);
  if ((await typed.inputValue()) !== name) throw new Error('the name of the chief is not there');
  await dialog.getByLabel(form.partly).check();
  await dialog.getByLabel(form.ects.split('{{')[0] ?? '').fill(ects);
  await dialog.getByLabel(form.reason).fill(reason);
  await dialog.getByRole('button', { name: form.save, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

import type { Page } from 'playwright-core';
import { type Camera, noCamera } from './camera';
import { goTo } from './doors';
import { say, words } from './words';

const { staffImports: text } = words;

/** Goes to the import and asks for the file that the dialog is set to answer with. */
export async function chooseStaffList(page: Page): Promise<void> {
  await goTo(page, 'employees');
  await page.getByRole('button', { name: words.employees.import }).first().click();
  await page.getByRole('heading', { name: text.title }).waitFor();
  await page.getByRole('button', { name: text.choose, exact: true }).click();
}

/** Imports the list from choosing the file to seeing the employees. Answers how many there are. */
export async function importStaffList(page: Page, count: number, camera: Camera = noCamera): Promise<void> {
  await chooseStaffList(page);
  await page.getByRole('heading', { name: text.matchTitle }).waitFor();
  await camera('import-kolonner');
  await page.getByRole('button', { name: text.showChanges }).click();
  await page.getByText(say(text.summary, { new: count, update: 0, unchanged: 0 })).waitFor();
  await camera('import-ændringer');
  await page.getByRole('button', { name: say(text.apply_other, { count }) }).click();
  await page.getByRole('heading', { name: text.doneTitle }).waitFor();
  await camera('import-færdig');
  await page.getByRole('button', { name: text.seeEmployees }).click();
  await page.getByText(say(words.employees.count_other, { count })).waitFor();
  await camera('medarbejdere');
}

/** Gives each of these categories the spider of that name. */
export async function chooseSpiders(
  page: Page,
  spiders: Readonly<Record<string, string>>,
  camera: Camera = noCamera,
): Promise<void> {
  await goTo(page, 'employees');
  await page.getByRole('button', { name: words.employees.teams }).click();
  await page.getByRole('heading', { name: words.teams.title }).waitFor();
  for (const [category, spider] of Object.entries(spiders)) {
    const select = page.getByLabel(say(words.teams.spiderFor, { name: category }), { exact: true });
    await select.selectOption({ label: spider });
    await page.waitForFunction(
      ([label, wanted]) => {
        const field = document.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`);
        return field?.selectedOptions[0]?.text === wanted;
      },
      [say(words.teams.spiderFor, { name: category }), spider] as const,
    );
  }
  await camera('teams-og-kategorier');
}

/** Opens an employee's own page from the list. */
export async function openEmployee(page: Page, name: string): Promise<void> {
  await goTo(page, 'employees');
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

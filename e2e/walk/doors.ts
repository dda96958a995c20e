import type { ElectronApplication, Page } from 'playwright-core';
import { type Camera, noCamera } from './camera';
import { words } from './words';

export type NewSchool = {
  name: string;
  municipality: string;
  leaderName: string;
  leaderTitle: string;
  passphrase: string;
};

const { first, unlock: door } = words.vault;

/**
 * The first start: which school, who leads it, the passphrase, and the recovery code typed back from its paper.
 * `onPaper` is called while the code stands on the screen. Answers the code.
 */
export async function beginSchool(
  page: Page,
  school: NewSchool,
  onPaper: () => Promise<unknown> = async () => undefined,
  camera: Camera = noCamera,
): Promise<string> {
  const next = page.getByRole('button', { name: words.common.next, exact: true });
  await page.getByRole('heading', { name: first.schoolTitle }).waitFor();
  await page.getByLabel(first.schoolName).fill(school.name);
  await page.getByLabel(first.municipality).fill(school.municipality);
  await camera('skolen');
  await next.click();
  await page.getByLabel(first.leaderName).fill(school.leaderName);
  await page.getByLabel(first.leaderTitle).fill(school.leaderTitle);
  await camera('lederen');
  await next.click();
  await page.getByLabel(first.passphrase, { exact: true }).fill(school.passphrase);
  await page.getByLabel(first.repeat).fill(school.passphrase);
  await camera('adgangssætning');
  await page.getByRole('button', { name: first.create }).click();
  const code = (await page.getByTestId('recovery-code').textContent())?.trim() ?? '';
  await camera('gendannelseskode');
  await onPaper();
  await page.getByLabel(first.proof).fill(code.split('-').slice(-2).join('-'));
  await page.getByRole('button', { name: first.begin }).click();
  await page.getByRole('navigation', { name: words.common.navigation }).waitFor();
  return code;
}

/** Opens the school's file with its passphrase. */
export async function unlock(page: Page, passphrase: string): Promise<void> {
  await tryPassphrase(page, passphrase);
  await page.getByRole('navigation', { name: words.common.navigation }).waitFor();
}

/** Types a passphrase at the locked door, whatever comes of it. */
export async function tryPassphrase(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel(door.passphrase, { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: door.open, exact: true }).click();
}

/** Locks the file from the navigation. */
export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.common.lock, exact: true }).click();
  await page.getByRole('heading', { name: door.title }).waitFor();
}

/** Locks as Ctrl+L does: through the menu, whose keys no page can see. */
export async function lockFromMenu({ app, page }: { app: ElectronApplication; page: Page }): Promise<void> {
  await app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()
      ?.items.flatMap((item) => item.submenu?.items ?? [])
      .find((item) => item.accelerator === 'CmdOrCtrl+L')
      ?.click(),
  );
  await page.getByRole('heading', { name: door.title }).waitFor();
}

/** Opens a page by its name in the navigation. */
export async function goTo(page: Page, name: keyof typeof words.layout): Promise<void> {
  const link = page
    .getByRole('navigation', { name: words.common.navigation })
    .getByRole('link', { name: words.layout[name], exact: true });
  await link.click();
  await page.locator('h1').first().waitFor();
}

import type { Locator, Page } from 'playwright-core';
import type { Camera } from './camera';

/** The first button of that very name. */
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();

/** A field by its label; the list of choices that hangs under some fields bears the same one. */
export const field = (inside: Locator | Page, label: string | RegExp) =>
  inside.getByLabel(label).and(inside.locator('input'));

/** Opens a dialog, shows it and closes it with Escape. */
export async function dialog(page: Page, opener: Locator, camera: Camera, screen: string): Promise<void> {
  await opener.click();
  const opened = page.getByRole('dialog');
  await opened.waitFor();
  await camera(screen);
  await page.keyboard.press('Escape');
  await opened.waitFor({ state: 'hidden' });
}

/** Opens a page by its address inside the application. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${path}`);
  await page.waitForFunction((hash) => window.location.hash === hash, `#${path}`);
  await page.locator('main h1').first().waitFor();
  await stand(page);
}

/** Waits until fonts have come, nothing is loading and nothing moves. */
export async function stand(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[data-loading]') === null);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  });
}

import type { Locator, Page } from 'playwright-core';

/** More stops than any page has. */
const mostStops = 400;

/** Presses Tab until what is meant has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < mostStops; stop++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${target}`);
}

/** Whether it is what the keyboard acts on now. */
export const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

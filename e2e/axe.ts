import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { stand } from './walk/screen';

/** The rules of axe that colours decide. */
const colourRules = ['color-contrast', 'link-in-text-block'] as const;

/**
 * What axe finds against WCAG 2.2 AA and its best practices on what is on the screen now, one line a fault. `colours`
 * asks only for what colours decide: for a screen whose words and order have been looked at in other colours.
 */
export async function faultsOn(
  page: Page,
  screen: string,
  which: 'everything' | 'colours' = 'everything',
): Promise<string[]> {
  await stand(page);
  // Half a megabyte of script, read twice a screen: once it is in the page, nothing is read anew.
  const isLoaded = await page.evaluate(() => 'axe' in window);
  // Legacy mode: the usual one opens a blank page of its own, which no window of ours may.
  const { violations } = await new AxeBuilder({ page, ...(isLoaded && { axeSource: 'undefined' }) })
    .setLegacyMode()
    .options({
      resultTypes: ['violations'],
      ...(which === 'colours' && { runOnly: { type: 'rule', values: [...colourRules] } }),
    })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = (failureSummary ?? '').split('\n').slice(1).join(' ').trim();
      return `${screen}: ${id} at ${target.join(' ')} (${why})`;
    }),
  );
}

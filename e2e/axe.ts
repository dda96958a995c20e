import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { stand } from './walk/tour';

/** What axe finds against WCAG 2.2 AA and its best practices on what is on the screen now, one line a fault. */
export async function faultsOn(page: Page, screen: string): Promise<string[]> {
  await stand(page);
  // Legacy mode: the usual one opens a blank page of its own, which no window of ours may.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = (failureSummary ?? '').split('\n').slice(1).join(' ').trim();
      return `${screen}: ${id} at ${target.join(' ')} (${why})`;
    }),
  );
}

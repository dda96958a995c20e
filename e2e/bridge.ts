import type { CallName, FeatureName, InputOf, OutputOf } from '@shared/contract';
import type { Reply } from '@shared/contract/core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** What the preload gives every page. */
    readonly spind: { call(feature: unknown, name: unknown, input: unknown): Promise<unknown> };
  }
}

/** Asks through the window's bridge as its page would, whatever the words; answers the bare reply. */
export function ask(
  page: Page,
  feature: unknown,
  name: unknown,
  input: unknown = {},
): Promise<Reply<unknown>> {
  return page.evaluate(([f, n, i]) => window.spind.call(f, n, i), [feature, name, input] as const) as Promise<
    Reply<unknown>
  >;
}

/** A call of the contract through the window's bridge. Throws what it refuses. */
export async function call<F extends FeatureName, N extends CallName<F>>(
  page: Page,
  feature: F,
  name: N,
  input: InputOf<F, N>,
): Promise<OutputOf<F, N>> {
  const reply = await ask(page, feature, name, input);
  if (!reply.ok)
    throw new Error(`${feature}.${name}: ${reply.error.message} ${JSON.stringify(reply.error.fields ?? {})}`);
  return reply.value as OutputOf<F, N>;
}

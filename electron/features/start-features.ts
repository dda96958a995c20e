import { contract } from '@shared/contract';
import type { FeatureContract } from '@shared/contract/core';
import { localDate } from '@shared/domain/dates';
import type { Context, Handlers } from './context';
import { createContext } from './create-context';
import { handlers } from './index';
import { createRouter, type Router } from './router';
import { lockSession } from './session';

/**
 * Everything behind the bridge. `electron/main.ts` loads this module once its window is painted, so nothing that the
 * window needs may be in here only.
 */
export function startFeatures(
  parts: Parameters<typeof createContext>[0],
  report: (error: unknown, where: string) => void,
): { router: Router; lock: () => void; isOpen: () => boolean } {
  const context = createContext(parts);
  const router = createRouter(
    contract as Readonly<Record<string, FeatureContract>>,
    handlers as Readonly<Record<string, Handlers<FeatureContract>>>,
    context,
    report,
  );
  tellNewDays(context);
  return { router, lock: () => lockSession(context), isOpen: () => context.session.open !== null };
}

/** How often the date is looked at, in ms. */
const lookAtDate = 60_000;

/** Answers that hold a day are asked again when the day turns: a program left open overnight says good morning. */
function tellNewDays(context: Context): void {
  let day = localDate(context.now());
  setInterval(() => {
    const today = localDate(context.now());
    if (today === day) return;
    day = today;
    context.tell('changed', { features: Object.keys(contract) });
  }, lookAtDate).unref();
}

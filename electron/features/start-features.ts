import { contract } from '@shared/contract';
import type { FeatureContract } from '@shared/contract/core';
import type { Handlers } from './context';
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
  return { router, lock: () => lockSession(context), isOpen: () => context.session.open !== null };
}

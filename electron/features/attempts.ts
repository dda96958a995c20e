import { refuse } from '@shared/domain/text';
import { waitAfterFailures } from '../data/keys';
import type { Context } from './context';

/** Whole seconds until the next try of a passphrase or a code is heard; 0 when it may come now. */
export function secondsToWait({ session, now }: Context): number {
  const wait = waitAfterFailures(session.failures.count);
  const passed = now().getTime() - session.failures.lastAt;
  // A clock that was set back must not make the wait longer than it ever is.
  return Math.ceil(Math.min(wait, Math.max(0, wait - passed)) / 1000);
}

/**
 * Lets somebody try a secret. Wrong tries in a row make the next one wait, up to 30 s; nobody is ever locked out (F17).
 * `isWrong` tells a wrong secret from every other failure.
 */
export async function tryingSecret<T>(
  context: Context,
  isWrong: (error: unknown) => boolean,
  attempt: () => Promise<T>,
): Promise<T> {
  const { failures } = context.session;
  const wait = secondsToWait(context);
  if (wait > 0) {
    throw refuse('locked', {
      da: `Vent ${wait} ${wait === 1 ? 'sekund' : 'sekunder'}, før du prøver igen.`,
      en: `Wait ${wait} ${wait === 1 ? 'second' : 'seconds'} before you try again.`,
    });
  }
  // Counted before it is tried, so that many tries at once wait for each other like many in a row.
  failures.count += 1;
  failures.lastAt = context.now().getTime();
  try {
    const result = await attempt();
    failures.count = 0;
    return result;
  } catch (error) {
    if (!isWrong(error)) failures.count = Math.max(0, failures.count - 1);
    throw error;
  }
}

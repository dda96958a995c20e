import { refuse } from '@shared/domain/text';
import { waitAfterFailures } from '../data/keys';
import type { Context } from './context';

/** Milliseconds until the next try of a passphrase or a code may be made; 0 when it may be made now. */
export function waitLeft({ session, now }: Context): number {
  const passed = now().getTime() - session.failures.lastAt;
  // A clock that was set back must not make the wait longer than it ever is.
  const wait = waitAfterFailures(session.failures.count);
  return Math.min(wait, Math.max(0, wait - passed));
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
  const wait = Math.ceil(waitLeft(context) / 1000);
  if (wait > 0) {
    throw refuse('locked', {
      da: `Vent ${wait} ${wait === 1 ? 'sekund' : 'sekunder'}, før du prøver igen.`,
      en: `Wait ${wait} ${wait === 1 ? 'second' : 'seconds'} before you try again.`,
    });
  }
  try {
    const result = await attempt();
    failures.count = 0;
    return result;
  } catch (error) {
    if (isWrong(error)) {
      failures.count += 1;
      failures.lastAt = context.now().getTime();
    }
    throw error;
  }
}

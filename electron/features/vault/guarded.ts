import { refuse } from '@shared/domain/text';
import { DataRefusal } from '../../data/data-refusal';
import { waitAfterFailures } from '../../data/keys';
import type { Context } from '../context';

const secretRefusals = ['wrong-passphrase', 'wrong-recovery-code'];

/** Tries a passphrase or a code. Wrong ones make the next try wait; nobody is ever locked out (F17). */
export async function guarded<T>(context: Context, attempt: () => Promise<T>): Promise<T> {
  const { failures } = context.session;
  const wait = secondsToWait(context);
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
    if (error instanceof DataRefusal && secretRefusals.includes(error.kind)) {
      failures.count += 1;
      failures.lastAt = context.now().getTime();
    }
    throw error;
  }
}

/** Whole seconds until the next try is heard; 0 when it may come now. */
export function secondsToWait({ session, now }: Context): number {
  const wait = waitAfterFailures(session.failures.count);
  const passed = now().getTime() - session.failures.lastAt;
  // A clock that was set back must not make the wait longer than it ever is.
  return Math.ceil(Math.min(wait, Math.max(0, wait - passed)) / 1000);
}

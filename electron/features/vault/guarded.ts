import { DataRefusal } from '../../data/data-refusal';
import { tryingSecret } from '../attempts';
import type { Context } from '../context';

const wrongSecrets = ['wrong-passphrase', 'wrong-recovery-code'];

/** Tries a passphrase or a recovery code; wrong ones in a row make the next wait. */
export const guarded = <T>(context: Context, attempt: () => Promise<T>) =>
  tryingSecret(
    context,
    (error) => error instanceof DataRefusal && wrongSecrets.includes(error.kind),
    attempt,
  );

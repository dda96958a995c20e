import { useCallback } from 'react';
import { call, useMachineEvent } from './call';

/**
 * Locks the program after what is being typed has been saved. Fields save when the window is left, so they are told
 * that it is; an answer from the machine then proves that every save sent before it has been heard, and one more
 * that a save waiting for another has been too.
 */
export async function lockAfterSaving(): Promise<void> {
  window.dispatchEvent(new Event('blur'));
  for (let round = 0; round < 2; round++) await call('preferences', 'get', {});
  await call('vault', 'lock', {});
}

/** The machine asks to lock (menu, suspend, closing): save first, as for the button. */
export function useLockOnRequest(): void {
  useMachineEvent(
    'menu',
    useCallback(({ command }) => {
      if (command === 'lock') void lockAfterSaving();
    }, []),
  );
}

import { useEffect } from 'react';
import { call } from './call';

/** Minutes without a key, a click or a movement before the program locks itself. */
const idleMinutes = 15;

/** Locks the program when nobody has touched it for a while; what is typed is saved before (useAutosave on blur). */
export function useIdleLock(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const lock = () => {
      window.dispatchEvent(new Event('blur'));
      void call('vault', 'lock', {});
    };
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(lock, idleMinutes * 60_000);
    };
    const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const sign of signs) window.addEventListener(sign, restart, { passive: true });
    restart();
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, restart);
    };
  }, []);
}

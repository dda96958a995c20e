import { useEffect } from 'react';
import { lockAfterSaving } from './lock';

/** Minutes without a key, a click or a movement before the program locks itself. */
const idleMinutes = 15;

/** Locks the program when nobody has touched it for a while; what is typed is saved first. */
export function useIdleLock(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void lockAfterSaving(), idleMinutes * 60_000);
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

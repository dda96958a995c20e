import type { BrowserWindow } from 'electron';
import { tellWindow } from './bridge';

/** How long a page may take to save what is being typed before the program locks anyway, in ms. */
const patience = 2000;

type Lockable = { lock: () => void; isOpen: () => boolean };

/**
 * Locking from outside the page (menu, suspend, closing): the page is asked to save what is being typed and to lock;
 * if it does not answer, the program locks by itself.
 */
export function gentleLock(window: BrowserWindow) {
  let features: Lockable | null = null;
  let waiting: (() => void)[] = [];
  const isLocked = () => !features?.isOpen();
  const release = () => {
    if (!isLocked()) return;
    for (const done of waiting.splice(0)) done();
  };
  return {
    started: (now: Lockable) => {
      features = now;
    },
    /** To be called at every change of session. */
    heard: release,
    /** Resolves when the program is locked. */
    lock: () =>
      new Promise<void>((resolve) => {
        if (isLocked()) return resolve();
        waiting.push(resolve);
        tellWindow(window, 'menu', { command: 'lock' });
        setTimeout(() => {
          if (!isLocked()) features?.lock();
          waiting = waiting.filter((one) => one !== resolve);
          resolve();
        }, patience).unref();
      }),
  };
}

/** The window closes when everything typed is saved and the file is shut. */
export function closeWhenLocked(window: BrowserWindow, lock: () => Promise<void>): void {
  let mayClose = false;
  window.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    void lock().then(() => {
      mayClose = true;
      window.close();
    });
  });
}

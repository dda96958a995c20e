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
  const waiting: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const isLocked = () => !features?.isOpen();
  const finish = () => {
    // Somebody may unlock in the next second: what was asked for is done and must not happen again.
    clearTimeout(timer);
    for (const done of waiting.splice(0)) done();
  };
  return {
    started: (now: Lockable) => {
      features = now;
    },
    /** To be called at every change of session. */
    heard: () => {
      if (isLocked()) finish();
    },
    /** Resolves when the program is locked. */
    lock: () =>
      new Promise<void>((resolve) => {
        if (isLocked()) return resolve();
        waiting.push(resolve);
        tellWindow(window, 'menu', { command: 'lock' });
        if (waiting.length > 1) return;
        timer = setTimeout(() => {
          if (!isLocked()) features?.lock();
          finish();
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

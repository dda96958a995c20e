import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeWhenLocked, gentleLock } from './gentle-lock';

vi.mock('electron', () => ({ ipcMain: {}, app: {}, session: {} }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A window that notes what it is told, and a program that is open until it is locked. */
function program() {
  const told: unknown[][] = [];
  const listeners: ((event: { preventDefault: () => void }) => void)[] = [];
  let isClosed = false;
  let isOpen = true;
  let hardLocks = 0;
  const window = {
    isDestroyed: () => false,
    webContents: { send: (...message: unknown[]) => told.push(message), isDestroyed: () => false },
    on: (_event: 'close', listen: (event: { preventDefault: () => void }) => void) => listeners.push(listen),
    close() {
      let isHeld = false;
      for (const listen of listeners)
        listen({
          preventDefault: () => {
            isHeld = true;
          },
        });
      isClosed = !isHeld;
    },
  };
  const gentle = gentleLock(window as unknown as BrowserWindow);
  const features = {
    isOpen: () => isOpen,
    lock: () => {
      hardLocks += 1;
      isOpen = false;
      gentle.heard();
    },
  };
  return {
    window: window as unknown as BrowserWindow,
    gentle,
    features,
    told,
    unlock: () => {
      isOpen = true;
      gentle.heard();
    },
    /** The page has saved and asked to lock. */
    pageLocks: () => {
      isOpen = false;
      gentle.heard();
    },
    isClosed: () => isClosed,
    hardLocks: () => hardLocks,
  };
}

/** Whether a promise has come to its end by now. */
async function isDone(promise: Promise<unknown>): Promise<boolean> {
  let done = false;
  void promise.then(() => {
    done = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  return done;
}

describe('locking from outside the page', () => {
  it('asks the page, which saves and locks, and is done when it has', async () => {
    const { gentle, features, told, pageLocks, hardLocks } = program();
    gentle.started(features);
    const locked = gentle.lock();
    expect(JSON.stringify(told)).toContain('"command":"lock"');
    await vi.advanceTimersByTimeAsync(1500);
    expect(await isDone(locked)).toBe(false);
    pageLocks();
    expect(await isDone(locked)).toBe(true);
    await vi.advanceTimersByTimeAsync(5000);
    expect(hardLocks()).toBe(0);
  });

  it('locks by itself after two seconds when the page does not answer', async () => {
    const { gentle, features, hardLocks } = program();
    gentle.started(features);
    const locked = gentle.lock();
    await vi.advanceTimersByTimeAsync(1999);
    expect(hardLocks()).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(hardLocks()).toBe(1);
    expect(await isDone(locked)).toBe(true);
  });

  it('leaves alone who has unlocked again within the two seconds', async () => {
    const { gentle, features, pageLocks, unlock, hardLocks } = program();
    gentle.started(features);
    void gentle.lock();
    pageLocks();
    unlock();
    await vi.advanceTimersByTimeAsync(5000);
    expect(hardLocks()).toBe(0);
    void gentle.lock();
    await vi.advanceTimersByTimeAsync(2000);
    expect(hardLocks()).toBe(1);
  });

  it('is not done by a change of session that leaves it open', async () => {
    const { gentle, features } = program();
    gentle.started(features);
    const locked = gentle.lock();
    gentle.heard();
    expect(await isDone(locked)).toBe(false);
  });

  it('ends for everybody who waits, however many ask', async () => {
    const { gentle, features, pageLocks, hardLocks } = program();
    gentle.started(features);
    const all = [gentle.lock(), gentle.lock(), gentle.lock()];
    pageLocks();
    for (const one of all) expect(await isDone(one)).toBe(true);
    await vi.advanceTimersByTimeAsync(5000);
    expect(hardLocks()).toBe(0);
  });

  it('has nothing to do while nothing is open, nor before the features are there', async () => {
    const { gentle, features, told, pageLocks } = program();
    expect(await isDone(gentle.lock())).toBe(true);
    gentle.started(features);
    pageLocks();
    expect(await isDone(gentle.lock())).toBe(true);
    expect(told).toEqual([]);
  });
});

describe('the window', () => {
  it('stays until the page has saved and locked, then closes', async () => {
    const { window, gentle, features, pageLocks, isClosed } = program();
    gentle.started(features);
    closeWhenLocked(window, gentle.lock);
    window.close();
    await vi.advanceTimersByTimeAsync(100);
    expect(isClosed()).toBe(false);
    pageLocks();
    await vi.advanceTimersByTimeAsync(0);
    expect(isClosed()).toBe(true);
  });

  it('closes after two seconds, locked, when the page hangs', async () => {
    const { window, gentle, features, isClosed, hardLocks } = program();
    gentle.started(features);
    closeWhenLocked(window, gentle.lock);
    window.close();
    await vi.advanceTimersByTimeAsync(2000);
    expect([isClosed(), hardLocks()]).toEqual([true, 1]);
  });
});

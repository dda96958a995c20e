import { useCallback, useEffect, useRef, useState } from 'react';

export type SaveState = 'idle' | 'waiting' | 'saving' | 'saved' | 'failed';

/** Pause after the last key before text is saved. */
const pause = 400;
/** Longest time typed text may wait, however long somebody types without a pause. */
const atMost = 900;

/**
 * Saves a value by itself: after a pause in typing, at the latest 0.9 s after the first unsaved key, at once when
 * the field is left or the page goes away. A failed save keeps the value and is tried again at the next change.
 */
export function useAutosave<T>(save: (value: T) => Promise<unknown>) {
  const [state, setState] = useState<SaveState>('idle');
  const [error, setError] = useState<Error | null>(null);
  const pending = useRef<{ value: T; since: number } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<void>>(Promise.resolve());
  const latestSave = useRef(save);
  latestSave.current = save;

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    running.current = running.current.then(async () => {
      const job = pending.current;
      if (!job) return;
      pending.current = null;
      setState('saving');
      try {
        await latestSave.current(job.value);
        setError(null);
        setState(pending.current ? 'waiting' : 'saved');
      } catch (failure) {
        pending.current ??= job;
        setError(failure as Error);
        setState('failed');
      }
    });
    return running.current;
  }, []);

  const change = useCallback(
    (value: T) => {
      const since = pending.current?.since ?? performance.now();
      pending.current = { value, since };
      setState('waiting');
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, Math.max(0, Math.min(pause, since + atMost - performance.now())));
    },
    [flush],
  );

  useEffect(() => {
    const leave = () => void flush();
    window.addEventListener('pagehide', leave);
    window.addEventListener('blur', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('blur', leave);
      leave();
    };
  }, [flush]);

  return { state, error, change, flush };
}

import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';

/** Rows added at a time: few enough for a frame of scrolling. */
const size = 15;
/** Parts painted at once: more than a screen holds, and few enough for a keystroke. */
const atOnce = 2;
/** How far below the screen the next rows are made ready, in pixels. */
const ahead = '600px';

/**
 * A list in parts: its beginning and, as its end comes near, more of it, to the last row. A part is the same array as
 * before, so what is memorised is not drawn again; `end` stands behind the last row.
 */
export function useMoreRows<T>(rows: readonly T[]): {
  parts: readonly (readonly T[])[];
  end: RefObject<HTMLDivElement | null>;
} {
  const end = useRef<HTMLDivElement>(null);
  const all = useMemo(
    () =>
      Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
        rows.slice(at * size, (at + 1) * size),
      ),
    [rows],
  );
  const [grown, setGrown] = useState({ all, count: atOnce });
  // Other rows begin anew.
  const count = grown.all === all ? grown.count : atOnce;
  useEffect(() => {
    if (!end.current || count >= all.length) return;
    const watcher = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setGrown({ all, count: count + 1 });
      },
      { rootMargin: ahead },
    );
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [all, count]);
  return { parts: all.slice(0, count), end };
}

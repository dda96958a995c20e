import { type RefObject, useEffect, useRef, useState } from 'react';

/** Rows painted at once: more than a screen holds, and few enough for a keystroke. */
const atOnce = 30;
/** Rows added at a time: few enough for a frame of scrolling. */
const more = 15;
/** How far below the screen the next rows are made ready, in pixels. */
const ahead = '600px';

/** The beginning of a list and, as its end comes near, more of it; `end` stands behind the last row. */
export function useMoreRows<T>(rows: readonly T[]): {
  shown: readonly T[];
  end: RefObject<HTMLDivElement | null>;
} {
  const end = useRef<HTMLDivElement>(null);
  const [grown, setGrown] = useState({ rows, count: atOnce });
  // Other rows begin anew.
  const count = grown.rows === rows ? grown.count : atOnce;
  useEffect(() => {
    if (!end.current || count >= rows.length) return;
    const watcher = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setGrown({ rows, count: count + more });
      },
      { rootMargin: ahead },
    );
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [rows, count]);
  return { shown: rows.slice(0, count), end };
}

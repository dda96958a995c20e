import type { KeyboardEvent } from 'react';

/** Arrows, Home and End go from row to row of a table; `ways` finds what opens each row. */
export const moveBetweenRows =
  (ways: string) =>
  (event: KeyboardEvent<HTMLTableElement>): void => {
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>(ways)];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all[Math.min(Math.max(to, 0), all.length - 1)]?.focus();
  };

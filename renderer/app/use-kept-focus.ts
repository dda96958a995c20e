import { type RefObject, useEffect } from 'react';

/**
 * Keeps the keyboard where the work is. When a dialog has closed, the focus returns to what opened it; when what was
 * focused went with its page or its row, the focus goes to the content, so that Tab goes on there instead of beginning
 * before the navigation.
 */
export function useKeptFocus(content: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let last: Element | null = null;
    let opener: HTMLElement | null = null;
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      last = target;
      if (!target.closest('[role=dialog]')) opener = target;
    };
    const keep = () => {
      if (!last || last.isConnected || document.activeElement !== document.body) return;
      // While another dialog is open, its own trap holds the focus.
      if (document.querySelector('[role=dialog]')) return;
      last = null;
      const place = opener?.isConnected ? opener : content.current;
      place?.focus({ preventScroll: true });
    };
    const watch = new MutationObserver(keep);
    watch.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', remember);
    return () => {
      watch.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, [content]);
}

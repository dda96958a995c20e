import type { KeyboardEvent } from 'react';

/** `onKeyDown` of a form with long text: Ctrl+Enter (Cmd on a Mac) hands it in from any of its fields. */
export function submitOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

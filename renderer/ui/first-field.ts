const field = 'input:not([type=hidden], :disabled), textarea:not(:disabled), select:not(:disabled)';

/** Where the keyboard begins in a form or a group: its first field; of radio buttons the chosen one. */
export function firstField(place: Element): HTMLElement | null {
  const first = place.querySelector<HTMLInputElement>(field);
  if (first?.type !== 'radio') return first;
  const chosen = `input[name="${CSS.escape(first.name)}"]:checked`;
  return place.querySelector<HTMLInputElement>(chosen) ?? first;
}

/**
 * Puts the keyboard here when a dialog opens. As a ref: what comes later than the dialog looks for where to begin is
 * found as well, and else it would be the closing cross.
 */
export function beginAt(place: HTMLElement | null): void {
  place?.setAttribute('data-autofocus', '');
  place?.focus();
}

/** The same for a form, as its ref: at the field it names itself, else at its first. */
export function beginIn(form: HTMLFormElement | null): void {
  if (form) beginAt(form.querySelector<HTMLElement>('[data-autofocus]') ?? firstField(form));
}

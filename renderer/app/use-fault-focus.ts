import { useEffect } from 'react';
import { firstField } from '../ui/first-field';

/** What a person does after handing in: from then on the keyboard is hers. */
const acts = ['keydown', 'pointerdown', 'input'];
const fault = '[aria-invalid=true], .mantine-InputWrapper-error';

/**
 * After a form was refused the keyboard stands in the first field with something wrong in it, whether the page or the
 * machine refused. Whoever has gone on typing or clicking is left in peace.
 */
export function useFaultFocus(): void {
  useEffect(() => {
    let watch: MutationObserver | null = null;
    let frame = 0;
    const stop = () => {
      watch?.disconnect();
      watch = null;
      cancelAnimationFrame(frame);
    };
    const submitted = ({ target: form }: Event) => {
      stop();
      if (!(form instanceof HTMLFormElement)) return;
      const look = () => firstFault(form)?.focus();
      watch = new MutationObserver(look);
      watch.observe(form, { subtree: true, childList: true, attributeFilter: ['aria-invalid'] });
      // Refused again for the same reason, nothing on the screen changes.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(look);
      });
    };
    document.addEventListener('submit', submitted);
    for (const event of acts) document.addEventListener(event, stop, true);
    return () => {
      stop();
      document.removeEventListener('submit', submitted);
      for (const event of acts) document.removeEventListener(event, stop, true);
    };
  }, []);
}

/** The first field of the form with something wrong in it; of a group of choices its chosen or first one. */
function firstFault(form: HTMLFormElement): HTMLElement | null {
  const found = form.querySelector<HTMLElement>(fault);
  if (!found?.matches('.mantine-InputWrapper-error')) return found;
  const group = found.closest('.mantine-InputWrapper-root');
  return group && firstField(group);
}

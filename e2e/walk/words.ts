import { da } from '../../renderer/text/da';

/** What the Danish interface says, so that a walk finds things by the words a person sees. */
export const words = da;

/** What a text begins with, up to its first blank. */
export const begins = (text: string) =>
  new RegExp(`^${(text.split('{{')[0] ?? '').replaceAll(/[.?()]/g, '\\$&')}`);

/** A text with its blanks filled in: `say(words.x, { count: 3 })`. */
export function say(text: string, blanks: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => String(blanks[name] ?? ''));
}

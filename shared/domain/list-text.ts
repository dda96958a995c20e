import type { Language } from './text';

/** `A`, `A og B`, `A, B og C`. */
export function list(items: readonly string[], language: Language): string {
  const and = language === 'da' ? 'og' : 'and';
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;
}

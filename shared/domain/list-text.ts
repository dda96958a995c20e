import type { Language } from './text';

const words = { and: { da: 'og', en: 'and' }, or: { da: 'eller', en: 'or' } } as const;

/** `A`, `A og B`, `A, B og C`. */
export function list(items: readonly string[], language: Language, word: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${words[word][language]} ${items.at(-1)}`;
}

import type { Language } from '@shared/domain/text';

/** The same words with a capital first letter, as a sentence begins. */
export function sentenceCase(text: string, language: Language): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

/** The same words as a sentence of their own, also where somebody wrote them without a full stop. */
export const fullStop = (text: string): string =>
  /[^.!?…]$/.test(text.trim()) ? `${text.trim()}.` : text.trim();

import type { Language } from '@shared/domain/text';

const words: Readonly<Record<Language, readonly string[]>> = {
  da: ['Nul', 'Én', 'To', 'Tre', 'Fire', 'Fem', 'Seks', 'Syv', 'Otte', 'Ni', 'Ti', 'Elleve', 'Tolv'],
  en: [
    'No',
    'One',
    'Two',
    'Three',
    'Four',
    'Five',
    'Six',
    'Seven',
    'Eight',
    'Nine',
    'Ten',
    'Eleven',
    'Twelve',
  ],
};

/** A count as a sentence begins with it: words to twelve, figures from there. */
export function numberWord(count: number, language: Language): string {
  return words[language][count] ?? String(count);
}

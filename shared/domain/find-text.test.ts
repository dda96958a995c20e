import { describe, expect, it } from 'vitest';
import { foldForSearch, hasAllWords } from './find-text';

describe('hasAllWords', () => {
  const text = foldForSearch('Pernille Aagaard L08 lærer Mellemtrinsteam');

  it.each(['', '  ', 'aagaard', 'ågaard pernille', 'LÆRER l08', 'mellem pern'])('finds «%s»', (query) => {
    expect(hasAllWords(text, query)).toBe(true);
  });

  it('wants all words', () => {
    expect(hasAllWords(text, 'pernille indskoling')).toBe(false);
  });
});

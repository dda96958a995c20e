import { describe, expect, it } from 'vitest';
import { numberWord } from './number-words';

describe('numberWord', () => {
  it('writes small numbers as words, in both languages', () => {
    expect([1, 3, 12, 13].map((n) => numberWord(n, 'da'))).toEqual(['Én', 'Tre', 'Tolv', '13']);
    expect([1, 3, 12, 13].map((n) => numberWord(n, 'en'))).toEqual(['One', 'Three', 'Twelve', '13']);
  });
});

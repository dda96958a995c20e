import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileTexts } from './hostile-texts';
import { contextOf, foldText, markHits, matchExpression, readQuery, type SearchQuery } from './search-text';

const query = (typed: string) => readQuery(typed) as SearchQuery;
/** Parts with hits in «». */
const shown = (parts: readonly { text: string; hit: boolean }[]) =>
  parts.map(({ text, hit }) => (hit ? `«${text}»` : text)).join('');

describe('foldText', () => {
  it('makes two spellings of a Danish letter the same, and keeps å from a', () => {
    expect(foldText('Læring')).toBe(foldText('LAERING'));
    expect(foldText('Ørsted')).toBe(foldText('oersted'));
    expect(foldText('Århus')).toBe(foldText('Aarhus'));
    expect(foldText('A\u030arhus')).toBe(foldText('Århus'));
    expect(foldText('årshjul').startsWith(foldText('arshjul'))).toBe(false);
    expect(foldText('allé')).toBe('alle');
  });
});

describe('readQuery', () => {
  it('reads words in groups as they were written', () => {
    expect(readQuery('  Dansk 4.A  ')).toEqual([['dansk'], ['4', 'a']]);
    expect(readQuery("o'Brien")).toEqual([['o', 'brien']]);
    expect(readQuery('')).toBeNull();
    expect(readQuery('"*(){}^:-+ \u0000 👩🏽‍🏫')).toBeNull();
  });

  it('gives the index words and nothing else', () => {
    expect(matchExpression(query('Dansk 4.A'))).toBe('"dansk" AND "4 a" *');
    expect(matchExpression(query('NOT pernille OR'), 'name')).toBe(
      'name : ("not" AND "pernille" AND "or" *)',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileTexts)), (typed) => {
        const read = readQuery(typed);
        for (const word of read?.flat() ?? []) expect(word).toMatch(/^[\p{L}\p{N}\p{M}\p{Co}]+$/u);
      }),
    );
  });
});

describe('markHits', () => {
  it.each([
    ['Pernille Aagaard', 'aag', 'Pernille «Aagaard»'],
    ['Pernille Aagaard', 'ågård pernille', '«Pernille» «Aagaard»'],
    ['Læring og lærer', 'laer', '«Læring» og «lærer»'],
    ['Læring og lærer', 'lærer o', 'Læring «og» «lærer»'],
    ['dansk i 4.A og 4.B', '4.a', 'dansk i «4.A» og 4.B'],
    ['Testning', 'est', 'Testning'],
    ['<b>Åse</b>', 'åse', '<b>«Åse»</b>'],
  ])('%s, %s', (text, typed, expected) => {
    expect(shown(markHits(text, query(typed)))).toBe(expected);
  });
});

describe('contextOf', () => {
  const long = `${'Vi talte om sommerferien og vejret. '.repeat(9)}Hun vil gerne være læsevejleder på mellemtrinnet.${' Vi ses igen til foråret.'.repeat(9)}`;

  it('shows the place, in its own spelling, on one line', () => {
    const context = shown(contextOf(long, query('laesevejleder')));
    expect(context).toMatch(/^… .*Hun vil gerne være «læsevejleder» på mellemtrinnet\. .* …$/);
    expect(context.length).toBeLessThan(180);
    expect(shown(contextOf('første\n\nlinje\tto', query('lin')))).toBe('første «linje» to');
  });

  it('chooses the place where most of the query stands', () => {
    expect(shown(contextOf(long, query('vil læse mell')))).toContain('«vil» gerne');
    expect(shown(contextOf(`mellem ${long}`, query('gerne mellem')))).toContain('«gerne»');
  });

  it('begins at the beginning when nothing stands in the text', () => {
    expect(shown(contextOf(long, query('badminton')))).toMatch(/^Vi talte om sommerferien/);
    expect(contextOf('', query('x'))).toEqual([]);
  });

  it('shows the text and nothing else, whatever text and query', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom(...hostileTexts),
      fc.lorem(),
    );
    fc.assert(
      fc.property(texts, texts, fc.integer({ min: 10, max: 150 }), (text, typed, length) => {
        const read = readQuery(typed);
        if (!read) return;
        expect(
          markHits(text, read)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
        const context = contextOf(text, read, length);
        const plain = context.map((part) => part.text).join('');
        expect(text.replace(/\s+/g, ' ')).toContain(plain.replace(/^… /, '').replace(/ …$/, ''));
        // No sign is cut in two.
        expect(/\p{Cs}/u.test(plain) && !/\p{Cs}/u.test(text)).toBe(false);
      }),
    );
  });

  it('marks something wherever the index would find it', () => {
    for (const text of hostileTexts) {
      const read = readQuery(text);
      if (read) expect([text, contextOf(text, read).some(({ hit }) => hit)]).toEqual([text, true]);
    }
  });
});

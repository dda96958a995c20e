import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from './text-width';
import { piecesOf } from './word-breaks';
import { wrapToWidth, wrapVariants } from './wrap';

const bare = (text: string) => text.replace(/[\s-]/g, '');

describe('textWidth', () => {
  it('measures Inter in em, wider at weight 600', () => {
    expect(textWidth('a', 2048)).toBe(1150);
    expect(textWidth('æøå', 12)).toBeCloseTo((12 * (1879 + 1228 + 1150)) / 2048, 5);
    expect(textWidth('Faglige', 12, 600)).toBeGreaterThan(textWidth('Faglige', 12));
  });

  it('measures an unknown accent by its letter and gives no less than room to the rest', () => {
    expect(textWidth('ạ', 10)).toBe(textWidth('a', 10));
    expect(textWidth('a\u0323', 10)).toBe(textWidth('a', 10));
    expect(textWidth('漢', 10)).toBeGreaterThanOrEqual(10);
  });
});

describe('piecesOf', () => {
  it('breaks Danish compounds where they are joined', () => {
    const joined = (word: string) => piecesOf(word, 'compounds').map((piece) => piece.text);
    expect(joined('Relationskompetence')).toEqual(['Relations', 'kompetence']);
    expect(joined('læringsfællesskaber')).toEqual(['lærings', 'fællesskaber']);
    expect(joined('undervisningsfag')).toEqual(['undervisnings', 'fag']);
    expect(joined('Fagdidaktik')).toEqual(['Fagdidaktik']);
  });

  it('gives the name back when joined', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.constantFrom('words', 'compounds', 'anywhere'),
        (name, at) => {
          const clean = name.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim().normalize('NFC');
          expect(
            piecesOf(name, at)
              .map((piece) => piece.text)
              .join(''),
          ).toBe(clean);
        },
      ),
    );
  });
});

describe('wrapping', () => {
  it('offers fewer lines first, each setting narrower than the one before', () => {
    expect(
      wrapVariants('Inkluderende læringsmiljø og differentiering', 12, 3, 'words').map((set) => set.lines),
    ).toEqual([
      ['Inkluderende læringsmiljø og differentiering'],
      ['Inkluderende læringsmiljø', 'og differentiering'],
      ['Inkluderende', 'læringsmiljø og', 'differentiering'],
    ]);
    expect(wrapVariants('Skole-hjem-samarbejde', 12, 3, 'words').map((set) => set.lines)).toEqual([
      ['Skole-hjem-samarbejde'],
      ['Skole-hjem-', 'samarbejde'],
    ]);
  });

  it('keeps every line inside its box and loses no letter', () => {
    const name = fc.string({
      unit: fc.constantFrom(...'abdefgiklmnorstuvyæøå Aæ-/ '),
      minLength: 1,
      maxLength: 90,
    });
    fc.assert(
      fc.property(name, fc.constantFrom('words', 'compounds', 'anywhere'), (text, breaks) => {
        for (const set of wrapVariants(text, 12, 6, breaks)) {
          expect(bare(set.lines.join(''))).toBe(bare(text.trim()));
          for (const line of set.lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(set.width);
        }
        const narrow = wrapToWidth(text, 12, 120);
        expect(bare(narrow.lines.join(''))).toBe(bare(text.trim()));
        expect(narrow.width).toBeLessThanOrEqual(120.01);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passphraseLength, passphraseStrength, passphraseStrengths } from './passphrase-strength';

describe('strength of a passphrase', () => {
  it.each([
    ['', 'short'],
    ['lærken synger'.slice(0, 11), 'short'],
    ['aaaaaaaaaaaaaaaa', 'monotonous'],
    ['passwordpassword', 'fair'],
    ['birgitte1968', 'fair'],
    ['lærken på en mose', 'good'],
    ['lærken synger over mosen', 'strong'],
    ['lærken synger over mosen tirsdag', 'strong'],
    ['x7#Kq9!mZ2@wP4', 'fair'],
    ['x7#Kq9!mZ2@wP4vB', 'good'],
  ] as const)('%j is %s', (passphrase, strength) => {
    expect(passphraseStrength(passphrase)).toBe(strength);
  });

  it('counts å as one character however it was typed', () => {
    expect(passphraseLength('a\u030Aben')).toBe(4);
  });

  it('never falls when another word is added', () => {
    const words = fc.array(fc.constantFrom('lærke', 'mose', 'tirsdag', 'kridt', 'vindue', 'æblegrød'), {
      maxLength: 8,
    });
    const order = (text: string) => passphraseStrengths.indexOf(passphraseStrength(text));
    fc.assert(
      fc.property(words, fc.constantFrom('hue', 'regnvejr'), (list, more) => {
        expect(order([...list, more].join(' '))).toBeGreaterThanOrEqual(order(list.join(' ')));
      }),
    );
  });
});

import { Refusal } from '@shared/domain/text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRecoveryCodeText, parseRecoveryCode } from './recovery-code';

const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes));

describe('recovery code', () => {
  it('is eight groups of four letters that cannot be mistaken', () => {
    expect(newRecoveryCodeText()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(newRecoveryCodeText()).not.toBe(newRecoveryCodeText());
  });

  it('comes back however it is typed', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const code = newRecoveryCodeText(secret);
        const careless = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
        expect(parseRecoveryCode(code)).toEqual(secret);
        expect(parseRecoveryCode(`  ${careless}\n`)).toEqual(secret);
      }),
    );
  });

  it('notices every single wrong character', () => {
    fc.assert(
      fc.property(secrets, fc.nat(31), fc.integer({ min: 1, max: 31 }), (secret, at, shift) => {
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const code = newRecoveryCodeText(secret).replaceAll('-', '');
        const wrong = alphabet.charAt((alphabet.indexOf(code.charAt(at)) + shift) % 32);
        expect(() => parseRecoveryCode(code.slice(0, at) + wrong + code.slice(at + 1))).toThrow(Refusal);
      }),
    );
  });

  it('says what is wrong with the typing', () => {
    const text = (typed: string) => {
      try {
        parseRecoveryCode(typed);
      } catch (error) {
        return (error as Refusal).text.da;
      }
      return '';
    };
    expect(text('ABCD-EFGH')).toBe('Gendannelseskoden har 32 tegn i otte grupper. Du har skrevet 8.');
    expect(text('æ'.repeat(32))).toContain('Tegnet »Æ« findes ikke');
    expect(text(`${'0'.repeat(31)}2`)).toContain('skrevet forkert');
  });
});

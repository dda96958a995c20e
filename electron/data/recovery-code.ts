import { createHash, randomBytes } from 'node:crypto';
import { refuse, type Text } from '@shared/domain/text';

/** Crockford's base 32: no I, L, O or U, which hands and eyes mistake. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretBytes = 16;
/** 26 characters hold 128 bits and two zero bits; 6 more hold 30 bits of checksum. */
const secretCharacters = 26;
const checkCharacters = 6;
const length = secretCharacters + checkCharacters;

/** A new recovery code of 128 random bits with a checksum, as eight groups of four: `7K3M-…`. */
export function newRecoveryCodeText(random: Buffer = randomBytes(secretBytes)): string {
  const characters = encode(random, secretCharacters) + checksum(random);
  return (characters.match(/.{4}/g) ?? []).join('-');
}

/**
 * The 16 secret bytes of a code as a person typed it: lower case, spaces and hyphens are fine, O counts as 0, I and L
 * as 1. Refuses (`invalid`) a code that was copied wrongly, so that a typing error is never taken for a wrong code.
 */
export function parseRecoveryCode(typed: string): Buffer {
  const characters = typed
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const unknown = [...characters].find((character) => !alphabet.includes(character));
  if (unknown) {
    throw refuse('invalid', {
      da: `Tegnet »${unknown}« findes ikke i en gendannelseskode. Læs koden på papiret igen.`,
      en: `The character “${unknown}” does not occur in a recovery code. Read the code on the paper again.`,
    });
  }
  if (characters.length !== length) {
    throw refuse('invalid', {
      da: `Gendannelseskoden har ${length} tegn i otte grupper. Du har skrevet ${characters.length}.`,
      en: `The recovery code has ${length} characters in eight groups. You typed ${characters.length}.`,
    });
  }
  const secret = decode(characters.slice(0, secretCharacters));
  if (!secret || checksum(secret) !== characters.slice(secretCharacters)) throw refuse('invalid', mistyped);
  return secret;
}

const mistyped: Text = {
  da: 'Et tegn i gendannelseskoden er skrevet forkert. Læs koden på papiret igen, gruppe for gruppe.',
  en: 'A character in the recovery code is wrong. Read the code on the paper again, group by group.',
};

function checksum(secret: Buffer): string {
  return encode(createHash('sha256').update('spind recovery code').update(secret).digest(), checkCharacters);
}

/** The first `characters` × 5 bits, filled up with zero bits. */
function encode(bytes: Buffer, characters: number): string {
  let text = '';
  for (let at = 0; at < characters; at++) {
    let value = 0;
    for (let bit = at * 5; bit < at * 5 + 5; bit++) {
      value = value * 2 + (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    }
    text += alphabet.charAt(value);
  }
  return text;
}

function decode(characters: string): Buffer | null {
  const bytes = Buffer.alloc(secretBytes);
  for (let at = 0; at < characters.length; at++) {
    const value = alphabet.indexOf(characters.charAt(at));
    for (let place = 0; place < 5; place++) {
      if (((value >> (4 - place)) & 1) === 0) continue;
      const bit = at * 5 + place;
      if (bit >= secretBytes * 8) return null;
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (128 >> (bit & 7));
    }
  }
  return bytes;
}

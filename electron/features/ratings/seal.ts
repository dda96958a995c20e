import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { refuse } from '@shared/domain/text';
import { z } from 'zod';

/** About 0.3 s and 128 MiB a guess: what stands between the leader's copy of the file and a short code. */
const cost = { N: 2 ** 17, r: 8, p: 1 } as const;

const derivationSchema = z.object({ N: z.number(), r: z.number(), p: z.number(), salt: z.base64() });

/** Parameters and salt for a new code, as stored beside the sealed rating. */
export function newDerivation(): string {
  return JSON.stringify({ ...cost, salt: randomBytes(16).toString('base64') });
}

/** The key a code stands for, 32 bytes. */
export function keyOf(pin: string, derivation: string): Promise<Buffer> {
  const { N, r, p, salt } = derivationSchema.parse(JSON.parse(derivation));
  const options = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(pin.normalize('NFC'), Buffer.from(salt, 'base64'), 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** AES-256-GCM with a fresh nonce; the talk's id is bound in, so a sealed rating fits no other talk. */
export function seal(key: Buffer, talkId: string, content: unknown): { nonce: Buffer; sealed: Buffer } {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(talkId));
  const body = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
  return { nonce, sealed: Buffer.concat([body, cipher.getAuthTag()]) };
}

/** A code that does not open the rating. */
export const wrongPin = () =>
  refuse('invalid', {
    da: 'Koden er forkert. Prøv igen. Er den glemt, må vurderingen laves forfra; ingen kan læse den uden koden.',
    en: 'The code is wrong. Try again. If it is forgotten, the rating must be made again; nobody can read it without the code.',
  });

/** What was sealed. Throws `wrongPin` when the key is another or a byte has changed. */
export function unseal(
  key: Buffer,
  talkId: string,
  { nonce, sealed }: { nonce: Buffer; sealed: Buffer },
): unknown {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(talkId));
    decipher.setAuthTag(sealed.subarray(-16));
    const body = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw wrongPin();
  }
}

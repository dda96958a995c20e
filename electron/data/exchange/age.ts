import { randomBytes, scrypt } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { base64nopad } from '@scure/base';
import { Refusal } from '@shared/domain/text';
import { armor, Decrypter, Encrypter, type Identity, type Recipient, Stanza } from 'age-encryption';
import { no, type Patience } from './refusals';

/** Whom a file is locked to, and with what it is opened. */
export type Lock = { recipient: string } | { passphrase: string };
export type Unlock = { identity: string } | { passphrase: string };

/** As the school's own file: 128 MiB and at most about a second a guess, also on an old machine. */
const workFactor = 17;
/** What the `age` program itself asks for. More would keep whoever opens the file waiting, or take all her memory. */
const mostWork = 18;
/** A header holds a few lines; without a bound one line could be the whole file. */
const headerBytes = 64 * 1024;
const mostStanzas = 20;
const magic = 'age-encryption.org/v1\n';
const armourMagic = '-----BEGIN AGE ENCRYPTED FILE-----';

/** Encrypts in the public age format. `work` is the logarithm of scrypt's N; tests give a low one, the product never does. */
export async function encryptAge(bytes: Uint8Array, to: Lock, work = workFactor): Promise<Buffer> {
  const encrypter = new Encrypter();
  encrypter.addRecipient('recipient' in to ? to.recipient : passphraseRecipient(to.passphrase, work));
  return asBuffer(await encrypter.encrypt(bytes));
}

/** Whether a file wants a passphrase, which can be seen without opening it. False for what is no age file. */
export function wantsPassphrase(bytes: Buffer): boolean {
  try {
    return /^-> scrypt /m.test(headerOf(withoutArmour(bytes)));
  } catch {
    return false;
  }
}

/**
 * Decrypts an age file, armoured or not. Refuses what is no age file, somebody else's file, a wrong passphrase, absurd
 * work and every altered byte.
 */
export async function decryptAge(bytes: Buffer, unlock: Unlock, patience: Patience): Promise<Buffer> {
  const file = withoutArmour(bytes);
  headerOf(file);
  const seen: Seen = { passphrase: false };
  const decrypter = new Decrypter();
  decrypter.addIdentity(guard(seen));
  decrypter.addIdentity('identity' in unlock ? unlock.identity : passphraseIdentity(unlock.passphrase));
  try {
    const plain = await decrypter.decrypt(inPieces(file));
    return await collect(plain, patience);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (!(error instanceof Error) || !error.message.startsWith('no identity matched')) throw no.altered();
    if ('identity' in unlock) throw seen.passphrase ? no.needsPassphrase() : no.notForYou();
    throw seen.passphrase ? no.wrongPassphrase() : no.needsNoPassphrase();
  }
}

function withoutArmour(bytes: Buffer): Buffer {
  const start = bytes.subarray(0, 200).toString('latin1').trimStart();
  if (!start.startsWith(armourMagic)) return bytes;
  try {
    return asBuffer(armor.decode(bytes.toString('latin1')));
  } catch {
    throw no.altered();
  }
}

/** The header's text up to its code; refuses what has none. */
function headerOf(file: Buffer): string {
  const text = file.subarray(0, headerBytes).toString('latin1');
  if (!text.startsWith(magic)) throw no.notSpind();
  const end = text.indexOf('\n--- ');
  if (end === -1) throw no.altered();
  return text.slice(0, end + 1);
}

/** What a file can be opened with, to tell a wrong passphrase from somebody else's file. */
type Seen = { passphrase: boolean };

/** Looks at the header before anything is reckoned from it, and never opens anything itself. */
function guard(seen: Seen): Identity {
  return {
    unwrapFileKey(stanzas) {
      if (stanzas.length > mostStanzas) throw no.altered();
      seen.passphrase = stanzas.some(({ args }) => args[0] === 'scrypt');
      // A passphrase beside other keys could be anybody's; the format forbids it.
      if (seen.passphrase && stanzas.length > 1) throw no.altered();
      return null;
    },
  };
}

function passphraseRecipient(passphrase: string, work: number): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(16);
      const key = await stretch(passphrase, salt, work);
      const body = chacha20poly1305(key, new Uint8Array(12)).encrypt(fileKey);
      return [new Stanza(['scrypt', base64nopad.encode(salt), String(work)], body)];
    },
  };
}

/** The library's own would hold the whole program up while it reckons; this one leaves that to another thread. */
function passphraseIdentity(passphrase: string): Identity {
  return {
    async unwrapFileKey(stanzas) {
      const [stanza] = stanzas;
      if (stanza?.args[0] !== 'scrypt') return null;
      const [, salt = '', work = '', ...rest] = stanza.args;
      if (rest.length > 0 || !/^[1-9][0-9]?$/.test(work)) throw no.absurdWork();
      if (Number(work) > mostWork) throw no.absurdWork();
      const bytes = base64nopad.decode(salt);
      if (bytes.length !== 16 || stanza.body.length !== 32) throw no.altered();
      const key = await stretch(passphrase, bytes, Number(work));
      try {
        return chacha20poly1305(key, new Uint8Array(12)).decrypt(stanza.body);
      } catch {
        return null;
      }
    },
  };
}

function stretch(passphrase: string, salt: Uint8Array, work: number): Promise<Uint8Array> {
  const labelled = Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), salt]);
  const cost = { N: 2 ** work, r: 8, p: 1, maxmem: 256 * 2 ** work * 8 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), labelled, 32, cost, (error, key) =>
      error ? reject(error) : resolve(new Uint8Array(key)),
    );
  });
}

function inPieces(bytes: Buffer): ReadableStream<Uint8Array> {
  const pieceBytes = 1024 * 1024;
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(new Uint8Array(bytes.subarray(at, at + pieceBytes)));
      at += pieceBytes;
    },
  });
}

async function collect(stream: ReadableStream<Uint8Array>, patience: Patience): Promise<Buffer> {
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return Buffer.concat(pieces);
      pieces.push(value);
      patience.check();
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw error;
  }
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

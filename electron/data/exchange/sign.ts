import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { bech32 } from '@scure/base';
import { fingerprintOf } from '@shared/domain/fingerprint';

/**
 * One file's own keys: Ed25519 to sign with (raw, 32 bytes each) and age X25519 to receive with (`age1…`,
 * `AGE-SECRET-KEY-1…`).
 */
export type OwnKeys = { signPublic: Buffer; signPrivate: Buffer; recipient: string; identity: string };

/** New random keys. */
export function newKeys(): OwnKeys {
  const signing = generateKeyPairSync('ed25519');
  const receiving = generateKeyPairSync('x25519');
  return {
    signPublic: rawPublic(signing.publicKey),
    signPrivate: rawPrivate(signing.privateKey),
    recipient: bech32.encodeFromBytes('age', rawPublic(receiving.publicKey)),
    identity: bech32.encodeFromBytes('age-secret-key-', rawPrivate(receiving.privateKey)).toUpperCase(),
  };
}

/** The receiver's half of an age identity: `age1…`. */
export function recipientOf(identity: string): string {
  const seed = bech32.decodeToBytes(identity.toLowerCase()).bytes;
  const key = createPrivateKey({
    key: Buffer.concat([pkcs8.x25519, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  return bech32.encodeFromBytes('age', rawPublic(createPublicKey(key)));
}

/** Ed25519 over the bytes as they are: 64 bytes. */
export function signBytes(bytes: Uint8Array, signPrivate: Buffer): Buffer {
  const key = createPrivateKey({
    key: Buffer.concat([pkcs8.ed25519, signPrivate]),
    format: 'der',
    type: 'pkcs8',
  });
  return sign(null, bytes, key);
}

/** Whether the signature is the key's own over exactly these bytes. A key that is none signs nothing. */
export function isSignedBy(bytes: Uint8Array, signature: Buffer, signPublic: Buffer): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.concat([spki.ed25519, signPublic]),
      format: 'der',
      type: 'spki',
    });
    return verify(null, bytes, key, signature);
  } catch {
    return false;
  }
}

/** What two people read to each other: the same on both machines for the same keys, and for no others. */
export function keyFingerprint({ signPublic, recipient }: Pick<OwnKeys, 'signPublic' | 'recipient'>) {
  return fingerprintOf(createHash('sha256').update(signPublic).update(recipient).digest());
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What stands before the 32 bytes of a key in its DER form (RFC 8410). */
const pkcs8 = {
  ed25519: Buffer.from('302e020100300506032b657004220420', 'hex'),
  x25519: Buffer.from('302e020100300506032b656e04220420', 'hex'),
};
const spki = { ed25519: Buffer.from('302a300506032b6570032100', 'hex') };

const rawPublic = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).subarray(-32);
const rawPrivate = (key: KeyObject) => key.export({ format: 'der', type: 'pkcs8' }).subarray(-32);

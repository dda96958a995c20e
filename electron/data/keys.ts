import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { refuse, type Text } from '@shared/domain/text';
import { refuseData } from './data-refusal';
import { type KeyFile, type SecretKind, type SecretWrap, sealKeyFile } from './key-file';
import { newRecoveryCodeText, parseRecoveryCode } from './recovery-code';

/** Cost of a guess. The parameters are stored with each wrap, so a later version may raise them. */
export type KdfCost = { readonly N: number; readonly r: number; readonly p: number };

/** About 0.3 s and 128 MiB a guess. */
export const scryptCost: KdfCost = { N: 2 ** 17, r: 8, p: 1 };

/** Tests give a low cost; the product never does. */
export type KeyOptions = { readonly cost?: KdfCost };

const passphraseLength = 12;

/** Why a passphrase will not do, or null when it will: at least 12 characters, at least 4 different ones. */
export function passphraseProblem(passphrase: string): Text | null {
  const characters = [...passphrase.normalize('NFC')];
  if (characters.length < passphraseLength) {
    return {
      da: `Adgangssætningen skal have mindst ${passphraseLength} tegn. Fire-fem tilfældige ord er lette at huske.`,
      en: `The passphrase must have at least ${passphraseLength} characters. Four or five random words are easy to remember.`,
    };
  }
  if (characters.length > 1000) {
    return {
      da: 'Adgangssætningen må højst have 1000 tegn.',
      en: 'The passphrase may have 1000 characters at most.',
    };
  }
  if (new Set(characters).size < 4) {
    return {
      da: 'Adgangssætningen består af de samme få tegn. Brug flere forskellige.',
      en: 'The passphrase consists of the same few characters. Use a wider mix.',
    };
  }
  return null;
}

/**
 * A new random data key, locked by the passphrase and by a new recovery code. Nothing is written: the caller shows
 * the code and saves the file. Refuses (`invalid`) a poor passphrase.
 */
export async function createKeys(
  passphrase: string,
  options: KeyOptions = {},
): Promise<{ dataKey: Buffer; keyFile: KeyFile; recoveryCode: string }> {
  assertGoodPassphrase(passphrase);
  const dataKey = randomBytes(32);
  const recoveryCode = newRecoveryCodeText();
  const keyId = keyIdOf(dataKey);
  const wraps = [
    await wrap('passphrase', passphraseSecret(passphrase), dataKey, keyId, options),
    await wrap('recoveryCode', parseRecoveryCode(recoveryCode), dataKey, keyId, options),
  ];
  return { dataKey, keyFile: sealKeyFile({ format: 'spind-keys', version: 1, keyId, wraps }), recoveryCode };
}

/** The data key. Refuses `wrong-passphrase`, or `keys-damaged` when the passphrase was right. Changes nothing. */
export async function unlockWithPassphrase(keyFile: KeyFile, passphrase: string): Promise<Buffer> {
  return unwrap(keyFile, 'passphrase', passphraseSecret(passphrase));
}

/** The data key. Refuses `invalid` for a mistyped code, `wrong-recovery-code` for another file's. Changes nothing. */
export async function unlockWithRecoveryCode(keyFile: KeyFile, recoveryCode: string): Promise<Buffer> {
  return unwrap(keyFile, 'recoveryCode', parseRecoveryCode(recoveryCode));
}

/** A key file where `next` replaces `current`. The data is not encrypted anew; save it with `saveKeyFile`. */
export async function changePassphrase(
  keyFile: KeyFile,
  current: string,
  next: string,
  options: KeyOptions = {},
): Promise<KeyFile> {
  return setPassphrase(keyFile, await unlockWithPassphrase(keyFile, current), next, options);
}

/** A key file with a new passphrase for someone who came in by the recovery code and so holds the data key. */
export async function setPassphrase(
  keyFile: KeyFile,
  dataKey: Buffer,
  next: string,
  options: KeyOptions = {},
): Promise<KeyFile> {
  assertGoodPassphrase(next);
  return replaceWrap(keyFile, dataKey, 'passphrase', passphraseSecret(next), options);
}

/** A key file with a new recovery code; the old code opens nothing any more. */
export async function newRecoveryCode(
  keyFile: KeyFile,
  dataKey: Buffer,
  options: KeyOptions = {},
): Promise<{ keyFile: KeyFile; recoveryCode: string }> {
  const recoveryCode = newRecoveryCodeText();
  const secret = parseRecoveryCode(recoveryCode);
  return { keyFile: await replaceWrap(keyFile, dataKey, 'recoveryCode', secret, options), recoveryCode };
}

/**
 * Milliseconds to wait before the next try after `failures` wrong ones in a row: three are free, then 1, 2, 4 … to
 * 30 s. It slows guessing and never locks anyone out.
 */
export function waitAfterFailures(failures: number): number {
  return failures < 3 ? 0 : Math.min(30_000, 1000 * 2 ** Math.min(failures - 3, 10));
}

/** The public name of a data key. */
export function keyIdOf(dataKey: Buffer): string {
  return createHash('sha256').update('spind key id').update(dataKey).digest('hex').slice(0, 32);
}

function assertGoodPassphrase(passphrase: string): void {
  const problem = passphraseProblem(passphrase);
  if (problem) throw refuse('invalid', problem, { passphrase: problem });
}

/** å typed on a Mac may arrive as a and ring: the same passphrase must open on every machine. */
function passphraseSecret(passphrase: string): Buffer {
  return Buffer.from(passphrase.normalize('NFC'), 'utf8');
}

async function replaceWrap(
  keyFile: KeyFile,
  dataKey: Buffer,
  kind: SecretKind,
  secret: Buffer,
  options: KeyOptions,
): Promise<KeyFile> {
  if (keyIdOf(dataKey) !== keyFile.keyId) throw new Error('the data key does not belong to this key file');
  const { format, version, keyId, wraps } = keyFile;
  const renewed = await wrap(kind, secret, dataKey, keyId, options);
  const result = sealKeyFile({
    format,
    version,
    keyId,
    wraps: [...wraps.filter((w) => w.kind !== kind), renewed],
  });
  // The old wrap is about to go: prove first that the new one opens.
  if (!(await unwrap(result, kind, secret)).equals(dataKey)) throw new Error('the new wrap does not open');
  return result;
}

async function wrap(
  kind: SecretKind,
  secret: Buffer,
  dataKey: Buffer,
  keyId: string,
  { cost = scryptCost }: KeyOptions,
): Promise<SecretWrap> {
  const kdf = {
    name: 'scrypt' as const,
    N: cost.N,
    r: cost.r,
    p: cost.p,
    salt: randomBytes(16).toString('base64'),
  };
  const { key, verifier } = await stretch(secret, kdf);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associated(kind, keyId));
  const sealed = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  return {
    kind,
    kdf,
    verifier,
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

async function unwrap(keyFile: KeyFile, kind: SecretKind, secret: Buffer): Promise<Buffer> {
  const found = keyFile.wraps.find((w): w is SecretWrap => w.kind === kind);
  if (!found) throw refuseData('keys-damaged', unreadable);
  const { key, verifier } = await stretch(secret, found.kdf);
  if (!timingSafeEqual(digest(verifier), digest(found.verifier))) {
    throw kind === 'passphrase'
      ? refuseData('wrong-passphrase', wrongPassphrase)
      : refuseData('wrong-recovery-code', wrongRecoveryCode);
  }
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(found.nonce, 'base64'), {
      authTagLength: 16,
    });
    decipher.setAAD(associated(kind, keyFile.keyId));
    decipher.setAuthTag(Buffer.from(found.tag, 'base64'));
    const dataKey = Buffer.concat([decipher.update(Buffer.from(found.sealed, 'base64')), decipher.final()]);
    if (dataKey.length === 32 && keyIdOf(dataKey) === keyFile.keyId) return dataKey;
  } catch {
    // The verifier knew the secret, so it is the sealed key that is damaged: said below.
  }
  throw refuseData('keys-damaged', unreadable);
}

const wrongPassphrase: Text = {
  da: 'Adgangssætningen er forkert. Dine data er uberørt. Prøv igen, eller brug gendannelseskoden.',
  en: 'The passphrase is wrong. Your data is untouched. Try again, or use the recovery code.',
};
const wrongRecoveryCode: Text = {
  da: 'Gendannelseskoden er skrevet rigtigt, men den hører ikke til disse data. Måske er der lavet en nyere kode.',
  en: 'The recovery code is written correctly but does not belong to this data. Perhaps a newer code was made.',
};
const unreadable: Text = {
  da: 'Nøglefilen er beskadiget. Prøv med gendannelseskoden, eller gendan nøglefilen fra en sikkerhedskopi.',
  en: 'The key file is damaged. Try the recovery code, or restore the key file from a backup.',
};

function associated(kind: SecretKind, keyId: string): Buffer {
  return Buffer.from(`spind-keys 1 ${kind} ${keyId}`);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Half of the stretched secret locks the key; a hash of the other half tells whether the secret was right. */
async function stretch(secret: Buffer, kdf: SecretWrap['kdf']): Promise<{ key: Buffer; verifier: string }> {
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    const options = { N: kdf.N, r: kdf.r, p: kdf.p, maxmem: 256 * kdf.N * kdf.r };
    scrypt(secret, Buffer.from(kdf.salt, 'base64'), 64, options, (error, result) =>
      error ? reject(error) : resolve(result),
    );
  });
  const verifier = createHash('sha256').update('spind verifier').update(bytes.subarray(32)).digest('base64');
  return { key: bytes.subarray(0, 32), verifier };
}

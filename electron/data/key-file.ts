import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '@shared/domain/text';
import { z } from 'zod';
import { refuseData } from './data-refusal';
import { namesIn, writeAtomically } from './files';
import { dataPaths } from './folder';

const base64 = z.string().regex(/^[A-Za-z0-9+/]+=*$/);

/** Upper bounds keep a crafted file from asking for more memory or time than a machine has. */
const kdfSchema = z.object({
  name: z.literal('scrypt'),
  N: z
    .number()
    .int()
    .min(2)
    .max(2 ** 20)
    .refine((n) => Number.isInteger(Math.log2(n))),
  r: z.number().int().min(1).max(16),
  p: z.number().int().min(1).max(4),
  salt: base64,
});

const secretWrapSchema = z.object({
  kind: z.enum(['passphrase', 'recoveryCode']),
  kdf: kdfSchema,
  verifier: base64,
  nonce: base64,
  sealed: base64,
  tag: base64,
});
/** The data key locked by something a person knows. */
export type SecretWrap = z.infer<typeof secretWrapSchema>;
export type SecretKind = SecretWrap['kind'];

/** Other wraps (such as the key store of the operating system) are kept as they are by versions that do not know them. */
const otherWrapSchema = z.looseObject({
  kind: z.string().refine((kind) => kind !== 'passphrase' && kind !== 'recoveryCode'),
});

const keyFileSchema = z.object({
  format: z.literal('spind-keys'),
  version: z.literal(1),
  /** Public name of the data key: tells which keys open which backup, and nothing else. */
  keyId: z.string().regex(/^[0-9a-f]{32}$/),
  wraps: z.array(z.union([secretWrapSchema, otherWrapSchema])).min(1),
  /** SHA-256 over all the rest: tells a damaged key file from a wrong passphrase. */
  checksum: z.string(),
});
/** The data key, locked once for each way to open it. Holds nothing personal. */
export type KeyFile = z.infer<typeof keyFileSchema>;

const damaged: Text = {
  da: 'Nøglefilen (keys.json) er beskadiget. Din adgangssætning er ikke forkert, og dine data er uberørt. Gendan nøglefilen fra en sikkerhedskopi.',
  en: 'The key file (keys.json) is damaged. Your passphrase is not wrong and your data is untouched. Restore the key file from a backup.',
};
const newer: Text = {
  da: 'Nøglefilen er lavet af en nyere udgave af Spind. Installér den nyeste udgave.',
  en: 'The key file was made by a newer version of Spind. Install the newest version.',
};
const missing: Text = {
  da: 'Nøglefilen (keys.json) mangler i mappen med data. Uden den kan data ikke åbnes. Gendan den fra en sikkerhedskopi.',
  en: 'The key file (keys.json) is missing from the data folder. Data cannot be opened without it. Restore it from a backup.',
};

/** Completes a key file with its checksum. */
export function sealKeyFile(content: Omit<KeyFile, 'checksum'>): KeyFile {
  return { ...content, checksum: checksumOf(content) };
}

function checksumOf({ format, version, keyId, wraps }: Omit<KeyFile, 'checksum'>): string {
  return createHash('sha256')
    .update(JSON.stringify([format, version, keyId, wraps.map(canonical)]))
    .digest('hex');
}

/** The same bytes whatever order the properties were written in. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => [key, canonical(part)]);
}

/** Reads a key file's text; refuses `keys-damaged` or `newer`. */
export function parseKeyFile(text: string): KeyFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw refuseData('keys-damaged', damaged);
  }
  const version = z.object({ format: z.literal('spind-keys'), version: z.number() }).safeParse(content);
  if (version.success && version.data.version > 1) throw refuseData('newer', newer);
  const parsed = keyFileSchema.safeParse(content);
  if (!parsed.success || parsed.data.checksum !== checksumOf(parsed.data))
    throw refuseData('keys-damaged', damaged);
  return parsed.data;
}

/** Reads the key file of a data folder or a backup; refuses `keys-missing`, `keys-damaged` or `newer`. */
export function readKeyFile(file: string): KeyFile {
  if (!existsSync(file)) throw refuseData('keys-missing', missing);
  return parseKeyFile(readFileSync(file, 'utf8'));
}

export function keyFileText(keyFile: KeyFile): string {
  return `${JSON.stringify(keyFile, null, 2)}\n`;
}

/**
 * Puts a key file in place: the old one or the new one is there at every moment. Copies beside the folder's own
 * backups follow, so that a passphrase that was given up opens nothing any more.
 */
export function saveKeyFile(folder: string, keyFile: KeyFile): void {
  const paths = dataPaths(folder);
  writeAtomically(paths.keys, keyFileText(keyFile));
  for (const { file, content } of keyCopies(folder)) {
    if (content.keyId === keyFile.keyId) writeAtomically(file, keyFileText(keyFile));
  }
}

/** The newest readable copy of the keys among the backups, for when `keys.json` is lost or damaged; null when none. */
export function newestKeyCopy(folder: string): KeyFile | null {
  return keyCopies(folder).at(-1)?.content ?? null;
}

function keyCopies(folder: string): { file: string; content: KeyFile }[] {
  const { backups } = dataPaths(folder);
  return namesIn(backups)
    .filter((name) => name.endsWith('.keys.json'))
    .flatMap((name) => {
      const file = join(backups, name);
      try {
        return [{ file, content: readKeyFile(file) }];
      } catch {
        return [];
      }
    });
}

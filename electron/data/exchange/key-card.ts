import { line } from '@shared/contract/core';
import { type SenderKind, senderKinds } from '@shared/domain/exchange-kinds';
import { refuse } from '@shared/domain/text';
import { z } from 'zod';
import { jsonBytes, shaped } from './json';
import { bytesText, recipientText } from './manifest';
import { isSignedBy, type OwnKeys, signBytes } from './sign';

/** What somebody hands out so that files can be locked to her and her signature known: a `.spindkey`, in clear. */
export type KeyCard = { name: string; kind: SenderKind; signPublic: Buffer; recipient: string };

const version = 1;
/** A key file is a few hundred bytes. */
const keyCardBytes = 20_000;

const versionOf = z.object({ format: z.literal('spind-key'), version: z.int().positive() });
const cardShape = z.object({
  name: line(),
  kind: z.enum(senderKinds),
  signPublic: bytesText(32),
  recipient: recipientText,
  createdAt: z.iso.datetime(),
  signature: bytesText(64),
});

/** Own keys as a file, signed by themselves so that the two belong together. Holds no secret and no person's name. */
export function writeKeyCard(
  { name, kind }: { name: string; kind: SenderKind },
  keys: OwnKeys,
  now: Date,
): Buffer {
  const { signPublic, recipient } = keys;
  const createdAt = now.toISOString();
  const signature = signBytes(signedPart({ name, kind, signPublic, recipient, createdAt }), keys.signPrivate);
  const card = {
    format: 'spind-key',
    version,
    name,
    kind,
    signPublic: signPublic.toString('base64'),
    recipient,
    createdAt,
    signature: signature.toString('base64'),
  };
  return Buffer.from(`${JSON.stringify(card, null, 2)}\n`);
}

/** Reads a `.spindkey`. Refuses what is none, what a newer Spind made and what was altered. */
export function readKeyCard(bytes: Buffer): KeyCard {
  const first = bytes.length <= keyCardBytes ? shaped(versionOf, bytes) : null;
  if (!first) {
    throw refuse('invalid', {
      da: 'Det er ikke en nøglefil fra Spind. Vælg en fil, der ender på .spindkey.',
      en: 'That is not a key file from Spind. Choose a file that ends in .spindkey.',
    });
  }
  if (first.version > version) {
    throw refuse('invalid', {
      da: 'Nøglefilen er lavet med en nyere Spind. Opdatér Spind, og hent den så.',
      en: 'The key file was made with a newer Spind. Update Spind, then add it.',
    });
  }
  const card = shaped(cardShape, bytes);
  if (!card || !isSignedBy(signedPart(card), card.signature, card.signPublic)) {
    throw refuse('invalid', {
      da: 'Nøglefilen er ændret eller gået i stykker undervejs. Bed om den igen.',
      en: 'The key file has been altered or damaged on its way. Ask for it again.',
    });
  }
  const { name, kind, signPublic, recipient } = card;
  return { name, kind, signPublic, recipient };
}

/** As JSON in a fixed order, which keeps the fields apart without doubt. */
function signedPart(card: KeyCard & { createdAt: string }): Buffer {
  const { name, kind, signPublic, recipient, createdAt } = card;
  return jsonBytes(['spind-key', version, name, kind, signPublic.toString('base64'), recipient, createdAt]);
}

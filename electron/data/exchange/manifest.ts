import { line } from '@shared/contract/core';
import { senderKinds } from '@shared/domain/exchange-kinds';
import { z } from 'zod';
import { exchangeLimits } from './refusals';
import { entryNames } from './zip';

/** Version of the container that this program writes, and the newest it reads. */
export const containerVersion = 1;

/** An age X25519 recipient: `age1` and 58 characters of bech32. */
export const recipientText = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/);
/** What a file is about: a case's id. */
export const subjectId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
/** Bytes as base64. */
export const bytesText = (length: number) =>
  z
    .base64()
    .max(4 * Math.ceil(length / 3))
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((bytes) => bytes.length === length);

/** Read before anything else, so that a file from a later Spind is named as such and not as damaged. */
export const versionOf = z.object({ format: z.literal('spind-exchange'), version: z.int().positive() });

const entry = z.object({
  name: z.string().refine((name) => entryNames.part.test(name) || entryNames.attachment.test(name)),
  size: z.int().min(0).max(exchangeLimits.entryBytes),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What the sender signs: who writes what to whom as which number, and the SHA-256 of everything that comes with it. */
export const manifestShape = z.object({
  format: z.literal('spind-exchange'),
  version: z.literal(containerVersion),
  sender: z.object({ name: line(), kind: z.enum(senderKinds), recipient: recipientText }),
  /** Whom it is locked to, so that a receiver cannot pass it on as if it had been sent to somebody else. */
  to: recipientText.nullable(),
  seq: z.int().positive().max(1_000_000_000),
  kind: z.string().regex(/^[A-Za-z]{1,40}$/),
  subjectId,
  createdAt: z.iso.datetime(),
  counts: z.object({ parts: z.int().min(0), attachments: z.int().min(0) }),
  entries: z.array(entry).max(exchangeLimits.entries),
});
export type Manifest = z.output<typeof manifestShape>;

export const signatureShape = z.object({
  algorithm: z.literal('ed25519'),
  publicKey: bytesText(32),
  signature: bytesText(64),
});

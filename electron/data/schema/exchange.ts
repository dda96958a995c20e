import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, moment } from './columns';

/** This file's own keys, made at first use: one to sign with, one to receive with. Exactly one row. */
export const exchangeKeys = sqliteTable('exchange_keys', {
  id: id(),
  /** Ed25519, raw 32 bytes each. */
  signPublic: blob('sign_public', { mode: 'buffer' }).notNull(),
  signPrivate: blob('sign_private', { mode: 'buffer' }).notNull(),
  /** age X25519: `age1…` and `AGE-SECRET-KEY-1…`. */
  recipient: text('recipient').notNull(),
  identity: text('identity').notNull(),
  createdAt: moment('created_at').notNull(),
});

/** Somebody files are exchanged with, known by her keys. */
export const exchangePartners = sqliteTable(
  'exchange_partners',
  {
    id: id(),
    name: text('name').notNull(),
    kind: text('kind', { enum: ['school', 'hr'] }).notNull(),
    signPublic: blob('sign_public', { mode: 'buffer' }).notNull(),
    recipient: text('recipient').notNull(),
    /** `compared`: the fingerprint was read aloud and was the same. */
    trust: text('trust', { enum: ['new', 'compared', 'blocked'] }).notNull(),
    addedAt: moment('added_at').notNull(),
    comparedAt: moment('compared_at'),
    removedAt: moment('removed_at'),
  },
  (table) => [uniqueIndex('exchange_partners_key').on(table.signPublic)],
);

/** Every file that was written or read, by its number: an older or repeated one changes nothing. */
export const exchangePackages = sqliteTable(
  'exchange_packages',
  {
    id: id(),
    direction: text('direction', { enum: ['out', 'in'] }).notNull(),
    partnerId: text('partner_id').references(() => exchangePartners.id),
    kind: text('kind').notNull(),
    /** What it is about: a case, a handover. */
    subjectId: text('subject_id').notNull(),
    seq: integer('seq').notNull(),
    /** SHA-256 of the signed content. */
    sha256: text('sha256').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    index('exchange_packages_subject').on(table.subjectId),
    uniqueIndex('exchange_packages_once').on(table.direction, table.sha256),
  ],
);

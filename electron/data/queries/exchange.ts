import { randomUUID } from 'node:crypto';
import { type PackageKind, type SenderKind, senderOf } from '@shared/domain/exchange-kinds';
import { and, eq, isNull, max } from 'drizzle-orm';
import { appendAudit } from '../audit';
import type { OpenedPackage } from '../exchange/container';
import { no } from '../exchange/refusals';
import { newKeys, type OwnKeys, sha256 } from '../exchange/sign';
import type { Database } from '../open';
import { exchangeKeys, exchangePackages, exchangePartners } from '../schema/exchange';
import { schools } from '../schema/school';
import { immediate } from '../transaction';

/** Somebody files are exchanged with. */
export type Partner = typeof exchangePartners.$inferSelect;

/** This file's own keys, made at first use and never changed: whoever has been given them counts on them. */
export function ownKeys(db: Database, now: Date): OwnKeys {
  const kept = db.select().from(exchangeKeys).get();
  if (kept) return kept;
  const made = { id: randomUUID(), ...newKeys(), createdAt: now.toISOString() };
  const store = () => {
    db.insert(exchangeKeys).values(made).run();
    appendAudit(
      db,
      { action: 'exchange.keys-made', entity: 'exchangeKeys', entityId: made.id, fields: ['recipient'] },
      { at: made.createdAt, actor: 'leader' },
    );
  };
  if (db.$client.inTransaction) store();
  else immediate(db, store);
  return made;
}

/** Who this file says it comes from: the school, or HR. */
export function ownSender(db: Database): { senderName: string; senderKind: SenderKind } {
  const school = db.select({ name: schools.name, profile: schools.profile }).from(schools).get();
  return { senderName: school?.name ?? '', senderKind: school?.profile === 'hr' ? 'hr' : 'school' };
}

/** Who signs with this key; null for nobody on the list. */
export function partnerOf(db: Database, signPublic: Buffer): Partner | null {
  const found = db
    .select()
    .from(exchangePartners)
    .where(and(eq(exchangePartners.signPublic, signPublic), isNull(exchangePartners.removedAt)))
    .get();
  return found ?? null;
}

/** A card with somebody's keys, or a file's signature, that is to come on the list. */
export type NewPartner = Pick<Partner, 'name' | 'kind' | 'signPublic' | 'recipient'>;

/** Whoever has this key and was taken off the list; null for somebody new. Refuses who is on it, and own keys. */
export function removedPartner(
  db: Database,
  { signPublic, recipient }: Pick<NewPartner, 'signPublic' | 'recipient'>,
): Partner | null {
  const own = db.select().from(exchangeKeys).get();
  if (own?.signPublic.equals(signPublic)) throw no.ownKeyFile();
  const known = db.select().from(exchangePartners).where(eq(exchangePartners.signPublic, signPublic)).get();
  if (!known) return null;
  if (known.recipient !== recipient) throw no.changedHalf(known.name);
  if (known.removedAt === null) throw no.onList(known.name);
  return known;
}

/**
 * Puts somebody on the list. Who was taken off it comes back under the same id and as she was known: a block stays, and a
 * fingerprint that was compared is. Runs in the caller's transaction. Refuses who is on the list, and own keys.
 */
export function putOnList(db: Database, { name, ...card }: NewPartner, now: Date): Partner {
  const removed = removedPartner(db, card);
  if (removed) {
    return db
      .update(exchangePartners)
      .set({ name, removedAt: null })
      .where(eq(exchangePartners.id, removed.id))
      .returning()
      .get();
  }
  return db
    .insert(exchangePartners)
    .values({ id: randomUUID(), name, ...card, trust: 'new', addedAt: now.toISOString() })
    .returning()
    .get();
}

/** What the reader is ready to take: which kinds, and about which subject where it must be a certain one. */
export type Expected = { kinds: readonly PackageKind[]; subjectId?: string };

/**
 * Who sent it, when all is well; changes nothing. Refuses an unknown or blocked signer, own files, other kinds than
 * expected, a kind its sender may not send, another subject, what has been read before and what is older than that.
 */
export function judgePackage(db: Database, opened: OpenedPackage, expected: Expected): Partner {
  const partner = partnerOf(db, opened.signPublic);
  if (!partner) {
    const own = db.select().from(exchangeKeys).get();
    throw own?.signPublic.equals(opened.signPublic) ? no.ownFile() : no.unknownSigner(opened.senderName);
  }
  const { id, name } = partner;
  if (partner.trust === 'blocked') throw no.blockedSigner(name);
  if (partner.recipient !== opened.recipient) throw no.changedKeys(name);
  if (!expected.kinds.includes(opened.kind)) throw no.wrongKind();
  if (partner.kind !== senderOf[opened.kind]) throw no.wrongSender(name);
  if (expected.subjectId !== undefined && expected.subjectId !== opened.subjectId) throw no.wrongSubject();
  const isRead = db
    .select({ id: exchangePackages.id })
    .from(exchangePackages)
    .where(and(eq(exchangePackages.direction, 'in'), eq(exchangePackages.sha256, opened.sha256)))
    .get();
  if (isRead) throw no.repeated();
  const newest = db
    .select({ seq: max(exchangePackages.seq) })
    .from(exchangePackages)
    .where(
      and(
        eq(exchangePackages.direction, 'in'),
        eq(exchangePackages.partnerId, id),
        eq(exchangePackages.subjectId, opened.subjectId),
      ),
    )
    .get();
  if ((newest?.seq ?? 0) >= opened.seq) throw no.older(name);
  return partner;
}

/**
 * Judges as `judgePackage` does and records that it was read. Belongs in the transaction that writes what the package
 * says, so that neither is there without the other.
 */
export function acceptPackage(
  db: Database,
  opened: OpenedPackage,
  { now, ...expected }: Expected & { now: Date },
): Partner {
  const partner = judgePackage(db, opened, expected);
  const { kind, subjectId, seq } = opened;
  db.insert(exchangePackages)
    .values({
      id: randomUUID(),
      direction: 'in',
      partnerId: partner.id,
      kind,
      subjectId,
      seq,
      sha256: opened.sha256,
      at: now.toISOString(),
    })
    .run();
  return partner;
}

/** A file that was written: `bytes` as they went out. `partnerId` is null when it was locked to a passphrase. */
export type Sent = {
  partnerId: string | null;
  kind: PackageKind;
  subjectId: string;
  seq: number;
  bytes: Buffer;
};

/** Records a file that was written, once it lies where the person wanted it. */
export function recordSent(db: Database, { bytes, ...sent }: Sent, now: Date): void {
  db.insert(exchangePackages)
    .values({ id: randomUUID(), direction: 'out', ...sent, sha256: sha256(bytes), at: now.toISOString() })
    .run();
}

/**
 * The number of the next file about a subject: above all that were sent and received, so that a file from a restored
 * backup catches up with the first answer it reads.
 */
export function nextSeq(db: Database, subjectId: string): number {
  const newest = db
    .select({ seq: max(exchangePackages.seq) })
    .from(exchangePackages)
    .where(eq(exchangePackages.subjectId, subjectId))
    .get();
  return (newest?.seq ?? 0) + 1;
}

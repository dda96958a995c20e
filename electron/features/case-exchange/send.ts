import type { caseExchange } from '@shared/contract/case-exchange';
import type { Input, Output } from '@shared/contract/core';
import type { PackageKind } from '@shared/domain/exchange-kinds';
import { refuse } from '@shared/domain/text';
import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import { sealPackage } from '../../data/exchange/container';
import type { Database } from '../../data/open';
import { nextSeq, ownKeys, ownSender, type Partner, recordSent } from '../../data/queries/exchange';
import { isHrFile } from '../../data/queries/hr';
import { casePackage, decisionPackage } from '../../data/queries/merit';
import { sends, standing } from '../../data/queries/merit-travel';
import { exchangePartners } from '../../data/schema/exchange';
import { meritCases } from '../../data/schema/merit';
import type { Context } from '../context';

type CaseRow = typeof meritCases.$inferSelect;

/** A case that stands; refuses `not-found`. */
export function theCase(db: Database, caseId: string): CaseRow {
  const one = db
    .select()
    .from(meritCases)
    .where(and(eq(meritCases.id, caseId), isNull(meritCases.removedAt)))
    .get();
  if (one) return one;
  throw refuse('not-found', { da: 'Sagen findes ikke længere.', en: 'The case no longer exists.' });
}

/** Whom files about a case can be locked to: a case that came from a school goes back there, a school's own to HR. */
export function receivers(db: Database, { partnerId }: CaseRow): Partner[] {
  const rightOnes = partnerId !== null ? eq(exchangePartners.id, partnerId) : eq(exchangePartners.kind, 'hr');
  return db
    .select()
    .from(exchangePartners)
    .where(and(rightOnes, isNull(exchangePartners.removedAt), ne(exchangePartners.trust, 'blocked')))
    .orderBy(asc(exchangePartners.addedAt))
    .all();
}

/** Which case, whether it can be sent, to whom, and what has travelled. */
export function ofCase(
  { db }: Context,
  { caseId }: Input<typeof caseExchange.ofCase>,
): Output<typeof caseExchange.ofCase> {
  const one = theCase(db, caseId);
  const stands = standing(db, one);
  const names = new Map(
    db
      .select({ id: exchangePartners.id, name: exchangePartners.name })
      .from(exchangePartners)
      .all()
      .map(({ id, name }) => [id, name]),
  );
  const possible = receivers(db, one).map(({ id, name, trust }) => ({ partnerId: id, name, trust }));
  const last = stands.packages.filter(({ partnerId }) => partnerId !== null).at(-1)?.partnerId;
  const usual = possible.find(({ partnerId }) => partnerId === last) ?? possible[0];
  return {
    sends: sends(one, stands),
    isUnsent: stands.isUnsent,
    receivers: possible,
    receiverId: usual?.partnerId ?? null,
    travelled: stands.packages.map(({ direction, seq, at, partnerId }) => ({
      direction,
      seq,
      at,
      partnerName: partnerId === null ? null : (names.get(partnerId) ?? null),
    })),
  };
}

/** Writes a school's case for HR, locked to HR's key or, for a first contact, to a passphrase. */
export function sendCase(
  context: Context,
  { caseId, to }: Input<typeof caseExchange.sendCase>,
): Promise<Output<typeof caseExchange.sendCase>> {
  const { db } = context;
  const one = theCase(db, caseId);
  const stands = standing(db, one);
  if (one.state === 'submitted' && stands.spoken.length > 0) throw decidedHere();
  if (isHrFile(db) || sends(one, stands) !== 'meritCase') throw notNow();
  const content = casePackage(db, caseId);
  if ('passphrase' in to) return write(context, { caseId, kind: 'meritCase', content, receiver: null, to });
  const receiver = receivers(db, one).find(({ id }) => id === to.partnerId);
  if (!receiver) throw noReceiver();
  return write(context, { caseId, kind: 'meritCase', content, receiver, to: receiver });
}

/** Writes HR's answer for the school the case came from, and for no other. */
export function sendAnswer(
  context: Context,
  { caseId }: Input<typeof caseExchange.sendAnswer>,
): Promise<Output<typeof caseExchange.sendAnswer>> {
  const { db } = context;
  const one = theCase(db, caseId);
  if (sends(one, standing(db, one)) !== 'meritDecision') throw notNow();
  const [receiver] = receivers(db, one);
  if (!receiver) throw noReceiver();
  const content = decisionPackage(db, caseId);
  return write(context, { caseId, kind: 'meritDecision', content, receiver, to: receiver });
}

type Letter = {
  caseId: string;
  kind: PackageKind;
  content: { parts: Record<string, unknown>; attachments: readonly { id: string; bytes: Buffer }[] };
  receiver: Partner | null;
  to: { recipient: string } | { passphrase: string };
};

async function write(context: Context, { caseId, kind, content, receiver, to }: Letter) {
  const { db, machine } = context;
  const now = context.now();
  const seq = nextSeq(db, caseId);
  const lock = 'passphrase' in to ? { passphrase: to.passphrase } : { recipient: to.recipient };
  const bytes = await sealPackage(
    { ...ownSender(db), kind, subjectId: caseId, seq, ...content },
    ownKeys(db, now),
    lock,
    now,
  );
  const fileName = fileNameOf(kind, caseId, seq);
  const saved = await machine.saveFile('exchange', fileName, bytes);
  if (saved) {
    const entry = { action: 'caseExchange.sent', entity: 'meritCase', entityId: caseId, fields: [kind] };
    context.write(entry, (within) =>
      recordSent(within, { partnerId: receiver?.id ?? null, kind, subjectId: caseId, seq, bytes }, now),
    );
  }
  return { saved, fileName };
}

/** Says which case and which number, and nobody's name. */
const fileNameOf = (kind: PackageKind, caseId: string, seq: number) =>
  `merit-${caseId.slice(0, 8)}${kind === 'meritDecision' ? '-svar' : ''}-${seq}.spind`;

const notNow = () =>
  refuse('conflict', {
    da: 'Sagen kan ikke sendes, som den står nu. Se, hvad der mangler.',
    en: 'The case cannot be sent as it stands now. See what is missing.',
  });

const decidedHere = () =>
  refuse('conflict', {
    da: 'En af de to har allerede taget stilling her i denne runde, så sagen afgøres her og ikke hos HR.',
    en: 'One of the two has already taken a position here in this round, so the case is decided here and not by HR.',
  });

const noReceiver = () =>
  refuse('not-found', {
    da: 'Modtageren er ikke længere på listen eller er blokeret. Se under Udveksling.',
    en: 'The receiver is no longer on the list or is blocked. Look under Exchange.',
  });

import { randomUUID } from 'node:crypto';
import type { ChosenFile, caseExchange } from '@shared/contract/case-exchange';
import type { Input, Output } from '@shared/contract/core';
import type { PackageKind } from '@shared/domain/exchange-kinds';
import { refuse } from '@shared/domain/text';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { wantsPassphrase } from '../../data/exchange/age';
import { type OpenedPackage, openPackage } from '../../data/exchange/container';
import { exchangeLimits, no } from '../../data/exchange/refusals';
import { keyFingerprint } from '../../data/exchange/sign';
import type { Database, OpenDatabase } from '../../data/open';
import { acceptPackage, ownKeys, type Partner, partnerOf, putOnList } from '../../data/queries/exchange';
import { isHrFile } from '../../data/queries/hr';
import { writeIncomingCase, writeIncomingDecision } from '../../data/queries/merit';
import { rehearse } from '../../data/rehearse';
import { exchangeKeys, exchangePackages, exchangePartners } from '../../data/schema/exchange';
import { attachments } from '../../data/schema/leader-training';
import { meritCases, meritEvidence, meritPositions } from '../../data/schema/merit';
import type { Context } from '../context';

/** The file that waits for a decision. It goes when the school's file is locked, with the open database it belongs to. */
type Waiting = { token: string; fileName: string; bytes: Buffer; opened: OpenedPackage | null };
const waiting = new WeakMap<OpenDatabase, Waiting>();

/** Asks for a file, opens it and says what it would do. Nothing is written. */
export async function chooseFile(context: Context): Promise<ChosenFile | null> {
  const file = await context.machine.chooseFile('exchange', exchangeLimits.fileBytes);
  if (!file) return null;
  const locked = wantsPassphrase(file.bytes);
  const opened = locked
    ? null
    : await openPackage(file.bytes, { identity: ownKeys(context.db, context.now()).identity });
  return keep(context, { token: randomUUID(), fileName: file.name, bytes: file.bytes, opened });
}

/** Opens the chosen file with its passphrase. */
export async function openFile(
  context: Context,
  { token, passphrase }: Input<typeof caseExchange.open>,
): Promise<ChosenFile> {
  const file = theFile(context, token);
  const opened = file.opened ?? (await openPackage(file.bytes, { passphrase }));
  return keep(context, { ...file, opened });
}

/**
 * Puts the signer of the chosen file on the list, by a person's own act: she says back the fingerprint she saw. Refuses
 * a signer who is there already, and a fingerprint that is not the file's.
 */
export function addSender(
  context: Context,
  { token, fingerprint, compared }: Input<typeof caseExchange.addSender>,
): ChosenFile {
  const { opened } = theFile(context, token);
  if (!opened) throw stillLocked();
  if (keyFingerprint(opened).join() !== fingerprint.join()) {
    throw refuse('conflict', {
      da: 'Det er ikke filens fingeraftryk. Vælg filen igen, og sammenlign på ny.',
      en: 'That is not the file’s fingerprint. Choose the file again and compare once more.',
    });
  }
  context.write<string>(
    (id) => ({
      action: 'exchangePartner.added',
      entity: 'exchangePartner',
      entityId: id,
      fields: ['name', 'kind', 'signPublic', 'recipient', 'trust'],
    }),
    (db) => addPartner(db, opened, compared, context.now()),
  );
  return shown(context, theFile(context, token));
}

/** Takes the chosen file in: who sent it, what it says and that it was read, all in one or nothing. */
export function applyFile(
  context: Context,
  { token }: Input<typeof caseExchange.apply>,
): Output<typeof caseExchange.apply> {
  const { opened } = theFile(context, token);
  if (!opened) throw stillLocked();
  const caseId = opened.subjectId;
  context.write(
    { action: 'caseExchange.read', entity: 'meritCase', entityId: caseId, fields: [opened.kind] },
    (db) => takeIn(db, opened, context.now()),
  );
  forgetFile(context, token);
  return { caseId };
}

/** Lets go of the file that was read. */
export function forgetFile({ session }: Context, token: string): void {
  if (session.open && waiting.get(session.open)?.token === token) waiting.delete(session.open);
}

function keep(context: Context, file: Waiting): ChosenFile {
  const { open } = context.session;
  // Locked while the file was read: nothing of it may stay in memory.
  if (!open) throw notWaiting();
  const answer = shown(context, file);
  waiting.set(open, file);
  return answer;
}

function theFile({ session }: Context, token: string): Waiting {
  const found = session.open ? waiting.get(session.open) : undefined;
  if (found?.token !== token) throw notWaiting();
  return found;
}

/** What the page is told of a file. A file that must not be taken in is refused here already. */
function shown({ db, now }: Context, { token, fileName, opened }: Waiting): ChosenFile {
  if (!opened) return { token, fileName, needsPassphrase: true, sender: null, plan: null };
  const partner = partnerOf(db, opened.signPublic);
  const own = db.select({ signPublic: exchangeKeys.signPublic }).from(exchangeKeys).get();
  const isStranger = !partner && !own?.signPublic.equals(opened.signPublic);
  // A file that could not be taken in anyway must not make anybody put its writer on the list.
  const plan = planOf(db, opened, now(), isStranger);
  const { senderName, senderKind } = opened;
  return {
    token,
    fileName,
    needsPassphrase: false,
    sender: {
      name: partner?.name ?? senderName,
      kind: partner?.kind ?? senderKind,
      fingerprint: keyFingerprint(opened),
      trust: partner?.trust ?? null,
    },
    plan: isStranger ? null : plan,
  };
}

/** HR takes cases in, a school takes answers. */
const kindsHere = (db: Database): PackageKind[] => [isHrFile(db) ? 'meritCase' : 'meritDecision'];

function takeIn(db: Database, opened: OpenedPackage, now: Date): void {
  const partner = acceptPackage(db, opened, { kinds: kindsHere(db), now });
  if (opened.kind === 'meritDecision') checkAsked(db, opened.subjectId, partner);
  const { caseId } =
    opened.kind === 'meritCase'
      ? writeIncomingCase(db, opened, partner.id, now)
      : writeIncomingDecision(db, opened, now);
  // The number was judged for the case on the outside; inside must be the same one.
  if (caseId !== opened.subjectId) throw no.wrongSubject();
}

/** A case that was sent to one office is not decided by another. */
function checkAsked(db: Database, caseId: string, { id, name }: Partner): void {
  const sent = db
    .select({ partnerId: exchangePackages.partnerId })
    .from(exchangePackages)
    .where(and(eq(exchangePackages.subjectId, caseId), eq(exchangePackages.direction, 'out')))
    .all();
  // Whoever was given a passphrase was not on the list then.
  const isAsked = sent.length === 0 || sent.some(({ partnerId }) => partnerId === null || partnerId === id);
  if (isAsked) return;
  throw refuse('forbidden', {
    da: `Sagen er ikke sendt til ${name}, så et svar derfra tæller ikke. Sagen er ikke ændret.`,
    en: `The case was not sent to ${name}, so an answer from there does not count. The case is unchanged.`,
  });
}

/** What taking it in does, found out by taking it in and taking that back; for a stranger as if she were known. */
function planOf(
  db: Database,
  opened: OpenedPackage,
  now: Date,
  isStranger: boolean,
): NonNullable<ChosenFile['plan']> {
  const caseId = opened.subjectId;
  const find = () => db.select().from(meritCases).where(eq(meritCases.id, caseId)).get();
  const before = find();
  return rehearse(db, () => {
    if (isStranger) addPartner(db, opened, false, now);
    takeIn(db, opened, now);
    const after = find();
    if (!after) throw new Error('a file was taken in and its case is not there');
    return {
      kind: opened.kind,
      caseId,
      seq: opened.seq,
      effect: opened.kind === 'meritDecision' ? 'decision' : before ? 'newerCase' : 'newCase',
      applicantName: after.applicantName,
      appliedOn: after.appliedOn,
      stateBefore: before?.state ?? null,
      stateAfter: after.state,
      ects: after.ects,
      attachments: opened.kind === 'meritCase' ? attachmentsOf(db, caseId) : [],
      positions: db
        .select({ role: meritPositions.role, name: meritPositions.name, takenAt: meritPositions.takenAt })
        .from(meritPositions)
        .where(eq(meritPositions.caseId, caseId))
        .orderBy(asc(meritPositions.round), asc(meritPositions.takenAt), asc(meritPositions.role))
        .all(),
      writtenAt: opened.createdAt,
    };
  });
}

const attachmentsOf = (db: Database, caseId: string) =>
  db
    .select({ name: attachments.name, size: attachments.size })
    .from(meritEvidence)
    .innerJoin(attachments, eq(attachments.id, meritEvidence.attachmentId))
    .where(and(eq(meritEvidence.caseId, caseId), isNull(meritEvidence.removedAt)))
    .orderBy(asc(meritEvidence.position))
    .all();

/** The signer of a file comes on the list. One who was blocked is not unblocked by sending another file. */
function addPartner(
  db: Database,
  { signPublic, recipient, senderName: name, senderKind: kind }: OpenedPackage,
  compared: boolean,
  now: Date,
): string {
  const { id, trust } = putOnList(db, { name, kind, signPublic, recipient }, now);
  if (trust === 'blocked') throw no.blockedAndRemoved(name);
  if (compared) {
    const isNow = { trust: 'compared', comparedAt: now.toISOString() } as const;
    db.update(exchangePartners).set(isNow).where(eq(exchangePartners.id, id)).run();
  }
  return id;
}

const notWaiting = () =>
  refuse('not-found', {
    da: 'Filen er ikke længere åben i Spind. Vælg den igen.',
    en: 'The file is no longer open in Spind. Choose it again.',
  });

const stillLocked = () =>
  refuse('conflict', {
    da: 'Filen er låst med en adgangssætning. Skriv den først.',
    en: 'The file is locked with a passphrase. Enter it first.',
  });

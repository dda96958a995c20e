import { type PackageKind, packageKinds, type SenderKind } from '@shared/domain/exchange-kinds';
import { Refusal, refuse } from '@shared/domain/text';
import { passphraseProblem } from '../keys';
import { decryptAge, encryptAge, type Lock, type Unlock } from './age';
import { jsonBytes, parseJson, shaped } from './json';
import { containerVersion, type Manifest, manifestShape, signatureShape, versionOf } from './manifest';
import { exchangeLimits, no, type Patience, patienceFor } from './refusals';
import { isSignedBy, type OwnKeys, recipientOf, sha256, signBytes } from './sign';
import { entryNames, openZip, packZip, type ZipEntries } from './zip';

/** What travels: JSON parts by name, attachments by id with their bytes as they are. */
export type PackageContent = {
  readonly kind: PackageKind;
  /** What it is about, the same id in both files. */
  readonly subjectId: string;
  /** Number in the sequence of files about it; see `nextSeq`. */
  readonly seq: number;
  readonly senderName: string;
  readonly senderKind: SenderKind;
  readonly parts: Readonly<Record<string, unknown>>;
  readonly attachments: readonly { id: string; bytes: Buffer }[];
};

export type OpenedPackage = {
  readonly kind: PackageKind;
  readonly subjectId: string;
  readonly seq: number;
  readonly senderName: string;
  readonly senderKind: SenderKind;
  readonly signPublic: Buffer;
  readonly recipient: string;
  readonly parts: Readonly<Record<string, unknown>>;
  readonly attachments: ReadonlyMap<string, Buffer>;
  /** SHA-256 of what was signed: names this content among all others. */
  readonly sha256: string;
  readonly createdAt: string;
};

/**
 * Writes a `.spind`: a zip of manifest, signature, parts and attachments, locked with age to the receiver's key or, for
 * a first contact, to a passphrase. Refuses a passphrase that is too short and more than a file may hold.
 */
export async function sealPackage(
  content: PackageContent,
  keys: OwnKeys,
  to: Lock,
  now: Date,
): Promise<Buffer> {
  const problem = 'passphrase' in to ? passphraseProblem(to.passphrase) : null;
  if (problem) throw refuse('invalid', problem, { passphrase: problem });
  const entries = entriesOf(content);
  const zip = packZip(
    { ...signedEntries(manifestOf(content, entries, keys, to, now), keys), ...entries },
    now,
  );
  return encryptAge(zip, to);
}

/**
 * Reads a `.spind` into memory. Whoever may have written it: nothing in it is believed before it is checked, nothing is
 * written, and every fault is a refusal with its own sentence. Whether the signer is known is for `acceptPackage`.
 */
export async function openPackage(bytes: Buffer, unlock: Unlock): Promise<OpenedPackage> {
  if (bytes.length > exchangeLimits.fileBytes) throw no.tooLarge();
  const patience = patienceFor(bytes.length);
  const zip = await decryptAge(bytes, unlock, patience);
  const own = 'identity' in unlock ? recipientOf(unlock.identity) : null;
  return readContainer(zip, own, patience);
}

/** Reads the zip inside. `to` is the receiver's own recipient, null when a passphrase opened it. */
export async function readContainer(
  bytes: Buffer,
  to: string | null,
  patience: Patience,
): Promise<OpenedPackage> {
  const zip = await openZip(bytes, patience);
  const { manifest, signPublic, sha256: digest } = await readManifest(zip);
  if (manifest.to !== to) throw no.notForYou();
  const { kind } = manifest;
  // A kind this program does not know comes from one that knows more.
  if (!isKnown(kind)) throw no.newer();
  const contents = await readEntries(zip, manifest);
  return {
    kind,
    subjectId: manifest.subjectId,
    seq: manifest.seq,
    senderName: manifest.sender.name,
    senderKind: manifest.sender.kind,
    signPublic,
    recipient: manifest.sender.recipient,
    ...contents,
    sha256: digest,
    createdAt: manifest.createdAt,
  };
}

const isKnown = (kind: string): kind is PackageKind => (packageKinds as readonly string[]).includes(kind);

function entriesOf({ parts, attachments }: PackageContent): Record<string, Buffer> {
  const entries = new Map<string, Buffer>();
  const add = (name: string, pattern: RegExp, bytes: Buffer) => {
    if (!pattern.test(name) || entries.has(name)) throw new RangeError('not a name in a container');
    entries.set(name, bytes);
  };
  for (const [name, part] of Object.entries(parts))
    add(`parts/${name}.json`, entryNames.part, jsonBytes(part));
  for (const { id, bytes } of attachments) add(`attachments/${id}`, entryNames.attachment, bytes);
  const sizes = [...entries.values()].map(({ length }) => length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (
    sizes.some((size) => size > exchangeLimits.entryBytes) ||
    total > exchangeLimits.totalBytes - exchangeLimits.manifestBytes ||
    entries.size > exchangeLimits.entries - 2
  ) {
    throw no.tooMuchToSend();
  }
  return Object.fromEntries(entries);
}

function manifestOf(
  content: PackageContent,
  entries: Readonly<Record<string, Buffer>>,
  keys: OwnKeys,
  to: Lock,
  now: Date,
) {
  return {
    format: 'spind-exchange',
    version: containerVersion,
    sender: { name: content.senderName, kind: content.senderKind, recipient: keys.recipient },
    to: 'recipient' in to ? to.recipient : null,
    seq: content.seq,
    kind: content.kind,
    subjectId: content.subjectId,
    createdAt: now.toISOString(),
    counts: { parts: Object.keys(content.parts).length, attachments: content.attachments.length },
    entries: Object.entries(entries).map(([name, bytes]) => ({
      name,
      size: bytes.length,
      sha256: sha256(bytes),
    })),
  };
}

/** Manifest and signature as they lie in the zip. The signature is over the manifest's bytes, not over what they mean. */
export function signedEntries(manifest: unknown, keys: OwnKeys): Record<string, Buffer> {
  const bytes = jsonBytes(manifest);
  return {
    [entryNames.manifest]: bytes,
    [entryNames.signature]: jsonBytes({
      algorithm: 'ed25519',
      publicKey: keys.signPublic.toString('base64'),
      signature: signBytes(bytes, keys.signPrivate).toString('base64'),
    }),
  };
}

/** The manifest, read only far enough to see its version before its signature has been found good. */
async function readManifest(zip: ZipEntries) {
  const bytes = await zip.read(entryNames.manifest, exchangeLimits.manifestBytes);
  const version = shaped(versionOf, bytes);
  if (!version) throw no.altered();
  if (version.version > containerVersion) throw no.newer();
  const signature = shaped(signatureShape, await zip.read(entryNames.signature, 10_000));
  if (!signature || !isSignedBy(bytes, signature.signature, signature.publicKey)) throw no.altered();
  const manifest = shaped(manifestShape, bytes);
  if (!manifest) throw no.altered();
  return { manifest, signPublic: signature.publicKey, sha256: sha256(bytes) };
}

async function readEntries(zip: ZipEntries, { entries, counts }: Manifest) {
  const promised = new Set(entries.map(({ name }) => name));
  const isWhole = promised.size === entries.length && zip.names.size === promised.size + 2;
  if (!isWhole || ![...promised].every((name) => zip.names.has(name))) throw no.altered();
  const parts: [string, unknown][] = [];
  const attachments = new Map<string, Buffer>();
  for (const { name, size, sha256: digest } of entries) {
    const bytes = await zip.read(name, size);
    if (bytes.length !== size || sha256(bytes) !== digest) throw no.altered();
    const part = entryNames.part.exec(name)?.[1];
    const attachment = entryNames.attachment.exec(name)?.[1];
    if (part) parts.push([part, partOf(bytes)]);
    else if (attachment) attachments.set(attachment, bytes);
  }
  if (parts.length !== counts.parts || attachments.size !== counts.attachments) throw no.altered();
  return { parts: Object.fromEntries(parts), attachments };
}

function partOf(bytes: Buffer): unknown {
  try {
    return parseJson(bytes);
  } catch (error) {
    throw error instanceof Refusal ? error : no.altered();
  }
}

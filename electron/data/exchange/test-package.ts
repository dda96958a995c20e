import { encryptAge } from './age';
import { type PackageContent, sealPackage, signedEntries } from './container';
import { jsonBytes } from './json';
import { newKeys, type OwnKeys, sha256 } from './sign';
import { packZip } from './zip';

export const testMoment = new Date('2026-11-23T12:00:00Z');

/** Words that stand in the content and must never be seen in the file. */
export const secretWords = ['Søren Østergård', 'Afslag drøftet på kontoret', 'søren-eksamensbevis'];

/** Sender, receiver and somebody else, with keys of their own. */
export const [school, hr, stranger] = [newKeys(), newKeys(), newKeys()] as const;

/** A case with a note, two attachments (every byte there is; 300 kB without a pattern) and the other things asked for. */
export function testContent(over: Partial<PackageContent> = {}): PackageContent {
  const noise = Buffer.alloc(300_000);
  for (let at = 0, state = 1; at < noise.length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    noise[at] = state >>> 24;
  }
  return {
    kind: 'meritCase',
    subjectId: 'case-1',
    seq: 1,
    senderName: 'Lærkemoseskolen',
    senderKind: 'school',
    parts: {
      case: { applicant: secretWords[0], note: secretWords[1], papers: [{ title: secretWords[2] }] },
      evidence: [],
    },
    attachments: [
      { id: 'a1', bytes: Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)) },
      { id: 'a2', bytes: noise },
    ],
    ...over,
  };
}

/** The content as a file from the school to HR. */
export const sealedFor = (to: OwnKeys, content = testContent(), from = school) =>
  sealPackage(content, from, { recipient: to.recipient }, testMoment);

type Loose = Record<string, unknown>;

/** A manifest that is right for these entries, with what is to be different. */
export function testManifest(
  entries: Readonly<Record<string, Buffer>>,
  over: Loose = {},
  from = school,
): Loose {
  const names = Object.keys(entries);
  return {
    format: 'spind-exchange',
    version: 1,
    sender: { name: 'Lærkemoseskolen', kind: 'school', recipient: from.recipient },
    to: hr.recipient,
    seq: 1,
    kind: 'meritCase',
    subjectId: 'case-1',
    createdAt: testMoment.toISOString(),
    counts: {
      parts: names.filter((name) => name.startsWith('parts/')).length,
      attachments: names.filter((name) => name.startsWith('attachments/')).length,
    },
    entries: Object.entries(entries).map(([name, bytes]) => ({
      name,
      size: bytes.length,
      sha256: sha256(bytes),
    })),
    ...over,
  };
}

/** A zip that its sender has signed rightly, whatever it says. */
export function signedZip(
  entries: Readonly<Record<string, Buffer>> = { 'parts/case.json': jsonBytes({}) },
  over: Loose = {},
  from = school,
): Buffer {
  return zipBytes({ ...signedEntries(testManifest(entries, over, from), from), ...entries });
}

export const zipBytes = (entries: Readonly<Record<string, Uint8Array>>): Buffer =>
  Buffer.from(packZip(entries, testMoment));

/** Any bytes, locked to HR as a file should be. */
export const lockedForHr = (bytes: Uint8Array) => encryptAge(bytes, { recipient: hr.recipient });

import { createHash, randomUUID } from 'node:crypto';
import { refuse } from '@shared/domain/text';
import { eq } from 'drizzle-orm';
import type { Database } from '../open';
import { enrolments } from '../schema/enrolments';
import { attachments, ledgerEntries } from '../schema/leader-training';
import { meritEvidence } from '../schema/merit';

/** The largest certificate that is kept, in bytes. */
export const largestAttachment = 20_000_000;

type Mime = (typeof attachments.$inferSelect)['mime'];

/** What a file is says its beginning, not its name. A PDF may have a few bytes before its mark. */
function mimeOf(bytes: Buffer): Mime | null {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'application/pdf';
  if (bytes.subarray(0, 8).equals(pngMark)) return 'image/png';
  if (bytes.subarray(0, 3).equals(jpegMark)) return 'image/jpeg';
  return null;
}

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const jpegMark = Buffer.from([0xff, 0xd8, 0xff]);
const longestName = 200;

/** The last part of a path without control characters; the end is kept when it is too long, for there stands what it is. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const clean = last.replace(/[\u0000-\u001f\u007f]/g, '').trim();
  return clean === '' ? '?' : clean.slice(-longestName);
}

/**
 * Keeps a file in the encrypted database and answers its id. Takes PDF, PNG and JPEG up to 20 MB and refuses everything
 * else with the file's name; the bytes are kept as they are and never changed afterwards.
 */
export function storeAttachment(
  db: Database,
  { name: given, bytes }: { readonly name: string; readonly bytes: Buffer },
  now: Date,
): string {
  const name = plainName(given);
  if (bytes.length > largestAttachment) {
    const [has, max] = [Math.ceil(bytes.length / 1_000_000), largestAttachment / 1_000_000];
    throw refuse('invalid', {
      da: `${name} fylder ${has} MB. Spind gemmer højst ${max} MB. Gem filen i en mindre udgave, og prøv igen.`,
      en: `${name} is ${has} MB. Spind keeps at most ${max} MB. Save a smaller copy of the file and try again.`,
    });
  }
  const mime = mimeOf(bytes);
  if (!mime) {
    throw refuse('invalid', {
      da: `${name} er hverken en PDF eller et billede (PNG eller JPEG). Gem beviset som PDF, og prøv igen.`,
      en: `${name} is neither a PDF nor an image (PNG or JPEG). Save the certificate as a PDF and try again.`,
    });
  }
  const id = randomUUID();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const row = { id, name, mime, size: bytes.length, sha256, createdAt: now.toISOString(), content: bytes };
  db.insert(attachments).values(row).run();
  return id;
}

/** A kept file as it was; refuses `not-found`. */
export function attachmentBytes(db: Database, id: string): { name: string; mime: Mime; bytes: Buffer } {
  const found = db
    .select({ name: attachments.name, mime: attachments.mime, bytes: attachments.content })
    .from(attachments)
    .where(eq(attachments.id, id))
    .get();
  if (!found)
    throw refuse('not-found', { da: 'Filen findes ikke længere.', en: 'The file no longer exists.' });
  return found;
}

/** What a file of this kind is called at its end. */
export const attachmentEndings: Readonly<Record<Mime, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

/** Refuses a file that hangs on something already: a module, an enrolment or a merit case. One file, one place. */
export function refuseOwnedAttachment(db: Database, id: string): void {
  const owners = [
    ...[ledgerEntries, meritEvidence].flatMap((table) =>
      db.select({ id: table.id }).from(table).where(eq(table.attachmentId, id)).all(),
    ),
    ...db.select({ id: enrolments.id }).from(enrolments).where(eq(enrolments.certificateId, id)).all(),
  ];
  if (owners.length === 0) return;
  throw refuse('conflict', {
    da: 'Filen hører til et andet sted nu.',
    en: 'The file belongs somewhere else now.',
  });
}

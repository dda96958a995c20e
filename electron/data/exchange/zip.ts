import { Refusal } from '@shared/domain/text';
import { zipSync } from 'fflate';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { exchangeLimits, no, type Patience } from './refusals';

/** The only names a container has. */
export const entryNames = {
  manifest: 'manifest.json',
  signature: 'signature.json',
  part: /^parts\/([a-z][A-Za-z0-9-]{0,39})\.json$/,
  attachment: /^attachments\/([A-Za-z0-9][A-Za-z0-9-]{0,63})$/,
} as const;

/** Sizes above this are looked at for how well they are packed. */
const ratioFromBytes = 1_000_000;

/**
 * Names to bytes as a zip. Attachments are PDF and pictures, already packed, and are laid in as they are; so are large
 * parts, which could otherwise be packed better than a reader believes.
 */
export function packZip(entries: Readonly<Record<string, Uint8Array>>, now: Date): Uint8Array {
  const isPacked = (name: string, bytes: Uint8Array) =>
    !entryNames.attachment.test(name) && bytes.length <= ratioFromBytes;
  return zipSync(
    Object.fromEntries(
      Object.entries(entries).map(([name, bytes]) => [
        name,
        [bytes, { level: isPacked(name, bytes) ? 6 : 0 }],
      ]),
    ),
    { mtime: now },
  );
}

export type ZipEntries = {
  readonly names: ReadonlySet<string>;
  /** An entry's bytes; refused when there are more than `most`, whatever the zip claims. */
  read(name: string, most: number): Promise<Buffer>;
};

/**
 * The entries of a zip in memory, none of them unpacked yet. Refuses names that are not a container's own, repeated
 * names, links, encrypted or strangely packed entries, too many of them and sizes out of bounds.
 */
export async function openZip(bytes: Buffer, patience: Patience): Promise<ZipEntries> {
  const zip = await orAltered(
    fromBufferPromise(bytes, {
      lazyEntries: true,
      decodeStrings: true,
      // Sizes are counted here while unpacking, and compared with what was signed.
      validateEntrySizes: false,
      strictFileNames: true,
    }),
  );
  const entries = await listed(zip, patience);
  let total = 0;
  return {
    names: new Set(entries.keys()),
    async read(name, most) {
      const entry = entries.get(name);
      if (!entry) throw no.altered();
      const pieces: Buffer[] = [];
      let size = 0;
      await orAltered(
        (async () => {
          for await (const piece of await zip.openReadStreamPromise(entry)) {
            size += piece.length;
            total += piece.length;
            if (size > most || total > exchangeLimits.totalBytes) throw no.tooLarge();
            patience.check();
            pieces.push(piece);
          }
        })(),
      );
      return Buffer.concat(pieces);
    },
  };
}

async function listed(zip: ZipFile, patience: Patience): Promise<Map<string, Entry>> {
  if (zip.entryCount > exchangeLimits.entries) throw no.tooLarge();
  const entries = new Map<string, Entry>();
  let claimed = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      patience.check();
      refuseStrange(entry);
      if (entries.has(entry.fileName)) throw no.foreign();
      claimed += entry.uncompressedSize;
      if (claimed > exchangeLimits.totalBytes) throw no.tooLarge();
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // The reader itself stops at `..`, absolute names and backslashes.
    if (error instanceof Error && /file ?name|relative path|absolute path/i.test(error.message)) {
      throw no.foreign();
    }
    throw no.altered();
  }
  return entries;
}

function refuseStrange(entry: Entry): void {
  const { fileName, uncompressedSize, compressedSize, compressionMethod } = entry;
  const isOwn =
    fileName === entryNames.manifest ||
    fileName === entryNames.signature ||
    entryNames.part.test(fileName) ||
    entryNames.attachment.test(fileName);
  const type = (entry.externalFileAttributes >>> 16) & 0o170000;
  const isFile = type === 0 || type === 0o100000;
  if (!isOwn || !isFile || entry.isEncrypted() || ![0, 8].includes(compressionMethod)) throw no.foreign();
  const isPackedTooWell =
    uncompressedSize > ratioFromBytes && uncompressedSize > compressedSize * exchangeLimits.ratio;
  if (uncompressedSize > exchangeLimits.entryBytes || isPackedTooWell) throw no.tooLarge();
}

/** A zip that cannot be read was damaged; why in detail helps nobody. */
async function orAltered<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Refusal ? error : no.altered();
  }
}

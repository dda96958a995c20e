import { createDecipheriv, createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import Driver from 'better-sqlite3';

/** The SQLite connection itself. Only `electron/data` uses it. */
export type Sqlite = Driver.Database;

/** "Spnd": tells our files from other encrypted SQLite files. */
export const applicationId = 0x53706e64;

export const pageSize = 4096;
/** At the end of each page: 16 bytes initialisation vector, 64 bytes HMAC. */
const reserved = 80;
const macBytes = 64;
const saltBytes = 16;

export type ConnectOptions = { readonly?: boolean; mustExist?: boolean; nativeBinding?: string | undefined };

/**
 * Opens a connection in SQLCipher 4 format with the raw data key; no pragma but the key is set yet. The salt follows
 * from the key, so the first page can be checked even when its salt is damaged. Common tools open the file with
 * the 64 hexadecimal digits of the data key alone, since the salt is in the file.
 */
export function connect(file: string, dataKey: Buffer, options: ConnectOptions = {}): Sqlite {
  const sqlite = new Driver(file, {
    timeout: 250,
    readonly: options.readonly ?? false,
    fileMustExist: options.mustExist ?? true,
    ...(options.nativeBinding && { nativeBinding: options.nativeBinding }),
  });
  try {
    sqlite.pragma("cipher='sqlcipher'");
    sqlite.pragma('legacy=4');
    sqlite.pragma(`key="x'${dataKey.toString('hex')}${saltOf(dataKey).toString('hex')}'"`);
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

function saltOf(dataKey: Buffer): Buffer {
  return createHash('sha256').update('spind database salt').update(dataKey).digest().subarray(0, saltBytes);
}

export type Pages = {
  /** Whole pages in the file. */
  readonly count: number;
  /** Numbers (from 1) of pages whose HMAC does not fit. */
  readonly bad: readonly number[];
  /** Bytes after the last whole page. */
  readonly rest: number;
  /** From the first page; null when that page is bad. */
  readonly header: {
    readonly applicationId: number;
    readonly userVersion: number;
    readonly pages: number;
  } | null;
};

/**
 * Checks the HMAC of every page and reads the header, without SQLite and without writing. Unlike `quick_check` this
 * sees one flipped bit anywhere, unused pages included.
 */
export function scanPages(file: string, dataKey: Buffer): Pages {
  const salt = saltOf(dataKey);
  const macKey = pbkdf2Sync(dataKey, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512');
  const handle = openSync(file, 'r');
  try {
    const size = fstatSync(handle).size;
    const count = Math.floor(size / pageSize);
    const bad: number[] = [];
    let header: Pages['header'] = null;
    const chunk = Buffer.alloc(256 * pageSize);
    for (let first = 1; first <= count; ) {
      const got = readSync(handle, chunk, 0, chunk.length, (first - 1) * pageSize);
      const pages = Math.floor(got / pageSize);
      if (pages === 0) break;
      for (let index = 0; index < pages; index++) {
        const number = first + index;
        const page = chunk.subarray(index * pageSize, (index + 1) * pageSize);
        if (!isAuthentic(page, number, macKey, salt)) bad.push(number);
        else if (number === 1) header = readHeader(page, dataKey);
      }
      first += pages;
    }
    return { count, bad, rest: size % pageSize, header };
  } finally {
    closeSync(handle);
  }
}

function isAuthentic(page: Buffer, number: number, macKey: Buffer, salt: Buffer): boolean {
  if (number === 1 && !page.subarray(0, saltBytes).equals(salt)) return false;
  const pageNumber = Buffer.alloc(4);
  pageNumber.writeUInt32LE(number);
  return createHmac('sha512', macKey)
    .update(page.subarray(number === 1 ? saltBytes : 0, pageSize - macBytes))
    .update(pageNumber)
    .digest()
    .equals(page.subarray(pageSize - macBytes));
}

/** SQLite's header fields from the encrypted first page; its first 16 bytes are the salt. */
function readHeader(page: Buffer, dataKey: Buffer): Pages['header'] {
  const vector = page.subarray(pageSize - reserved, pageSize - macBytes);
  const decipher = createDecipheriv('aes-256-cbc', dataKey, vector).setAutoPadding(false);
  const plain = decipher.update(page.subarray(saltBytes, 128));
  const field = (offset: number) => plain.readUInt32BE(offset - saltBytes);
  return { pages: field(28), userVersion: field(60), applicationId: field(68) };
}

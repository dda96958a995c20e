import { open, stat } from 'node:fs/promises';
import { readCsv } from '@shared/domain/table-import/csv';
import { fileKind, notAList } from '@shared/domain/table-import/decode';
import type { ListKind } from '@shared/domain/table-import/list-words';
import { baseName, checkFileSize, type ImportTable } from '@shared/domain/table-import/table';
import { Refusal, refuse } from '@shared/domain/text';

/**
 * Reads a list, CSV or Excel as its content says and not as its name says. Throws a refusal with a message
 * for every file that is no such list; nothing in a file makes it throw anything else.
 */
export async function readTable(
  bytes: Uint8Array,
  fileName: string,
  kind: ListKind = 'staff',
): Promise<ImportTable> {
  checkFileSize(bytes.length, fileName, kind);
  if (fileKind(bytes) !== 'zip') return readCsv(bytes, fileName, kind);
  const { readXlsx } = await import('./xlsx');
  return readXlsx(bytes, fileName, kind);
}

/** `readTable` from a path; a file that is too large is refused before it is read. */
export async function readImportFile(path: string): Promise<ImportTable> {
  return readTable(await readBytes(path), path);
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) throw notAList('binary', path);
    checkFileSize(facts.size, path);
    const file = await open(path, 'r');
    try {
      const buffer = new Uint8Array(facts.size);
      let length = 0;
      for (let read = -1; read !== 0 && length < buffer.length; length += read) {
        read = (await file.read(buffer, length, buffer.length - length)).bytesRead;
      }
      return buffer.subarray(0, length);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const name = baseName(path);
    throw refuse('not-found', {
      da: `${name} kan ikke åbnes. Er den åben i et andet program, så luk den dér, og prøv igen.`,
      en: `${name} cannot be opened. If another program has it open, close it there and try again.`,
    });
  }
}

import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Text } from '@shared/domain/text';
import { refuseData } from './data-refusal';
import { removeQuietly } from './files';
import { checkPrefix } from './folder';
import { applicationId, connect, type Pages, type Sqlite, scanPages } from './sqlcipher';

export type InspectOptions = {
  readonly file: string;
  readonly dataKey: Buffer;
  /** How many migrations this application knows. */
  readonly knownVersion: number;
  readonly nativeBinding?: string | undefined;
};

/**
 * Looks at a database before anything may write to it and throws the true refusal: `missing`, `damaged`, `foreign` or
 * `newer`. The file and its log stay byte for byte as they are; a log left by a crash is read in a copy beside it.
 */
export function inspectFile({ file, dataKey, knownVersion, nativeBinding }: InspectOptions): void {
  const name = basename(file);
  if (!existsSync(file)) throw refuseData('missing', missing(name));
  const size = statSync(file).size;
  if (size === 0) throw refuseData('damaged', empty(name));
  if (firstBytes(file, 16) === 'SQLite format 3\0') throw refuseData('foreign', plainSqlite(name));
  const log = `${file}-wal`;
  if (existsSync(log) && statSync(log).size > 0) {
    // The log may rightly hold newer pages than the file, so only both together can be judged.
    if (!isOurs(scanPages(file, dataKey))) throw refuseData('foreign', unknownContent(name));
    withCopy(file, (copy) => {
      mergeLog(copy, dataKey, name, nativeBinding);
      judge(copy, name, dataKey, knownVersion, nativeBinding);
    });
  } else {
    judge(file, name, dataKey, knownVersion, nativeBinding);
  }
}

const isOurs = ({ count, bad }: Pages) => bad.length < count;

function judge(
  file: string,
  name: string,
  dataKey: Buffer,
  knownVersion: number,
  nativeBinding: string | undefined,
): void {
  const pages = scanPages(file, dataKey);
  if (!isOurs(pages)) throw refuseData('foreign', unknownContent(name));
  const cut = pages.rest > 0 || (pages.header !== null && pages.header.pages > pages.count);
  if (cut) throw refuseData('damaged', truncated(name));
  if (pages.header === null || pages.bad.length > 0) {
    throw refuseData('damaged', damagedPages(name, pages.bad, pages.count));
  }
  if (pages.header.applicationId !== applicationId) throw refuseData('foreign', otherProgram(name));
  if (pages.header.userVersion > knownVersion) {
    throw refuseData('newer', newer(name, appVersionIn(file, dataKey, nativeBinding)));
  }
}

/** Which Spind wrote a newer file, as that Spind recorded it; null when its tables are not to be understood. */
function appVersionIn(file: string, dataKey: Buffer, nativeBinding: string | undefined): string | null {
  return withCopy(file, (copy) => {
    let sqlite: Sqlite | null = null;
    try {
      sqlite = connect(copy, dataKey, { nativeBinding });
      const version = sqlite
        .prepare('SELECT app_version FROM migrations ORDER BY rowid DESC LIMIT 1')
        .pluck()
        .get();
      return typeof version === 'string' && /^\d+\.\d+\.\d+[\w.-]*$/.test(version) ? version : null;
    } catch {
      return null;
    } finally {
      sqlite?.close();
    }
  });
}

/** Joins a log left by a crash into its file. For copies; refuses `damaged`, naming the original. */
export function mergeLog(file: string, dataKey: Buffer, name: string, nativeBinding?: string): void {
  const sqlite = connect(file, dataKey, { nativeBinding });
  try {
    sqlite.pragma('locking_mode=EXCLUSIVE');
    sqlite.prepare('SELECT count(*) FROM sqlite_master').get();
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (/^SQLITE_(NOTADB|CORRUPT|IOERR)/.test(code)) throw refuseData('damaged', unreadableLog(name));
    throw error;
  } finally {
    sqlite.close();
  }
}

/** Copies the encrypted file with its log into a folder beside it, and removes that folder whatever happens. */
function withCopy<T>(file: string, look: (copy: string) => T): T {
  const folder = mkdtempSync(join(dirname(file), checkPrefix));
  try {
    const copy = join(folder, 'copy.db');
    copyFileSync(file, copy);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
    return look(copy);
  } finally {
    removeQuietly(folder);
  }
}

function firstBytes(file: string, length: number): string {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.toString('latin1', 0, readSync(handle, bytes, 0, length, 0));
  } finally {
    closeSync(handle);
  }
}

const untouched = { da: 'Spind har ikke ændret noget.', en: 'Spind has changed nothing.' };

const missing = (name: string): Text => ({
  da: `Filen med data (${name}) mangler, men nøglen er her. Læg filen tilbage, eller gendan den nyeste sikkerhedskopi. ${untouched.da}`,
  en: `The data file (${name}) is missing, but the key is here. Put the file back or restore the newest backup. ${untouched.en}`,
});
const empty = (name: string): Text => ({
  da: `Filen med data (${name}) er tom. Gendan den nyeste sikkerhedskopi. ${untouched.da}`,
  en: `The data file (${name}) is empty. Restore the newest backup. ${untouched.en}`,
});
const truncated = (name: string): Text => ({
  da: `Filen med data (${name}) er beskadiget: slutningen mangler. Gendan den nyeste sikkerhedskopi. ${untouched.da}`,
  en: `The data file (${name}) is damaged: its end is missing. Restore the newest backup. ${untouched.en}`,
});
const unreadableLog = (name: string): Text => ({
  da: `Filen med data (${name}) er beskadiget og kan ikke samles med sin log. Gendan den nyeste sikkerhedskopi. ${untouched.da}`,
  en: `The data file (${name}) is damaged and cannot be joined with its log. Restore the newest backup. ${untouched.en}`,
});
const damagedPages = (name: string, bad: readonly number[], count: number): Text => {
  const shown = bad.slice(0, 5).join(', ') + (bad.length > 5 ? ' …' : '');
  return {
    da: `Filen med data (${name}) er beskadiget: ${bad.length} af ${count} blokke kan ikke læses (nr. ${shown}). Gendan den nyeste sikkerhedskopi. ${untouched.da}`,
    en: `The data file (${name}) is damaged: ${bad.length} of ${count} blocks cannot be read (no. ${shown}). Restore the newest backup. ${untouched.en}`,
  };
};
const plainSqlite = (name: string): Text => ({
  da: `Filen (${name}) er en ukrypteret database fra et andet program, ikke Spinds fil med data. ${untouched.da}`,
  en: `The file (${name}) is an unencrypted database from another program, not Spind’s data file. ${untouched.en}`,
});
const unknownContent = (name: string): Text => ({
  da: `Filen (${name}) er ikke Spinds fil med data, eller den hører til en anden nøgle: ingen del af den passer til din nøgle. ${untouched.da}`,
  en: `The file (${name}) is not Spind’s data file, or it belongs to another key: no part of it fits your key. ${untouched.en}`,
});
const otherProgram = (name: string): Text => ({
  da: `Filen (${name}) er lavet af et andet program end Spind. ${untouched.da}`,
  en: `The file (${name}) was made by a program other than Spind. ${untouched.en}`,
});
const newer = (name: string, version: string | null): Text => ({
  da: `Filen med data (${name}) er lavet af en nyere udgave af Spind. Installér ${version ? `Spind ${version} eller nyere` : 'den nyeste udgave'}. ${untouched.da}`,
  en: `The data file (${name}) was made by a newer version of Spind. Install ${version ? `Spind ${version} or newer` : 'the newest version'}. ${untouched.en}`,
});

import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** The ending of every file that is not finished; start-up removes what bears it. */
export const partialEnding = '.partial';

/** Hands the file's content to the disk; returns when it is there. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Hands names in a folder (new, renamed, removed) to the disk. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Antivirus programs and indexers hold a file for moments on Windows: these errors are worth another try. */
const passing = new Set(['EBUSY', 'EPERM', 'EACCES']);
const pauses = [20, 50, 100, 200, 400, 800, 1600] as const;

/**
 * Repeats `work` while another program holds the file, for about three seconds in all, then throws its error.
 * Elsewhere than on Windows only EBUSY passes by itself.
 */
export function persistently<T>(work: () => T, pause: (milliseconds: number) => void = sleep): T {
  for (const milliseconds of pauses) {
    try {
      return work();
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (!passing.has(code) || (code !== 'EBUSY' && process.platform !== 'win32')) throw error;
      pause(milliseconds);
    }
  }
  return work();
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Renames so that after a power cut there is the old name or the new, never neither. */
export function renameDurably(from: string, to: string): void {
  persistently(() => renameSync(from, to));
  syncFolder(dirname(to));
  if (dirname(from) !== dirname(to)) syncFolder(dirname(from));
}

/** Removes a file if it is there. */
export function removeFile(file: string): void {
  persistently(() => rmSync(file, { force: true }));
}

/** Writes a whole file or nothing: beside it, to the disk, then renamed over it. */
export function writeAtomically(file: string, content: string | Buffer): void {
  const partial = file + partialEnding;
  try {
    writeDurably(partial, content);
    renameDurably(partial, file);
  } catch (error) {
    removeQuietly(partial);
    throw error;
  }
}

/** Writes a file and waits until it is on the disk. Readable by its owner only. */
export function writeDurably(file: string, content: string | Buffer): void {
  const bytes = Buffer.from(content);
  const handle = openSync(file, 'w', 0o600);
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Copies a file under another name; `to` appears whole or not at all. */
export function copyAtomically(from: string, to: string): void {
  const partial = to + partialEnding;
  try {
    copyFileSync(from, partial, constants.COPYFILE_FICLONE);
    syncFile(partial);
    renameDurably(partial, to);
  } catch (error) {
    removeQuietly(partial);
    throw error;
  }
}

/** Removes what was left half made, without hiding the error that led here. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true, recursive: true });
  } catch {
    // Start-up removes unfinished files anyway.
  }
}

/** Names in a folder, sorted; none when the folder does not exist. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

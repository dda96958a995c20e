import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where downloads and compiled parts live between checkouts: never inside a repository. */
export function cacheFolder(env = process.env) {
  const base = env.XDG_CACHE_HOME?.startsWith('/') ? env.XDG_CACHE_HOME : join(homedir(), '.cache');
  return join(base, 'spind');
}

/**
 * Makes `folder` in one step: `fill(work)` writes into a neighbour, which is renamed when complete.
 * An interrupted set-up therefore leaves rubbish beside the folder, never half a folder; and of two that
 * run at once one wins and the other uses what the winner made.
 */
export async function makeOnce(folder, fill) {
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  removeAbandoned(folder);
  const work = mkdtempSync(`${folder}.part-`);
  try {
    await fill(work);
    try {
      renameSync(work, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error;
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

/** Clears away what makers left who were killed: older than any that could still be at work. */
function removeAbandoned(folder) {
  const yesterday = Date.now() - 24 * 60 * 60 * 1000;
  for (const name of readdirSync(dirname(folder))) {
    const path = join(dirname(folder), name);
    if (!name.startsWith(`${basename(folder)}.part-`) || statSync(path).mtimeMs > yesterday) continue;
    rmSync(path, { recursive: true, force: true });
  }
}

/** The subresource-integrity text of a file, as package-lock.json writes it: `sha512-…`. */
export async function integrityOf(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

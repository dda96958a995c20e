import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { refuseData } from './data-refusal';
import { partialEnding, removeFile, removeQuietly, writeDurably } from './files';
import { dataPaths } from './folder';
import { storageRefusal } from './storage-refusal';

const holderSchema = z.object({
  pid: z.number().int(),
  host: z.string(),
  /** Changes when the machine starts; empty where the system tells none. */
  bootId: z.string(),
  startedAt: z.string(),
  /** Tells apart two runs that were given the same process number. */
  token: z.string(),
});
export type LockHolder = z.infer<typeof holderSchema>;

/** What the lock needs to know of the machine; tests give another one. */
export type LockMachine = {
  readonly pid: number;
  readonly host: string;
  readonly bootId: string;
  isAlive(pid: number): boolean;
};

export type Lock = { readonly holder: LockHolder; release(): void };

/** Tokens of locks this very process holds. */
const ours = new Set<string>();

/**
 * Takes the data folder for this process. Refuses `held` and names the holder. A lock left behind is taken over when its
 * process is dead and it was made on this machine; with `force` (after a person has confirmed it) in any case: SQLite's own
 * exclusive lock still keeps a living holder's file safe.
 */
export function takeLock(
  folder: string,
  now: () => Date,
  options: { force?: boolean; machine?: LockMachine } = {},
): Lock {
  const machine = options.machine ?? thisMachine();
  const { lock } = dataPaths(folder);
  const holder: LockHolder = {
    pid: machine.pid,
    host: machine.host,
    bootId: machine.bootId,
    startedAt: now().toISOString(),
    token: randomBytes(8).toString('hex'),
  };
  const mine = `${lock}.${holder.token}${partialEnding}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeDurably(mine, JSON.stringify(holder));
    for (let attempt = 0; attempt < 5; attempt++) {
      if (claim(mine, lock, holder)) {
        ours.add(holder.token);
        return { holder, release: () => release(lock, holder) };
      }
      const other = readHolder(lock);
      if (other && !options.force && !isLeftBehind(other, machine)) throw held(other);
      setAside(lock, other);
    }
    throw refuseData('held', busy);
  } catch (error) {
    throw storageRefusal(error) ?? error;
  } finally {
    removeQuietly(mine);
  }
}

/** Who holds the folder now; null when nobody does or the file cannot be read. */
export function readHolder(lockFile: string): LockHolder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(lockFile, 'utf8')));
  } catch {
    return null;
  }
}

/** Whether a lock's process is surely gone. Another host's process cannot be asked, so it counts as alive. */
export function isLeftBehind(other: LockHolder, machine: LockMachine): boolean {
  if (other.host !== machine.host) return false;
  if (other.bootId && machine.bootId && other.bootId !== machine.bootId) return true;
  if (other.pid === machine.pid) return !ours.has(other.token);
  return !machine.isAlive(other.pid);
}

/** A link appears with its content or not at all; where there are no links, an exclusive new file must do. */
function claim(mine: string, lock: string, holder: LockHolder): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EOPNOTSUPP') throw error;
  }
  try {
    writeFileSync(lock, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a left-behind lock; puts it back when another process took the folder between our look and our hand. */
function setAside(lock: string, expected: LockHolder | null): void {
  const away = `${lock}.${randomBytes(8).toString('hex')}${partialEnding}`;
  try {
    renameSync(lock, away);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const found = readHolder(away);
  if (found && found.token !== expected?.token) {
    try {
      linkSync(away, lock);
    } catch {
      // A third process was faster still; SQLite's lock decides between them.
    }
  }
  removeQuietly(away);
}

function release(lock: string, holder: LockHolder): void {
  if (!ours.delete(holder.token)) return;
  if (readHolder(lock)?.token === holder.token) removeFile(lock);
}

function thisMachine(): LockMachine {
  return { pid: process.pid, host: hostname(), bootId: readBootId(), isAlive };
}

function readBootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function held(other: LockHolder) {
  const moment = new Date(other.startedAt);
  const when = (language: string) =>
    moment.toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' });
  return refuseData('held', {
    da: `Data er allerede åbne i Spind på computeren »${other.host}«, siden ${when('da-DK')}. Luk Spind dér først.`,
    en: `The data is already open in Spind on the computer “${other.host}”, since ${when('en-GB')}. Close Spind there first.`,
  });
}

const busy = {
  da: 'Data bliver åbnet af flere på samme tid. Prøv igen om lidt.',
  en: 'The data is being opened by several at once. Try again in a moment.',
};

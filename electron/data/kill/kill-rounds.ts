import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { verifyAudit } from '../audit';
import { createKeys } from '../keys';
import { createDatabase, openDatabase } from '../open';
import { type ChildTask, cheapKeys, passphrases } from './child-task';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export type Child = { readonly file: string; remove(): void };

/** Bundles the child once, inside node_modules so that it finds the driver. */
export async function buildChild(): Promise<Child> {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'kill-'));
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    resolve: { alias: { '@shared': join(root, 'shared') } },
    ssr: { noExternal: ['zod', 'drizzle-orm'], external: ['better-sqlite3'] },
    build: {
      ssr: join(root, 'electron/data/kill/kill-child.ts'),
      outDir,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  return { file: join(outDir, 'child.mjs'), remove: () => rmSync(outDir, { recursive: true, force: true }) };
}

export function startChild(child: Child, task: ChildTask): ChildProcess {
  return spawn(process.execPath, [child.file], {
    env: { ...process.env, SPIND_KILL_TASK: JSON.stringify(task), NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a child to its end; answers whether it was killed. Throws with its own words when it failed otherwise. */
export async function runToEnd(child: Child, task: ChildTask): Promise<'killed' | 'done'> {
  const running = startChild(child, task);
  let errors = '';
  running.stderr?.on('data', (data) => {
    errors += data;
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
    running.on('close', (...how) => resolve(how));
  });
  if (signal === 'SIGKILL') return 'killed';
  if (code !== 0) throw new Error(`the child failed: ${errors}`);
  return 'done';
}

export type KillResult = {
  rounds: number;
  /** Changes the child had said were saved. */
  acknowledged: number;
  lost: number;
  half: number;
  /** Rounds after which the file did not open or the audit chain did not hold. */
  broken: number;
  rows: number;
};

export type KillOptions = {
  readonly child: Child;
  readonly folder: string;
  readonly dataKey: Buffer;
  readonly migrationsFolder: string;
  readonly rounds: number;
  readonly seed: number;
  /** Longest time in milliseconds between the child's first word and its death. */
  readonly longest?: number;
  /** Control: the child acknowledges before it commits, which must lose something. */
  readonly early?: boolean;
  readonly stopAtFirstLoss?: boolean;
  readonly onRound?: (result: KillResult) => void;
};

/** The table the child writes; to be made once in a folder's database. */
const pairsSql =
  'CREATE TABLE pairs (number INTEGER NOT NULL, half TEXT NOT NULL, PRIMARY KEY (number, half)) STRICT';

/** A data folder as a first start makes it, with the child's table; answers its key. */
export async function prepareFolder(folder: string, migrationsFolder: string): Promise<Buffer> {
  const { dataKey, keyFile } = await createKeys(passphrases.old, cheapKeys);
  const now = () => new Date('2026-11-23T12:00:00');
  const open = createDatabase({ folder, dataKey, keyFile, migrationsFolder, appVersion: '0.1.0', now });
  open.sqlite.exec(pairsSql);
  open.close();
  return dataKey;
}

/**
 * Kills a saving child again and again at a random moment, opens the database as a start does and compares it with
 * what the child had acknowledged. The moments follow from `seed`.
 */
export async function runKills(options: KillOptions): Promise<KillResult> {
  const { child, folder, dataKey, migrationsFolder, rounds, seed, longest = 40, early = false } = options;
  const random = randomNumbers(seed);
  const task: ChildTask = {
    mode: 'write',
    folder,
    dataKey: dataKey.toString('hex'),
    migrationsFolder,
    early,
  };
  const result: KillResult = { rounds: 0, acknowledged: 0, lost: 0, half: 0, broken: 0, rows: 0 };
  while (result.rounds < rounds) {
    const acknowledged = await killOnce(child, task, random() * longest);
    result.rounds++;
    const before = result.rows;
    try {
      const open = openDatabase({
        folder,
        dataKey,
        migrationsFolder,
        appVersion: '0.1.0',
        now: () => new Date('2026-11-23T12:00:00'),
      });
      const found = open.sqlite
        .prepare('SELECT number, count(*) AS halves FROM pairs GROUP BY number ORDER BY number')
        .all() as { number: number; halves: number }[];
      const audit = verifyAudit(open.sqlite);
      open.close();
      result.half += found.filter(({ halves }) => halves !== 2).length;
      const numbers = new Set(found.map(({ number }) => number));
      for (let number = before + 1; number <= acknowledged; number++) {
        if (!numbers.has(number)) result.lost++;
      }
      result.lost += Math.max(0, before - found.length);
      if (!audit.ok || audit.rows !== found.length) result.broken++;
      result.acknowledged += Math.max(0, acknowledged - before);
      result.rows = found.length;
    } catch {
      result.broken++;
    }
    options.onRound?.(result);
    if (options.stopAtFirstLoss && result.lost > 0) break;
  }
  return result;
}

/** Starts a child, lets it write for `wait` milliseconds, kills it; answers the last number it acknowledged, 0 for none. */
async function killOnce(child: Child, task: ChildTask, wait: number): Promise<number> {
  const running = startChild(child, task);
  let said = '';
  let errors = '';
  running.stderr?.on('data', (data) => {
    errors += data;
  });
  const ended = new Promise<void>((resolve) => running.on('close', () => resolve()));
  const ready = new Promise<void>((resolve) => {
    running.stdout?.on('data', (data) => {
      said += data;
      resolve();
    });
  });
  await Promise.race([ready, ended]);
  if (said === '') throw new Error(`the child did not start: ${errors}`);
  await pause(wait);
  running.kill('SIGKILL');
  await ended;
  // The last line may have been cut by the kill; what stands before a line break was said in full.
  return Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1)) || 0;
}

/** Numbers in 0–1 that depend on the seed alone (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

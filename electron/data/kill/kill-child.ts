/** The process that gets killed; `kill-rounds.ts` starts it. Never part of the application. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import Driver from 'better-sqlite3';
import { appendAudit } from '../audit';
import { makeBackup } from '../backup';
import { dataPaths } from '../folder';
import { readKeyFile, saveKeyFile } from '../key-file';
import { changePassphrase } from '../keys';
import { createDatabase, openDatabase } from '../open';
import { restoreBackup } from '../restore';
import { immediate } from '../transaction';
import { type ChildTask, cheapKeys, passphrases } from './child-task';

const task = JSON.parse(process.env.SPIND_KILL_TASK ?? 'null') as ChildTask;
const dataKey = Buffer.from(task.dataKey, 'hex');
const now = () => new Date('2026-11-23T12:00:00');
const options = {
  folder: task.folder,
  dataKey,
  migrationsFolder: task.migrationsFolder,
  appVersion: '0.1.0',
  now,
};

function say(line: string): void {
  fs.writeSync(1, `${line}\n`);
}

/** Writes pairs for ever; says a number once its pair is saved – or, as a control that must fail, just before. */
function writePairs(early: boolean): never {
  const { db, sqlite } = openDatabase(options);
  const insert = sqlite.prepare('INSERT INTO pairs (number, half) VALUES (?, ?)');
  let number = sqlite.prepare('SELECT coalesce(max(number), 0) FROM pairs').pluck().get() as number;
  say('ready');
  for (;;) {
    number++;
    if (early) say(String(number));
    immediate(db, () => {
      insert.run(number, 'a');
      insert.run(number, 'b');
      const entry = { action: 'change', entity: 'pairs', entityId: String(number) };
      appendAudit(db, entry, { at: now().toISOString(), actor: 'test' });
    });
    if (!early) say(String(number));
  }
}

/** From here on, the n-th operation on the disk, or statement of a migration, is the one that never happens. */
function dieBeforeStep(n: number): void {
  let left = n;
  const counting = <T extends (...values: never[]) => unknown>(original: T): T =>
    function (this: unknown, ...values: never[]) {
      left--;
      if (left === 0) process.kill(process.pid, 'SIGKILL');
      return original.apply(this, values);
    } as unknown as T;
  fs.renameSync = counting(fs.renameSync);
  fs.copyFileSync = counting(fs.copyFileSync);
  fs.fsyncSync = counting(fs.fsyncSync);
  fs.rmSync = counting(fs.rmSync);
  fs.openSync = counting(fs.openSync);
  fs.writeSync = counting(fs.writeSync as never);
  syncBuiltinESMExports();
  Driver.prototype.exec = counting(Driver.prototype.exec);
}

async function work(): Promise<void> {
  if (task.mode === 'write') writePairs(task.early === true);
  const step = task.step ?? 0;
  switch (task.mode) {
    case 'backup': {
      const { sqlite } = openDatabase(options);
      dieBeforeStep(step);
      makeBackup({ ...options, sqlite });
      break;
    }
    case 'restore':
      dieBeforeStep(step);
      restoreBackup({ ...options, backup: task.backup ?? '' });
      break;
    case 'passphrase': {
      const { keys } = dataPaths(task.folder);
      const changed = await changePassphrase(readKeyFile(keys), passphrases.old, passphrases.next, cheapKeys);
      dieBeforeStep(step);
      saveKeyFile(task.folder, changed);
      break;
    }
    case 'first-start':
      dieBeforeStep(step);
      createDatabase({ ...options, ...(task.keyFile && { keyFile: task.keyFile }) }).close();
      break;
    case 'migrate':
      dieBeforeStep(step);
      openDatabase(options).close();
      break;
  }
}

await work();
process.exit(0);

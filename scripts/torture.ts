import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import type * as KillRounds from '../electron/data/kill/kill-rounds';

/**
 * Kills a saving process with SIGKILL, by default 100 times, and compares what it had acknowledged with what is in the
 * file; then lets one acknowledge too early, which must lose something. Prints one JSON line each; exits with 1 when a
 * change was lost or the control found nothing. `node scripts/torture.ts --rounds 100 --seed 1 --longest 120` (ms).
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    longest: { type: 'string', default: '120' },
  },
});
const root = join(import.meta.dirname, '..');
const migrationsFolder = join(root, 'resources', 'migrations');

// Our own code leaves out file endings and uses aliases, which plain Node does not know.
const { module: killRounds } = await runnerImport<typeof KillRounds>(
  join(root, 'electron/data/kill/kill-rounds.ts'),
  { configFile: false, root, logLevel: 'silent', resolve: { alias: { '@shared': join(root, 'shared') } } },
);
const child = await killRounds.buildChild();

async function run(name: string, rounds: number, early: boolean): Promise<KillRounds.KillResult> {
  const folder = mkdtempSync(join(tmpdir(), 'spind-torture-'));
  try {
    const dataKey = await killRounds.prepareFolder(folder, migrationsFolder);
    const started = performance.now();
    const result = await killRounds.runKills({
      child,
      folder,
      dataKey,
      migrationsFolder,
      rounds,
      seed: Number(values.seed),
      longest: Number(values.longest),
      early,
      stopAtFirstLoss: early,
      onRound: ({ rounds: done }) => {
        if (done % 10 === 0) console.error(`${name}: ${done} of ${rounds}`);
      },
    });
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    console.log(JSON.stringify({ name, ...result, seconds }));
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  const kills = await run('kill-while-saving', Number(values.rounds), false);
  const control = await run('control-acknowledged-too-early', 60, true);
  const sound = kills.lost === 0 && kills.half === 0 && kills.broken === 0 && kills.acknowledged > 0;
  if (!sound || control.lost === 0) process.exitCode = 1;
} finally {
  child.remove();
}

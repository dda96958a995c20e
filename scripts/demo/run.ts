import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cleanUp, demoMorning, newProfile, setPreferences } from '../../e2e/spind';
import { say } from '../setup/lines.mjs';
import { electronRuntime } from '../setup/runtime.mjs';
import { photographSchool } from './photograph-school';
import { playMainJob } from './play-main-job';
import { demoPassphrase, demoPin } from './secrets';
import { seedDemoSchool } from './seed';
import { signPlans } from './sign-plans';

/** A new profile with the demo school in it, signed plans and all. */
async function demoProfile(): Promise<string> {
  const profile = newProfile();
  setPreferences(profile, 'da', 'light');
  const { toSign } = await seedDemoSchool({ folder: join(profile, 'data') });
  await signPlans(profile, toSign);
  return profile;
}

/**
 * Opens the demo school for trying and waits until its window is closed; nothing of it is kept.
 * @public Called by scripts/demo.ts through vite.
 */
export async function openDemo(): Promise<number> {
  say('  Skolen bliver fyldt … / Filling the school …');
  try {
    const profile = await demoProfile();
    say('');
    say('  Lærkemoseskolen, mandag den 23. november 2026. Alt er opdigtet og slettes, når vinduet lukkes.');
    say(`  Adgangssætning / passphrase:        ${demoPassphrase}`);
    say(`  Medarbejdernes kode / PIN:          ${demoPin}`);
    say('');
    const { executablePath, args, env } = electronRuntime();
    const child = spawn(executablePath, [...args, `--user-data-dir=${profile}`], {
      env: { ...env, SPIND_CLOCK: demoMorning, TZ: 'Europe/Copenhagen' },
      stdio: 'ignore',
    });
    return await new Promise((closed) => child.once('exit', (code) => closed(code ?? 0)));
  } finally {
    cleanUp();
  }
}

/**
 * Plays the main job and walks through the demo school; leaves `demo-output/` and prints what is in it.
 * @public Called by scripts/demo.ts through vite.
 */
export async function playDemo(root: string): Promise<number> {
  const output = join(root, 'demo-output');
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output);
  try {
    say('  From an empty folder to a signed plan …');
    const job = await playMainJob(output);
    say('  The demo school …');
    const pictures = await photographSchool(output, await demoProfile());
    say('');
    say(`  ${job.documents.length} PDFs and ${job.pictures.length + pictures.length} pictures:`);
    for (const file of [...job.documents, ...job.pictures, ...pictures]) say(`  ${file}`);
    return 0;
  } finally {
    cleanUp();
  }
}

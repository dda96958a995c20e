import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrintedSignature } from '@shared/contract/print';
import { openDatabase } from '../../electron/data/open';
import type { PrintJob } from '../../electron/features/context';
import { trainingPlanContent } from '../../electron/features/documents/content';
import { frameOf, newDocument, signaturesOf } from '../../electron/features/documents/store';
import { application } from './blank';
import type { Launcher } from './electron-window';
import { type Figure, figureOf, ratioOf, type Samples, whileSteady } from './figure';
import { type BenchSchool, benchNow } from './school';

const wanted = 2;

type Printed = { fresh: Samples; waiting: Samples; control: Samples; pages: [number, number] };

/** One signed plan by Spind's print window ÷ the same HTML loaded into a new hidden window and printed. */
export async function measurePdf(
  root: string,
  work: string,
  school: BenchSchool,
  pairs: number,
  launcherOf: (application: string) => Promise<Launcher>,
): Promise<Figure[]> {
  const folder = application(join(work, 'printing'));
  symlinkSync(join(root, 'out'), join(folder, 'out'), 'dir');
  writeFileSync(join(folder, 'job.json'), JSON.stringify({ pairs, job: planJob(school) }));
  const launcher = await launcherOf(folder);
  let printed: Printed | null = null;
  const { samples, repeats } = await whileSteady(async () => {
    printed = await print(launcher, folder);
    return printed.fresh;
  });
  const { waiting, control, pages } = printed ?? (await print(launcher, folder));
  if (pages[0] !== pages[1]) throw new Error(`not the same print: ${pages[0]} and ${pages[1]} pages`);
  return [
    figureOf('pdf one plan', samples, {
      wanted,
      repeats,
      control: ratioOf(control),
      note: 'limit: a new hidden window loads and prints the same HTML',
    }),
    figureOf('pdf one plan, window already open', waiting, {
      wanted: null,
      repeats,
      control: null,
      note: 'limit: as above in a window that stands ready; Spind makes and destroys one for every document',
    }),
  ];
}

function planJob({ dataFolder, dataKey, migrationsFolder }: BenchSchool): PrintJob {
  const open = openDatabase({
    folder: dataFolder,
    dataKey,
    migrationsFolder,
    appVersion: '0.1.0',
    now: benchNow,
  });
  try {
    const id = 'document-talk-48-2025/26';
    const content = trainingPlanContent(open.db, 'plan-48-2025/26');
    const fields = {
      kind: 'trainingPlan',
      employeeId: 'employee-48',
      talkId: null,
      planId: null,
      version: 1,
      state: 'signed',
    } as const;
    const signed: PrintedSignature[] = signaturesOf(open.db, id);
    return {
      document: 'trainingPlan',
      language: 'da',
      data: frameOf(newDocument(fields, content, benchNow()), signed),
    };
  } finally {
    open.close();
  }
}

async function print({ executablePath, args, env }: Launcher, folder: string): Promise<Printed> {
  const profile = mkdtempSync(join(tmpdir(), 'spind-bench-'));
  try {
    const child = spawn(executablePath, [`--user-data-dir=${profile}`, ...args], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 120_000,
    });
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    if (code !== 0) throw new Error(`printing ended with ${code}:\n${said}`);
    return JSON.parse(readFileSync(join(folder, 'samples.json'), 'utf8'));
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 25 });
  }
}

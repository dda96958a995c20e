import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { electronRuntime } from '../scripts/setup/runtime.mjs';

/** A Monday morning in the talk season, three days into nothing: the day the demo school lives on (DOMAIN §6.1). */
export const demoMorning = '2026-11-23T08:00:00';

export type Spind = {
  readonly app: ElectronApplication;
  /** The one window. */
  readonly page: Page;
  readonly profile: string;
  /** What pages and main process complained of: uncaught errors and console errors. */
  readonly complaints: string[];
  /** Closes it as a person does, so that everything is written. */
  close(): Promise<void>;
  /** SIGKILL to every process, as a power cut would. */
  kill(): Promise<void>;
};

type StartOptions = {
  /** Left out, a new empty one. */
  profile?: string;
  clock?: string;
  /** Further switches for the executable. */
  switches?: readonly string[];
  env?: Readonly<Record<string, string>>;
};

/** A folder for one run's profile; `cleanUp` removes all of them. */
export function newProfile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'spind-e2e-'));
  folders.push(folder);
  return folder;
}

const folders: string[] = [];

/** Removes every profile this process made. */
export function cleanUp(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Writes language and theme as the application keeps them, before it starts. */
export function setPreferences(profile: string, language: 'da' | 'en', theme: 'light' | 'dark'): void {
  writeFileSync(join(profile, 'preferences.json'), JSON.stringify({ language, theme }));
}

/** Starts the built application in real Electron on its own profile and waits for its first page. */
export async function startSpind(options: StartOptions = {}): Promise<Spind> {
  const profile = options.profile ?? newProfile();
  const { executablePath, args, env } = electronRuntime();
  const app = await _electron.launch({
    executablePath,
    args: [
      ...args,
      `--user-data-dir=${profile}`,
      '--force-device-scale-factor=1',
      ...(options.switches ?? []),
    ],
    env: { ...env, SPIND_CLOCK: options.clock ?? demoMorning, TZ: 'Europe/Copenhagen', ...options.env },
    timeout: 30_000,
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  await page.locator('h1').first().waitFor();
  return {
    app,
    page,
    profile,
    complaints,
    close: () => app.close(),
    async kill() {
      const gone = app.waitForEvent('close');
      app.process().kill('SIGKILL');
      await gone;
    },
  };
}

/** The next file-open dialogs answer with this file; null as if cancelled. */
export async function chooseInDialogs(app: ElectronApplication, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({
      canceled: chosen === null,
      filePaths: chosen === null ? [] : [chosen],
    });
  }, file);
}

/** Save dialogs put every file into `folder` under the suggested name. */
export async function saveInto(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, target) => {
    // Electron hands the window first, the options last.
    dialog.showSaveDialog = async (...given: unknown[]) => {
      const { defaultPath } = given.at(-1) as { defaultPath: string };
      return { canceled: false, filePath: `${target}/${defaultPath}` };
    };
  }, folder);
}

/** Sets the inner size of the window. */
export async function resize({ app, page }: Spind, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    {
      width,
      height,
    },
  );
  await page.waitForFunction(([w, h]) => window.innerWidth === w && window.innerHeight === h, [
    width,
    height,
  ] as const);
}

/** Waits until the file exists under its own name (files are written beside it and renamed). */
export async function fileAppears(file: string, page: Page): Promise<string> {
  for (const started = performance.now(); !existsSync(file); ) {
    if (performance.now() - started > 20_000) throw new Error(`No file ${file}`);
    // One round trip to the window, so that waiting does not burn a core.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  return file;
}

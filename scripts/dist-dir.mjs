import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupError, say } from './setup/lines.mjs';
import { root } from './setup/places.mjs';
import { registryElectronFolder } from './setup/registry-electron.mjs';
import { electronRuntime } from './setup/runtime.mjs';
import { runTool } from './tools.mjs';
import { titleAfterStart, wrongContents, wrongFuses } from './verify-package.mjs';

/**
 * Packages the application for this system, unpacked, into dist/release; with `--inspectable` into
 * dist/inspectable, where Playwright can attach (hardening forbids that) and which differs in that fuse only.
 */
export async function distDir(args) {
  const { inspectable, output } = wishes(args);
  rmSync(join(root, output), { recursive: true, force: true });
  const runtime = electronRuntime();
  const settings = [
    `-c.electronDist=${electronFiles(runtime)}`,
    `-c.electronVersion=${runtime.version}`,
    `-c.directories.output=${output}`,
    ...(inspectable ? ['-c.electronFuses.enableNodeCliInspectArguments=true'] : []),
  ];
  const code = await runTool('electron-builder', ['--dir', '--publish', 'never', ...settings]);
  if (code === 0 && !runtime.official) placeCompiledDriver(output, runtime.env.SPIND_SQLITE_BINDING);
  return code;
}

/** Sees whether the package is hardened, holds nothing that it should not, and starts. */
export async function verifyDistDir(args) {
  const { inspectable, output } = wishes(args);
  const {
    args: flags,
    env: { SPIND_SQLITE_BINDING: _unused, ...env },
  } = electronRuntime();
  const { executable, resources } = packaged(output);
  const wrong = [...(await wrongFuses(executable, inspectable)), ...wrongContents(resources)];
  if (wrong.length > 0) throw new SetupError(wrong.join('\n'));
  const title = await titleAfterStart(
    executable,
    flags.filter((flag) => flag.startsWith('--')),
    env,
  );
  say(`  ${output} starts: "${title}"`);
}

function wishes(args) {
  const unknown = args.filter((word) => word !== '--inspectable');
  if (unknown.length > 0)
    throw new SetupError(`dist:dir knows --inspectable only, not ${unknown.join(' ')}.`);
  const inspectable = args.includes('--inspectable');
  return { inspectable, output: join('dist', inspectable ? 'inspectable' : 'release') };
}

/** Where electron-builder put the executable and the resources of this system's package. */
function packaged(output) {
  const mac = process.platform === 'darwin';
  const folder = readdirSync(join(root, output)).find(
    (name) => name.startsWith('mac') || name.endsWith('unpacked'),
  );
  if (!folder) throw new SetupError(`electron-builder left no application in ${output}.`);
  const inside = join(root, output, folder, ...(mac ? ['Spind.app', 'Contents'] : []));
  const executable = { darwin: join('MacOS', 'Spind'), win32: 'Spind.exe' }[process.platform] ?? 'spind';
  return { executable: join(inside, executable), resources: join(inside, mac ? 'Resources' : 'resources') };
}

/** The folder of Electron's own files, without any application in it. */
function electronFiles(runtime) {
  return runtime.official ? dirname(runtime.executablePath) : join(registryElectronFolder(), 'dist');
}

/**
 * A packaged application never reads a path to its driver from the environment. With the registry's Electron,
 * which can't load the driver's prebuilt file, the compiled one takes that file's place.
 */
function placeCompiledDriver(output, compiled) {
  const inside = join('app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds', 'linux-x64.node');
  copyFileSync(compiled, join(packaged(output).resources, inside));
  say('  packaged with the Electron of the npm registry: to try out here, not to give to users.');
}

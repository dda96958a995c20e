import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './setup/lines.mjs';
import { root } from './setup/places.mjs';
import { electronRuntime } from './setup/runtime.mjs';
import { runTool } from './tools.mjs';

const sources = [
  'electron',
  'shared',
  'renderer',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const outputs = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/** Says when the sources were read that `out/` was made of; written last, so half a build has none. */
const stamp = 'out/.built';

/** Builds the application into `out/`, unless nothing changed since the last complete build. */
export async function build() {
  const environment = buildEnvironment();
  const started = Date.now();
  if (isFresh(root, environment.ELECTRON_MAJOR_VER)) {
    say('  out/ is up to date');
    return 0;
  }
  forgetBuild();
  const code = await runTool('electron-vite', ['build', '--logLevel', 'warn'], { env: environment });
  if (code === 0) {
    mkdirSync(join(root, 'out'), { recursive: true });
    writeFileSync(join(root, stamp), `${started} ${environment.ELECTRON_MAJOR_VER}`);
  }
  return code;
}

/** Makes the next `build` a full one. */
export function forgetBuild() {
  rmSync(join(root, stamp), { force: true });
}

/** The build must speak the JavaScript of the Electron it will run in. */
export function buildEnvironment() {
  return { ...process.env, ELECTRON_MAJOR_VER: electronRuntime().version.split('.')[0] };
}

/** Whether `out/` in `folder` is complete, was built for this Electron, and is younger than every source. */
export function isFresh(folder, electronMajor) {
  if (!existsSync(join(folder, stamp))) return false;
  if (!outputs.every((file) => existsSync(join(folder, file)))) return false;
  const [readAt, builtFor] = readFileSync(join(folder, stamp), 'utf8').split(' ');
  if (builtFor !== electronMajor) return false;
  return sources.every((source) => newest(join(folder, source)) < Number(readAt));
}

/** The newest change (ms) in a file or folder; a folder's own time shows what was removed from it. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const inside = readdirSync(path, { withFileTypes: true })
    .filter((entry) => !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => newest(join(path, entry.name)));
  return Math.max(own.mtimeMs, ...inside);
}

import { delimiter, join } from 'node:path';
import { root } from './setup/places.mjs';
import { ask, run } from './setup/processes.mjs';

const binaries = join(root, 'node_modules', '.bin');

/** Puts the project's own tools, and with them its Node, first in the PATH of everything we start. */
export function putOwnToolsFirst() {
  const others = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== binaries);
  process.env.PATH = [binaries, ...others].join(delimiter);
}

/** The path of an installed command-line tool. */
export function toolFile(name) {
  return join(binaries, process.platform === 'win32' ? `${name}.cmd` : name);
}

/** Runs an installed tool in the project folder with our terminal; answers its exit code. */
export function runTool(name, args, options = {}) {
  return run(toolFile(name), args, { cwd: root, ...options });
}

/** Runs an installed tool silently; answers `{ ok, output }`. */
export function askTool(name, args) {
  return ask(toolFile(name), args, { cwd: root });
}

// Every command of the project: `node scripts/run.mjs <command> [arguments]`. This file and what it imports
// statically run on Node 20 before anything is installed; the commands themselves run on the project's own Node.
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError, say } from './setup/lines.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { root } from './setup/places.mjs';
import { run } from './setup/processes.mjs';

const oldestNode = 24;

async function main([command, ...args]) {
  process.chdir(root);
  ensureNodeModules();
  const node = ownNode();
  if (node && realpathSync(node) !== realpathSync(process.execPath)) {
    return run(
      node,
      [process.argv[1], command, ...args].filter((word) => word !== undefined),
    );
  }
  if (Number(process.versions.node.split('.')[0]) < oldestNode) {
    throw new SetupError(`Spind is built with Node ${oldestNode} or newer; this is ${process.version}.`);
  }
  const { commands } = await import('./commands.mjs');
  const chosen = Object.hasOwn(commands, command ?? '') ? commands[command] : undefined;
  if (!chosen) throw new SetupError(`Commands: ${Object.keys(commands).join(', ')}`);
  return chosen(args);
}

/** The Node that comes with the packages, where there is one for this system. */
function ownNode() {
  const file = join(root, 'node_modules', '.bin', 'node');
  return existsSync(file) ? file : undefined;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code ?? 0;
  },
  (error) => {
    say(error instanceof SetupError ? error.message : error.stack);
    process.exitCode = 1;
  },
);

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleBench } from './bench/bundle.mjs';
import { ensureLaunchFolder } from './setup/launch-folder.mjs';
import { root } from './setup/places.mjs';
import { registryElectronFolder } from './setup/registry-electron.mjs';
import { electronRuntime } from './setup/runtime.mjs';

/**
 * `npm run bench`: Spind beside the least that could do the same, one JSON line a figure (`bench/figure.ts`). Exits with
 * 1 when a figure misses what is wanted or a control sees nothing. `--only <word>` takes the figures whose group has
 * that name (start, lists, pdf, queries, radars, search); `--staff 2000` measures a bigger school; `--pairs` sets the number of pairs.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    staff: { type: 'string', default: '150' },
    pairs: { type: 'string', default: '15' },
  },
});

const work = join(root, 'node_modules', '.cache', 'spind-bench');
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
writeFileSync(join(work, 'package.json'), '{"type":"module"}');
try {
  await bundleBench(work);
  const { runBench } = (await import(
    pathToFileURL(join(work, 'run.js')).href
  )) as typeof import('./bench/run');
  const misses = await runBench({
    root,
    work,
    only: values.only,
    staff: Number(values.staff),
    pairs: Number(values.pairs),
    launcherOf,
  });
  for (const miss of misses) console.error(miss);
  process.exitCode = misses.length === 0 ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** How to start another application in the very Electron that Spind runs in. */
async function launcherOf(application: string) {
  const { executablePath, args, env, official } = electronRuntime();
  const flags = args.filter((word) => word.startsWith('--'));
  if (official) return { executablePath, args: [...flags, application], env };
  if (application === root) return { executablePath, args, env };
  const folder = join(dirname(application), `launch-${Math.abs(hash(application))}`);
  return {
    executablePath: await ensureLaunchFolder(registryElectronFolder(), application, folder),
    args: flags,
    env,
  };
}

function hash(text: string): number {
  return [...text].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) | 0, 7);
}

import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { SetupError } from './setup/lines.mjs';
import { onScreen } from './setup/screen.mjs';

/** What hardening asks of every fuse that matters to us; the inspector is for the build that tests attach to. */
const fuses = (inspectable) => ({
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: inspectable,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
});

/** Answers what is wrong with the fuses of a packaged executable, one line each. */
export async function wrongFuses(executable, inspectable) {
  const wire = await getCurrentFuseWire(executable);
  return Object.entries(fuses(inspectable))
    .filter(([name, wanted]) => (wire[FuseV1Options[name]] === FuseState.ENABLE) !== wanted)
    .map(([name, wanted]) => `fuse ${name} should be ${wanted ? 'on' : 'off'}`);
}

/** Answers what a packaged application carries beyond its own code and the driver, or lacks, one line each. */
export function wrongContents(resources, platform = process.platform, arch = process.arch) {
  const wanted = ['node_modules/better-sqlite3', 'out/main', 'out/preload', 'out/renderer', 'package.json'];
  // What nothing else would miss before a leader does: the optimiser, and what we owe those whose work is in here.
  const inside = ['main/solver.js', 'main/highs.wasm', 'main/licences.txt', 'renderer/licences.txt'];
  const tree = asarTree(join(resources, 'app.asar'));
  const found = Object.entries(tree.files).flatMap(([name, { files }]) =>
    files ? Object.keys(files).map((inside) => `${name}/${inside}`) : [name],
  );
  const drivers = Object.keys(tree.files.node_modules?.files['better-sqlite3']?.files.prebuilds?.files ?? {});
  return [
    ...found.filter((path) => !wanted.includes(path)).map((path) => `${path} should not be packaged`),
    ...wanted.filter((path) => !found.includes(path)).map((path) => `${path} is missing`),
    ...inside.filter((path) => !isIn(tree.files.out, path)).map((path) => `out/${path} is missing`),
    ...(drivers.join() === `${platform}-${arch}.node`
      ? []
      : [`drivers packaged: ${drivers.join() || 'none'}`]),
    ...(readdirSync(resources).includes('app') ? ['resources/app would run instead of the archive'] : []),
  ];
}

const isIn = (tree, path) => path.split('/').reduce((at, name) => at?.files?.[name], tree) !== undefined;

/** The table of contents of an asar archive: JSON behind four little-endian numbers, the last its length. */
function asarTree(file) {
  const archive = openSync(file, 'r');
  try {
    const numbers = Buffer.alloc(16);
    readSync(archive, numbers, 0, 16, 0);
    const json = Buffer.alloc(numbers.readUInt32LE(12));
    readSync(archive, json, 0, json.length, 16);
    return JSON.parse(json.toString('utf8'));
  } finally {
    closeSync(archive);
  }
}

/**
 * Starts a packaged application with an empty profile and answers the title of its first page of its own. Throws a
 * `SetupError` with what it printed when there is none in time (ms).
 */
export async function titleAfterStart(executable, flags, env, time = 30_000) {
  const profile = mkdtempSync(join(tmpdir(), 'spind-package-'));
  const words = [...flags, `--user-data-dir=${profile}`, '--remote-debugging-port=0'];
  const child = spawn(...onScreen(executable, words), {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const end = Date.now() + time;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      printed += text;
    });
  }
  const ended = new Promise((resolve) => child.on('close', resolve));
  try {
    while (Date.now() < end && child.exitCode === null) {
      const page = await ownPage(printed.match(/DevTools listening on ws:\/\/([\d.:]+)\//)?.[1]);
      if (page) return page.title;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new SetupError(`The packaged application opened no page of its own:\n${printed.trim()}`);
  } finally {
    if (child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function ownPage(address) {
  if (!address) return undefined;
  const targets = await fetch(`http://${address}/json/list`).then((answer) => answer.json());
  // Until a page has said its title, its address stands in for it.
  return targets.find(({ type, url, title }) => {
    return type === 'page' && url.startsWith('app://') && title !== '' && !url.includes(title);
  });
}

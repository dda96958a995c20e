import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { elapsed, say } from './lines.mjs';
import { root } from './places.mjs';
import { must } from './processes.mjs';

/**
 * Installs the packages of package-lock.json, unless exactly those are installed already. Needs nothing that is
 * installed, and runs on any Node from 20 on. Answers whether it had to install.
 */
export function ensureNodeModules(folder = root, install = npmCi) {
  const stamp = join(folder, 'node_modules', '.spind-lock');
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  const matches = holdsTheSame(lock, join(folder, 'node_modules', '.package-lock.json'));
  if (!matches) install(folder);
  writeFileSync(stamp, wanted);
  return !matches;
}

/**
 * Whether npm's own record of what it installed (the hidden lock file, written last) names every package of the
 * lock file, in the same version. Packages for other systems may be missing.
 */
function holdsTheSame(lock, hiddenLockFile) {
  if (!existsSync(hiddenLockFile)) return false;
  const wanted = JSON.parse(lock).packages;
  const installed = JSON.parse(readFileSync(hiddenLockFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    if (!found) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function npmCi(folder) {
  const started = Date.now();
  say('  installing packages (npm ci) …');
  const env = {
    ...process.env,
    PATH: pathWithout(process.env.PATH ?? '', join(folder, 'node_modules', '.bin')),
  };
  must('Installing packages', 'npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, env });
  say(`  packages are installed (${elapsed(Date.now() - started)})`);
}

/** npm must not run on the very Node that it is about to replace. */
function pathWithout(path, folder) {
  return path
    .split(delimiter)
    .filter((entry) => entry !== folder)
    .join(delimiter);
}

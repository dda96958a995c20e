import { SetupError, say } from './lines.mjs';
import { ask } from './processes.mjs';

/** Libraries Electron itself is linked with. Newer releases of Debian and Ubuntu carry some under a second name. */
export const electronLibraries = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libnotify4',
  'libsecret-1-0',
];

/** What a machine without a screen needs to give Electron one in memory. */
export const virtualScreen = ['xvfb', 'xauth'];

/**
 * Sees to it that Debian packages are installed, asking apt only for those that are missing. Where apt may not
 * be used it throws a `SetupError` with the command to run. Does nothing on systems without dpkg.
 */
export function ensureDebianPackages(names, machine = thisMachine) {
  if (machine.platform !== 'linux') return [];
  const state = machine.ask('dpkg-query', [
    '-W',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills this in.
    '-f=${Package} ${db:Status-Status}\\n',
    ...names.flatMap(spellings),
  ]);
  if (state.output === '') return [];
  const missing = missingPackages(names, state.output);
  if (missing.length === 0) return [];
  const install = ['install', '-y', '--no-install-recommends', ...missing];
  const apt = aptGet(machine);
  const byHand = `sudo apt-get update && sudo apt-get ${install.join(' ')}`;
  if (!apt) throw new SetupError(`Missing Debian packages: ${missing.join(' ')}. Please run:\n  ${byHand}`);
  machine.say(`  installing Debian packages: ${missing.join(' ')} …`);
  machine.ask(...apt(['update']));
  const installed = machine.ask(...apt(install));
  if (!installed.ok) {
    const reason = installed.output.trim().split('\n').slice(-4).join('\n');
    throw new SetupError(
      `apt-get could not install ${missing.join(' ')}. Please run:\n  ${byHand}\n${reason}`,
    );
  }
  return missing;
}

/** The packages of `names` that dpkg-query's answer (lines of `name status`) does not show as installed. */
export function missingPackages(names, answer) {
  const installed = new Set();
  for (const line of answer.split('\n')) {
    const [name, status] = line.split(' ');
    if (name && status === 'installed') installed.add(name);
  }
  return names.filter((name) => !spellings(name).some((spelling) => installed.has(spelling)));
}

function spellings(name) {
  return name === 'libgtk-3-0' || name === 'libasound2' ? [name, `${name}t64`] : [name];
}

/** How apt-get can be started without asking anybody, or undefined when it can't. */
function aptGet(machine) {
  const quiet = ['DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=120'];
  if (machine.isRoot()) return (args) => ['env', [...quiet, ...args]];
  if (machine.ask('sudo', ['-n', 'true']).ok) return (args) => ['sudo', ['-n', 'env', ...quiet, ...args]];
  return undefined;
}

const thisMachine = {
  platform: process.platform,
  isRoot: () => process.getuid?.() === 0,
  ask,
  say,
};

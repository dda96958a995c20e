import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, buildEnvironment, forgetBuild } from './build.mjs';
import { runChecks } from './checks.mjs';
import { distDir, verifyDistDir } from './dist-dir.mjs';
import { electronLibraries, ensureDebianPackages } from './setup/debian.mjs';
import { SetupError, say } from './setup/lines.mjs';
import { root } from './setup/places.mjs';
import { run } from './setup/processes.mjs';
import { electronRuntime, ensureRuntime } from './setup/runtime.mjs';
import { ensureScreen, hasScreen, onScreen } from './setup/screen.mjs';
import { runSteps } from './steps.mjs';
import { putOwnToolsFirst, runTool, toolFile } from './tools.mjs';

const e2eConfig = 'e2e/vitest.config.ts';

putOwnToolsFirst();

/** What `node scripts/run.mjs` can do: each takes the remaining words and answers an exit code. */
export const commands = {
  start,
  test,
  demo,
  dev,
  check,
  e2e,
  bench,
  'dist:dir': distribution,
};

/** Opens the application. */
async function start(args) {
  const prepared = await runSteps('Preparing', [setUpStep(), buildStep()]);
  if (prepared !== 0) return prepared;
  if (!hasScreen()) {
    say(
      'Ingen skærm fundet: Spind kan ikke åbne et vindue her. Kør `npm run demo` for at se programmet i brug.',
    );
    say(
      'No screen found: Spind cannot open a window here. Run `npm run demo` to see the application in use.',
    );
    return 1;
  }
  const runtime = electronRuntime();
  return run(runtime.executablePath, [...runtime.args, ...args], { cwd: root, env: runtime.env });
}

/** Everything that must hold: checks, unit tests, a package that starts, and the application used like a person uses it. */
async function test() {
  return runSteps('Tests', [
    setUpStep({ screen: true, debian: ['poppler-utils'] }),
    checkStep,
    { name: 'unit tests', run: () => runTool('vitest', ['run']) },
    buildStep(),
    // The package that Playwright can enter; it differs from a release in that one fuse.
    ...packagingSteps(['--inspectable']),
    e2eStep([]),
  ]);
}

/** Shows the application at the demo school, without anybody having to click. */
async function demo(args) {
  return runSteps('Demo', [
    setUpStep({ screen: true, debian: ['poppler-utils'] }),
    buildStep(),
    // Where nobody can look at it, it plays by itself.
    scriptStep('demo', hasScreen() ? args : ['--play', ...args]),
  ]);
}

/** The application with its interface reloading while you edit. */
async function dev(args) {
  const prepared = await runSteps('Preparing', [setUpStep({ screen: true })]);
  if (prepared !== 0) return prepared;
  forgetBuild();
  const { executablePath, args: flags, env } = electronRuntime();
  const own = flags.filter((flag) => flag.startsWith('--'));
  return runOnScreen(toolFile('electron-vite'), ['dev', '--', ...own, ...args], {
    env: { ...env, ...buildEnvironment(), ELECTRON_EXEC_PATH: executablePath },
  });
}

/** Format, lint, types, import boundaries, unused code. */
async function check() {
  return runSteps('Check', [checkStep]);
}

/** The built application under Playwright; further words go to vitest (`npm run e2e -- talks`). */
async function e2e(args) {
  return runSteps('End-to-end tests', [
    setUpStep({ screen: true, debian: ['poppler-utils'] }),
    buildStep(),
    e2eStep(args),
  ]);
}

/** Measures the application against its limits. */
async function bench(args) {
  return runSteps('Bench', [setUpStep({ screen: true }), buildStep(), scriptStep('bench', args)]);
}

/** An unpacked application for this system in dist/, made from a fresh build, looked into and started once. */
async function distribution(args) {
  return runSteps('Packaging', [setUpStep({ screen: true }), buildStep(), ...packagingSteps(args)]);
}

const packagingSteps = (args) => [
  { name: 'package (electron-builder)', run: () => distDir(args) },
  { name: 'look into the package and start it', run: () => verifyDistDir(args) },
];

const checkStep = { name: 'check', run: runChecks };

function setUpStep({ screen = false, debian = [] } = {}) {
  return {
    name: 'set-up',
    run: async () => {
      ensureDebianPackages([...electronLibraries, ...debian]);
      if (screen) ensureScreen();
      await ensureRuntime();
    },
  };
}

function buildStep() {
  return { name: 'build', run: build };
}

function e2eStep(args) {
  return {
    name: 'end-to-end tests',
    run: () => runOnScreen(toolFile('vitest'), ['run', '-c', e2eConfig, ...args]),
  };
}

function scriptStep(name, args) {
  return {
    name,
    run: () => {
      const script = join('scripts', `${name}.ts`);
      if (!existsSync(join(root, script))) throw new SetupError(`There is no ${script}.`);
      return runOnScreen(process.execPath, [script, ...args]);
    },
  };
}

function runOnScreen(command, args, { env = process.env } = {}) {
  return run(...onScreen(command, args), { cwd: root, env, group: !hasScreen() });
}

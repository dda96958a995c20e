import { spawn, spawnSync } from 'node:child_process';
import { SetupError } from './lines.mjs';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end with our terminal and answers its exit code (143 when a signal ended it). Signals that
 * reach us are handed on, so that stopping the command stops what it started; with `group` also what that started
 * in turn, for programs such as xvfb-run which do not hand signals on themselves.
 */
export function run(command, args, { cwd, env = process.env, group = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: 'inherit',
      detached: group,
      shell: needsShell(command),
    });
    const handOn = (signal) => {
      if (child.pid) process.kill(group ? -child.pid : child.pid, signal);
    };
    for (const signal of forwarded) process.on(signal, handOn);
    // npm, when stopped, stops the shell between us and leaves us without a parent.
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid !== parent && handOn('SIGTERM'), 1000);
    const stopListening = () => {
      clearInterval(watch);
      for (const signal of forwarded) process.off(signal, handOn);
    };
    child.on('error', (error) => {
      stopListening();
      reject(error);
    });
    child.on('close', (code) => {
      stopListening();
      resolve(code ?? 143);
    });
  });
}

/** Runs a program silently; answers `{ ok, output }` with both of its streams together. */
export function ask(command, args, { cwd, env = process.env } = {}) {
  const result = spawnSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: needsShell(command),
  });
  return { ok: result.status === 0, output: `${result.stdout ?? ''}${result.stderr ?? ''}` };
}

/** Like `ask`, but throws a `SetupError` with the last lines of output when the program fails. */
export function must(what, command, args, options) {
  const result = ask(command, args, options);
  if (result.ok) return result.output;
  const tail = result.output.trim().split('\n').slice(-15).join('\n');
  throw new SetupError(`${what} failed (${command} ${args.join(' ')}):\n${tail}`);
}

/** On Windows npm and its kin are .cmd files, which Node starts through a shell only. */
function needsShell(command) {
  return process.platform === 'win32' && (command === 'npm' || command.endsWith('.cmd'));
}

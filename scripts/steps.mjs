import { elapsed, SetupError, say } from './setup/lines.mjs';

/**
 * Runs named steps one after the other, each with a line before and after it, and stops at the first that fails.
 * A step is `{ name, run }`; `run` answers an exit code, or nothing when it went well, and may throw. Answers the
 * exit code of the whole, and ends with one line that says how it went.
 */
export async function runSteps(what, steps, { clock = Date.now, print = say } = {}) {
  const started = clock();
  for (const [index, { name, run }] of steps.entries()) {
    const place = `[${index + 1}/${steps.length}]`;
    print(`${place} ${name} …`);
    const stepStarted = clock();
    const code = await outcome(run, print);
    const spent = elapsed(clock() - stepStarted);
    if (code !== 0) {
      print(`${place} ${name}: FAILED (${spent})`);
      print(
        `${what}: failed at step ${index + 1} of ${steps.length} (${name}) after ${elapsed(clock() - started)}.`,
      );
      return code;
    }
    print(`${place} ${name}: ok (${spent})`);
  }
  print(`${what}: all ${steps.length} steps passed in ${elapsed(clock() - started)}.`);
  return 0;
}

async function outcome(run, print) {
  try {
    return (await run()) ?? 0;
  } catch (error) {
    print(error instanceof SetupError ? error.message : (error?.stack ?? String(error)));
    return 1;
  }
}

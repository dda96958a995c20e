/** A set-up problem a person can act on: printed as one line, without a stack trace. */
export class SetupError extends Error {}

/** Prints one line of progress. Everything the set-up says goes through here. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Milliseconds as a person reads them: `0.4 s`, `83 s`, `3 min 05 s`. */
export function elapsed(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${String(Math.round(seconds % 60)).padStart(2, '0')} s`;
}

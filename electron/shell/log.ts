import { join } from 'node:path';
import log from 'electron-log/main';

/**
 * Log file with what happened and where, never with whom or what was written: an error's own message may quote
 * data, so only its kind, code and our own stack lines are kept.
 */
export function startLog(folder: string): (error: unknown, where: string) => void {
  log.transports.file.resolvePathFn = () => join(folder, 'spind.log');
  log.transports.file.maxSize = 1_000_000;
  log.transports.console.level = false;
  return (error, where) => log.error(where, describe(error));
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? plain(error.code) : '';
  const frames = traceOf(error)
    .split('\n')
    .filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line));
  return [plain(error.name), code, ...frames.slice(0, 8).map(withoutFolders)].join(' ');
}

/** The stack behind the message: a message of several lines may have some that look like a stack. */
function traceOf({ stack = '', message }: Error): string {
  if (/^[\w.]*\n\s+at /.test(stack)) return stack;
  const start = message === '' ? 0 : stack.indexOf(message);
  return start < 0 ? '' : stack.slice(start + message.length);
}

/** `at save (/home/birgitte/spind/main.js:3:1)` → `at save (main.js:3:1)`: folders may hold a person's name. */
function withoutFolders(line: string): string {
  const text = line.trim();
  const [, called, place = text.slice(3)] = /^at (.*?) \((.*)\)$/.exec(text) ?? [];
  const file = place.slice(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1);
  return called ? `at ${called} (${file})` : `at ${file}`;
}

/** A name or code as programs give them; anything else might be data. */
function plain(value: unknown): string {
  return typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? value : 'Error';
}

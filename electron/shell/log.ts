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
  const code = 'code' in error ? String(error.code) : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, code, ...frames.slice(0, 8).map((line) => line.trim().replace(/\(.*[\\/]/, '('))].join(' ');
}

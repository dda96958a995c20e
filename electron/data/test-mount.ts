import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { testFolder } from './test-database';

/**
 * Why tests with a disk of their own must be skipped here; null when they need not. As root, file rights prove
 * nothing: a full or read-only disk must be a mount of its own.
 */
export const whyNoMounts: string | null = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'not root on Linux';
  const place = `/tmp/spind-mount-probe-${process.pid}`;
  try {
    mkdirSync(place, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place], { stdio: 'ignore' });
    execFileSync('umount', [place]);
    return null;
  } catch {
    return 'this machine does not allow mounts';
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
})();

/** A disk of this size, gone when the test ends. */
export function mounted(size: string): { place: string; makeReadOnly(): void } {
  const place = testFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', place]);
  onTestFinished(() => {
    execFileSync('umount', ['-l', place]);
  });
  return { place, makeReadOnly: () => execFileSync('mount', ['-o', 'remount,ro', place]) };
}

/** Another program's file takes every byte that is left. */
export function fillDisk(file: string): void {
  for (let size = 65_536; size >= 1; size /= 2) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Smaller pieces fill what is left.
    }
  }
}

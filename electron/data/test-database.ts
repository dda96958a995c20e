import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { dataPaths } from './folder';
import { readMigrations } from './migrate';
import { buildDatabase, type OpenDatabase, openDatabase } from './open';

/** The real migrations. */
export const migrationsFolder = fileURLToPath(new URL('../../resources/migrations', import.meta.url));

/** Noon of the demo day, local time. */
export const testNow = () => new Date('2026-11-23T12:00:00');

/** One migrated file a process, kept as bytes; every test gets a copy, since migrating takes longer than copying. */
let template: { bytes: Buffer; dataKey: Buffer } | null = null;

function makeTemplate() {
  const folder = mkdtempSync(join(tmpdir(), 'spind-template-'));
  try {
    const file = join(folder, 'template.db');
    const dataKey = randomBytes(32);
    buildDatabase(file, dataKey, readMigrations(migrationsFolder), { appVersion: '0.1.0', now: testNow });
    return { bytes: readFileSync(file), dataKey };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export type TestDatabase = {
  /** A real data folder, removed when the test ends. */
  readonly folder: string;
  readonly dataKey: Buffer;
  readonly migrationsFolder: string;
  readonly open: OpenDatabase;
  /** Closes and opens anew, as a restart does; answers the new connection. */
  reopen(): OpenDatabase;
};

/** A real encrypted database with the real migrations in a folder of its own, for one test. */
export function testDatabase(): TestDatabase {
  template ??= makeTemplate();
  const { dataKey } = template;
  const folder = testFolder();
  mkdirSync(dataPaths(folder).backups);
  writeFileSync(dataPaths(folder).database, template.bytes);
  const openAgain = () =>
    openDatabase({ folder, dataKey, migrationsFolder, appVersion: '0.1.0', now: testNow });
  let open = openAgain();
  onTestFinished(() => open.close());
  return {
    folder,
    dataKey,
    migrationsFolder,
    get open() {
      return open;
    },
    reopen() {
      open.close();
      open = openAgain();
      return open;
    },
  };
}

/** An empty folder, removed when the test ends. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'spind-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

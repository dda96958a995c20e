import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeBackup } from '../../electron/data/backup';
import { createKeys } from '../../electron/data/keys';
import { createDatabase } from '../../electron/data/open';
import { benchDay, fillSchool } from './fill-school';

export const passphrase = 'fire tilfældige ord til målingen';

/** The clock of every measurement. */
export const benchNow = () => new Date(`${benchDay}T08:00:00`);

export type BenchSchool = {
  readonly dataFolder: string;
  readonly dataKey: Buffer;
  readonly migrationsFolder: string;
};

/** A data folder with a filled, encrypted school, its keys at the product's cost, closed. */
export async function makeSchool(root: string, folder: string, staff: number): Promise<BenchSchool> {
  const dataFolder = join(folder, `school-${staff}`);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const migrationsFolder = join(root, 'resources', 'migrations');
  const { dataKey, keyFile } = await createKeys(passphrase);
  const open = createDatabase({
    folder: dataFolder,
    dataKey,
    keyFile,
    migrationsFolder,
    appVersion: '0.1.0',
    now: benchNow,
  });
  fillSchool(open.db, staff);
  // The day's backup is there, as at every start but the first of a day.
  makeBackup({ folder: dataFolder, dataKey, sqlite: open.sqlite, appVersion: '0.1.0', now: benchNow });
  open.close();
  return { dataFolder, dataKey, migrationsFolder };
}

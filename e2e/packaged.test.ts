import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { electronRuntime } from '../scripts/setup/runtime.mjs';
import { ask, call } from './bridge';
import { oneWish } from './one-wish';
import { cleanUp, newProfile } from './spind';
import { beginSchool } from './walk/doors';
import { words } from './walk/words';

const dist = fileURLToPath(new URL('../dist/inspectable', import.meta.url));

/** The package that `npm run dist:dir -- --inspectable` made, if it did. The release itself lets nobody attach. */
function packaged(): string | undefined {
  if (!existsSync(dist)) return undefined;
  const folder = readdirSync(dist).find((name) => name.endsWith('unpacked'));
  const executable = join(dist, folder ?? '', process.platform === 'win32' ? 'Spind.exe' : 'spind');
  return existsSync(executable) ? executable : undefined;
}

afterAll(cleanUp);

describe.skipIf(!packaged())('the packaged application', () => {
  it('begins a school, isolated like the one it was built from, and hears no test clock', async () => {
    const { args, env } = electronRuntime();
    const { SPIND_SQLITE_BINDING: _unused, ...clean } = env;
    const app = await _electron.launch({
      executablePath: packaged() ?? '',
      args: [...args.filter((flag) => flag.startsWith('--')), `--user-data-dir=${newProfile()}`],
      env: { ...clean, SPIND_CLOCK: '2026-11-23T08:00:00' },
    });
    const page = await app.firstWindow();
    expect(await app.evaluate(({ app: electron }) => electron.isPackaged)).toBe(true);
    await beginSchool(page, {
      name: 'Pakkeskolen',
      municipality: '',
      leaderName: 'Birgitte Halkjær',
      leaderTitle: 'skoleleder',
      passphrase: 'ærlig mose fløjter sagte',
    });
    await page.getByRole('heading', { name: words.today.begin }).waitFor();
    const { value } = (await ask(page, 'school', 'today')) as { ok: true; value: { date: string } };
    expect(value.date).toBe(new Intl.DateTimeFormat('sv-SE').format(new Date()));
    const preferences = await app.evaluate(({ webContents }) =>
      webContents
        .getAllWebContents()
        .map((one) => (one as unknown as { getLastWebPreferences(): object }).getLastWebPreferences()),
    );
    expect(preferences).toMatchObject([{ contextIsolation: true, sandbox: true, nodeIntegration: false }]);
    // The optimiser is read out of the archive by a process of its own.
    const wishId = await oneWish(page);
    const frame = { fixed: [], ruledOut: [], seats: [], budgets: [] };
    const { status, seats } = await call(page, 'seatPlan', 'propose', frame);
    expect([status, seats.map((seat) => seat.wishId)]).toEqual(['optimal', [wishId]]);
    await app.close();
  });
});

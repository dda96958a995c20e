import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { demoPassphrase, demoPin } from '../scripts/demo/secrets';
import { faultsOn } from './axe';
import { demoProfile } from './demo-profile';
import { cleanUp, newProfile, resize, type Spind, setPreferences, startSpind } from './spind';
import type { Camera } from './walk/camera';
import { beginSchool, unlock } from './walk/doors';
import { lendTo, rateSelf } from './walk/ratings';
import { openArea, openTalk } from './walk/talk';
import { tour } from './walk/tour';
import { words } from './walk/words';

let spind: Spind | undefined;

afterEach(async () => {
  await spind?.close();
  spind = undefined;
});
afterAll(cleanUp);

/** A camera that looks for faults, and what it has found. The dark screens say what the light ones do. */
function inspector(theme: 'light' | 'dark') {
  const faults: string[] = [];
  const seen: string[] = [];
  const camera: Camera = async (screen) => {
    seen.push(screen);
    if (!spind) return;
    faults.push(...(await faultsOn(spind.page, screen, theme === 'light' ? 'everything' : 'colours')));
  };
  return { camera, faults, seen };
}

describe.each(['light', 'dark'] as const)('in %s colours', (theme) => {
  it('no screen and no dialog of the demo school has a fault', { timeout: 300_000 }, async () => {
    spind = await startSpind({ profile: demoProfile('da', theme) });
    await resize(spind, 1280, 800);
    const { page } = spind;
    const { camera, faults, seen } = inspector(theme);
    await camera('låst');
    await page.getByRole('button', { name: words.vault.unlock.forgotten }).click();
    await page.getByRole('heading', { name: words.vault.unlock.recoveryTitle }).waitFor();
    await camera('gendannelse');
    await page.getByRole('button', { name: words.vault.unlock.backToPassphrase }).click();
    await unlock(page, demoPassphrase);
    await tour(page, camera, { pin: demoPin, app: spind.app, sheets: join(spind.profile, 'ark') });
    await openTalk(page, 'Maja Sønderby');
    await openArea(page, 3);
    await lendTo(page, 'Maja', camera);
    await rateSelf(page, demoPin, [4, 4, 3, 3, 3, 4, 4, 3, 4, null], camera);
    expect(faults).toEqual([]);
    expect(seen.length).toBeGreaterThan(110);
  });

  it('nor does the first start', async () => {
    const profile = newProfile();
    setPreferences(profile, 'da', theme);
    spind = await startSpind({ profile });
    await resize(spind, 1280, 800);
    const { camera, faults } = inspector(theme);
    const school = {
      name: 'Skolen',
      municipality: 'Nordmarke',
      leaderName: 'Birgitte',
      leaderTitle: 'skoleleder',
    };
    await beginSchool(spind.page, { ...school, passphrase: demoPassphrase }, undefined, camera);
    await spind.page.getByRole('heading', { name: words.today.begin }).waitFor();
    await camera('begynd-her');
    expect(faults).toEqual([]);
  });
});

it.each([
  ['light', ['color-contrast at #faint', 'label at #planted']],
  ['dark', ['color-contrast at #faint']],
] as const)('finds what is planted in %s colours', async (theme, planted) => {
  spind = await startSpind();
  const { camera, faults } = inspector(theme);
  // Once before, as on a tour.
  await camera('første-start');
  expect(faults).toEqual([]);
  await spind.page.evaluate(() => {
    const field = document.createElement('input');
    field.id = 'planted';
    const text = document.createElement('p');
    text.id = 'faint';
    text.textContent = 'Svær at læse';
    text.style.cssText = 'color: #999; background: #aaa';
    document.querySelector('main')?.append(field, text);
  });
  await camera('plantet');
  const found = faults.map((fault) => /: ([\w-]+ at #(?:planted|faint)) /.exec(fault)?.[1]).sort();
  expect(found).toEqual(planted);
});

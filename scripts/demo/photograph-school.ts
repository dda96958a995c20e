import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { call } from '../../e2e/bridge';
import { newProfile, resize, setPreferences, startSpind } from '../../e2e/spind';
import type { Camera } from '../../e2e/walk/camera';
import { unlock } from '../../e2e/walk/doors';
import { visit } from '../../e2e/walk/screen';
import { chiefScreens, tour } from '../../e2e/walk/tour';
import { photographer } from './photographer';
import { demoPassphrase, demoPin } from './secrets';

const others = [
  { folder: 'moerkt', language: 'da', theme: 'dark', width: 1280, height: 800 },
  { folder: 'engelsk', language: 'en', theme: 'light', width: 1280, height: 800 },
  { folder: 'smalt', language: 'da', theme: 'light', width: 1024, height: 700 },
] as const;

/** Pictures of every screen in Danish and light, and of the chief ones dark, in English and in a narrow window. */
export async function photographSchool(output: string, profile: string): Promise<string[]> {
  const all: string[] = [];
  const copy = newProfile();
  cpSync(join(profile, 'data'), join(copy, 'data'), { recursive: true });
  setPreferences(copy, 'da', 'light');
  const spind = await startSpind({ profile: copy });
  await resize(spind, 1280, 800);
  const light = photographer(spind.page, join(output, 'demoskolen'));
  await light.camera('låst');
  await unlock(spind.page, demoPassphrase);
  await tour(spind.page, light.camera, { pin: demoPin, app: spind.app, sheets: join(copy, 'ark') });
  all.push(...light.pictures);

  for (const { folder, language, theme, width, height } of others) {
    await call(spind.page, 'preferences', 'set', { language, theme });
    await spind.page.waitForFunction(
      ([lang, scheme]) =>
        document.documentElement.lang === lang &&
        document.documentElement.dataset.mantineColorScheme === scheme,
      [language, theme] as const,
    );
    await resize(spind, width, height);
    const { camera, pictures } = photographer(spind.page, join(output, folder));
    await chief(spind.page, camera);
    all.push(...pictures);
  }
  await spind.close();
  return all;
}

async function chief(page: Page, camera: Camera): Promise<void> {
  for (const [name, path] of Object.entries(chiefScreens)) {
    await visit(page, path);
    await camera(name);
  }
  const { talks } = await call(page, 'talks', 'list', { schoolYear: '2026/27' });
  const talk = talks.find(({ withName, kind }) => withName === 'Pernille Aagaard' && kind === 'MUS');
  for (const area of [1, 3, 6]) {
    await visit(page, `/talks/${talk?.id}?area=${area}`);
    await camera(`samtale-${area}`);
  }
  const { plans } = await call(page, 'trainingPlans', 'list', { schoolYear: '2026/27' });
  const signed = plans.find(({ status }) => status === 'signed');
  await visit(page, `/training-plans/${signed?.employeeId}`);
  await camera('plan');
  await visit(page, `/employees/${talk?.employeeId}`);
  await camera('medarbejder');
  await visit(page, `/employees/${talk?.employeeId}/history`);
  await camera('historik');
  const team = (await call(page, 'teams', 'list', {})).find(({ name }) => name === 'Mellemtrinsteam');
  await visit(page, `/teams/${team?.id}`);
  await camera('team');
  const held = await call(page, 'talks', 'forTeam', { teamId: team?.id ?? '' });
  const tus = held.talks.find(({ kind }) => kind === 'TUS');
  for (const area of [3, 4]) {
    await visit(page, `/talks/${tus?.id}?area=${area}`);
    await camera(`tus-${area}`);
  }
}

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  chooseInDialogs,
  fileAppears,
  newProfile,
  resize,
  saveInto,
  setPreferences,
  startSpind,
} from '../../e2e/spind';
import { saveDocument, saveTalkPrintout } from '../../e2e/walk/documents';
import { beginSchool, goTo, unlock } from '../../e2e/walk/doors';
import * as job from '../../e2e/walk/main-job';
import { agreePlan, signByMouse, signByTyping } from '../../e2e/walk/plan';
import { agreeLevel, lendTo, rateAsLeader, rateSelf, reveal } from '../../e2e/walk/ratings';
import { chooseSpiders, importStaffList } from '../../e2e/walk/staff';
import { closeTalk, openArea, openTalk, planTalk } from '../../e2e/walk/talk';
import { words } from '../../e2e/walk/words';
import { readDemoFile, staffCsv } from './demo-file';
import { photographer } from './photographer';

/** Walks the main job in the running application, as the end-to-end test does, with a picture at every step. */
export async function playMainJob(output: string): Promise<{ pictures: string[]; documents: string[] }> {
  const profile = newProfile();
  setPreferences(profile, 'da', 'light');
  const spind = await startSpind({ profile });
  const { page, app } = spind;
  const folder = join(output, 'pdf');
  mkdirSync(folder);
  await saveInto(app, folder);
  await resize(spind, 1280, 800);
  const { camera, pictures } = photographer(page, join(output, 'hovedopgaven'));
  const { personale } = readDemoFile();
  const staffList = join(profile, 'personale.csv');
  writeFileSync(staffList, staffCsv(personale));
  await chooseInDialogs(app, staffList);

  const paper = async () => {
    await page.getByRole('button', { name: words.vault.first.saveCode }).click();
    await fileAppears(join(folder, 'gendannelseskode.pdf'), page);
  };
  await beginSchool(page, job.school, paper, camera);
  await page.getByRole('heading', { name: words.today.begin }).waitFor();
  await camera('begynd-her');
  await importStaffList(page, personale.length, camera);
  await chooseSpiders(page, job.spiders, camera);
  await planTalk(page, job.talk, camera);
  await openArea(page, 3);
  await lendTo(page, job.first, camera);
  await rateSelf(page, job.pin, job.selfLevels, camera);
  await unlock(page, job.school.passphrase);
  await openTalk(page, job.employee);
  await openArea(page, 3);
  await rateAsLeader(page, job.leaderLevels, camera);
  await reveal(page, job.pin, job.first, camera);
  await agreeLevel(page, ...job.agreedLevel);
  await job.holdTalk(page, camera);
  await agreePlan(page);
  await signByMouse(page, job.employee, camera);
  await signByTyping(page, job.school.leaderName, 'agree', camera);
  await page.getByText(words.documents.signing.signedText).first().waitFor();
  await closeTalk(page);
  await camera('lukket-samtale');
  for (const [kind, prefix] of [
    ['minutes', 'mus-referat-'],
    ['spider', 'kompetencespind-'],
  ] as const) {
    await saveTalkPrintout(page, kind);
    await appears(prefix);
  }
  await saveDocument(page, 'trainingPlan', job.employee);
  await appears('efteruddannelsesplan-');
  await camera('dokumenter');
  await goTo(page, 'today');
  await camera('i-dag');
  await spind.close();
  return { pictures, documents: readdirSync(folder).map((name) => join(folder, name)) };

  async function appears(prefix: string): Promise<void> {
    await page.waitForFunction(() => document.querySelector('[data-loading]') === null);
    for (const begun = performance.now(); !readdirSync(folder).some((name) => name.startsWith(prefix)); ) {
      if (performance.now() - begun > 20_000) throw new Error(`No ${prefix}… in ${folder}`);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    }
  }
}

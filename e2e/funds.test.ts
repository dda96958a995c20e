import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../scripts/demo/secrets';
import { fundRuleNames } from '../shared/domain/funds/rule-text';
import { moneyText } from '../shared/domain/money';
import { call } from './bridge';
import { demoProfile } from './demo-profile';
import { readPdf } from './pdf';
import { cleanUp, resize, type Spind, saveInto, startSpind } from './spind';
import * as walk from './walk/courses';
import { unlock } from './walk/doors';
import { visit } from './walk/screen';
import { say, words } from './walk/words';

const { funds } = words;
const name = 'Henrik Toft';
const title = 'Supplerende kursus i natur/teknologi';
/** The same as it was promised in his talk. */
const planned = `${title} sammen med Jonas Kirkegaard`;
const pool = 'Skolens generelle pulje';
const teachers = 'Fondsområde VII – lærere';
let spind: Spind;
let saved = '';

beforeAll(async () => {
  const profile = demoProfile();
  saved = join(profile, 'gemt');
  mkdirSync(saved);
  spind = await startSpind({ profile });
  await saveInto(spind.app, saved);
  await resize(spind, 1280, 800);
  await unlock(spind.page, demoPassphrase);
});
afterAll(async () => {
  await spind?.close();
  cleanUp();
});

// One walk: after a false step the rest would only say the same again.
let stumbled = false;
beforeEach(({ skip }) => skip(stumbled, 'an earlier step failed'));
afterEach(({ task }) => {
  stumbled ||= task.result?.state === 'fail';
});

const applicationOf = async (who: string) => {
  const { applications } = await call(spind.page, 'funds', 'list', {});
  const one = applications.find(({ employeeName }) => employeeName === who);
  return call(spind.page, 'funds', 'get', { applicationId: one?.id ?? '' });
};

describe('a competence fund', () => {
  it('fits, or says by which rule it does not, and where the rule is from', async () => {
    const { page } = spind;
    const dialog = await walk.findFunds(page, name, title);
    const hits = dialog.getByRole('listitem');
    const hit = (fund: string) => hits.filter({ has: page.getByText(fund, { exact: true }) });
    const { fits, fitsNot } = funds.navigator;
    const area = `Den Kommunale Kompetencefond · ${teachers}`;
    await hit(area).getByText(fits, { exact: true }).waitFor();
    // 80 % of the fee and of four days of substitutes.
    expect(await hit(area).innerText()).toContain(
      say(funds.navigator.pays, { fund: moneyText(832_000, 'da'), school: moneyText(208_000, 'da') }),
    );
    await hit(area)
      .getByText(/sammenlign|kontroll/i)
      .first()
      .waitFor();

    const { funds: all } = await call(page, 'funds', 'rules', {});
    const sources = all.flatMap(({ sets }) => sets.flatMap(({ rules }) => rules.map(({ source }) => source)));
    const refused = await hits.filter({ has: page.getByText(fitsNot, { exact: true }) }).all();
    expect(refused.length).toBeGreaterThan(3);
    for (const one of refused) {
      const text = await one.innerText();
      expect(
        Object.values(fundRuleNames).some(({ da }) => text.includes(`${da}: `)),
        text,
      ).toBe(true);
      expect(
        sources.some((source) => text.includes(`(${source})`)),
        text,
      ).toBe(true);
    }
    await hit(area)
      .getByRole('button', { name: say(funds.navigator.showRulesOf, { fund: area }) })
      .click();
    const rules = dialog.getByRole('table', { name: area }).getByRole('row');
    for (const row of (await rules.all()).slice(1))
      expect((await row.getByRole('cell').last().innerText()).trim()).not.toBe('');
    expect(await rules.count()).toBeGreaterThan(10);
  });

  it('is applied to: drafted and sent', async () => {
    const { page } = spind;
    const dialog = page.getByRole('dialog');
    const draft = dialog.getByRole('button', { name: say(funds.navigator.draftFor, { fund: pool }) });
    const own = dialog.getByRole('listitem').filter({ has: page.getByText(pool, { exact: true }) });
    // The school’s own pool asks for a line of the plan.
    await own.getByText(`${fundRuleNames.planLine.da}: `).waitFor();
    expect(await draft.count()).toBe(0);
    await walk.sayFacts(dialog, planned);
    await draft.click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByText(funds.verdicts.follows).waitFor();
    await walk.sendApplication(page);
    expect(await applicationOf(name)).toMatchObject({ title: planned, state: 'sent', areRulesFrozen: true });
    expect((await applicationOf(name)).assessment.amounts.fundOre).toBe(320_000);
  });

  it('keeps what was sent when its rules are corrected, and changes what is a draft', async () => {
    const { page } = spind;
    const [sent, draft] = [await applicationOf(name), await applicationOf('Gitte Rosenkjær')];
    expect(draft).toMatchObject({ state: 'draft', areRulesFrozen: false });
    await walk.setShare(page, pool, 50);
    expect(await applicationOf(name)).toEqual(sent);
    const half = (await applicationOf('Gitte Rosenkjær')).assessment.amounts;
    expect(half.fundOre * 2).toBe(draft.assessment.amounts.fundOre);
    await walk.openApplication(page, name);
    await page.getByText(funds.verdicts.frozen).waitFor();
    await page.getByRole('row', { name: `${funds.amounts.fund} ${moneyText(320_000, 'da')}` }).waitFor();
  });

  it('warns when its rules have not been compared with their source for too long', async () => {
    const { page } = spind;
    await visit(page, '/funds/rules');
    const set = page.getByRole('region', { name: new RegExp(`^${teachers}`) });
    await set.getByText(funds.rules.isOutdated, { exact: true }).waitFor();
    const { outdatedSets } = await call(page, 'funds', 'list', {});
    expect(await page.getByText(funds.rules.isOutdated, { exact: true }).count()).toBe(outdatedSets);
    await set.getByRole('button', { name: say(funds.rules.checkNowOf, { name: teachers }) }).click();
    await set.getByText(funds.rules.isOutdated, { exact: true }).waitFor({ state: 'detached' });
    expect((await call(page, 'funds', 'list', {})).outdatedSets).toBe(outdatedSets - 1);
    expect(await page.getByText(funds.rules.isOutdated, { exact: true }).count()).toBe(outdatedSets - 1);
  });

  it('gets its pack as a PDF with names, amounts and dates', async () => {
    const { page } = spind;
    await walk.openApplication(page, name);
    await page.getByRole('button', { name: funds.page.pack, exact: true }).click();
    const pdfs = () => readdirSync(saved).filter((file) => file.endsWith('.pdf'));
    await expect.poll(pdfs, { timeout: 20_000 }).toHaveLength(1);
    const pack = await readPdf(join(saved, pdfs()[0] ?? ''));
    expect(pack.text).toContain(planned);
    for (const text of [pack.text, pack.poppler.text]) {
      for (const said of [name, pool, '3.200 kr.', '14. januar 2027']) expect(text).toContain(said);
      expect(text).toContain('R002-24');
    }
    expect(pack.poppler.isA4).toBe(true);
    expect(pack.poppler.isTagged).toBe(true);
    expect(spind.complaints).toEqual([]);
  });
});

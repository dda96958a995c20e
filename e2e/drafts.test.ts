import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../scripts/demo/secrets';
import { ask, call } from './bridge';
import { demoProfile } from './demo-profile';
import { cleanUp, type Spind, startSpind } from './spind';
import { lockFromMenu, unlock } from './walk/doors';
import { openEmployee } from './walk/staff';
import { openArea, openTalk } from './walk/talk';
import { say, words } from './walk/words';

const employee = 'Maja Sønderby';
const { agreements, common, drafts, employees, notes } = words;

let profile = '';
let spind: Spind;

beforeAll(async () => {
  profile = demoProfile();
  spind = await startSpind({ profile });
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

/** The form of a new agreement in somebody's talk. */
async function newAgreement(page: Page) {
  await openTalk(page, employee);
  await openArea(page, 4);
  await page.getByRole('button', { name: agreements.new, exact: true }).first().click();
  const form = page.getByRole('dialog', { name: agreements.new });
  const competence = form.getByLabel(agreements.competence).and(form.locator('input'));
  await competence.waitFor();
  return { form, competence, activity: form.getByLabel(agreements.activity) };
}

const restored = new RegExp(`^${drafts.today.replace('{{time}}', '\\d\\d\\.\\d\\d')}`);

describe('half an agreement', () => {
  it('is there again after locking, and says that it is a draft', async () => {
    const { page } = spind;
    const first = await newAgreement(page);
    await first.competence.fill('Klasseledelse i udskolingen');
    await first.activity.fill('Følge en kollega æøå');
    // At once, before any pause in typing has let it be kept.
    await lockFromMenu(spind);
    expect(await ask(page, 'drafts', 'get', { key: 'x' })).toMatchObject({ error: { code: 'locked' } });
    await unlock(page, demoPassphrase);
    const { form, competence, activity } = await newAgreement(page);
    expect(await competence.inputValue()).toBe('Klasseledelse i udskolingen');
    expect(await activity.inputValue()).toBe('Følge en kollega æøå');
    await form.getByText(restored).waitFor();
  });

  it('is thrown away on request, and comes back when that is undone', async () => {
    const { page } = spind;
    const form = page.getByRole('dialog', { name: agreements.new });
    await form.getByRole('button', { name: drafts.discard, exact: true }).click();
    await expect.poll(() => form.getByLabel(agreements.activity).inputValue()).toBe('');
    await page.getByRole('button', { name: common.undo, exact: true }).click();
    await expect.poll(() => form.getByLabel(agreements.activity).inputValue()).toBe('Følge en kollega æøå');
  });

  it('is no draft any more when it is handed in', async () => {
    const { page } = spind;
    const form = page.getByRole('dialog', { name: agreements.new });
    await form.getByLabel(agreements.who).and(form.locator('input')).fill(employee);
    await form.getByRole('textbox', { name: agreements.dueOn }).fill('31-03-2027');
    const partOfPlan = form.getByLabel(agreements.partOfPlan);
    if (await partOfPlan.isEnabled()) await partOfPlan.uncheck();
    await form.getByRole('button', { name: agreements.saveAgreement }).click();
    await form.waitFor({ state: 'hidden' });
    const anew = await newAgreement(page);
    expect(await anew.activity.inputValue()).toBe('');
    expect(await anew.form.getByText(restored).count()).toBe(0);
    await page.keyboard.press('Escape');
  });
});

describe('other forms', () => {
  it('what was changed about an employee waits too', async () => {
    const { page } = spind;
    const edit = async () => {
      await openEmployee(page, employee);
      await page.getByRole('button', { name: employees.editTitle }).click();
      const form = page.getByRole('dialog', { name: employees.editTitle });
      await form.getByLabel(employees.note).waitFor();
      return form;
    };
    await (await edit()).getByLabel(employees.note).fill('Vil gerne have flere timer');
    await lockFromMenu(spind);
    await unlock(page, demoPassphrase);
    const form = await edit();
    expect(await form.getByLabel(employees.note).inputValue()).toBe('Vil gerne have flere timer');
    await form.getByText(restored).waitFor();
    await form.getByRole('button', { name: common.cancel, exact: true }).click();
    expect(await (await edit()).getByLabel(employees.note).inputValue()).not.toBe(
      'Vil gerne have flere timer',
    );
    await page.keyboard.press('Escape');
  });

  it('a text that cannot be saved is kept until it can', async () => {
    const { page } = spind;
    await openEmployee(page, employee);
    await page.getByRole('button', { name: notes.new, exact: true }).first().click();
    const dialog = page.getByRole('dialog', { name: notes.new });
    await dialog.getByRole('textbox', { name: notes.text }).fill('Viste ordblinde elever programmet.');
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'hidden' });
    const list = page.getByRole('list', { name: notes.title });
    await list
      .getByRole('button', { name: /^Ret noten/ })
      .first()
      .click();
    const text = list.getByRole('textbox', { name: new RegExp(`^${notes.text}`) });
    const tooLong = `${'lang '.repeat(10_001)}slut`;
    await text.fill(tooLong);
    await list.getByRole('alert').first().waitFor();
    await lockFromMenu(spind);
    await unlock(page, demoPassphrase);
    await openEmployee(page, employee);
    await list.getByText('Viste ordblinde elever programmet.').waitFor();
    await list
      .getByRole('button', { name: /^Ret noten/ })
      .first()
      .click();
    await expect.poll(() => text.inputValue()).toBe(tooLong);
    await list.getByRole('button', { name: drafts.discard, exact: true }).click();
    await expect.poll(() => text.inputValue()).toBe('Viste ordblinde elever programmet.');
  });
});

describe('a note during the year', () => {
  it('is removed and brought back, and says who may see it', async () => {
    const { page } = spind;
    await openEmployee(page, employee);
    await page.getByText(notes.insight).waitFor();
    const list = page.getByRole('list', { name: notes.title });
    await list
      .getByRole('button', { name: /^Fjern noten/ })
      .first()
      .click();
    await page.getByText(/^Noten fra .* er fjernet/).waitFor();
    expect(await list.count()).toBe(0);
    await page.getByRole('button', { name: common.undo, exact: true }).last().click();
    await list.getByText('Viste ordblinde elever programmet.').waitFor();
    const all = await call(page, 'employees', 'list', {});
    const employeeId = all.find(({ name }) => name === employee)?.id ?? '';
    expect((await call(page, 'notes', 'forSubject', { about: { employeeId } })).notes).toMatchObject([
      { text: 'Viste ordblinde elever programmet.', author: 'Birgitte Halkjær', talk: null },
    ]);
  });
});

describe('the program killed while somebody fills in a form', () => {
  it('loses the last second at most', async () => {
    const { page } = spind;
    const { activity } = await newAgreement(page);
    await activity.focus();
    const typed: { at: number; text: string }[] = [];
    let text = '';
    for (const begun = performance.now(); performance.now() - begun < 3000; ) {
      const word = `ord${typed.length} æøå `;
      await page.keyboard.type(word, { delay: 12 });
      text += word;
      typed.push({ at: performance.now(), text });
    }
    const killedAt = performance.now();
    await spind.kill();

    spind = await startSpind({ profile, clock: '2026-11-24T08:10:00' });
    await unlock(spind.page, demoPassphrase);
    const again = await newAgreement(spind.page);
    const kept = await again.activity.inputValue();
    expect(text.startsWith(kept)).toBe(true);
    const certain = typed.filter(({ at }) => at <= killedAt - 1000).at(-1)?.text ?? '';
    expect(certain.length).toBeGreaterThan(50);
    expect(kept.length).toBeGreaterThanOrEqual(certain.length);
    await again.form
      .getByText(say(drafts.earlier, { when: '23. november 2026' }).replace(/\W+$/, ''))
      .waitFor();
    expect(spind.complaints).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../scripts/demo/secrets';
import { ask } from './bridge';
import { demoProfile } from './demo-profile';
import { cleanUp, type Spind, startSpind } from './spind';
import { lockFromMenu, unlock } from './walk/doors';
import { lendTo } from './walk/ratings';
import { stand } from './walk/screen';
import { openSearch, searchDialog, searchFor } from './walk/search';
import { openArea, openTalk } from './walk/talk';
import { words } from './walk/words';

let spind: Spind;

beforeAll(async () => {
  spind = await startSpind({ profile: demoProfile() });
  await unlock(spind.page, demoPassphrase);
});
afterAll(async () => {
  await spind?.close();
  cleanUp();
});

const heading = (name: string) => spind.page.getByRole('heading', { level: 1, name, exact: true });
const options = () => searchDialog(spind.page).getByRole('option');

/** What stands in one group of what was found. */
const group = (name: string) => searchDialog(spind.page).getByRole('group', { name, exact: true });

describe('the search from every page', () => {
  it.each(['laesevejleder', 'læsevejleder', 'LÆSEVEJL'])('finds Pernille by »%s«', async (typed) => {
    const { page } = spind;
    await openSearch(page);
    await searchFor(page, typed);
    const people = group(words.search.people);
    expect(await people.getByRole('option').allInnerTexts()).toEqual([
      expect.stringMatching(/^Pernille Aagaard\s.*Læsevejleder/s),
    ]);
    await page.keyboard.press('Escape');
    await searchDialog(page).waitFor({ state: 'hidden' });
  });

  it('knows å from a and says when there is nothing', async () => {
    const { page } = spind;
    await openSearch(page);
    await searchFor(page, 'lasevejleder');
    expect(await options().count()).toBe(0);
    await searchFor(page, 'aagaard');
    const found = await options().allInnerTexts();
    expect(found.some((text) => text.startsWith('Pernille Aagaard'))).toBe(true);
    await searchFor(page, 'agaard');
    expect(await options().count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('opens what is chosen with Enter, even before the answer is there', async () => {
    const { page } = spind;
    await openSearch(page);
    await page.keyboard.type('laesevejleder');
    await page.keyboard.press('Enter');
    await heading('Pernille Aagaard').waitFor();
    expect(await searchDialog(page).count()).toBe(0);

    // A page, by its name, out of a field of another page.
    await openSearch(page);
    await searchFor(page, 'overbl');
    await page.keyboard.press('Enter');
    await heading(words.overview.title).waitFor();
  });

  it('leads from a word in the minutes to their place in the talk', async () => {
    const { page } = spind;
    await openSearch(page);
    await searchFor(page, 'grønkål');
    expect(await options().count()).toBe(0);
    await searchFor(page, 'tysknetvaerket');
    const note = group(words.search.notes).getByRole('option').first();
    expect(await note.locator('mark').allInnerTexts()).toContain('tysknetværket');
    while ((await note.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await heading('Julie Winther').waitFor();
    await page.getByText('Vil gerne til Berlin med tysknetværket.').first().waitFor();
    await expect.poll(() => page.getByRole('tab', { selected: true }).innerText()).toMatch(/^5/);
  });
});

describe('where it must not be', () => {
  /** Neither key nor call opens it. */
  async function expectNoSearch(): Promise<void> {
    const { page } = spind;
    await page.keyboard.press('Control+k');
    await stand(page);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.getByText(words.search.open).count()).toBe(0);
    expect(await ask(page, 'search', 'find', { text: 'pernille' })).toMatchObject({
      ok: false,
      error: { code: 'locked' },
    });
  }

  it('is nowhere while an employee has the computer', async () => {
    await openTalk(spind.page, 'Maja Sønderby');
    await openArea(spind.page, 3);
    await lendTo(spind.page, 'Maja');
    await expectNoSearch();
    await spind.page.getByRole('button', { name: words.ratings.self.handBack }).first().click();
    await spind.page.getByRole('heading', { name: words.vault.unlock.title }).waitFor();
  });

  it('is nowhere while the file is locked, and forgets what was typed', async () => {
    const { page } = spind;
    await expectNoSearch();
    await unlock(page, demoPassphrase);
    await openSearch(page);
    await searchFor(page, 'læsevejleder');
    await lockFromMenu(spind);
    await expectNoSearch();
    expect(await page.locator('body').innerText()).not.toContain('Pernille');
    await unlock(page, demoPassphrase);
    expect(await searchDialog(page).count()).toBe(0);
    await openSearch(page);
    expect(await searchDialog(page).getByRole('combobox').inputValue()).toBe('');
    expect(spind.complaints).toEqual([]);
  });
});

import type { Page } from 'playwright-core';
import type { Camera } from './camera';
import { goTo } from './doors';
import { chooseLeaders, openHandover } from './handover';
import { button, dialog } from './screen';
import { openSearch, searchDialog, searchFor } from './search';
import { openEmployee } from './staff';
import { begins, say, words } from './words';

/** Who is due, the proposal for the season, and the rhythm and hours it rests on. */
export async function season(page: Page, camera: Camera): Promise<void> {
  const { season: text } = words;
  await goTo(page, 'season');
  await page.getByRole('table', { name: text.booked }).waitFor();
  await camera('sæson');
  await page.getByRole('link', { name: text.plan, exact: true }).click();
  await page.getByRole('table', { name: text.proposal }).waitFor();
  await page.getByRole('button', { name: begins(text.book_other) }).waitFor();
  await camera('læg-sæsonen');
  await goTo(page, 'season');
  await page.getByRole('link', { name: text.frame, exact: true }).click();
  await page.getByRole('heading', { name: text.closed }).waitFor();
  await camera('rytme-og-rammer');
  await dialog(page, button(page, say(text.editRule, { name: text.school })), camera, 'rytme');
  await dialog(page, button(page, say(text.editHours, { name: 'Thomas Ravnholt' })), camera, 'ledertider');
}

/** The school as a whole: the tables, and the small curves. */
export async function overview(page: Page, camera: Camera): Promise<void> {
  const { overview: text } = words;
  await goTo(page, 'overview');
  await page.getByRole('heading', { name: text.promises.leader }).waitFor();
  await page.getByRole('table', { name: say(text.spread.table, { group: text.spread.school }) }).waitFor();
  await camera('overblik');
  await page
    .getByRole('radiogroup', { name: text.spread.show })
    .getByText(text.spread.shows.curves, { exact: true })
    .click();
  await page.getByText(text.spread.curvesNote).waitFor();
  await page.locator('.recharts-surface').first().waitFor();
  await camera('overblik-kurver');
}

/** Two people through the years: one who has been here for long, and one whose spider has been reworded since. */
export async function history(page: Page, camera: Camera): Promise<void> {
  const { history: text } = words;
  const choice = (group: string, label: string) =>
    page.getByRole('radiogroup', { name: group }).getByText(label, { exact: true });
  const open = async (name: string) => {
    await openEmployee(page, name);
    await page.getByRole('link', { name: text.open, exact: true }).click();
    await page.getByRole('heading', { name: text.timelineTitle }).waitFor();
  };
  await open('Anne-Lise Kofoed');
  await camera('historik-tidslinje');
  await page.getByRole('tab', { name: text.tabs.trends }).click();
  await page.locator('.recharts-surface').first().waitFor();
  await camera('historik-år-for-år');
  await choice(text.show, text.shows.table).click();
  await page.getByText(text.signs).waitFor();
  await camera('historik-tabel');
  await open('Mette Sandholm');
  await page.getByRole('tab', { name: text.tabs.compare }).click();
  await page.getByRole('heading', { name: text.compareTable }).waitFor();
  await camera('historik-to-år');
  await choice(text.layout, text.layouts.beside).click();
  await camera('historik-hver-for-sig');
}

/** Who leads whom, and what a leader who stops hands over. Nothing is carried out. */
export async function leaders(page: Page, camera: Camera): Promise<void> {
  const { leaders: text, handover } = words;
  await goTo(page, 'settings');
  await button(page, text.openLeaders).click();
  await page.getByLabel(say(text.chooseOne, { name: 'Pernille Aagaard' })).check();
  await camera('ledere');
  await dialog(page, button(page, text.setFor), camera, 'vælg-leder');
  await openHandover(page);
  await page.getByText(handover.nobodyTitle, { exact: true }).waitFor();
  await camera('overdragelse');
  await chooseLeaders(page, 'Thomas Ravnholt', 'Amina Farooq');
  await camera('overdragelse-forhåndsvist');
  await dialog(page, button(page, handover.carryOut), camera, 'overdrag');
}

/** The search, from the Today page: empty, with results, and without. */
export async function search(page: Page, camera: Camera): Promise<void> {
  await goTo(page, 'today');
  await openSearch(page);
  await camera('søg');
  await searchFor(page, 'læs');
  await camera('søg-fundet');
  await searchFor(page, 'zebra');
  await camera('søg-intet');
  await page.keyboard.press('Escape');
  await searchDialog(page).waitFor({ state: 'hidden' });
}

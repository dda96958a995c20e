import type { Page } from 'playwright-core';
import { goTo } from './doors';
import { button, field } from './screen';
import { chooseKind } from './talk';
import { say, words } from './words';

const { employees, talks, teams } = words;

/** Opens the list of teams and categories. */
export async function openTeams(page: Page): Promise<void> {
  await goTo(page, 'employees');
  await button(page, employees.teams).click();
  await page.getByRole('heading', { level: 1, name: teams.title }).waitFor();
}

/** Opens a team's own page from the list. */
export async function openTeam(page: Page, name: string): Promise<void> {
  await openTeams(page);
  await page.getByRole('table', { name: teams.teams }).getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
}

/** Gives a team the spider it rates itself on in common. */
export async function chooseTeamSpider(page: Page, team: string, spider: string): Promise<void> {
  await openTeams(page);
  await button(page, say(words.common.actionsFor, { action: words.common.edit, name: team })).click();
  const form = page.getByRole('dialog', { name: teams.editTeam });
  await form.getByLabel(teams.teamSpider).selectOption({ label: spider });
  await form.getByRole('button', { name: words.common.save, exact: true }).click();
  await form.waitFor({ state: 'hidden' });
}

export type PlannedTeamTalk = {
  team: string;
  kind: 'TUS' | 'GRUS';
  date: string;
  time: string;
  place: string;
};

/** Plans a talk from the team's page, which opens it. */
export async function planTeamTalk(page: Page, talk: PlannedTeamTalk): Promise<void> {
  await openTeam(page, talk.team);
  await button(page, talks.new).click();
  const form = page.getByRole('dialog', { name: talks.planTitle });
  await chooseKind(form, talk.kind);
  await form.getByRole('textbox', { name: talks.date }).fill(talk.date);
  await field(form, talks.time).fill(talk.time);
  await field(form, talks.place).fill(talk.place);
  await form.getByRole('button', { name: talks.planSave }).click();
  await page.getByRole('tablist', { name: talks.areas }).waitFor();
}

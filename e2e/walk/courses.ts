import type { Locator, Page } from 'playwright-core';
import { enrolmentStateNames } from '../../shared/domain/enrolment-moves';
import type { EnrolmentState } from '../../shared/domain/enrolment-states';
import { courseFocusNames, providerKindNames, unionAreaNames } from '../../shared/domain/funds/fund-facts';
import { fundRuleNames } from '../../shared/domain/funds/rule-text';
import { field, stand, visit } from './screen';
import { begins, say, words } from './words';

const { catalogues, common, courseChains, enrolments, funds, programme, seatPlan } = words;

/** Takes back what was just done, from the message about it. */
export async function takeBack(page: Page, message: string): Promise<void> {
  const offer = page.getByRole('alert').filter({ hasText: message });
  await offer.getByRole('button', { name: common.undo, exact: true }).click();
  await offer.waitFor({ state: 'detached' });
}

/** Reads the message about what was just done away, so that it covers nothing. */
export async function closeOffer(page: Page, message: string): Promise<void> {
  const offer = page.getByRole('alert').filter({ hasText: message });
  await offer.getByRole('button', { name: common.close }).click();
  await offer.waitFor({ state: 'detached' });
}

/** The part of a talk that says what the programme has for one competence. */
export const gapOf = (page: Page, competence: string): Locator =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: programme.gaps.title }) })
    .getByRole('region', { name: competence, exact: true });

/** Puts an activity of the programme into the plan, from the gap it lifts. */
export async function putInPlan(page: Page, competence: string, title: string): Promise<void> {
  await gapOf(page, competence)
    .getByRole('button', { name: say(programme.gaps.addOf, { title }) })
    .click();
}

/** Writes down somebody's wish for an activity of the programme, without a holding. */
export async function wishFor(
  page: Page,
  wish: { name: string; title: string; budget: string },
): Promise<void> {
  await visit(page, '/enrolments');
  await page.getByRole('button', { name: enrolments.enrol, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await choose(page, dialog, enrolments.person, wish.name);
  await choose(page, dialog, enrolments.item, wish.title);
  await dialog.getByLabel(enrolments.paidBy).selectOption({ label: wish.budget });
  await dialog.getByRole('button', { name: enrolments.saveWish, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: wish.title }).waitFor();
}

/** Chooses in a field that searches as one types. */
async function choose(page: Page, dialog: Locator, label: string, name: string): Promise<void> {
  await field(dialog, label).fill(name);
  await page.getByRole('option', { name }).first().click();
}

/** Leaves every proposed seat out but one person's, and approves that. */
export async function approveSeat(page: Page, name: string, title: string): Promise<void> {
  const own = page.getByRole('checkbox', { name: say(seatPlan.include, { name, title }) });
  await own.waitFor();
  const others = page.getByRole('checkbox', { checked: true, name: begins(seatPlan.include) });
  for (let left = await others.count(); left > 0; left--) await others.first().uncheck();
  await own.check();
  await page.getByRole('button', { name: seatPlan.accept_one, exact: true }).click();
}

/** Opens one person's enrolment from the list. */
export async function openEnrolment(page: Page, name: string, title: string): Promise<void> {
  await visit(page, '/enrolments');
  await page.getByLabel(common.search).fill(`${name} ${title}`);
  await page.getByRole('row').filter({ hasText: name }).getByRole('link', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Opens the dialog of one step on. */
export async function openMove(page: Page, to: EnrolmentState): Promise<Locator> {
  await page.getByRole('button', { name: enrolments.moves[to], exact: true }).click();
  const dialog = page.getByRole('dialog', { name: enrolments.moves[to] });
  await dialog.waitFor();
  return dialog;
}

/** One step on, with its reason where one is asked; its message is read away. */
export async function move(page: Page, title: string, to: EnrolmentState, reason = ''): Promise<void> {
  const dialog = await openMove(page, to);
  if (reason !== '') await dialog.getByRole('textbox', { name: enrolments.reasonAnyway }).fill(reason);
  await dialog.getByRole('button', { name: enrolments.moves[to], exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await closeOffer(page, say(enrolments.moved, { title, state: enrolmentStateNames[to].da }));
}

/** Makes a catalogue, which opens its import. */
export async function makeCatalogue(page: Page, name: string): Promise<void> {
  await visit(page, '/programme/catalogues');
  await page.getByRole('button', { name: catalogues.new, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(common.name).fill(name);
  await dialog.getByRole('button', { name: catalogues.make, exact: true }).click();
  await page.getByRole('heading', { name: catalogues.chooseTitle }).waitFor();
}

/** Opens the import of a catalogue that is there. */
export async function openImport(page: Page, name: string): Promise<void> {
  // An import that is open has the same address.
  await visit(page, '/programme');
  await visit(page, '/programme/catalogues');
  await page
    .getByRole('button', { name: say(common.actionsFor, { action: catalogues.import, name }) })
    .click();
  await page.getByRole('heading', { name: catalogues.chooseTitle }).waitFor();
}

/** Reads the file that the dialog is set to answer with. */
export async function readList(page: Page): Promise<void> {
  await page.getByRole('button', { name: catalogues.chooseFile, exact: true }).click();
}

/** Imports what the preview shows, and goes back to the list of courses. */
export async function importList(page: Page): Promise<void> {
  await page.getByRole('button', { name: catalogues.apply, exact: true }).click();
  await page.getByRole('heading', { name: catalogues.doneTitle }).waitFor();
  await page.getByRole('button', { name: catalogues.seeOffers, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: catalogues.title }).waitFor();
}

/** Opens one course of the catalogues. */
export async function openOffer(page: Page, title: string): Promise<Locator> {
  await page.getByLabel(common.search).fill(title);
  await page.getByRole('button', { name: title, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.waitFor();
  return dialog;
}

/** Asks for the funds that fit somebody's enrolment as a teacher under LC, with a public provider. */
export async function findFunds(page: Page, name: string, line: string): Promise<Locator> {
  await visit(page, '/funds');
  await page.getByRole('button', { name: funds.find, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await choose(page, dialog, funds.navigator.person, name);
  await sayFacts(dialog, line);
  return dialog;
}

/** What it is applied for, and what the funds ask about it. */
export async function sayFacts(dialog: Locator, line: string): Promise<void> {
  await dialog.getByLabel(funds.navigator.line).selectOption({ label: line });
  const say = (label: string, answer: string) =>
    dialog.getByLabel(label, { exact: true }).selectOption({ label: answer });
  await say(funds.facts.unionArea, unionAreaNames.lc.da);
  await say(funds.facts.providerKind, capital(providerKindNames.public.da));
  await say(funds.facts.focus, capital(courseFocusNames.subject.da));
  await dialog.getByLabel(funds.facts.days).fill('4');
  await say(funds.facts.compulsory, funds.facts.compulsories.no);
  await say(funds.facts.includesVat, funds.facts.no);
  await dialog.getByRole('heading', { name: funds.navigator.others }).waitFor();
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('da') + text.slice(1);

/** Opens one person's application from the list. */
export async function openApplication(page: Page, name: string): Promise<void> {
  await visit(page, '/funds');
  await page.getByRole('link', { name, exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Sends the application that is open to the fund. */
export async function sendApplication(page: Page): Promise<void> {
  const { sent } = funds.steps.moves;
  await page.getByRole('button', { name: sent, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: sent });
  await dialog.getByRole('button', { name: sent, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(funds.verdicts.frozen).waitFor();
}

/** Corrects the share a fund pays, in percent, in the rules as they stand. */
export async function setShare(page: Page, name: string, percent: number): Promise<void> {
  await visit(page, '/funds/rules');
  await page.getByRole('button', { name: say(funds.rules.editSetOf, { name }) }).click();
  const dialog = page.getByRole('dialog');
  const rule = dialog.getByRole('group', { name: fundRuleNames.share.da });
  await rule
    .getByRole('button', {
      name: say(common.actionsFor, { action: common.edit, name: fundRuleNames.share.da }),
    })
    .click();
  await rule.getByLabel(funds.rules.fields.percent).fill(String(percent));
  await dialog.getByRole('button', { name: common.save, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** A team has solved a module on a day, DD-MM-YYYY. */
export async function solveModule(page: Page, team: string, module: string, on: string): Promise<void> {
  await visit(page, '/programme/chains');
  const name = say(courseChains.teamModule, { team, module });
  const open = (action: string) =>
    page.getByRole('button', { name: say(common.actionsFor, { action, name }), exact: true });
  await open(courseChains.solve).click();
  const dialog = page.getByRole('dialog', { name });
  await dialog.getByRole('textbox', { name: courseChains.solvedOn }).fill(on);
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: common.save, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await open(common.edit).waitFor();
  await stand(page);
}

import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../scripts/demo/secrets';
import { kindNames } from '../shared/domain/talk-kinds';
import { call } from './bridge';
import { demoProfile } from './demo-profile';
import { type CalendarEvent, readCalendar } from './ics';
import { cleanUp, fileAppears, resize, type Spind, saveInto, startSpind } from './spind';
import { hasFocus, tabTo } from './walk/keyboard';
import { openSearch } from './walk/search';
import { begins, say, words } from './walk/words';

const schoolYear = '2026/27';
const zone = 'TZID=Europe/Copenhagen';
const { common, season, vault } = words;
let spind: Spind;
let saved = '';

beforeAll(async () => {
  const profile = demoProfile();
  saved = join(profile, 'gemt');
  mkdirSync(saved);
  spind = await startSpind({ profile });
  await saveInto(spind.app, saved);
  await resize(spind, 1280, 800);
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

const booked = async () => (await call(spind.page, 'talks', 'list', { schoolYear })).talks;
let before: Awaited<ReturnType<typeof booked>>;
let after: typeof before;
let wanted: { name: string; leader: string; isNew: boolean }[];

/** No mouse in this file: whoever cannot use one lays the season too. */
describe('the season, laid by keyboard alone', () => {
  it('is reached from the locked door', async () => {
    const { page } = spind;
    await tabTo(page, page.getByLabel(vault.unlock.passphrase, { exact: true }));
    await page.keyboard.type(demoPassphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: words.today.week }).waitFor();
    before = await booked();
    await openSearch(page);
    await page.keyboard.type(words.layout.season);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: season.title, exact: true }).waitFor();
    await page.getByRole('table', { name: season.needed }).waitFor();
  });

  it('is proposed, booked and saved for a calendar', async () => {
    const { page } = spind;
    await tabTo(page, page.getByRole('link', { name: season.plan, exact: true }));
    await page.keyboard.press('Enter');
    const book = page.getByRole('button', { name: begins(season.book_other) });
    await book.waitFor();
    expect(await booked()).toEqual(before);
    const rows = page.getByRole('table', { name: season.proposal }).getByRole('row');
    wanted = [];
    for (const row of await rows.filter({ has: page.getByRole('checkbox', { checked: true }) }).all()) {
      const [, who, leader, change] = await row.getByRole('cell').all();
      wanted.push({
        name: (await who?.getByRole('strong').innerText()) ?? '',
        leader: (await leader?.innerText()) ?? '',
        isNew: (await change?.innerText())?.startsWith(season.changes.new) ?? false,
      });
    }
    expect(wanted.length).toBeGreaterThan(5);
    await expect.poll(() => hasFocus(book)).toBe(true);
    expect(await book.innerText()).toBe(say(season.book_other, { count: wanted.length }));
    await page.keyboard.press('Enter');

    const save = page.getByRole('button', { name: season.calendarAll });
    await expect.poll(() => hasFocus(save)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText(say(season.calendarSaved_one, { count: 1 })).waitFor();
    after = await booked();
    expect(after).toHaveLength(before.length + wanted.filter(({ isNew }) => isNew).length);
    const moved = new Set(wanted.filter(({ isNew }) => !isNew).map(({ name }) => name));
    const stays = before.filter(({ closedAt, withName }) => closedAt !== null || !moved.has(withName));
    expect(stays.length).toBeGreaterThan(10);
    expect(after).toEqual(expect.arrayContaining(stays));
  });

  it('is taken back as a whole', async () => {
    const { page } = spind;
    await tabTo(page, page.getByRole('alert').getByRole('button', { name: common.undo, exact: true }));
    await page.keyboard.press('Enter');
    await expect.poll(booked).toEqual(before);
    await page.getByRole('button', { name: say(season.book_other, { count: wanted.length }) }).waitFor();
    expect(spind.complaints).toEqual([]);
  });

  it('stands in the calendar file as it was booked, with no leader in two places', async () => {
    const names = readdirSync(saved);
    expect(names).toEqual(['samtaler-2026-27.ics']);
    const file = await fileAppears(join(saved, names[0] ?? ''), spind.page);
    const { head, events } = readCalendar(readFileSync(file, 'utf8'));
    expect(head).toEqual(expect.arrayContaining(['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VTIMEZONE']));
    expect(new Set(events.map(({ UID }) => UID)).size).toBe(events.length);

    const talks = events.filter((event) => event[`DTSTART;${zone}`]);
    expect(talks).toHaveLength(after.length);
    for (const { kind, withName, leaderName, heldOn, startsAt, place } of after) {
      const event = talks.find(
        ({ SUMMARY }) => SUMMARY === `${kindNames[kind].da}: ${withName} (${leaderName})`,
      );
      expect(event?.[`DTSTART;${zone}`], withName).toBe(stamp(heldOn, startsAt));
      expect(event?.LOCATION ?? '').toBe(place);
    }
    for (const { name, leader } of wanted)
      expect(talks.some(({ SUMMARY }) => SUMMARY?.endsWith(`: ${name} (${leader})`))).toBe(true);
    for (const leader of new Set(after.map(({ leaderName }) => leaderName))) {
      const hers = talks
        .filter(({ SUMMARY }) => SUMMARY?.endsWith(`(${leader})`))
        .map((event): Span => [event[`DTSTART;${zone}`] ?? '', event[`DTEND;${zone}`] ?? ''])
        .sort();
      for (const [index, [begins, ends]] of hers.entries()) {
        expect(ends > begins).toBe(true);
        expect(hers[index + 1] === undefined || (hers[index + 1]?.[0] ?? '') >= ends).toBe(true);
      }
    }
    // Deadlines take no time, and say nothing of what was promised.
    const deadlines = events.filter((event) => event['DTSTART;VALUE=DATE']);
    expect(deadlines.length + talks.length).toBe(events.length);
    expect(deadlines.some(isOf(/^Frist for lederens løfte: /))).toBe(true);
    expect(deadlines.some(isOf(/^Vurderinger senest: Maja Sønderby$/))).toBe(true);
    for (const event of events) expect(Object.values(event).join()).not.toMatch(/feedback|kursus/i);
  });
});

type Span = readonly [begins: string, ends: string];

const stamp = (date: string, time: string) => `${date.replaceAll('-', '')}T${time.replace(':', '')}00`;

const isOf = (pattern: RegExp) => (event: CalendarEvent) => pattern.test(event.SUMMARY ?? '');

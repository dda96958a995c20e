import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../electron/data/open';
import { type Launcher, type Started, startElectron } from './electron-window';
import { type Figure, figureOf, median, ratioOf, type Samples, takePairs, whileSteady } from './figure';
import { fillLists } from './fill-lists';
import { benchNow, makeSchool, passphrase } from './school';

const rowCount = 5_000;
/** Milliseconds a long list may take for what somebody has just done. */
const budget = 50;
/** Rows a list paints at most. */
const most = 200;
/** What the deliberate miss holds the page for, in milliseconds. */
const held = 60;

/** Pages with long lists: their address and a row of theirs. */
const lists = {
  programme: ['#/programme', 'programme-row'],
  offers: ['#/programme/catalogues', 'offer-row'],
  enrolments: ['#/enrolments', 'enrolment-row'],
} as const;

/** What stands in the search field and what is typed: a first word, a number, another word, and all of it gone. */
const typed = [
  ['', 'musik'],
  ['nr 12', 'nr 123'],
  ['matematik', 'dansk 4'],
  ['tysk nr 471', ''],
] as const;

/**
 * Lists of 5,000 rows, each: from the key press that changes the search until what is left has been painted ÷ two empty frames;
 * 19 of 20 of those ÷ the budget; and the longest frame while it is scrolled by 300 pixels a frame ÷ the budget, or the longest
 * frame of a page that stands still where that is more.
 */
export async function measureLists(
  root: string,
  work: string,
  staff: number,
  pairs: number,
  launcherOf: (application: string) => Promise<Launcher>,
): Promise<Figure[]> {
  const school = await makeSchool(root, join(work, 'lists'), staff);
  const open = openDatabase({ ...school, folder: school.dataFolder, appVersion: '0.1.0', now: benchNow });
  fillLists(open.db, rowCount, staff);
  open.close();
  const window = await startElectron(await launcherOf(root), {
    own: { SPIND_CLOCK: benchNow().toISOString() },
    fill: (profile) => cpSync(school.dataFolder, join(profile, 'data'), { recursive: true }),
  });
  try {
    await window.evaluate(unlocking);
    const figures: Figure[] = [];
    for (const [name, [address, row]] of Object.entries(lists)) {
      await window.evaluate(opening(address, row));
      figures.push(...(await measureList(window, name, pairs)));
    }
    return figures;
  } finally {
    await window.close();
  }
}

async function measureList(window: Started, name: string, pairs: number): Promise<Figure[]> {
  const count = Math.max(pairs, 5 * typed.length);
  const filter = (round: number, hold = 0) => window.evaluate<number>(filtering(round, hold));
  const scroll = (hold = 0) => window.evaluate<number>(scrolling(hold));
  const idle = () => window.evaluate<number>(twoFrames);
  const still = () => window.evaluate<number>(standing);
  for (let round = 0; round < typed.length; round++) await filter(round);
  const filtered = await whileSteady(() => takePairs(count, (round) => filter(round), idle));
  const heldFilter = await takePairs(typed.length, (round) => filter(round, held), idle);
  const scrolled = await whileSteady(() => takePairs(pairs, () => scroll(), still));
  const heldScroll = await takePairs(3, () => scroll(held), still);
  // A machine that is busy with other work keeps no frame of a page that stands still, either.
  const perFrame = ({ ours, limit }: Samples): Samples => ({
    ours,
    limit: limit.map((time) => Math.max(time, budget)),
  });
  const inBudget = (samples: Samples): Samples => ({ ours: [slowest(samples.ours)], limit: [budget] });
  return [
    figureOf(`${name} filtered (${rowCount})`, filtered.samples, {
      wanted: 1.5,
      repeats: filtered.repeats,
      control: ratioOf(heldFilter),
      note: `the limit is two empty frames; control: the page is held for ${held} ms`,
    }),
    figureOf(`${name} filtered, 19 of 20`, inBudget(filtered.samples), {
      wanted: 1,
      repeats: filtered.repeats,
      control: slowest(heldFilter.ours) / budget,
      note: 'the limit is a number of milliseconds',
    }),
    figureOf(`${name} scrolled, longest of 60 frames`, perFrame(scrolled.samples), {
      wanted: 1,
      repeats: scrolled.repeats,
      control: ratioOf(perFrame(heldScroll)),
      note: `the limit is a number of milliseconds, or the same page standing still, whose longest was ${median(scrolled.samples.limit).toFixed(1)}`,
    }),
  ];
}

/** What 19 of 20 are not slower than. */
function slowest(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;
}

const helpers = `
  const frames = async () => { for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame); };
  const seen = (find) => new Promise((resolve) => {
    const look = () => { const found = find(); if (found) { observer.disconnect(); resolve(found); } };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    look();
  });
  const type = (field, text) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const hold = (time) => { for (const until = performance.now() + time; performance.now() < until; ); };
  const said = () => [...document.querySelectorAll('[role=status]')].map((one) => one.textContent).join('|');
  /** Types and answers how long it took until another number of rows was painted. */
  const filtered = async (text, held) => {
    const field = document.querySelector('search input[type=search]');
    const before = said();
    await frames();
    const started = performance.now();
    hold(held);
    type(field, text);
    const isOther = await Promise.race([
      seen(() => said() !== before),
      new Promise((resolve) => setTimeout(resolve, 5000, false)),
    ]);
    if (!isOther) throw new Error('nothing changed for ' + text + ': ' + before);
    await frames();
    return performance.now() - started;
  };
  /** The longest of 60 frames, with something done in each. */
  const longest = async (doing) => {
    await frames();
    let last = performance.now();
    let most = 0;
    for (let n = 0; n < 60; n++) {
      doing();
      await new Promise(requestAnimationFrame);
      most = Math.max(most, performance.now() - last);
      last = performance.now();
    }
    return most;
  };`;

const unlocking = `(async () => {${helpers}
  const field = await seen(() => document.querySelector('input[type=password]'));
  type(field, ${JSON.stringify(passphrase)});
  await frames();
  field.form.requestSubmit();
  await seen(() => document.querySelector('nav a'));
  return true;
})()`;

const opening = (address: string, row: string) => `(async () => {${helpers}
  location.hash = ${JSON.stringify(address)};
  await seen(() => document.querySelector('tr[data-testid="${row}"]'));
  await frames();
  return true;
})()`;

const twoFrames = `(async () => {${helpers}
  await frames();
  const started = performance.now();
  await frames();
  return performance.now() - started;
})()`;

const filtering = (round: number, hold: number) => {
  const [before, text] = typed[round % typed.length] ?? ['', ''];
  return `(async () => {${helpers}
  const field = document.querySelector('search input[type=search]');
  if (field.value !== ${JSON.stringify(before)}) await filtered(${JSON.stringify(before)}, 0);
  await frames();
  return filtered(${JSON.stringify(text)}, ${hold});
})()`;
};

/** With all rows there. */
const whole = `
  const field = document.querySelector('search input[type=search]');
  if (field.value === '') await filtered('nr 471', 0);
  await filtered('', 0);
  const tall = [document.scrollingElement, ...document.querySelectorAll('main, main *')]
    .find((one) => one.scrollHeight > one.clientHeight + 500 && getComputedStyle(one).overflowY !== 'visible');
  const place = tall ?? document.scrollingElement;
  const way = place.scrollHeight - place.clientHeight;
  if (way < 500) throw new Error('there is nothing to scroll');`;

const scrolling = (hold: number) => `(async () => {${helpers}${whole}
  place.scrollTop = 0;
  const longestFrame = await longest(() => { place.scrollTop += 300; hold(${hold}); });
  if (document.querySelectorAll('tr[data-testid]').length < ${most}) throw new Error('it did not grow as it was scrolled');
  return longestFrame;
})()`;

const standing = `(async () => {${helpers}${whole}
  return longest(() => undefined);
})()`;

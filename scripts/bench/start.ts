import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { blankApplication, blankPage } from './blank';
import { firstPaint, type Launcher, startElectron } from './electron-window';
import { type Figure, figureOf, median, ratioOf, type Samples, takePairs, whileSteady } from './figure';
import { type BenchSchool, benchNow, passphrase } from './school';

type Ours = { paint: number; stands: number; took: number };
type Blank = { paint: number; kdf: number };

/**
 * From the start of the process: to the first contentful paint, and to a painted staff list, ÷ the first paint of a blank window.
 * A person types the passphrase in between, so the list's time is (start → locked page stands) + (passphrase sent → list
 * painted) − the key derivation alone, measured in the blank application of the same pair.
 */
export async function measureStart(
  root: string,
  work: string,
  school: BenchSchool,
  staff: number,
  pairs: number,
  launcherOf: (application: string) => Promise<Launcher>,
): Promise<Figure[]> {
  const spind = await launcherOf(root);
  const blank = await launcherOf(blankApplication(work));
  const page = blankPage(work);
  const own = { SPIND_CLOCK: benchNow().toISOString() };
  const ours = async ({ backups = true } = {}): Promise<Ours> => {
    const filter = (from: string) => backups || basename(from) !== 'backups';
    const fill = (profile: string) =>
      cpSync(school.dataFolder, join(profile, 'data'), { recursive: true, filter });
    const window = await startElectron(spind, { own, fill });
    try {
      const paint = (await firstPaint(window)) - window.spawnedAt;
      const { standsAt, took } = await window.evaluate<{ standsAt: number; took: number }>(unlocking(staff));
      return { paint, stands: standsAt - window.spawnedAt, took };
    } finally {
      await window.close();
    }
  };
  const limit = async (late = 0): Promise<Blank> => {
    const window = await startElectron(blank, {
      own: { SPIND_BENCH_PAGE: page, ...(late > 0 && { SPIND_BENCH_LATE: String(late) }) },
    });
    try {
      const paint = (await firstPaint(window)) - window.spawnedAt;
      return { paint, kdf: late > 0 ? 0 : await window.evaluate<number>(keyDerivation) };
    } finally {
      await window.close();
    }
  };
  const taken = async (count: number, wish?: { backups: boolean }) => {
    const pairsTaken = await takePairs<Ours | Blank>(
      count,
      () => ours(wish),
      () => limit(),
    );
    return judged(pairsTaken.ours as Ours[], pairsTaken.limit as Blank[]);
  };
  let note = '';
  const { samples, repeats } = await whileSteady(async (): Promise<[Samples, Samples]> => {
    const result = await taken(pairs);
    note = result.note;
    return [result.paints, result.lists];
  });
  const [paints, lists] = samples;
  const first = await taken(5, { backups: false });
  const late = await takePairs(
    4,
    async () => (await limit(median(paints.limit))).paint,
    async () => (await limit()).paint,
  );
  const control = ratioOf(late);
  const list = `staff list painted (${staff})`;
  return [
    figureOf('first contentful paint', paints, { wanted: 1.15, repeats, control }),
    figureOf(list, lists, { wanted: 1.5, repeats, control, note }),
    figureOf(`${list}, first start of a day`, first.lists, {
      wanted: null,
      repeats: 0,
      control: null,
      note: `takes and checks the day's backup before the list; ${first.note}`,
    }),
  ];
}

function judged(
  ours: readonly Ours[],
  blank: readonly Blank[],
): { paints: Samples; lists: Samples; note: string } {
  const limit = blank.map(({ paint }) => paint);
  const kdfs = blank.map(({ kdf }) => kdf);
  const [stands, took, kdf] = [ours.map((one) => one.stands), ours.map((one) => one.took), kdfs].map((part) =>
    Math.round(median(part)),
  );
  return {
    paints: { ours: ours.map(({ paint }) => paint), limit },
    lists: { ours: ours.map((one, n) => one.stands + one.took - (kdfs[n] ?? Number.NaN)), limit },
    note: `locked page stands after ${stands} ms, list painted ${took} ms after the passphrase, of which key derivation ${kdf} ms`,
  };
}

/** In Spind's page: waits for the locked page, sends the passphrase, waits until the whole list has been painted. */
const unlocking = (staff: number) => `(async () => {
  const frames = async () => { for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame); };
  const seen = (find) => new Promise((resolve) => {
    const look = () => { const found = find(); if (found) { observer.disconnect(); resolve(found); } };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
    look();
  });
  const field = await seen(() => document.querySelector('input[type=password]'));
  await frames();
  const standsAt = performance.timeOrigin + performance.now();
  location.hash = '#/employees';
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(passphrase)});
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await frames();
  const sentAt = performance.now();
  field.form.requestSubmit();
  await seen(() => document.querySelectorAll('tbody tr').length >= ${staff});
  await frames();
  return { standsAt, took: performance.now() - sentAt };
})()`;

const keyDerivation = `new Promise((resolve) => {
  document.title = 'kdf';
  const look = () => window.kdf ? resolve(window.kdf) : setTimeout(look, 5);
  look();
})`;

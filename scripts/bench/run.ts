import type { Launcher } from './electron-window';
import { type Figure, missOf } from './figure';
import { measureLists } from './lists';
import { measurePdf } from './pdf';
import { measureQueries } from './queries';
import { measureRadars } from './radars';
import { makeSchool } from './school';
import { measureSearch } from './search';
import { measureStart } from './start';

export type BenchWish = {
  /** The checkout, and a folder for what the measurements need. */
  readonly root: string;
  readonly work: string;
  readonly only?: string | undefined;
  readonly staff: number;
  readonly pairs: number;
  /** How to start an application (its folder) in the Electron that Spind runs in. */
  readonly launcherOf: (application: string) => Promise<Launcher>;
};

/** Measures, prints a JSON line a figure, and answers a sentence for everything that misses. */
export async function runBench({ root, work, only, staff, pairs, launcherOf }: BenchWish): Promise<string[]> {
  const school = await makeSchool(root, work, staff);
  const groups: Readonly<Record<string, () => Promise<Figure[]>>> = {
    queries: () => measureQueries(school, pairs),
    radars: () => measureRadars(work, pairs, launcherOf),
    pdf: () => measurePdf(root, work, school, pairs, launcherOf),
    search: () => measureSearch(root, work, staff, pairs, launcherOf),
    lists: () => measureLists(root, work, staff, pairs, launcherOf),
    start: () => measureStart(root, work, school, staff, pairs, launcherOf),
  };
  const chosen = Object.entries(groups).filter(([name]) => only === undefined || name === only);
  if (chosen.length === 0) throw new Error(`--only knows ${Object.keys(groups).join(', ')}`);
  const misses: string[] = [];
  for (const [, measure] of chosen) {
    for (const figure of await measure()) {
      console.log(JSON.stringify(figure));
      misses.push(...missOf(figure));
    }
  }
  return misses;
}

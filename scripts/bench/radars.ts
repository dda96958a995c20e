import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blankApplication } from './blank';
import { type Launcher, startElectron } from './electron-window';
import { type Figure, figureOf, ratioOf, type Samples, whileSteady } from './figure';

const wanted = 1.5;

/** Forty spiders by React ÷ the same markup set as one string, in one window of the same Chromium. */
export async function measureRadars(
  work: string,
  pairs: number,
  launcherOf: (application: string) => Promise<Launcher>,
): Promise<Figure[]> {
  const page = join(work, 'radars', 'radars.html');
  writeFileSync(
    page,
    '<!doctype html><meta charset="utf-8"><title>radars</title><link rel="stylesheet" href="page.css"><body><script src="page.js"></script>',
  );
  const window = await startElectron(await launcherOf(blankApplication(work)), {
    own: { SPIND_BENCH_PAGE: page },
  });
  try {
    await window.evaluate(`new Promise((resolve) => {
      const look = () => window.measureRadars ? resolve(true) : setTimeout(look, 5);
      look();
    })`);
    const measure = (compact: boolean, count: number, times: number) =>
      window.evaluate<Samples>(`window.measureRadars(40, ${compact}, ${count}, ${times})`);
    const figures: Figure[] = [];
    for (const compact of [true, false]) {
      await measure(compact, 3, 1);
      const { samples, repeats } = await whileSteady(() => measure(compact, pairs, 1));
      // So many times the string that it cannot be done within the two frames either.
      const control = ratioOf(await measure(compact, 5, compact ? 24 : 4));
      figures.push(
        figureOf(compact ? 'radars 40 thumbnails' : 'radars 40 with labels', samples, {
          wanted,
          repeats,
          control,
        }),
      );
    }
    return figures;
  } finally {
    await window.close();
  }
}

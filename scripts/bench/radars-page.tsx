import '@fontsource-variable/inter/wght.css';
import '@renderer/app/tokens.css';
import { SpiderChart } from '@renderer/ui/SpiderChart';
import type { SpiderAxis, SpiderLevel } from '@shared/domain/radar';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { type Samples, takePairs } from './figure';
import { wordings } from './wordings';

const axes: SpiderAxis[] = wordings.flatMap(([domain, names], place) =>
  names.map((name, position) => ({
    competenceId: `${place}-${position}`,
    name,
    domain,
    target: 3 + ((place + position) % 3),
  })),
);
const names = {
  target: 'mål',
  employee: 'egen vurdering',
  leader: 'leders vurdering',
  agreed: 'aftalt',
  lastYear: 'sidste år',
  topic: 'emne for samtalen',
};

/** Other levels every round, so that nothing is remembered from the round before. */
function levels(round: number, radar: number, lean: number): SpiderLevel[] {
  return axes.map((_axis, place) => ({
    state: 'rated',
    level: 1 + ((round + radar * 3 + place * 2 + lean) % 5),
  }));
}

const radar = (round: number, number: number, compact: boolean) => (
  <SpiderChart
    key={number}
    axes={axes}
    layers={[
      { kind: 'target', levels: axes.map(({ target }) => ({ state: 'rated' as const, level: target })) },
      { kind: 'employee', levels: levels(round, number, 0) },
      { kind: 'leader', levels: levels(round, number, 2) },
    ]}
    width={compact ? 200 : 460}
    height={compact ? 200 : 420}
    title={`Medarbejder ${number}`}
    description="Egen og leders vurdering ved siden af målet."
    names={names}
    hideLegend
    compact={compact}
  />
);

const place = document.createElement('div');
document.body.append(place);

/** Milliseconds from the order to the second frame after it, begun at the start of a frame. */
async function toSecondFrame(draw: () => void): Promise<number> {
  await frame();
  const started = performance.now();
  draw();
  await frame();
  await frame();
  return performance.now() - started;
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** `count` radars by React ÷ the very same picture set as a string, `times` over for a control. */
async function measure(count: number, compact: boolean, pairs: number, times: number): Promise<Samples> {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const root = createRoot(place);
  const draw = (round: number) =>
    flushSync(() => root.render(numbers.map((number) => radar(round, number, compact))));
  const strings: string[] = [];
  for (let round = 0; round <= pairs; round++) {
    draw(round);
    strings.push(place.innerHTML);
  }
  flushSync(() => root.render(null));
  const other = document.createElement('div');
  document.body.append(other);
  const asString = (round: number, repeated: number) =>
    toSecondFrame(() => {
      other.innerHTML = (strings[round] ?? '').repeat(repeated);
    });
  const emptied = async <T,>(work: () => Promise<T>) => {
    const result = await work();
    flushSync(() => root.render(null));
    other.innerHTML = '';
    await frame();
    return result;
  };
  const samples = await takePairs(
    pairs,
    (round) => emptied(() => (times === 1 ? toSecondFrame(() => draw(round)) : asString(round, times))),
    (round) => emptied(() => asString(round, 1)),
  );
  root.unmount();
  other.remove();
  return samples;
}

declare global {
  interface Window {
    measureRadars: typeof measure;
  }
}
window.measureRadars = async (...wish) => {
  await document.fonts.ready;
  return measure(...wish);
};

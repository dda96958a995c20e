import type { FrameInput, RadarFrame } from './frame';
import { levelsOf } from './frame';
import type { PlacedLabel } from './labels';
import { coordinate, move, type Point } from './path';
import { lineHeight, wrapToWidth } from './wrap';

const laneHeight = 16;
const margin = 10;

/**
 * One or two axes cannot make a spider: every axis becomes a row with its name above, a scale from left to right and
 * one bar a layer. No axes give an empty frame.
 */
export function barsFrame(input: Omit<FrameInput, 'domains'> & { readonly layerCount: number }): RadarFrame {
  const { names, scale, width, height, labelSize, locale, labelled = true } = input;
  const levels = levelsOf(scale);
  const start = { x: margin, y: 0 };
  const reach = Math.max(1, width - 2 * margin);
  const xOf = (level: number) => start.x + (reach * (level - scale.min + 1)) / levels.length;
  const line = lineHeight * labelSize;
  const tickHeight = labelled ? line + 4 : 0;

  const wrapped = names.map((name) => (labelled ? wrapToWidth(name, labelSize, reach) : null));
  const namesHeight = wrapped.reduce((sum, name) => sum + (name ? name.height + 4 : 0), 0);
  const lanes = Math.max(1, input.layerCount);
  const free = height - namesHeight - tickHeight - 2 * margin;
  const rowHeight =
    names.length === 0 ? 0 : Math.min(lanes * laneHeight + 14, Math.max(lanes * 2, free / names.length));
  const lane = (rowHeight - Math.min(14, rowHeight / 4)) / lanes;

  let y = Math.max(margin, (height - namesHeight - tickHeight - rowHeight * names.length) / 2);
  const rows = wrapped.map((name) => {
    const top = y + (name ? name.height + 4 : 0);
    const row = { name, nameTop: y, top, bottom: top + lane * lanes };
    y = top + rowHeight;
    return row;
  });
  const pointAt = (axis: number, level: number, at: number): Point => ({
    x: xOf(level),
    y: (rows[axis]?.top ?? 0) + lane * (at + 0.5),
  });
  const ladder = (x: number) =>
    rows.map((row) => `${move('M', { x, y: row.top })}V${coordinate(row.bottom)}`).join('');
  const last = rows.at(-1);
  return {
    kind: 'bars',
    width,
    height,
    centre: { x: width / 2, y: height / 2 },
    radius: reach,
    markerScale: Math.min(1, Math.max(0.3, lane / laneHeight)),
    rings: levels.map((level) => ({ level, radius: xOf(level) - start.x, path: ladder(xOf(level)) })),
    spokes: rows.map((row) => ({ x: xOf(scale.max), y: row.bottom })),
    grid: [start.x, ...levels.map(xOf)].map(ladder).join(''),
    ticks:
      labelled && last
        ? levels.map((level) => ({
            level,
            text: new Intl.NumberFormat(locale).format(level),
            x: xOf(level),
            y: last.bottom + 4 + 0.86 * labelSize,
          }))
        : [],
    domains: [],
    labels: rows.flatMap(({ name, nameTop }, axis): PlacedLabel[] =>
      name === null
        ? []
        : [
            {
              axis,
              anchor: 'start',
              lines: name.lines.map((text, at) => ({
                text,
                x: start.x,
                y: nameTop + line * (at + 0.5) + 0.36 * labelSize,
                heading: false,
              })),
              box: { x: start.x, y: nameTop, width: name.width, height: name.height },
            },
          ],
    ),
    labelMode: labelled ? 'names' : 'none',
    pointAt,
    origin: (axis, at) => ({ x: start.x, y: pointAt(axis, scale.min, at).y }),
  };
}

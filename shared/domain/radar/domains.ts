import { interCapHeight } from './inter-widths';
import { arcPath, coordinate, type Point, polar } from './path';
import { textWidth } from './text-width';

/** A stretch of neighbouring axes with the same domain; angles in radians, its own half steps included. */
export type DomainRun = {
  readonly name: string;
  /** Place among the template's domains, from 0: chooses the colour. */
  readonly index: number;
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
};

/** A name set along the arc, a letter at a time: lists for the SVG attributes `x`, `y` and `rotate`. */
type CurvedText = {
  readonly text: string;
  readonly x: string;
  readonly y: string;
  readonly rotate: string;
};

export type DomainArc = Pick<DomainRun, 'name' | 'index' | 'first' | 'last'> & {
  readonly path: string;
  /** Null when the name is longer than its arc: it then stands above the domain's middle label. */
  readonly title: CurvedText | null;
};

const tracking = 0.03;
/** Px between two arcs, between an arc and its name, and the least arc that still looks like one. */
const between = 8;
const aroundName = 6;
const leastArc = 7;

/** Splits the axes into stretches of the same domain, in axis order. */
export function domainRuns(domains: readonly string[], step: number): DomainRun[] {
  const seen: string[] = [];
  const runs: DomainRun[] = [];
  domains.forEach((domain, axis) => {
    const name = domain.trim().replace(/\s+/g, ' ');
    if (!seen.includes(name)) seen.push(name);
    const open = runs.at(-1);
    const to = (axis + 0.5) * step;
    if (open?.name === name) runs[runs.length - 1] = { ...open, last: axis, to };
    else
      runs.push({ name, index: seen.indexOf(name), first: axis, last: axis, from: (axis - 0.5) * step, to });
  });
  return runs;
}

/** True when the name can stand in a gap of its own arc. */
export function nameFitsArc(run: DomainRun, radius: number, size: number): boolean {
  // Marks and letters outside the basic plane do not count as one in SVG's lists of positions.
  if (!/^[\p{L}\p{N}\p{P}][\p{L}\p{N}\p{P} ]*$/u.test(run.name) || [...run.name].length !== run.name.length)
    return false;
  const room = (run.to - run.from) * radius - between - 2 * (aroundName + leastArc);
  return nameLength(run.name, size) <= room;
}

/** The outer arcs, each broken in the middle by its name where it fits. `size` null: arcs alone. */
export function domainArcs(
  runs: readonly DomainRun[],
  centre: Point,
  radius: number,
  size: number | null,
): DomainArc[] {
  return runs.map((run) => {
    const { name, index, first, last } = run;
    const margin = Math.min(between / 2 / radius, (run.to - run.from) / 4);
    const [from, to] = [run.from + margin, run.to - margin];
    const arc = (start: number, end: number) => arcPath(centre, radius, start, end);
    if (size === null || !nameFitsArc(run, radius, size)) {
      return { name, index, first, last, path: arc(from, to), title: null };
    }
    const middle = (run.from + run.to) / 2;
    const half = (nameLength(name, size) / 2 + aroundName) / radius;
    const path = arc(from, middle - half) + arc(middle + half, to);
    return { name, index, first, last, path, title: curvedText(name, centre, radius, middle, size) };
  });
}

function nameLength(name: string, size: number): number {
  return textWidth(name, size, 600) + [...name].length * tracking * size;
}

/** Sets a name along a circle, centred on `middle`, always readable from left to right. */
function curvedText(name: string, centre: Point, radius: number, middle: number, size: number): CurvedText {
  const below = Math.cos(middle) < -0.05;
  const baseline = radius + ((below ? 1 : -1) * interCapHeight * size) / 2;
  const direction = below ? -1 : 1;
  let passed = -nameLength(name, size) / 2;
  const letters = [...name].map((letter) => {
    const width = textWidth(letter, size, 600);
    const angle = middle + (direction * (passed + width / 2)) / radius;
    passed += width + tracking * size;
    const turn = below ? angle + Math.PI : angle;
    const onLine = polar(centre, baseline, angle);
    return {
      x: coordinate(onLine.x - (width / 2) * Math.cos(turn)),
      y: coordinate(onLine.y - (width / 2) * Math.sin(turn)),
      rotate: coordinate(((turn * 180) / Math.PI + 360) % 360),
    };
  });
  const list = (pick: 'x' | 'y' | 'rotate') => letters.map((letter) => letter[pick]).join(' ');
  return { text: name, x: list('x'), y: list('y'), rotate: list('rotate') };
}

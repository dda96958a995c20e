import { type DomainArc, type DomainRun, domainArcs, nameFitsArc } from './domains';
import { type Candidate, candidatesFor, type LabelText } from './label-candidates';
import { chooseCandidates } from './label-choice';
import { markerReach } from './markers';
import type { Point } from './path';
import type { Breaks } from './word-breaks';
import { lineHeight, type WrappedText, wrapToWidth, wrapVariants } from './wrap';

export type LabelMode = 'names' | 'numbers' | 'none';
export type Anchor = 'start' | 'middle' | 'end';
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A label as lines with their baselines. `heading` marks a line that is the domain's name, not the axis's. */
export type PlacedLabel = {
  readonly axis: number;
  readonly anchor: Anchor;
  readonly lines: readonly {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly heading: boolean;
  }[];
  readonly box: Box;
};

type LabelLayout = {
  readonly centre: Point;
  readonly radius: number;
  readonly labels: readonly PlacedLabel[];
  readonly labelMode: LabelMode;
  readonly domains: readonly DomainArc[];
};

type LabelInput = {
  readonly names: readonly string[];
  readonly angles: readonly number[];
  readonly runs: readonly DomainRun[];
  readonly width: number;
  readonly height: number;
  readonly size: number;
};

/**
 * How names may be set, best first. `worth` weighs the radius that a way allows: breaking words must win a good deal
 * of room before it is better than whole words in a smaller spider.
 */
const ways = [
  { maxLines: 3, breaks: ['words'], worth: 1 },
  { maxLines: 3, breaks: ['words', 'compounds'], worth: 0.92 },
  { maxLines: 4, breaks: ['words', 'compounds'], worth: 0.88 },
  { maxLines: 4, breaks: ['words', 'compounds', 'anywhere'], worth: 0.6 },
  { maxLines: 6, breaks: ['words', 'compounds', 'anywhere'], worth: 0.5 },
] as const;

/** Of half the box: in a smaller spider than this, numbers serve better than names. */
const leastShare = 0.3;

/** In em: a name that can be set narrower than this never takes more. */
const widestLabel = 15;

/** Px kept free between the names and the edge of the box. */
const edge = 2;

/**
 * Finds the largest radius at which every name fits inside the box, clear of the arcs and of every other name, and
 * places the names there, whole words before broken ones. Only when no radius will do does it fall back to numbers, then to nothing.
 */
export function layoutLabels(input: LabelInput): LabelLayout {
  const best = Math.min(input.width, input.height) / 2 - edge;
  let named: Layout | null = null;
  let value = 0;
  for (const { maxLines, breaks, worth } of ways) {
    if (best * worth <= value) break;
    const variants = input.names.map((name) => settings(name, input.size, maxLines, breaks));
    const found = largest(input, variants, Math.max(best * leastShare, value / worth), true);
    if (found && found.radius * worth > value) {
      named = found;
      value = found.radius * worth;
    }
  }
  if (named) return { ...named, labelMode: 'names' };
  const numbers = input.names.map((_, axis) => wrapVariants(String(axis + 1), input.size, 1, 'words'));
  const numbered = largest(input, numbers, Math.min(20, best * 0.3), false);
  if (numbered) return { ...numbered, labelMode: 'numbers' };
  const centre = { x: input.width / 2, y: input.height / 2 };
  const radius = Math.max(1, best - markerReach);
  return {
    centre,
    radius,
    labels: [],
    labelMode: 'none',
    domains: domainArcs(input.runs, centre, best - 1, null),
  };
}

/** Every way to set one name, without those that are far too wide while there is a narrower one. */
function settings(name: string, size: number, maxLines: number, breaks: readonly Breaks[]): WrappedText[] {
  const all = breaks.flatMap((at) => wrapVariants(name, size, maxLines, at));
  const distinct = [...new Map(all.map((set) => [set.lines.join('\n'), set])).values()];
  const slim = distinct.filter((set) => set.width <= widestLabel * size);
  return slim.length > 0 ? slim : distinct;
}

type Layout = Omit<LabelLayout, 'labelMode'>;

function largest(
  input: LabelInput,
  variants: readonly (readonly WrappedText[])[],
  least: number,
  headings: boolean,
): Layout | null {
  const outermost = Math.min(input.width, input.height) / 2 - edge;
  const coarse = 6;
  for (let outer = outermost; outer >= least; outer -= coarse) {
    const found = layoutAt(input, variants, outer, headings);
    if (!found) continue;
    for (let finer = Math.min(outermost, outer + coarse - 1); finer > outer; finer -= 1) {
      const better = layoutAt(input, variants, finer, headings);
      if (better) return better;
    }
    return found;
  }
  return null;
}

/** Tries to place everything when the band of domain names ends `outer` px from the centre. */
function layoutAt(
  input: LabelInput,
  variants: readonly (readonly WrappedText[])[],
  outer: number,
  headings: boolean,
): Layout | null {
  const { angles, runs, width, height, size } = input;
  const arcRadius = outer - 0.6 * size;
  const radius = arcRadius - 0.5 * size - markerReach + 2;
  if (radius < size) return null;

  const headed = new Map<number, string>();
  if (headings) {
    for (const run of runs) {
      const middle = Math.floor((run.first + run.last) / 2);
      if (!nameFitsArc(run, arcRadius, size) && run.name !== '') headed.set(middle, run.name);
    }
  }
  const options = angles.map((angle, axis) => {
    const domain = headed.get(axis);
    const texts = (variants[axis] ?? []).map((way) => withHeading(domain, way, size));
    return candidatesFor(angle, texts, outer + 0.4 * size, size);
  });
  const centre = centreFor(options, outer, width, height);
  if (!centre) return null;
  const inside = options.map((list) =>
    list.filter(
      ({ box }) =>
        centre.x + box.x >= edge &&
        centre.y + box.y >= edge &&
        centre.x + box.x + box.width <= width - edge &&
        centre.y + box.y + box.height <= height - edge,
    ),
  );
  const chosen = chooseCandidates(inside);
  if (!chosen) return null;
  return {
    centre,
    radius,
    labels: chosen.map((candidate, axis) => place(candidate, axis, centre, size)),
    domains: domainArcs(runs, centre, arcRadius, size),
  };
}

/** The domain's name goes above the axis's own, wrapped to a width that the label has anyway where it can. */
function withHeading(domain: string | undefined, way: WrappedText, size: number): LabelText {
  if (domain === undefined) return { ...way, headings: 0 };
  const heading = wrapToWidth(domain, size, Math.max(way.width, 7 * size), 600);
  return {
    lines: [...heading.lines, ...way.lines],
    headings: heading.lines.length,
    roughness: way.roughness,
    width: Math.max(way.width, heading.width),
    height: heading.height + way.height,
  };
}

/**
 * The centre nearest the middle of the box from which every label has a place: names on one side are often longer
 * than on the other. Null when there is none.
 */
function centreFor(
  options: readonly (readonly Candidate[])[],
  outer: number,
  width: number,
  height: number,
): Point | null {
  const need = { left: outer, right: outer, top: outer, bottom: outer };
  for (const list of options) {
    need.left = Math.max(need.left, Math.min(...list.map(({ box }) => -box.x)));
    need.right = Math.max(need.right, Math.min(...list.map(({ box }) => box.x + box.width)));
    need.top = Math.max(need.top, Math.min(...list.map(({ box }) => -box.y)));
    need.bottom = Math.max(need.bottom, Math.min(...list.map(({ box }) => box.y + box.height)));
  }
  const x = between(need.left + edge, width - need.right - edge, width / 2);
  const y = between(need.top + edge, height - need.bottom - edge, height / 2);
  return x === null || y === null ? null : { x, y };
}

function between(low: number, high: number, wanted: number): number | null {
  return low > high ? null : Math.min(high, Math.max(low, wanted));
}

function place(
  { box: relative, text, anchor }: Candidate,
  axis: number,
  centre: Point,
  size: number,
): PlacedLabel {
  const box = { ...relative, x: centre.x + relative.x, y: centre.y + relative.y };
  const shift = { start: 0.5, middle: box.width / 2, end: box.width - 0.5 }[anchor];
  const lines = text.lines.map((line, at) => ({
    text: line,
    x: round(box.x + shift),
    y: round(box.y + lineHeight * size * (at + 0.5) + 0.36 * size),
    heading: at < text.headings,
  }));
  return { axis, anchor, lines, box };
}

const round = (value: number) => Math.round(value * 100) / 100;

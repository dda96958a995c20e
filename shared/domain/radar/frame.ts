import { type DomainArc, domainArcs, domainRuns } from './domains';
import { type LabelMode, layoutLabels, type PlacedLabel } from './labels';
import { markerReach } from './markers';
import { coordinate, move, type Point, polar } from './path';

type RadarTick = {
  readonly level: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
};
type RadarRing = { readonly level: number; readonly radius: number; readonly path: string };

/** All that does not depend on anyone's ratings: one template drawn forty times has one frame. */
export type RadarFrame = {
  readonly kind: 'radar' | 'bars';
  readonly width: number;
  readonly height: number;
  readonly centre: Point;
  readonly radius: number;
  readonly markerScale: number;
  readonly rings: readonly RadarRing[];
  /** Ends of the spokes (of the bars' scale) in axis order. */
  readonly spokes: readonly Point[];
  /** Rings and spokes as one path. */
  readonly grid: string;
  readonly ticks: readonly RadarTick[];
  readonly domains: readonly DomainArc[];
  readonly labels: readonly PlacedLabel[];
  /** `numbers` when the names cannot fit: label n then stands for axis n, and the names belong in a list. */
  readonly labelMode: LabelMode;
  /** Where a level lies on an axis; `lane` separates the layers of a bar chart. */
  readonly pointAt: (axis: number, level: number, lane: number) => Point;
  /** Where a bar of the lane begins; the centre in a radar. */
  readonly origin: (axis: number, lane: number) => Point;
};

export type FrameInput = {
  readonly names: readonly string[];
  readonly domains: readonly string[];
  readonly scale: { readonly min: number; readonly max: number };
  readonly width: number;
  readonly height: number;
  readonly labelSize: number;
  readonly locale: string;
  readonly labelled?: boolean;
};

const remembered = new Map<string, RadarFrame>();
const mostRemembered = 60;

/** The frame of a radar with three axes or more. The last ones are remembered, since laying out labels costs most. */
export function frameFor(input: FrameInput): RadarFrame {
  const { scale, width, height, labelSize, locale, labelled = true } = input;
  const key = JSON.stringify([
    input.names,
    input.domains,
    scale.min,
    scale.max,
    width,
    height,
    labelSize,
    locale,
    labelled,
  ]);
  const known = remembered.get(key);
  if (known) return known;
  const frame = radarFrame({ ...input, labelled });
  if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value ?? '');
  remembered.set(key, frame);
  return frame;
}

function radarFrame(input: FrameInput): RadarFrame {
  const { names, scale, width, height, labelSize } = input;
  const count = names.length;
  const step = (2 * Math.PI) / count;
  const angles = names.map((_, axis) => axis * step);
  const runs = domainRuns(input.domains, step);
  const { centre, radius, labels, labelMode, domains } = input.labelled
    ? layoutLabels({ names, angles, runs, width, height, size: labelSize })
    : bareLayout(runs, width, height);

  const levels = levelsOf(scale);
  const radiusOf = (level: number) => (radius * (level - scale.min + 1)) / levels.length;
  const pointAt = (axis: number, level: number) => polar(centre, radiusOf(level), angles[axis] ?? 0);
  const rings = levels.map((level) => ({
    level,
    radius: radiusOf(level),
    path: `${names.map((_, axis) => move(axis ? 'L' : 'M', pointAt(axis, level))).join('')}Z`,
  }));
  const spokes = angles.map((angle) => polar(centre, radius, angle));
  const centreMove = move('M', centre);
  return {
    kind: 'radar',
    width,
    height,
    centre,
    radius,
    markerScale: Math.min(1, Math.max(0.36, radius / 130)),
    rings,
    spokes,
    grid: rings.map((ring) => ring.path).join('') + spokes.map((end) => centreMove + move('L', end)).join(''),
    ticks: input.labelled ? ticksOf(input, levels, pointAt) : [],
    domains,
    labels,
    labelMode,
    pointAt,
    origin: () => centre,
  };
}

/** Every level of the scale, lowest first. The lowest lies one step out, so that no rating looks like nothing. */
export function levelsOf({ min, max }: { min: number; max: number }): number[] {
  return Array.from({ length: Math.max(1, Math.floor(max - min) + 1) }, (_, index) => min + index);
}

/** Figures of the scale left of the first spoke, clear of the markers on it. */
function ticksOf(
  input: FrameInput,
  levels: readonly number[],
  pointAt: (axis: number, level: number) => Point,
): RadarTick[] {
  const format = new Intl.NumberFormat(input.locale);
  return levels.map((level) => {
    const { x, y } = pointAt(0, level);
    return {
      level,
      text: format.format(level),
      x: Number(coordinate(x - 8)),
      y: Number(coordinate(y + 0.36 * input.labelSize)),
    };
  });
}

/** A thumbnail: as large as the box allows, with thin arcs and without a word. */
function bareLayout(runs: ReturnType<typeof domainRuns>, width: number, height: number) {
  const centre = { x: width / 2, y: height / 2 };
  const band = 2.5;
  const radius = Math.max(1, Math.min(width, height) / 2 - band - Math.max(4, 0.4 * markerReach));
  const arcRadius = Math.max(1, Math.min(width, height) / 2 - band);
  return {
    centre,
    radius,
    labels: [],
    labelMode: 'none' as const,
    domains: domainArcs(runs, centre, arcRadius, null),
  };
}

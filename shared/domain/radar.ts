import { isTopic, type SpiderAxis, type SpiderLevel } from './gap';
import { barsFrame } from './radar/bars';
import { frameFor, type RadarFrame } from './radar/frame';
import { markerPath } from './radar/markers';
import { coordinate, move } from './radar/path';

export type { SpiderAxis, SpiderLevel } from './gap';

/** In drawing order: the first lies lowest. */
export const spiderLayerKinds = ['lastYear', 'target', 'agreed', 'employee', 'leader'] as const;
export type SpiderLayerKind = (typeof spiderLayerKinds)[number];

/** One line of the spider, its levels parallel to the axes. */
export type SpiderLayer = { readonly kind: SpiderLayerKind; readonly levels: readonly SpiderLevel[] };

/** The template's own scale (U11), both ends included. */
export type SpiderScale = { readonly min: number; readonly max: number };

export const defaultScale: SpiderScale = { min: 1, max: 5 };

export type RadarPoint = {
  readonly axis: number;
  readonly level: number;
  readonly x: number;
  readonly y: number;
};

/** A drawn layer: `line` is the path through neighbouring rated axes, `markers` one path for all markers. */
export type RadarLayer = {
  readonly kind: SpiderLayerKind;
  readonly line: string;
  readonly markers: string;
  readonly points: readonly RadarPoint[];
};

/**
 * Everything there is to draw, in px from the upper left corner of `width` × `height`. Fewer than three axes become
 * bars with the same parts: a grid, labels, and a line from the start of the scale for every rating.
 */
export type RadarGeometry = Omit<RadarFrame, 'pointAt' | 'origin'> & {
  readonly layers: readonly RadarLayer[];
  /** Path joining self and leader where they are so far apart that it is a topic for the talk. */
  readonly topics: string;
};

export type RadarInput = {
  readonly axes: readonly SpiderAxis[];
  readonly layers: readonly SpiderLayer[];
  readonly scale: SpiderScale;
  readonly width: number;
  readonly height: number;
  /** Type size of labels in px. */
  readonly labelSize: number;
  readonly locale: string;
  /** False for thumbnails: no names, no figures, and the radar fills the box. */
  readonly labelled?: boolean;
};

/**
 * The competence spider as pure geometry, the same for screen, thumbnail and print. It takes the largest radius at
 * which every label fits without a cut or an overlap. A level that is missing or outside the scale breaks the line:
 * it is never drawn as 0 (DOMAIN §3.3).
 */
export function radarGeometry(input: RadarInput): RadarGeometry {
  const names = input.axes.map((axis) => axis.name);
  const frame =
    input.axes.length < 3
      ? barsFrame({ ...input, names, layerCount: input.layers.length })
      : frameFor({ ...input, names, domains: input.axes.map((axis) => axis.domain) });
  const { pointAt, origin, ...rest } = frame;
  const drawn = spiderLayerKinds.flatMap((kind) => input.layers.filter((layer) => layer.kind === kind));
  const layers = drawn.map((layer, lane): RadarLayer => {
    const levels = input.axes.map((_, axis) => levelIn(input.scale, layer.levels[axis]));
    const points = levels.map((level, axis) =>
      level === null ? null : { axis, level, ...pointAt(axis, level, lane) },
    );
    const line = frame.kind === 'bars' ? barLine(points, lane, origin) : closedLine(points);
    const marked = frame.kind === 'bars' || hasMarkers(layer.kind) ? points : points.filter(isLone);
    const markers = marked.map(
      (point) => point && markerPath(layer.kind, point, frame.markerScale, frame.kind === 'bars'),
    );
    return {
      kind: layer.kind,
      line,
      markers: markers.join(''),
      points: points.filter((point) => point !== null),
    };
  });
  return { ...rest, layers, topics: frame.kind === 'bars' ? '' : topicPath(input, pointAt) };
}

/** Target and last year are read as lines alone; the ratings of people carry a marker on every axis. */
function hasMarkers(kind: SpiderLayerKind): boolean {
  return kind !== 'target' && kind !== 'lastYear';
}

function levelIn(scale: SpiderScale, level: SpiderLevel | undefined): number | null {
  if (level?.state !== 'rated') return null;
  return level.level >= scale.min && level.level <= scale.max ? level.level : null;
}

/** A point without a rated neighbour, so without a line. */
function isLone(point: RadarPoint | null, axis: number, points: readonly (RadarPoint | null)[]): boolean {
  const count = points.length;
  return point !== null && !points[(axis + 1) % count] && !points[(axis + count - 1) % count];
}

/** Joins neighbours round the circle, closed when nothing is missing; breaks where a level is missing. */
function closedLine(points: readonly (RadarPoint | null)[]): string {
  const missing = points.indexOf(null);
  if (missing === -1) return `${points.map((point, at) => point && move(at ? 'L' : 'M', point)).join('')}Z`;
  let path = '';
  let previous: RadarPoint | null = null;
  let open = false;
  for (let step = 1; step < points.length; step += 1) {
    const point = points[(missing + step) % points.length] ?? null;
    if (point && previous) path += (open ? '' : move('M', previous)) + move('L', point);
    open = point !== null && previous !== null;
    previous = point;
  }
  return path;
}

function barLine(points: readonly (RadarPoint | null)[], lane: number, origin: RadarFrame['origin']): string {
  return points
    .map((point) => point && `${move('M', origin(point.axis, lane))}H${coordinate(point.x)}`)
    .join('');
}

function topicPath({ axes, layers, scale }: RadarInput, pointAt: RadarFrame['pointAt']): string {
  const self = layers.find((layer) => layer.kind === 'employee')?.levels ?? [];
  const leader = layers.find((layer) => layer.kind === 'leader')?.levels ?? [];
  return axes
    .map((_, axis) => {
      const [own, leaders] = [self[axis], leader[axis]];
      const [from, to] = [levelIn(scale, own), levelIn(scale, leaders)];
      if (!own || !leaders || from === null || to === null || !isTopic(own, leaders)) return '';
      return move('M', pointAt(axis, from, 0)) + move('L', pointAt(axis, to, 0));
    })
    .join('');
}

/** The axis a person means when pointing at (x, y), in px of the geometry; null where there is none. */
export function nearestAxis(
  { kind, centre, spokes, labels }: RadarGeometry,
  x: number,
  y: number,
): number | null {
  if (spokes.length === 0) return null;
  const hit = labels.find(
    ({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
  );
  if (hit) return hit.axis;
  if (kind === 'bars') {
    const below = spokes.findIndex((end) => y <= end.y);
    return below === -1 ? spokes.length - 1 : below;
  }
  const turn = Math.atan2(x - centre.x, centre.y - y) / (2 * Math.PI);
  return Math.round((turn + 1) * spokes.length) % spokes.length;
}

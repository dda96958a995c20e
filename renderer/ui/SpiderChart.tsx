import {
  defaultScale,
  nearestAxis,
  type RadarGeometry,
  type RadarLayer,
  radarGeometry,
  type SpiderAxis,
  type SpiderLayer,
  type SpiderScale,
} from '@shared/domain/radar';
import { memo, useId, useMemo } from 'react';
import { SpiderLegend, type SpiderNames } from './SpiderLegend';
import './spider.css';

export type SpiderChartProps = {
  readonly axes: readonly SpiderAxis[];
  readonly layers: readonly SpiderLayer[];
  /** The template's own scale; 1–5 when left out. */
  readonly scale?: SpiderScale;
  /** Px of the drawing; it shrinks with its container but keeps its proportions. The legend stands above it. */
  readonly width: number;
  readonly height: number;
  /** Whose spider it is: the picture's accessible name. */
  readonly title: string;
  /** What it shows in a sentence; the figures belong in the gap table beside it. */
  readonly description: string;
  /** Words of the legend, by layer. */
  readonly names: SpiderNames;
  readonly hideLegend?: boolean;
  /** A thumbnail: no words inside, thinner lines, no legend. */
  readonly compact?: boolean;
  /** For the pointer only; the keyboard's way to a competence is the gap table. */
  readonly onPick?: (competenceId: string) => void;
  /** The competence to point out. */
  readonly highlighted?: string | null;
  readonly locale?: string;
};

const labelSize = 12;

/**
 * The competence spider as SVG: target, employee and leader as lines that differ in form as well as in colour, the
 * same on screen, in a thumbnail and in print. No area and no sum of a person, ever.
 */
export const SpiderChart = memo(function SpiderChart(props: SpiderChartProps) {
  const { axes, layers, scale = defaultScale, width, height, compact = false, locale = 'da' } = props;
  const geometry = useMemo(
    () => radarGeometry({ axes, layers, scale, width, height, labelSize, locale, labelled: !compact }),
    [axes, layers, scale, width, height, locale, compact],
  );
  const numbered = geometry.labelMode === 'numbers';
  const legend = !compact && !props.hideLegend;
  const drawing = <Drawing {...props} geometry={geometry} />;
  if (!legend && !numbered) return drawing;
  return (
    <figure className="spider-figure">
      {legend && (
        <SpiderLegend
          kinds={geometry.layers.map((layer) => layer.kind)}
          names={props.names}
          topics={geometry.topics !== ''}
        />
      )}
      {drawing}
      {numbered && (
        <ol className="spider-key">
          {axes.map((axis) => (
            <li key={axis.competenceId}>{axis.name}</li>
          ))}
        </ol>
      )}
    </figure>
  );
});

function Drawing({
  geometry,
  axes,
  title,
  description,
  compact,
  onPick,
  highlighted,
}: SpiderChartProps & { geometry: RadarGeometry }) {
  const id = useId();
  const { width, height } = geometry;
  const picked = highlighted == null ? -1 : axes.findIndex((axis) => axis.competenceId === highlighted);

  function pick(event: React.MouseEvent<SVGSVGElement>) {
    const area = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - area.left) * width) / area.width;
    const y = ((event.clientY - area.top) * height) / area.height;
    const axis = axes[nearestAxis(geometry, x, y) ?? -1];
    if (axis) onPick?.(axis.competenceId);
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the rows of the gap table are the keyboard's way to the same
    <svg
      className={`spider${compact ? ' spider-compact' : ''}${onPick ? ' spider-pickable' : ''}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}t ${id}d`}
      onClick={onPick && pick}
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{description}</desc>
      <path className="spider-grid" d={geometry.grid} />
      {geometry.domains.map((domain) => (
        <path key={domain.path} className={`spider-arc spider-d${domain.index % 4}`} d={domain.path} />
      ))}
      {geometry.domains.map(
        ({ title: name, index }) =>
          name && (
            <text
              key={name.x}
              className={`spider-domain spider-d${index % 4}`}
              x={name.x}
              y={name.y}
              rotate={name.rotate}
            >
              {name.text}
            </text>
          ),
      )}
      {picked >= 0 && <HighlightedAxis geometry={geometry} axis={picked} />}
      {geometry.topics && <path className="spider-topics" d={geometry.topics} />}
      {geometry.layers.map(lines)}
      <Ticks ticks={geometry.ticks} centred={geometry.kind === 'bars'} />
      {geometry.layers.map(markers)}
      {geometry.labels.map((label) => (
        <Label key={label.axis} label={label} geometry={geometry} highlighted={label.axis === picked} />
      ))}
    </svg>
  );
}

function lines({ kind, line }: RadarLayer) {
  if (line === '') return null;
  // White under the leader's dots lets them be seen where they run along a solid line, also in black and white.
  const ground = kind === 'leader' && <path key="ground" className="spider-ground" d={line} />;
  return [ground, <path key={kind} className={`spider-line spider-${kind}`} d={line} />];
}

function markers({ kind, markers: d }: RadarLayer) {
  return d === '' ? null : <path key={kind} className={`spider-marker spider-${kind}`} d={d} />;
}

/** Figures of the scale. One text holds them all when each is a single character, a list of places setting them. */
function Ticks({ ticks, centred }: { ticks: RadarGeometry['ticks']; centred: boolean }) {
  const className = `spider-tick${centred ? ' spider-middle' : ''}`;
  if (ticks.length > 0 && ticks.every((tick) => tick.text.length === 1)) {
    return (
      <text
        className={className}
        x={ticks.map((tick) => tick.x).join(' ')}
        y={ticks.map((tick) => tick.y).join(' ')}
      >
        {ticks.map((tick) => tick.text).join('')}
      </text>
    );
  }
  return ticks.map((tick) => (
    <text key={tick.level} className={className} x={tick.x} y={tick.y}>
      {tick.text}
    </text>
  ));
}

function Label({
  label,
  geometry,
  highlighted,
}: {
  label: RadarGeometry['labels'][number];
  geometry: RadarGeometry;
  highlighted: boolean;
}) {
  const [first, ...more] = label.lines;
  if (!first) return null;
  const domain = geometry.domains.find((run) => label.axis >= run.first && label.axis <= run.last);
  const headingClass = `spider-domain-line spider-d${(domain?.index ?? 0) % 4}`;
  const className = `spider-label spider-${label.anchor}${highlighted ? ' spider-highlighted' : ''}`;
  return (
    <text className={className} x={first.x} y={first.y}>
      {first.heading ? <tspan className={headingClass}>{first.text}</tspan> : first.text}
      {more.map((line) => (
        <tspan key={line.y} className={line.heading ? headingClass : undefined} x={line.x} y={line.y}>
          {line.text}
        </tspan>
      ))}
    </text>
  );
}

function HighlightedAxis({ geometry, axis }: { geometry: RadarGeometry; axis: number }) {
  const end = geometry.spokes[axis];
  if (!end || geometry.kind === 'bars') return null;
  const { centre } = geometry;
  return <path className="spider-spoke" d={`M${centre.x} ${centre.y}L${end.x} ${end.y}`} />;
}

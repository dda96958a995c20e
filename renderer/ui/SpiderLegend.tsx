import type { SpiderLayerKind } from '@shared/domain/radar';

/** Words of the legend; a layer without a word is left out of it. */
export type SpiderNames = Readonly<Partial<Record<SpiderLayerKind | 'topic', string>>>;

const order: readonly SpiderLayerKind[] = ['target', 'employee', 'leader', 'agreed', 'lastYear'];

const sampleMarkers: Readonly<Record<SpiderLayerKind, string>> = {
  target: '',
  employee: 'M15 8a5 5 0 1 1 0 .01Z',
  leader: 'M17 5h6v6h-6Z',
  agreed: 'M11.5 8l8.5 -8l8.5 8l-8.5 8Z',
  lastYear: '',
};

/** A sample of every line as it is drawn, with its name: form first, colour second. */
export function SpiderLegend({
  kinds,
  names,
  topics,
}: {
  kinds: readonly SpiderLayerKind[];
  names: SpiderNames;
  topics: boolean;
}) {
  const shown = order.filter((kind) => kinds.includes(kind) && names[kind]);
  return (
    <ul className="spider-legend">
      {shown.map((kind) => (
        <li key={kind}>
          <svg width="40" height="16" viewBox="0 0 40 16" aria-hidden="true">
            <path className={`spider-line spider-${kind}`} d="M1 8H39" />
            {sampleMarkers[kind] && (
              <path className={`spider-marker spider-${kind}`} d={sampleMarkers[kind]} />
            )}
          </svg>
          {names[kind]}
        </li>
      ))}
      {topics && names.topic && (
        <li>
          <svg width="28" height="16" viewBox="0 0 28 16" aria-hidden="true">
            <path className="spider-topics" d="M8 8H20" />
          </svg>
          {names.topic}
        </li>
      )}
    </ul>
  );
}

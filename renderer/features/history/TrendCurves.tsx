import type { Trend } from '@shared/domain/spider-history';
import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts';

const size = { width: 272, height: 128 };
const margin = { top: 6, right: 12, bottom: 0, left: -34 };
const tick = { fontSize: 12, fill: 'var(--spind-faint)' };
const halfYear = 183 * 86_400_000;

/** A step curve a competence, all on the same axes. Pictures only: the table beside them says the same. */
export function TrendCurves({ trends }: { trends: readonly Trend[] }) {
  const points = trends.flatMap((trend) => trend.points);
  const scaleMax = Math.max(...points.map((point) => point.scaleMax));
  const times = points.map(({ heldOn }) => Date.parse(heldOn));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const levels = Array.from({ length: scaleMax }, (_, index) => index + 1);
  return (
    <div className="history-curves" aria-hidden="true">
      {trends.map((trend) => (
        <figure key={trend.lineageId}>
          <figcaption>{trend.name}</figcaption>
          <LineChart {...size} margin={margin} accessibilityLayer={false} data={dataOf(trend)}>
            <CartesianGrid stroke="var(--spind-hairline)" vertical={false} />
            <XAxis
              dataKey="time"
              type="number"
              domain={[first - halfYear, last + halfYear]}
              ticks={first === last ? [first] : [first, last]}
              tickFormatter={(time: number) => String(new Date(time).getUTCFullYear())}
              tick={tick}
              tickLine={false}
              axisLine={{ stroke: 'var(--spind-control)' }}
            />
            <YAxis
              domain={[1, scaleMax]}
              ticks={levels}
              interval={0}
              tick={tick}
              tickLine={false}
              axisLine={false}
            />
            {trend.points
              .filter(({ isReworded }) => isReworded)
              .map(({ talkId, heldOn }) => (
                <ReferenceLine
                  key={talkId}
                  x={Date.parse(heldOn)}
                  stroke="var(--spind-soft)"
                  strokeDasharray="3 3"
                />
              ))}
            {scalesOf(trend).map((scale) => (
              <Line
                key={scale}
                dataKey={`on${scale}`}
                type="stepAfter"
                stroke="var(--spind-petrol)"
                strokeWidth={2}
                dot={{ r: 3, fill: 'var(--spind-sheet)', stroke: 'var(--spind-petrol)', strokeWidth: 2 }}
                activeDot={false}
                isAnimationActive={false}
              />
            ))}
          </LineChart>
        </figure>
      ))}
    </div>
  );
}

const scalesOf = ({ points }: Trend) => [...new Set(points.map(({ scaleMax }) => scaleMax))];

/** One row a talk. Levels on another scale are a line of their own, so that no step leads from one scale to another. */
function dataOf({ points }: Trend) {
  return points.map(({ heldOn, level, scaleMax }) => ({
    time: Date.parse(heldOn),
    [`on${scaleMax}`]: level,
  }));
}

import { Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { Spread } from './CompetenceSheet';

const size = { width: 272, height: 128 };
const margin = { top: 6, right: 12, bottom: 0, left: -34 };
const tick = { fontSize: 12, fill: 'var(--spind-faint)' };

/** A small picture a competence: median as a dotted line, lowest to highest as a bar. The table says the same. */
export function SpreadCurves({ spread: { years, rows } }: { spread: Spread }) {
  const [first, last] = [years[0], years.at(-1)];
  return (
    <div className="overview-curves" aria-hidden="true">
      {rows.map(({ lineageId, name, scaleMax, cells, rewordedIn }) => (
        <figure key={`${lineageId} ${scaleMax}`}>
          <figcaption>{name}</figcaption>
          <ComposedChart
            {...size}
            margin={margin}
            accessibilityLayer={false}
            data={years.map((year, index) => {
              const cell = cells[index];
              if (cell?.state !== 'shown') return { year, median: null, range: null };
              return { year, median: cell.median, range: [cell.min, cell.max] };
            })}
          >
            <CartesianGrid stroke="var(--spind-hairline)" vertical={false} />
            <XAxis
              dataKey="year"
              ticks={first === last ? [first ?? ''] : [first ?? '', last ?? '']}
              interval="preserveStartEnd"
              tick={tick}
              tickLine={false}
              axisLine={{ stroke: 'var(--spind-control)' }}
            />
            <YAxis
              domain={[1, scaleMax]}
              ticks={Array.from({ length: scaleMax }, (_, index) => index + 1)}
              interval={0}
              tick={tick}
              tickLine={false}
              axisLine={false}
            />
            {rewordedIn.map((year) => (
              <ReferenceLine key={year} x={year} stroke="var(--spind-soft)" strokeDasharray="3 3" />
            ))}
            <Bar
              dataKey="range"
              fill="var(--spind-domain-1)"
              fillOpacity={0.35}
              barSize={8}
              minPointSize={2}
              isAnimationActive={false}
            />
            <Line
              dataKey="median"
              stroke="var(--spind-petrol)"
              strokeWidth={2}
              dot={{ r: 3, fill: 'var(--spind-sheet)', stroke: 'var(--spind-petrol)', strokeWidth: 2 }}
              activeDot={false}
              isAnimationActive={false}
            />
          </ComposedChart>
        </figure>
      ))}
    </div>
  );
}

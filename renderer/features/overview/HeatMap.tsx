import type { SpreadCell } from '@shared/contract/overview';
import { groupBy } from '@shared/domain/group-by';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { decimal } from '../../ui/format';
import { useColumns } from '../../ui/use-columns';
import { useLanguage } from '../../ui/use-language';
import type { Spread } from './CompetenceSheet';

/** Widths in px: the names, and a year where there is room to spare. */
const nameWidth = 280;
const widestYear = 350;

/** The heat map: a table of figures whose ground grows darker with the level, so that black and white says the same. */
export function HeatMap({ spread, caption }: { spread: Spread; caption: string }) {
  const { t } = useTranslation();
  const { years, rows } = spread;
  // A year without any figure, for instance one of team talks, is no column.
  const withFigures = years.flatMap((year, index) =>
    rows.some(({ cells }) => cells[index]?.state === 'shown') ? [{ year, index }] : [],
  );
  const { room, shown: used, turn } = useColumns(withFigures, { first: nameWidth, each: 76 });
  const spiders = new Set(rows.map(({ spiderName }) => spiderName));
  const scales = new Set(rows.map(({ scaleMax }) => scaleMax));
  const blocks = groupBy(rows, ({ spiderName, domain }) =>
    spiders.size > 1 ? `${spiderName} · ${domain}` : domain,
  );
  return (
    <div ref={room}>
      {turn}
      <table
        className="table overview-map"
        aria-label={caption}
        style={{ maxWidth: nameWidth + used.length * widestYear }}
      >
        <thead>
          <tr>
            <th scope="col">{t('overview.spread.competence')}</th>
            {used.map(({ year }) => (
              <th key={year} scope="col" className="overview-cell">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...blocks].map(([block, own]) => (
            <Fragment key={block}>
              <tr>
                <th scope="rowgroup" colSpan={used.length + 1} className="overview-block">
                  {block}
                </th>
              </tr>
              {own.map((row) => (
                <tr key={`${row.lineageId} ${row.scaleMax}`}>
                  <th scope="row">
                    {row.name}
                    {scales.size > 1 && (
                      <span className="soft small"> {t('overview.spread.scale', { max: row.scaleMax })}</span>
                    )}
                  </th>
                  {used.map(({ year, index }) => (
                    <Cell
                      key={year}
                      cell={row.cells[index] ?? { state: 'notAsked' }}
                      scaleMax={row.scaleMax}
                      isReworded={row.rewordedIn.includes(year)}
                    />
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell, scaleMax, isReworded }: { cell: SpreadCell; scaleMax: number; isReworded: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const reworded = isReworded && <span className="overview-reworded">{t('overview.spread.reworded')}</span>;
  if (cell.state !== 'shown') {
    return (
      <td className="overview-cell soft small">
        {cell.state === 'notAsked' ? (
          <span className="visually-hidden">{t('overview.spread.notAsked')}</span>
        ) : (
          t(`overview.${cell.state}`)
        )}
        {reworded}
      </td>
    );
  }
  const { median, min, max, count } = cell;
  const words = { median: decimal(median, language), min, max, count };
  return (
    <td
      className="overview-cell overview-figure"
      style={
        {
          '--depth': `${Math.round(4 + (26 * (median - 1)) / Math.max(1, scaleMax - 1))}%`,
        } as React.CSSProperties
      }
    >
      <span aria-hidden="true">
        <strong>{words.median}</strong>
        <span className="small">
          {min}–{max} · {count}
        </span>
      </span>
      <span className="visually-hidden">{t('overview.spread.cell', words)}</span>
      {reworded}
    </td>
  );
}

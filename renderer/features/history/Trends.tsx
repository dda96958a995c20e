import { SegmentedControl } from '@mantine/core';
import {
  type LevelView,
  levelViews,
  type Trend,
  type TrendPoint,
  trendsOf,
} from '@shared/domain/spider-history';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayMonth } from '../../ui/day-month';
import { Empty } from '../../ui/Empty';
import { Sheet } from '../../ui/Sheet';
import { useColumns } from '../../ui/use-columns';
import { useLanguage } from '../../ui/use-language';
import { type PastTalk, pastTalks, type Ratings } from './history-words';

// The charting library is big, and only whoever looks at curves needs it.
const TrendCurves = lazy(async () => ({ default: (await import('./TrendCurves')).TrendCurves }));

const shows = ['curves', 'table'] as const;

/** Each competence through the years as a small curve of its own; the table is always there for the screen reader. */
export function Trends({ ratings }: { ratings: Ratings }) {
  const { t } = useTranslation();
  const [view, setView] = useState<LevelView>('agreed');
  const [show, setShow] = useState<(typeof shows)[number]>('curves');
  const talks = pastTalks(ratings);
  const trends = trendsOf(talks, ratings.versions, view);
  if (talks.length === 0) {
    return (
      <Sheet>
        <Empty title={t('history.noRatings')}>{t('history.noRatingsText')}</Empty>
      </Sheet>
    );
  }
  return (
    <>
      <div className="history-choices">
        <SegmentedControl
          aria-label={t('history.view')}
          value={view}
          onChange={(value) => setView(value as LevelView)}
          data={levelViews.map((value) => ({ value, label: t(`history.views.${value}`) }))}
        />
        <SegmentedControl
          aria-label={t('history.show')}
          value={show}
          onChange={(value) => setShow(value as (typeof shows)[number])}
          data={shows.map((value) => ({ value, label: t(`history.shows.${value}`) }))}
        />
      </div>
      <Sheet title={t('history.trendsTitle')}>
        {show === 'curves' && (
          <>
            <p className="soft">{t('history.trendsText')}</p>
            <Suspense fallback={<div className="history-curves-wait" />}>
              <TrendCurves trends={trends} />
            </Suspense>
          </>
        )}
        <div className={show === 'curves' ? 'visually-hidden' : undefined}>
          <TrendTable trends={trends} talks={talks} />
        </div>
      </Sheet>
    </>
  );
}

function TrendTable({ trends, talks }: { trends: readonly Trend[]; talks: readonly PastTalk[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns = talks.map((talk, index) => ({ ...talk, index }));
  const { room, shown, turn } = useColumns(columns, { first: 200, each: 56 });
  return (
    <div ref={room}>
      {turn}
      <table className="table history-trend-table" aria-label={t('history.trendsTitle')}>
        <thead>
          <tr>
            <th scope="col">{t('history.competence')}</th>
            {shown.map(({ talkId, heldOn }) => (
              <th key={talkId} scope="col">
                <span className="history-day-month">{dayMonth(heldOn, language)}</span> {heldOn.slice(0, 4)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trends.map(({ lineageId, name, points }) => (
            <tr key={lineageId}>
              <th scope="row">{name}</th>
              {shown.map(({ talkId, index }) => (
                <td key={talkId}>{points[index] && <TrendCell point={points[index]} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft small">{t('history.signs')}</p>
    </div>
  );
}

/** A level on the scale of its talk; narrow, so that fifteen years stand side by side. */
function TrendCell({ point }: { point: TrendPoint }) {
  const { t } = useTranslation();
  const { level, state, scaleMax, source, isReworded } = point;
  const mark = isReworded && (
    <>
      <span aria-hidden="true"> *</span>
      <span className="visually-hidden"> {t('history.changes.reworded')}</span>
    </>
  );
  if (level === null) {
    const words = state === 'rated' ? 'notRated' : state;
    return (
      <span className="soft">
        <span aria-hidden="true">{signs[words]}</span>
        <span className="visually-hidden">{t(`history.${words}`)}</span>
        {mark}
      </span>
    );
  }
  return (
    <>
      <strong>{level}</strong>
      <span className="soft small">/{scaleMax}</span>
      {mark}
      <div className="soft small">{t(`history.sources.${source}`)}</div>
    </>
  );
}

const signs = { notRated: '–', notRelevant: '×', notAsked: '' } as const;

import { NativeSelect, SegmentedControl } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { HeatMap } from './HeatMap';

// The charting library is big, and only whoever looks at curves needs it.
const SpreadCurves = lazy(async () => ({ default: (await import('./SpreadCurves')).SpreadCurves }));

export type Spread = OutputOf<'overview', 'spread'>;

const shows = ['map', 'curves'] as const;

/** Competences of the whole school or one team, year by year: a map that is a table, or small curves beside it. */
export function CompetenceSheet() {
  const { t } = useTranslation();
  const [teamId, setTeamId] = useState<string | null>(null);
  const [show, setShow] = useState<(typeof shows)[number]>('map');
  const answer = useCall('overview', 'spread', { teamId }, { keepPrevious: true });
  const { data } = answer;
  const teams = data?.teams ?? [];
  const group = teams.find(({ id }) => id === teamId)?.name ?? t('overview.spread.school');
  return (
    <Sheet title={t('overview.spread.title')}>
      <Failure error={answer.error} />
      {data && (
        <>
          <div className="overview-choices">
            <NativeSelect
              label={t('overview.spread.group')}
              value={teamId ?? ''}
              onChange={(event) => setTeamId(event.currentTarget.value || null)}
              data={[
                { value: '', label: t('overview.spread.school') },
                ...teams.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            {data.rows.length > 0 && (
              <SegmentedControl
                aria-label={t('overview.spread.show')}
                value={show}
                onChange={(value) => setShow(value as (typeof shows)[number])}
                data={shows.map((value) => ({ value, label: t(`overview.spread.shows.${value}`) }))}
              />
            )}
          </div>
          {data.rows.length === 0 ? (
            <Empty title={t('overview.spread.none', { group })}>{t('overview.spread.noneText')}</Empty>
          ) : (
            <>
              {show === 'curves' && (
                <>
                  <p className="soft">{t('overview.spread.curvesNote')}</p>
                  <Suspense fallback={<div className="overview-wait" />}>
                    <SpreadCurves spread={data} />
                  </Suspense>
                </>
              )}
              <div className={show === 'curves' ? 'visually-hidden' : undefined}>
                <HeatMap spread={data} caption={t('overview.spread.table', { group })} />
              </div>
              <Notes spread={data} isTeam={teamId !== null} />
            </>
          )}
        </>
      )}
    </Sheet>
  );
}

function Notes({ spread, isTeam }: { spread: Spread; isTeam: boolean }) {
  const { t } = useTranslation();
  const isHidden = spread.rows.some(({ cells }) => cells.some(({ state }) => state === 'hidden'));
  const notes = [
    t('overview.spread.note'),
    isTeam && t('overview.spread.memberNote'),
    isHidden && t('overview.spread.hiddenNote'),
    spread.without > 0 && t('overview.spread.without', { count: spread.without }),
  ];
  return <p className="soft small overview-note">{notes.filter(Boolean).join(' ')}</p>;
}

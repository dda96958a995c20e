import type { OutputOf } from '@shared/contract';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { LeaderForm } from './LeaderForm';
import { RatingSteps } from './RatingSteps';
import { ShownRatings } from './ShownRatings';
import './ratings.css';

export type Overview = OutputOf<'ratings', 'overview'>;

/** The third area of a MUS: both rate unseen, then the two views lie beside each other (R002-07, DOMAIN 4.4). */
export function RatingsPanel({ talkId }: { talkId: string }) {
  const { t } = useTranslation();
  const overview = useCall('ratings', 'overview', { talkId });
  // An answer from before the last save must not become the rating that is edited.
  const freshFor = useRef<string | null>(null);
  if (overview.data && !overview.isFetching) freshFor.current = talkId;
  if (overview.error?.code === 'conflict') return <p className="soft">{t('ratings.panel.noSpider')}</p>;
  if (!overview.data || freshFor.current !== talkId) return <Failure error={overview.error} />;
  if (overview.data.revealed) return <ShownRatings talkId={talkId} overview={overview.data} />;
  const { isClosed, leaderState } = overview.data;
  return (
    <>
      <RatingSteps talkId={talkId} overview={overview.data} />
      {!(isClosed && leaderState === 'none') && (
        <LeaderForm key={talkId} talkId={talkId} overview={overview.data} />
      )}
    </>
  );
}

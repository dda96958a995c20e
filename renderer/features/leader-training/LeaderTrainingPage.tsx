import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { CoursesSheet } from './CoursesSheet';
import { LeaderTable } from './LeaderTable';
import { ShareBackSheet } from './ShareBackSheet';
import { TogetherSheet } from './TogetherSheet';
import './leader-training.css';

/** All leaders with clock and sum, and what they do together (R002-11, R002-13 … R002-19). */
export function LeaderTrainingPage() {
  const { t } = useTranslation();
  const overview = useCall('leaderTraining', 'overview', {});
  const { data } = overview;
  const toBegin = data?.leaders.filter(({ clock }) => ['notBegun', 'overdue'].includes(clock.state)) ?? [];
  return (
    <Page
      title={t('leaderTraining.title')}
      lede={data && data.leaders.length > 0 && t('leaderTraining.lede', { count: toBegin.length })}
      actions={
        <Button component={Link} to="/leader-training/requirements" variant="default">
          {t('leaderTraining.requirements')}
        </Button>
      }
    >
      <Failure error={overview.error} />
      {data && (
        <>
          <Sheet title={t('leaderTraining.leaders')}>
            {data.unchecked > 0 && (
              <p className="state-partly">
                {t('leaderTraining.unchecked', { count: data.unchecked })}{' '}
                <Link to="/leader-training/requirements" className="plain-link">
                  {t('leaderTraining.checkThem')}
                </Link>
              </p>
            )}
            {data.leaders.length === 0 ? (
              <Empty
                title={t('leaderTraining.none')}
                action={
                  <Link to="/leader-training/requirements" className="plain-link">
                    {t('leaderTraining.noneAction')}
                  </Link>
                }
              >
                {t('leaderTraining.noneText')}
              </Empty>
            ) : (
              <LeaderTable leaders={data.leaders} />
            )}
          </Sheet>
          {data.leaders.length > 0 && <TogetherSheet suggestions={data.suggestions} waiting={data.waiting} />}
          <ShareBackSheet />
          <CoursesSheet />
        </>
      )}
    </Page>
  );
}

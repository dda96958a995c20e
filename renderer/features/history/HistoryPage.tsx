import { Tabs } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { longDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { useLanguage } from '../../ui/use-language';
import { CompareYears } from './CompareYears';
import { Timeline } from './Timeline';
import { Trends } from './Trends';
import './history.css';

const tabs = ['timeline', 'compare', 'trends'] as const;

/** One person through the years: what happened, two years on top of each other, and each competence by itself. */
export function HistoryPage() {
  const { employeeId } = useParams({ from: '/employees/$employeeId/history' });
  const { t } = useTranslation();
  const language = useLanguage();
  const timeline = useCall('history', 'timeline', { employeeId });
  const ratings = useCall('history', 'ratings', { employeeId });
  const { data } = timeline;
  const talks = data?.entries.filter((entry) => entry.kind === 'talk' && entry.isClosed) ?? [];
  const first = talks.at(-1)?.on;
  const since = first ?? data?.employmentDate;
  return (
    <Page
      kicker={
        <>
          <Link to="/employees" className="plain-link">
            {t('employees.title')}
          </Link>
          {' · '}
          <Link to="/employees/$employeeId" params={{ employeeId }} className="plain-link">
            {data?.employeeName}
          </Link>
        </>
      }
      title={
        data ? `${data.employeeName}: ${t('history.title').toLocaleLowerCase(language)}` : t('history.title')
      }
      lede={
        data &&
        since && [
          t(first ? 'history.lede' : 'history.ledeNone', {
            count: talks.length,
            since: longDate(since, language),
          }),
          data.leavingDate && ` ${t('history.left', { date: longDate(data.leavingDate, language) })}`,
        ]
      }
    >
      <Failure error={timeline.error ?? ratings.error} />
      {data && (
        <Tabs defaultValue="timeline" keepMounted={false}>
          <Tabs.List mb="md">
            {tabs.map((tab) => (
              <Tabs.Tab key={tab} value={tab}>
                {t(`history.tabs.${tab}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="timeline">
            <Timeline employeeId={employeeId} entries={data.entries} />
          </Tabs.Panel>
          <Tabs.Panel value="compare">{ratings.data && <CompareYears ratings={ratings.data} />}</Tabs.Panel>
          <Tabs.Panel value="trends">{ratings.data && <Trends ratings={ratings.data} />}</Tabs.Panel>
        </Tabs>
      )}
    </Page>
  );
}

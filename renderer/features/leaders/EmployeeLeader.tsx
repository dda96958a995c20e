import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import { SetLeaderDialog } from './SetLeaderDialog';
import './leaders.css';

/** A line among an employee's facts: who is her leader, and, when she leads others, what to do before she leaves. */
export function EmployeeLeader({ employeeId }: { employeeId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const found = useCall('leaders', 'forEmployee', { employeeId });
  const name = useCall('employees', 'get', { id: employeeId }).data?.name ?? '';
  const [opened, setOpened] = useState(false);
  const [showsHistory, setShowsHistory] = useState(false);
  if (!found.data) return <Failure error={found.error} />;
  const { isSchoolLeader, leaderName, periods, people, leavingDate } = found.data;
  const date = (day: string) => shortDate(day, language);
  return (
    <>
      <dt>{t('leaders.ofEmployee.label')}</dt>
      <dd>
        <div className="leader-fact">
          <span>{isSchoolLeader ? t('leaders.ofEmployee.isSchoolLeader') : leaderName}</span>
          {!isSchoolLeader && (
            <Button size="compact-xs" variant="subtle" onClick={() => setOpened(true)}>
              {t('leaders.ofEmployee.change')}
            </Button>
          )}
        </div>
        {people > 0 && (
          <div className="leader-line">
            {t('leaders.ofEmployee.leads', { count: people })}{' '}
            {leavingDate && (
              <>
                <StateWord tone="partly">
                  {t('leaders.ofEmployee.leavesAndLeads', { date: date(leavingDate) })}
                </StateWord>{' '}
                <Link to="/settings/handover" search={{ leader: employeeId }} className="plain-link">
                  {t('leaders.ofEmployee.handOver')}
                </Link>
              </>
            )}
          </div>
        )}
        {periods.length > 0 && (
          <button
            type="button"
            className="link-button small"
            aria-expanded={showsHistory}
            onClick={() => setShowsHistory(!showsHistory)}
          >
            {t('leaders.ofEmployee.history')}
          </button>
        )}
        {showsHistory && (
          <ul className="leader-history small">
            {periods.map((period) => (
              <li key={period.id}>
                {period.toDate
                  ? t('leaders.ofEmployee.period', {
                      name: period.leaderName,
                      from: date(period.fromDate),
                      to: date(period.toDate),
                    })
                  : t('leaders.ofEmployee.openPeriod', {
                      name: period.leaderName,
                      from: date(period.fromDate),
                    })}
              </li>
            ))}
          </ul>
        )}
        {opened && (
          <SetLeaderDialog
            employeeIds={[employeeId]}
            title={t('leaders.setTitleOne', { name })}
            onClose={() => setOpened(false)}
          />
        )}
      </dd>
    </>
  );
}

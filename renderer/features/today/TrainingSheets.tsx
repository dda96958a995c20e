import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Days } from '../../ui/Days';
import { longDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { ShortList } from './ShortList';
import type { Today } from './TodayPage';

/** What training asks of somebody now: courses, leaders' points, fund applications, merit. Each only when it does. */
export function TrainingSheets({ data }: { data: Today }) {
  return (
    <>
      {data.funds.length > 0 && <Funds rows={data.funds} />}
      {data.transfer.length > 0 && <Transfer rows={data.transfer} />}
      {data.leaderTraining.length > 0 && <LeaderTraining rows={data.leaderTraining} />}
      {data.merit.length > 0 && <Merit rows={data.merit} />}
    </>
  );
}

/** Days to keep of applications to competence funds. */
function Funds({ rows }: { rows: Today['funds'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Sheet title={t('today.funds')}>
      <ShortList rows={rows} size={4} keyOf={(row) => row.applicationId}>
        {(row) => (
          <>
            <Days days={row.days} />
            <div>
              <Link
                to="/funds/$applicationId"
                params={{ applicationId: row.applicationId }}
                className="plain-link"
              >
                {row.employeeName}
              </Link>
              <div className="soft">
                {row.title} · {t(`funds.deadlines.${row.kind}`, { date: longDate(row.on, language) })}
              </div>
            </div>
          </>
        )}
      </ShortList>
    </Sheet>
  );
}

/** What brings a course into use: steps that are over their day or come soon (R001-08). */
function Transfer({ rows }: { rows: Today['transfer'] }) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('today.transfer')}>
      <ShortList rows={rows} size={4} keyOf={(row) => row.stepId}>
        {(row) => (
          <>
            <Days days={row.days} />
            <div>
              <Link
                to="/enrolments/$enrolmentId"
                params={{ enrolmentId: row.enrolmentId }}
                className="plain-link"
              >
                {row.employeeName}: {row.title}
              </Link>
              <div className="soft">{[row.text, row.responsibleName].filter(Boolean).join(' · ')}</div>
            </div>
          </>
        )}
      </ShortList>
    </Sheet>
  );
}

/** Leaders who must have begun their training soon, or should have (R002-11). */
function LeaderTraining({ rows }: { rows: Today['leaderTraining'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Sheet title={t('today.leaderTraining')}>
      <ShortList rows={rows} size={4} keyOf={(row) => row.employeeId}>
        {(row) => (
          <>
            <Days days={row.days} />
            <div>
              <Link
                to="/leader-training/$employeeId"
                params={{ employeeId: row.employeeId }}
                className="plain-link"
              >
                {row.employeeName}
              </Link>
              <div className="soft">
                {t('today.mustHaveBegun', { date: longDate(row.deadline, language) })}
              </div>
            </div>
          </>
        )}
      </ShortList>
    </Sheet>
  );
}

/** Merit cases that wait for somebody here (R002-12). */
function Merit({ rows }: { rows: Today['merit'] }) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('today.merit')}>
      <ShortList rows={rows} size={4} keyOf={(row) => row.caseId}>
        {(row) => (
          <>
            <span className="soft">
              {row.days > 0 ? t('today.meritSince', { count: row.days }) : t('today.meritToday')}
            </span>
            <div>
              <Link to="/merit/$caseId" params={{ caseId: row.caseId }} className="plain-link">
                {row.employeeName}
              </Link>
              <div className="soft">{t(`today.meritNext.${row.next}`)}</div>
            </div>
          </>
        )}
      </ShortList>
    </Sheet>
  );
}

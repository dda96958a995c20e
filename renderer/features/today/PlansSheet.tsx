import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PlanStatusWord } from '../../ui/PlanStatusWord';
import { Sheet } from '../../ui/Sheet';
import { ShortList } from './ShortList';
import type { Today } from './TodayPage';

/** How many plans are signed, agreed, drafted and missing, and which wait for a signature. */
export function PlansSheet({ plans }: { plans: Today['plans'] }) {
  const { t } = useTranslation();
  const statuses = ['signed', 'agreed', 'draft', 'missing'] as const;
  const all = statuses.reduce((sum, status) => sum + plans[status], 0);
  return (
    <Sheet
      title={t('today.plans')}
      aside={
        <Link to="/training-plans" className="plain-link">
          {t('trainingPlans.all', { count: all })}
        </Link>
      }
    >
      <div className="today-bar" aria-hidden>
        {statuses
          .filter((status) => status !== 'missing' && plans[status] > 0)
          .map((status) => (
            <span key={status} className={status} style={{ width: `${(100 * plans[status]) / all}%` }} />
          ))}
      </div>
      <ul className="today-list today-counts" aria-label={t('today.planCounts')}>
        {statuses.map((status) => (
          <li key={status}>
            <PlanStatusWord status={status} /> {plans[status]}
          </li>
        ))}
      </ul>
      {plans.unsigned.length === 0 && <p className="soft">{t('today.noUnsigned')}</p>}
      <ShortList rows={plans.unsigned} size={4} keyOf={(row) => row.employeeId}>
        {(row) => (
          <>
            <PlanStatusWord status={row.status} />
            <div>
              <Link
                to="/training-plans/$employeeId"
                params={{ employeeId: row.employeeId }}
                className="plain-link"
              >
                {row.employeeName}
              </Link>
              <span className="soft"> · {t('today.lines', { count: row.lines })}</span>
            </div>
          </>
        )}
      </ShortList>
    </Sheet>
  );
}

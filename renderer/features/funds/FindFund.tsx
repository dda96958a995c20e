import type { Agreement } from '@shared/contract/agreements';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Under a line of somebody's plan that is still open: the way to the funds that may pay for it. */
export function FindFund({ line }: { line: Agreement }) {
  const { t } = useTranslation();
  const { id, employeeId, plan, state, activity } = line;
  if (employeeId === null || plan === null || state !== 'open') return null;
  return (
    <div className="small">
      <Link
        to="/funds"
        search={{ employee: employeeId, agreement: id }}
        className="plain-link"
        aria-label={t('funds.findFor', { what: activity })}
      >
        {t('funds.find')}
      </Link>
    </div>
  );
}

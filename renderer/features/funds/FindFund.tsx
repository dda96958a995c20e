import { Button } from '@mantine/core';
import type { Agreement } from '@shared/contract/agreements';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Under a line of somebody's plan that is still open: the way to the funds that may pay for it. */
export function FindFund({ line }: { line: Agreement }) {
  const { t } = useTranslation();
  const { id, employeeId, plan, state, activity } = line;
  if (employeeId === null || plan === null || state !== 'open') return null;
  return (
    <Button
      renderRoot={(props) => <Link to="/funds" search={{ employee: employeeId, agreement: id }} {...props} />}
      size="compact-sm"
      variant="subtle"
      aria-label={t('funds.findFor', { what: activity })}
    >
      {t('funds.find')}
    </Button>
  );
}

import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The way from an employee's page to her years. */
export function HistoryLink({ employeeId }: { employeeId: string }) {
  const { t } = useTranslation();
  return (
    <Button
      variant="default"
      renderRoot={(props) => <Link {...props} to="/employees/$employeeId/history" params={{ employeeId }} />}
    >
      {t('history.open')}
    </Button>
  );
}

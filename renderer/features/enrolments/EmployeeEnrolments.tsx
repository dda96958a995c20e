import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { EnrolDialog } from './EnrolDialog';
import { ConflictWords, datesText, EnrolmentWord } from './words';
import './enrolments.css';

/** On an employee's page: what she wishes for, is on and has been on. */
export function EmployeeEnrolments({ employeeId }: { employeeId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const found = useCall('enrolments', 'ofEmployee', { employeeId });
  const [isAdding, setAdding] = useState(false);
  const rows = found.data?.rows;
  return (
    <Sheet
      title={t('enrolments.ofEmployee')}
      aside={
        <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
          {t('enrolments.add')}
        </Button>
      }
    >
      <Failure error={found.error} />
      {rows && rows.length === 0 && <p className="soft">{t('enrolments.ofEmployeeNone')}</p>}
      <ul className="enrolment-list">
        {rows?.map((row) => (
          <li key={row.id}>
            <div className="enrolment-line">
              <Link to="/enrolments/$enrolmentId" params={{ enrolmentId: row.id }} className="plain-link">
                {row.title}
              </Link>
              <EnrolmentWord state={row.state} />
            </div>
            <div className="soft small">{datesText(row, language, t)}</div>
            {row.conflicts.length > 0 && (
              <div className="small">
                <ConflictWords kinds={row.conflicts} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {isAdding && <EnrolDialog employeeId={employeeId} onClose={() => setAdding(false)} />}
    </Sheet>
  );
}

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { decimal } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import { kindTones } from './EntryTable';
import { periodText, Standing } from './words';
import './leader-training.css';

/** On an employee's page: clock, sum and modules of a leader; nothing for anybody else. */
export function EmployeeLedger({ employeeId }: { employeeId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useCall('leaderTraining', 'ledger', { employeeId });
  if (!data || (!data.requirement && data.entries.length === 0)) return null;
  return (
    <Sheet
      title={t('leaderTraining.title')}
      aside={
        <Link to="/leader-training/$employeeId" params={{ employeeId }} className="plain-link">
          {t('leaderTraining.openLedger')}
        </Link>
      }
    >
      <Standing ledger={data} />
      <ul className="lt-list">
        {data.entries.map((entry) => (
          <li key={entry.id} className="lt-row">
            <span>
              {entry.title}
              <span className="soft small"> · {periodText(entry, language, t)}</span>
            </span>
            <span>
              <StateWord tone={kindTones[entry.kind]}>{t(`leaderTraining.kinds.${entry.kind}`)}</StateWord>{' '}
              {decimal(entry.ects, language)}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

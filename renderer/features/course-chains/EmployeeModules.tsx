import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { shortDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import './course-chains.css';

/** On an employee's page: the modules she is credited with, and why; nothing while her teams have solved none. */
export function EmployeeModules({ employeeId }: { employeeId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useCall('courseChains', 'forEmployee', { employeeId });
  const chains = (data?.chains ?? []).filter(({ modules }) =>
    modules.some(({ credits }) => credits.length > 0),
  );
  if (chains.length === 0) return null;
  return (
    <Sheet title={t('courseChains.ownTitle')}>
      {chains.map(({ id, title, modules }) => (
        <div key={id}>
          <p className="soft">{title}</p>
          <ul className="cc-list">
            {modules.map(({ stepId, title: module, credits }) => (
              <li key={stepId}>
                <div>{module}</div>
                {credits.length === 0 ? (
                  <StateWord tone="quiet">{t('courseChains.notCredited')}</StateWord>
                ) : (
                  credits.map(({ teamName, on }) => (
                    <div key={`${teamName} ${on}`}>
                      <StateWord tone="good">{t('courseChains.solvedWord')}</StateWord>{' '}
                      <span className="soft small">
                        {t('courseChains.memberOf', { team: teamName, date: shortDate(on, language) })}
                      </span>
                    </div>
                  ))
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Sheet>
  );
}

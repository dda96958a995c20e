import type { OutputOf } from '@shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { decimal, shortDate } from '../../ui/format';
import { useLanguage } from '../../ui/use-language';
import { ClockWord, leaveText, SumWord } from './words';

type Leaders = OutputOf<'leaderTraining', 'overview'>['leaders'];

/** The leaders side by side, who must act first. */
export function LeaderTable({ leaders }: { leaders: Leaders }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <table className="table" aria-label={t('leaderTraining.leaders')}>
      <thead>
        <tr>
          <th scope="col">{t('leaderTraining.leader')}</th>
          <th scope="col">{t('leaderTraining.begin')}</th>
          <th scope="col">{t('leaderTraining.points')}</th>
          <th scope="col">{t('leaderTraining.planned')}</th>
          <th scope="col">{t('leaderTraining.requirement')}</th>
        </tr>
      </thead>
      <tbody>
        {leaders.map((leader) => (
          <tr key={leader.employeeId}>
            <td className="lt-name">
              <Link
                to="/leader-training/$employeeId"
                params={{ employeeId: leader.employeeId }}
                className="plain-link"
              >
                {leader.name}
              </Link>
              <div className="soft small">{leader.role}</div>
            </td>
            <td>
              <ClockWord clock={leader.clock} />
              {leader.leaves.map((leave) => (
                <div key={leave.fromDate} className="soft small">
                  {leaveText(leave, language, t)}
                </div>
              ))}
            </td>
            <td>
              <SumWord sums={leader.sums} ects={leader.requirement.ects} />
              {leader.meritIsOpen && <div className="soft small">{t('leaderTraining.meritOpen')}</div>}
            </td>
            <td className={leader.plannedCompletionOn ? 'lt-date' : 'lt-date soft'}>
              {leader.plannedCompletionOn
                ? t('leaderTraining.plannedBy', { date: shortDate(leader.plannedCompletionOn, language) })
                : t('leaderTraining.noPlan')}
            </td>
            <td>
              {t('merit.ects', { ects: decimal(leader.requirement.ects, language) })}
              <div className="soft small">{t(`leaderTraining.bases.${leader.requirement.basis}`)}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

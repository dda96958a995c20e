import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { longDate, shortDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { SpidersAround } from './SpidersAround';
import { StepText } from './TransferSheet';
import { EnrolmentWord } from './words';
import './enrolments.css';

/**
 * In the first main area of a talk: what she has been on since the last one, what has been done to bring it into use,
 * and the spider around it; with a team what is to be shared there. Nothing where there is nothing.
 */
export function TalkEnrolments({ talkId }: { talkId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const found = useCall('enrolments', 'forTalk', { talkId });
  if (found.error) return <Failure error={found.error} />;
  if (!found.data || found.data.activities.length === 0) return null;
  const { since, employeeId, activities } = found.data;
  return (
    <Sheet
      title={t(employeeId === null ? 'enrolments.forTalkTeam' : 'enrolments.forTalk')}
      aside={
        since && (
          <span className="soft">{t('enrolments.forTalkSince', { date: longDate(since, language) })}</span>
        )
      }
    >
      <ul className="enrolment-list">
        {activities.map((one) => (
          <li key={one.id}>
            <div className="enrolment-line">
              <span>
                <Link to="/enrolments/$enrolmentId" params={{ enrolmentId: one.id }} className="plain-link">
                  {one.title}
                </Link>
                {employeeId === null && <span className="soft"> · {one.employeeName}</span>}
              </span>
              <span>
                <EnrolmentWord state={one.state} />
                {one.on && <span className="soft"> · {shortDate(one.on, language)}</span>}
              </span>
            </div>
            {one.steps.length > 0 && (
              <details open={employeeId === null}>
                <summary className="soft small">
                  {t('enrolments.forTalkSteps', {
                    done: one.steps.filter(({ doneAt }) => doneAt !== null).length,
                    all: one.steps.length,
                  })}
                </summary>
                <ul className="enrolment-list">
                  {one.steps.map((step) => (
                    <li key={step.id} className="enrolment-step">
                      <span aria-hidden>{step.doneAt === null ? '○' : '✓'}</span>
                      <StepText step={step} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
            {one.spiders && employeeId !== null && (
              <details>
                <summary className="soft small">{t('enrolments.spiders')}</summary>
                <SpidersAround spiders={one.spiders} employeeId={employeeId} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

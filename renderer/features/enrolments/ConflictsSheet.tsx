import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import type { OneEnrolment } from './words';

/** What stands in the way, each with its rule. Nothing is shown once the activity is over. */
export function ConflictsSheet({ one }: { one: OneEnrolment }) {
  const { t } = useTranslation();
  const isOver = one.state === 'completed' || one.state === 'failed' || one.state === 'cancelled';
  // Under way nothing in the way is nothing to say.
  if (isOver || (one.state === 'underWay' && one.conflicts.length === 0)) return null;
  return (
    <Sheet title={t('enrolments.conflicts')}>
      {one.conflicts.length === 0 && <p className="soft">{t('enrolments.conflictsNone')}</p>}
      <ConflictList conflicts={one.conflicts} />
      {one.state === 'wished' && one.conflicts.length > 0 && (
        <p className="soft small">{t('enrolments.conflictsWish')}</p>
      )}
    </Sheet>
  );
}

export function ConflictList({ conflicts }: { conflicts: OneEnrolment['conflicts'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ul className="enrolment-list">
      {conflicts.map((conflict) => (
        <li key={`${conflict.withId} ${conflict.text.da}`}>
          <StateWord tone={conflict.breaksRule ? 'late' : 'partly'}>
            {t(conflict.breaksRule ? 'enrolments.againstRules' : 'enrolments.worthKnowing')}
          </StateWord>{' '}
          {conflict.text[language]}{' '}
          {conflict.withId && (
            <Link
              to="/enrolments/$enrolmentId"
              params={{ enrolmentId: conflict.withId }}
              className="plain-link"
            >
              {t('enrolments.seeOther')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

import { Checkbox } from '@mantine/core';
import type { DueState } from '@shared/domain/due-talks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { dueTones } from '../../ui/due-tones';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import './season.css';

/** On an employee's page: her rhythm and rights, whether she is due, and, in a team year, her wish for a talk of her own. */
export function OwnTalkWish({ employeeId }: { employeeId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { schoolYear } = useSchoolYear();
  const found = useCall('season', 'forEmployee', { employeeId, schoolYear }, { keepPrevious: true });
  const wish = useOrder('season', 'setWish');
  const [showsRights, setShowsRights] = useState(false);
  const { data } = found;
  return (
    <Sheet title={t('season.wishSheet')}>
      <Failure error={found.error ?? wish.error} />
      {data && (
        <>
          {data.due ? (
            <p>
              <Due state={data.due.state} reason={data.due.reason[language]} />
            </p>
          ) : (
            <p className="soft">{t('season.noDue', { year: schoolYear })}</p>
          )}
          {data.canWish && (
            <Checkbox
              label={`${t('season.wishText')} (${schoolYear})`}
              checked={data.wishesOwn}
              disabled={wish.isPending}
              onChange={(event) =>
                wish.mutate({ employeeId, schoolYear, wishesOwn: event.currentTarget.checked })
              }
            />
          )}
          <div className="season-line">
            <span className="soft">{t('season.rhythmOf', { rhythm: data.rhythm[language] })}</span>
            <button
              type="button"
              className="link-button"
              aria-expanded={showsRights}
              onClick={() => setShowsRights(!showsRights)}
            >
              {t('season.showRights')}
            </button>
          </div>
          {showsRights && (
            <ul className="season-rights season-note">
              {data.rights
                .split('\n')
                .filter((line) => line.trim() !== '')
                .map((line) => (
                  <li key={line}>{line}</li>
                ))}
            </ul>
          )}
        </>
      )}
    </Sheet>
  );
}

type DueProps = { state: DueState; reason: string };

/** Where she stands and why; a reason that begins with the very word says both. */
function Due({ state, reason }: DueProps) {
  const { t } = useTranslation();
  const word = t(`season.states.${state}`);
  if (reason.startsWith(word)) return <StateWord tone={dueTones[state]}>{reason}</StateWord>;
  return (
    <>
      <StateWord tone={dueTones[state]}>{word}.</StateWord> {reason}
    </>
  );
}

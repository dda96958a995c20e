import { Button } from '@mantine/core';
import { type EnrolmentMove, enrolmentMoves, enrolmentStateNames } from '@shared/domain/enrolment-moves';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { MoveDialog } from './MoveDialog';
import { EnrolmentWord, type OneEnrolment } from './words';

/** Every step it has taken, and the ways from here. */
export function StandingSheet({ one }: { one: OneEnrolment }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [move, setMove] = useState<EnrolmentMove | null>(null);
  const label = useMoveLabel(one);
  return (
    <Sheet title={t('enrolments.standing')}>
      <div className="enrolment-moves">
        {enrolmentMoves[one.state].map((way) => (
          <Button
            key={way.to}
            variant={way.direction === 'on' ? 'filled' : 'default'}
            onClick={() => setMove(way)}
          >
            {label(way)}
          </Button>
        ))}
      </div>
      <ol className="enrolment-list">
        {one.steps.toReversed().map((step) => (
          <li key={step.id}>
            <div className="enrolment-line">
              <EnrolmentWord state={step.state} />
              <span className="soft">{shortDate(step.onDate, language)}</span>
            </div>
            {step.reason && <div className="written">{step.reason}</div>}
          </li>
        ))}
      </ol>
      {move && <MoveDialog one={one} move={move} label={label(move)} onClose={() => setMove(null)} />}
    </Sheet>
  );
}

function useMoveLabel({ state }: OneEnrolment): (move: EnrolmentMove) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ to, direction }) => {
    if (state === 'cancelled') return t('enrolments.resume');
    if (direction === 'back') return t('enrolments.backTo', { state: enrolmentStateNames[to][language] });
    return t(`enrolments.moves.${to}`);
  };
}

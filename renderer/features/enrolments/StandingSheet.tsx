import { Button } from '@mantine/core';
import { type EnrolmentMove, enrolmentMoves, enrolmentStateNames } from '@shared/domain/enrolment-moves';
import { useEffect, useRef, useState } from 'react';
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
  const moves = useRef<HTMLDivElement>(null);
  const state = useRef(one.state);
  // The button that was pressed goes with the step it took; the keyboard goes on at the next one.
  useEffect(() => {
    if (state.current === one.state) return;
    state.current = one.state;
    const { activeElement } = document;
    if (
      activeElement === document.body ||
      moves.current?.contains(activeElement) ||
      !activeElement?.isConnected
    )
      moves.current?.querySelector('button')?.focus();
  }, [one.state]);
  return (
    <Sheet title={t('enrolments.standing')}>
      <ol className="enrolment-steps">
        {one.steps.map((step) => (
          <li key={step.id}>
            <span className="soft">{shortDate(step.onDate, language)}</span>
            <div>
              <EnrolmentWord state={step.state} />
              {step.reason && <div className="written soft">{step.reason}</div>}
            </div>
          </li>
        ))}
      </ol>
      <div className="enrolment-moves" ref={moves}>
        {enrolmentMoves[one.state].map((way) => (
          <Button
            key={way.to}
            size="compact-sm"
            variant={way.direction === 'on' ? 'filled' : 'default'}
            onClick={() => setMove(way)}
          >
            {label(way)}
          </Button>
        ))}
      </div>
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

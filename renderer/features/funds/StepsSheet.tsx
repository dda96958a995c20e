import { Button } from '@mantine/core';
import type { FundApplication } from '@shared/contract/funds';
import type { FundApplicationState } from '@shared/domain/funds/fund-words';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { StepDialog } from './StepDialog';
import { stateTones, useFundWords } from './words';

/** What has happened and when; what can happen next. */
export function StepsSheet({ one }: { one: FundApplication }) {
  const { t } = useTranslation();
  const { day } = useFundWords();
  const undo = useOrder('funds', 'undoStep');
  const [next, setNext] = useState<FundApplicationState | null>(null);
  const actions = useRef<HTMLDivElement>(null);
  const state = useRef(one.state);
  // The button that was pressed goes with the step it took; the keyboard goes on at the next one.
  useEffect(() => {
    if (state.current === one.state) return;
    state.current = one.state;
    const { activeElement } = document;
    if (activeElement === document.body || actions.current?.contains(activeElement))
      actions.current?.querySelector('button')?.focus();
  }, [one.state]);
  return (
    <Sheet title={t('funds.steps.title')}>
      <Failure error={undo.error} />
      <ol className="fund-steps">
        {one.steps.map(({ state, onDate, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps only come and go at the end
          <li key={index}>
            <span className="soft">{day(onDate)}</span>
            <span>
              <StateWord tone={stateTones[state]}>{t(`funds.states.${state}`)}</StateWord>
              {reason !== '' && <span className="soft"> · {reason}</span>}
            </span>
          </li>
        ))}
      </ol>
      <div className="fund-actions" ref={actions}>
        {one.nextStates.map((state, index) => (
          <Button
            key={state}
            size="compact-sm"
            variant={index === 0 ? 'filled' : 'default'}
            onClick={() => setNext(state)}
          >
            {t(`funds.steps.moves.${state}`)}
          </Button>
        ))}
        {one.canUndo && (
          <Button
            size="compact-sm"
            variant="subtle"
            loading={undo.isPending}
            onClick={() => undo.mutate({ applicationId: one.id })}
          >
            {t('funds.steps.undo')}
          </Button>
        )}
      </div>
      {next && <StepDialog one={one} state={next} onClose={() => setNext(null)} />}
    </Sheet>
  );
}

import { Button } from '@mantine/core';
import type { MeritCaseAnswer } from '@shared/contract/merit';
import { isDecided, meritMoveRules } from '@shared/domain/merit-case';
import type { MeritMove } from '@shared/domain/merit-states';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { StateWord } from '../../ui/StateWord';
import { offerUndo } from '../../ui/undo';
import { useRemoval } from '../../ui/use-removal';
import { ReasonDialog } from './ReasonDialog';

/** Moves that are the natural next step where they are open; the others stand before them. */
const nextSteps: readonly MeritMove[] = ['submit', 'answer', 'meet', 'resume'];

/** What can be done with the case now, the natural next step last; once decided, the letter. */
export function CaseActions({ one }: { one: MeritCaseAnswer }) {
  const { t } = useTranslation();
  const { id: caseId, round } = one;
  const move = useOrder('merit', 'move');
  const [asking, setAsking] = useState<MeritMove | null>(null);
  const order = (name: MeritMove) => (nextSteps.includes(name) ? 1 : 0);
  const moves = [...one.moves].sort((a, b) => order(a) - order(b));

  const doIt = (name: MeritMove) => {
    if (meritMoveRules[name].needsReason) return setAsking(name);
    move.mutate(
      { caseId, round, move: name, reason: '' },
      {
        onSuccess: () => {
          if (name !== 'submit') return;
          offerUndo({
            message: t('merit.handedIn'),
            label: t('common.undo'),
            undo: () => call('merit', 'move', { caseId, round, move: 'takeBack', reason: '' }),
          });
        },
      },
    );
  };

  return (
    <>
      <Failure error={move.error} />
      {one.isRemovable && <RemoveDraft caseId={caseId} />}
      {moves.map((name) => (
        <Button
          key={name}
          variant={order(name) > 0 ? 'filled' : 'default'}
          loading={move.isPending && move.variables?.move === name}
          onClick={() => doIt(name)}
        >
          {t(`merit.moves.${name}`)}
        </Button>
      ))}
      {isDecided(one.state) && <Letter caseId={caseId} />}
      {asking && <ReasonDialog key={asking} one={one} move={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

function RemoveDraft({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { removeIt, isRemoving, error } = useRemoval<string>({
    remove: (id) => call('merit', 'remove', { caseId: id }),
    restore: (id) => call('merit', 'restore', { caseId: id }),
    message: () => t('merit.removed'),
  });
  const remove = async () => {
    if (await removeIt(caseId)) await navigate({ to: '/merit' });
  };
  return (
    <>
      <Failure error={error} />
      <Button variant="default" loading={isRemoving} onClick={() => void remove()}>
        {t('merit.remove')}
      </Button>
    </>
  );
}

function Letter({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const save = useOrder('documents', 'meritLetter');
  const print = useOrder('documents', 'meritLetter');
  return (
    <>
      <Failure error={save.error ?? print.error} />
      <span role="status">
        {save.data?.carriedOut && <StateWord tone="good">{t('common.saved')}</StateWord>}
      </span>
      <Button
        variant="default"
        loading={print.isPending}
        onClick={() => print.mutate({ caseId, way: 'print' })}
      >
        {t('merit.letter.print')}
      </Button>
      <Button loading={save.isPending} onClick={() => save.mutate({ caseId, way: 'save' })}>
        {t('merit.letter.save')}
      </Button>
    </>
  );
}

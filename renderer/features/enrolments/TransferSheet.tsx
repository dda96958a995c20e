import { Button, Checkbox } from '@mantine/core';
import { daysBetween } from '@shared/domain/dates';
import { activityPhases } from '@shared/domain/enrolment-states';
import { phaseNames } from '@shared/domain/transfer';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { RowActions } from '../../ui/RowActions';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { offerUndo } from '../../ui/undo';
import { useLanguage } from '../../ui/use-language';
import { useRemoval } from '../../ui/use-removal';
import { StepDialog } from './StepDialog';
import type { OneEnrolment, TransferStep } from './words';

/** The checklist before, during and after, with days and who is responsible (R001-08); shared at a team (R001-09). */
export function TransferSheet({ one }: { one: OneEnrolment }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState<TransferStep | 'new' | null>(null);
  const suggest = useOrder('enrolments', 'suggestTransfer');
  const mark = useOrder('enrolments', 'markStep');
  const removal = useRemoval<TransferStep>({
    remove: ({ id }) => call('enrolments', 'removeSteps', { ids: [id] }),
    restore: ({ id }) => call('enrolments', 'restoreSteps', { ids: [id] }),
    message: () => t('enrolments.stepRemoved'),
  });
  const suggestIt = () =>
    suggest.mutate(
      { id: one.id },
      {
        onSuccess: ({ stepIds }) =>
          offerUndo({
            message: t('enrolments.transferMade'),
            label: t('common.undo'),
            undo: () => call('enrolments', 'removeSteps', { ids: stepIds }),
          }),
      },
    );
  return (
    <Sheet
      title={t('enrolments.transfer')}
      aside={
        <Button size="compact-sm" variant="default" onClick={() => setOpen('new')}>
          {t('enrolments.stepAdd')}
        </Button>
      }
    >
      {one.transfer.length === 0 && (
        <p className="soft">
          {t(one.suggestsTransfer ? 'enrolments.transferSuggestText' : 'enrolments.transferNone')}
        </p>
      )}
      {one.transfer.length === 0 && (
        <Button
          variant={one.suggestsTransfer ? 'filled' : 'default'}
          loading={suggest.isPending}
          onClick={suggestIt}
        >
          {t('enrolments.transferSuggest')}
        </Button>
      )}
      {activityPhases.map((phase) => {
        const steps = one.transfer.filter((step) => step.phase === phase);
        if (steps.length === 0) return null;
        return (
          <section key={phase} aria-label={phaseNames[phase][language]}>
            <h3 className="sub-title">{phaseNames[phase][language]}</h3>
            <ul className="enrolment-list">
              {steps.map((step) => (
                <li key={step.id} className="enrolment-step">
                  <Checkbox
                    aria-label={t('enrolments.stepDone', { text: step.text })}
                    checked={step.doneAt !== null}
                    onChange={(event) => mark.mutate({ id: step.id, isDone: event.currentTarget.checked })}
                  />
                  <StepText step={step} />
                  <RowActions
                    name={step.text}
                    onEdit={() => setOpen(step)}
                    onRemove={() => void removal.removeIt(step)}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <Failure error={suggest.error ?? mark.error ?? removal.error} />
      {open && (
        <StepDialog
          enrolmentId={one.id}
          employeeId={one.employeeId}
          step={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Sheet>
  );
}

/** What, who, where and by when; late in words and colour. */
export function StepText({ step }: { step: TransferStep }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = useSchoolYear();
  const { text, dueOn, doneAt, responsibleName, teamName } = step;
  const over = doneAt === null && dueOn !== null && today !== null ? daysBetween(dueOn, today) : 0;
  const details = [
    responsibleName,
    teamName && t('enrolments.sharedAt', { team: teamName }),
    dueOn === null ? t('enrolments.noDate') : shortDate(dueOn, language),
  ];
  return (
    <div>
      {text}
      <div className="soft small">
        {details.filter(Boolean).join(' · ')}
        {over > 0 && (
          <>
            {' · '}
            <StateWord tone="late">{t('common.daysOver', { count: over })}</StateWord>
          </>
        )}
      </div>
    </div>
  );
}

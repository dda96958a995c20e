import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { beginIn } from '../../ui/first-field';
import { HalvesField } from '../../ui/HalvesField';
import { MoneyField } from '../../ui/MoneyField';
import { submitOnCtrlEnter } from '../../ui/submit-on-ctrl-enter';
import { useRemoval } from '../../ui/use-removal';
import type { Budget } from './BudgetsSheet';

type Named = { id: string; name: string };
type Values = {
  name: string;
  teamId: string | null;
  priorityId: string | null;
  amountOre: number | null;
  substituteDays: number | '';
};
type BudgetDialogProps = {
  schoolYear: string;
  budget: Budget | null;
  teams: readonly Named[];
  priorities: readonly Named[];
  onClose: () => void;
};

/** What a department, a goal or the whole school may spend in a school year. */
export function BudgetDialog({ schoolYear, budget, teams, priorities, onClose }: BudgetDialogProps) {
  const { t } = useTranslation();
  const kept = useDraft<Values>(`budget ${budget?.id ?? `new ${schoolYear}`}`);
  const values = kept.draft ?? {
    name: budget?.name ?? '',
    teamId: budget?.teamId ?? null,
    priorityId: budget?.priorityId ?? null,
    amountOre: budget?.amountOre ?? null,
    substituteDays: budget?.substituteDays ?? '',
  };
  const set = (change: Partial<Values>) => kept.keep({ ...values, ...change });
  const [asked, setAsked] = useState(false);
  const save = useOrder('enrolments', 'saveBudget');
  const fields = save.error?.fields ?? {};
  const removal = useRemoval<Budget>({
    remove: ({ id }) => call('enrolments', 'removeBudget', { id }),
    restore: ({ id }) => call('enrolments', 'restoreBudget', { id }),
    message: ({ name }) => t('enrolments.budgetRemoved', { name }),
  });
  const close = () => {
    kept.drop();
    onClose();
  };
  const isBlank = values.name.trim() === '';
  const submit = () => {
    setAsked(true);
    const { amountOre, substituteDays, ...rest } = values;
    if (isBlank || amountOre === null) return;
    save.mutate(
      {
        ...(budget ? { id: budget.id } : {}),
        schoolYear,
        ...rest,
        amountOre,
        substituteDays: substituteDays === '' ? null : substituteDays,
      },
      { onSuccess: close },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={budget ? t('enrolments.budgetEdit', { name: budget.name }) : t('enrolments.budgetAdd')}
    >
      {kept.isReady && (
        <form
          ref={beginIn}
          onKeyDown={submitOnCtrlEnter}
          className="field-stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <DraftLine draft={kept} />
          <TextInput
            label={t('enrolments.budgetName')}
            value={values.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={fields.name ?? (asked && isBlank ? t('enrolments.budgetNameMissing') : undefined)}
            maxLength={80}
            data-autofocus
            required
          />
          <NativeSelect
            label={t('enrolments.budgetTeam')}
            value={values.teamId ?? ''}
            onChange={(event) => set({ teamId: event.currentTarget.value || null })}
            data={[
              { value: '', label: t('enrolments.wholeSchool') },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            error={fields.teamId}
          />
          <NativeSelect
            label={t('enrolments.budgetGoal')}
            value={values.priorityId ?? ''}
            onChange={(event) => set({ priorityId: event.currentTarget.value || null })}
            data={[
              { value: '', label: t('enrolments.none') },
              ...priorities.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            error={fields.priorityId}
          />
          <MoneyField
            label={t('enrolments.budgetAmount')}
            value={values.amountOre}
            onChange={(amountOre) => set({ amountOre })}
            error={
              fields.amountOre ??
              (asked && values.amountOre === null ? t('enrolments.budgetAmountMissing') : undefined)
            }
            required
          />
          <HalvesField
            label={t('enrolments.budgetDays')}
            description={t('enrolments.budgetDaysHint')}
            value={values.substituteDays}
            onChange={(substituteDays) => set({ substituteDays })}
            error={fields.substituteDays}
            max={400}
          />
          <Failure error={save.error && { message: save.error.message }} />
          <Failure error={removal.error} />
          <FormFoot submit={t('common.save')} isSaving={save.isPending} onCancel={close}>
            {budget && (
              <Button
                variant="subtle"
                color="brick"
                loading={removal.isRemoving}
                onClick={async () => {
                  if (await removal.removeIt(budget)) close();
                }}
              >
                {t('common.remove')}
              </Button>
            )}
          </FormFoot>
        </form>
      )}
    </Modal>
  );
}

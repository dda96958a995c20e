import { Autocomplete, NativeSelect } from '@mantine/core';
import { priorityKindOf } from '@shared/domain/inspiration-matrix';
import { useTranslation } from 'react-i18next';
import { listbox } from '../../ui/listbox';
import type { Choices, FormValues } from './form-values';
import { MatrixPicker } from './MatrixPicker';

type PlanFieldsProps = {
  values: FormValues;
  set: (change: Partial<FormValues>) => void;
  choices: Choices;
  cellError: string | undefined;
  taskError: string | undefined;
};

/** What makes an agreement a line of the plan: its place in the matrix and the task it springs from (R000-10). */
export function PlanFields({ values, set, choices, cellError, taskError }: PlanFieldsProps) {
  const { t } = useTranslation();
  const kind = values.cell && priorityKindOf(values.cell);
  const priorities = choices.priorities.filter((priority) => priority.kind === kind);
  const tasks = choices.tasks.filter((task) => task.kind === values.taskKind).map((task) => task.name);
  return (
    <>
      <MatrixPicker
        value={values.cell}
        onChange={(cell) => set({ cell, priorityId: null })}
        priorities={choices.priorities}
        error={cellError}
      />
      {priorities.length > 0 && (
        <NativeSelect
          className="third"
          label={t('agreements.priority')}
          value={values.priorityId ?? ''}
          onChange={(event) => set({ priorityId: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('agreements.noPriority') },
            ...priorities.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <NativeSelect
        className="third"
        label={t('agreements.taskKind')}
        value={values.taskKind}
        onChange={(event) => set({ taskKind: event.currentTarget.value as FormValues['taskKind'] })}
        data={(['present', 'intended'] as const).map((value) => ({
          value,
          label: t(`agreements.taskKinds.${value}`),
        }))}
      />
      <Autocomplete
        {...listbox}
        className="third"
        label={t('agreements.task')}
        placeholder={t('agreements.taskHint')}
        data={[...new Set(tasks)]}
        limit={20}
        value={values.taskName}
        onChange={(taskName) => set({ taskName })}
        error={taskError}
        maxLength={200}
        required
      />
    </>
  );
}

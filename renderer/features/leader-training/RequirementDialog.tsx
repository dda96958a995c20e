import { MultiSelect, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { requirementBases } from '@shared/domain/merit-states';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { DateField } from '../../ui/DateField';
import { useDraft } from '../../ui/drafts';
import { EditDialog } from '../../ui/EditDialog';
import { listbox } from '../../ui/listbox';
import { PointsField } from '../../ui/PointsField';
import { useRemoval } from '../../ui/use-removal';
import { WholeNumberField } from '../../ui/WholeNumberField';
import type { Requirement } from './RequirementsPage';

type Values = {
  name: string;
  ects: number | '';
  beginWithinMonths: number;
  basis: Requirement['basis'];
  source: string;
  lastCheckedOn: string | null;
  validFrom: string | null;
  validTo: string | null;
  categoryIds: string[];
  /** One a line. */
  parts: string;
};
type RequirementDialogProps = {
  requirement: Requirement | null;
  categories: readonly { id: string; name: string }[];
  onClose: () => void;
};

/** A requirement in all its parts. */
export function RequirementDialog({ requirement, categories, onClose }: RequirementDialogProps) {
  const { t } = useTranslation();
  const { today } = useSchoolYear();
  const kept = useDraft<Values>(`leader requirement ${requirement?.id ?? 'new'}`);
  const values = kept.draft ?? {
    name: requirement?.name ?? '',
    ects: requirement?.ects ?? '',
    beginWithinMonths: requirement?.beginWithinMonths ?? 12,
    basis: requirement?.basis ?? 'schoolDecision',
    source: requirement?.source ?? '',
    lastCheckedOn: requirement?.lastCheckedOn ?? today ?? null,
    validFrom: requirement?.validFrom ?? today ?? null,
    validTo: requirement?.validTo ?? null,
    categoryIds: requirement?.categories.map(({ id }) => id) ?? [],
    parts: requirement?.parts.join('\n') ?? '',
  };
  const set = (change: Partial<Values>) => kept.keep({ ...values, ...change });
  const [asked, setAsked] = useState(false);
  const save = useOrder('leaderTraining', 'saveRequirement');
  const fields = save.error?.fields ?? {};
  const close = () => {
    kept.drop();
    onClose();
  };
  const { removeIt, isRemoving, error } = useRemoval<Requirement>({
    remove: ({ id }) => call('leaderTraining', 'removeRequirement', { id }),
    restore: ({ id }) => call('leaderTraining', 'restoreRequirement', { id }),
    message: ({ name }) => t('leaderTraining.requirementRemoved', { name }),
  });
  const isBlank = values.name.trim() === '';
  const dateError = (day: string | null) => (asked && !day ? t('leaderTraining.dateMissing') : undefined);
  const submit = () => {
    setAsked(true);
    const { ects, lastCheckedOn, validFrom, parts, ...rest } = values;
    if (isBlank || ects === '' || !lastCheckedOn || !validFrom) return;
    const lines = parts
      .split('\n')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    save.mutate(
      {
        ...(requirement ? { id: requirement.id } : {}),
        ...rest,
        ects,
        lastCheckedOn,
        validFrom,
        parts: lines,
      },
      { onSuccess: close },
    );
  };
  return (
    <EditDialog
      title={
        requirement
          ? t('leaderTraining.requirementEdit', { name: requirement.name })
          : t('leaderTraining.requirementAdd')
      }
      kept={kept}
      error={save.error ?? error}
      isSaving={save.isPending}
      onSubmit={submit}
      onClose={onClose}
      removal={requirement && { removeIt: () => removeIt(requirement), isRemoving }}
    >
      <TextInput
        label={t('leaderTraining.requirementName')}
        value={values.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={fields.name ?? (asked && isBlank ? t('leaderTraining.requirementNameMissing') : undefined)}
        maxLength={200}
        required
      />
      <MultiSelect
        {...listbox}
        label={t('leaderTraining.requirementFor')}
        data={categories.map(({ id, name }) => ({ value: id, label: name }))}
        value={values.categoryIds}
        onChange={(categoryIds) => set({ categoryIds })}
        error={fields.categoryIds}
        searchable
        hidePickedOptions
      />
      <div className="lt-fields">
        <PointsField
          label={t('leaderTraining.ects')}
          value={values.ects}
          onChange={(ects) => set({ ects })}
          error={fields.ects ?? (asked && values.ects === '' ? t('leaderTraining.ectsMissing') : undefined)}
        />
        <WholeNumberField
          label={t('leaderTraining.requirementMonths')}
          value={values.beginWithinMonths}
          onChange={(beginWithinMonths) => set({ beginWithinMonths })}
          error={fields.beginWithinMonths}
          min={1}
          max={120}
        />
        <NativeSelect
          label={t('leaderTraining.requirementBasis')}
          value={values.basis}
          data={requirementBases.map((basis) => ({
            value: basis,
            label: t(`leaderTraining.bases.${basis}`),
          }))}
          onChange={(event) => set({ basis: event.currentTarget.value as Values['basis'] })}
        />
      </div>
      <Textarea
        label={t('leaderTraining.requirementParts')}
        description={t('leaderTraining.requirementPartsHint')}
        value={values.parts}
        onChange={(event) => set({ parts: event.currentTarget.value })}
        error={fields.parts}
        autosize
        minRows={2}
      />
      <Textarea
        label={t('leaderTraining.requirementSource')}
        description={t('leaderTraining.requirementSourceHint')}
        value={values.source}
        onChange={(event) => set({ source: event.currentTarget.value })}
        error={fields.source}
        maxLength={2000}
        autosize
        minRows={2}
      />
      <div className="lt-fields">
        <DateField
          label={t('leaderTraining.requirementChecked')}
          value={values.lastCheckedOn}
          onChange={(lastCheckedOn) => set({ lastCheckedOn })}
          maxDate={today ?? undefined}
          error={fields.lastCheckedOn ?? dateError(values.lastCheckedOn)}
          required
        />
        <DateField
          label={t('leaderTraining.requirementValidFrom')}
          value={values.validFrom}
          onChange={(validFrom) => set({ validFrom })}
          error={fields.validFrom ?? dateError(values.validFrom)}
          required
        />
        <DateField
          label={t('leaderTraining.requirementValidTo')}
          description={t('leaderTraining.requirementValidToHint')}
          value={values.validTo}
          onChange={(validTo) => set({ validTo })}
          error={fields.validTo}
        />
      </div>
    </EditDialog>
  );
}

import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import type { MeritCaseAnswer } from '@shared/contract/merit';
import { type MeritRole, type MeritVerdict, meritVerdicts } from '@shared/domain/merit-states';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { useDraft } from '../../ui/drafts';
import { EditDialog } from '../../ui/EditDialog';
import { decimal } from '../../ui/format';
import { PointsField } from '../../ui/PointsField';
import { useLanguage } from '../../ui/use-language';

type Values = { name: string; verdict: MeritVerdict | null; ects: number | ''; reason: string };
type PositionDialogProps = { one: MeritCaseAnswer; role: MeritRole; onClose: () => void };

/** One of the two says what she holds, with her name and a reason. */
export function PositionDialog({ one, role, onClose }: PositionDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id: caseId, round, applied } = one;
  const kept = useDraft<Values>(`merit position ${caseId} ${round} ${role}`);
  const [asked, setAsked] = useState(false);
  const take = useOrder('merit', 'takePosition');
  const values: Values = {
    name: one.usualNames[role],
    verdict: null,
    ects: '',
    reason: '',
    ...kept.draft,
  };
  const set = (change: Partial<Values>) => kept.keep({ ...values, ...change });
  const errors = take.error?.fields ?? {};
  const leave = () => {
    kept.drop();
    onClose();
  };
  const submit = () => {
    setAsked(true);
    const { verdict, name, reason } = values;
    if (!verdict) return;
    const ects = verdict === 'partly' && values.ects !== '' ? values.ects : null;
    take.mutate({ caseId, round, role, name, verdict, ects, reason }, { onSuccess: leave });
  };
  const points = decimal(applied, language);
  return (
    <EditDialog
      title={t('merit.positions.form.title', { role: t(`merit.asRoles.${role}`) })}
      kept={kept}
      error={take.error}
      isSaving={take.isPending}
      submitLabel={t('merit.positions.form.save')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{t('merit.positions.form.lede')}</p>
      <TextInput
        label={t('merit.positions.form.name')}
        value={values.name}
        maxLength={200}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={errors.name}
        required
      />
      <Radio.Group
        label={t('merit.positions.form.verdict')}
        value={values.verdict}
        onChange={(verdict) => set({ verdict: verdict as MeritVerdict })}
        error={asked && !values.verdict ? t('merit.positions.form.verdictMissing') : undefined}
        required
      >
        <Stack gap="xs" mt="xs">
          {meritVerdicts.map((verdict) => (
            <Radio
              key={verdict}
              value={verdict}
              label={t(`merit.positions.form.${verdict}`, { ects: points })}
            />
          ))}
        </Stack>
      </Radio.Group>
      {values.verdict === 'partly' && (
        <PointsField
          label={t('merit.positions.form.ects', { applied: points })}
          value={values.ects}
          onChange={(ects) => set({ ects })}
          error={errors.ects}
        />
      )}
      <Textarea
        label={t('merit.positions.form.reason')}
        description={t('merit.positions.form.reasonHint')}
        autosize
        minRows={4}
        maxRows={16}
        value={values.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
        error={errors.reason}
        required
      />
    </EditDialog>
  );
}

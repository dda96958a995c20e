import { Button, Modal, NumberInput, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import type { MeritCaseAnswer } from '@shared/contract/merit';
import { type MeritRole, type MeritVerdict, meritVerdicts } from '@shared/domain/merit-states';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { decimal } from '../../ui/format';
import { useLanguage } from '../../ui/use-language';

type Values = { name: string; verdict: MeritVerdict | null; ects: number | string; reason: string };
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
    const ects = verdict === 'partly' && typeof values.ects === 'number' ? values.ects : null;
    take.mutate({ caseId, round, role, name, verdict, ects, reason }, { onSuccess: leave });
  };
  const points = decimal(applied, language);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('merit.positions.form.title', { role: t(`merit.asRoles.${role}`) })}
      size="lg"
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className="soft">{t('merit.positions.form.lede')}</p>
        <DraftLine draft={kept} />
        <Stack gap="md">
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
            <NumberInput
              label={t('merit.positions.form.ects', { applied: points })}
              value={values.ects}
              onChange={(ects) => set({ ects })}
              decimalSeparator={language === 'da' ? ',' : '.'}
              decimalScale={1}
              step={0.5}
              min={0}
              error={errors.ects}
              required
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
        </Stack>
        {take.error && Object.keys(errors).length === 0 && <Failure error={take.error} />}
        <div className="page-actions merit-foot">
          <Button variant="default" onClick={leave}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={take.isPending}>
            {t('merit.positions.form.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

import { Checkbox, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import type { MeritCaseAnswer, MeritEvidence } from '@shared/contract/merit';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { useDraft } from '../../ui/drafts';
import { EditDialog } from '../../ui/EditDialog';
import { PointsField } from '../../ui/PointsField';

type Values = {
  title: string;
  provider: string;
  year: number | string;
  ects: number | '';
  learningGoals: string;
  covers: readonly string[];
};

type EvidenceDialogProps = {
  one: MeritCaseAnswer;
  /** The paper to change; without it a new one. */
  paper?: MeritEvidence | undefined;
  onClose: () => void;
};

/** One paper: what it is, from where and when, how many points, what was learnt, and what it is to cover. */
export function EvidenceDialog({ one, paper, onClose }: EvidenceDialogProps) {
  const { t } = useTranslation();
  const caseId = one.id;
  const kept = useDraft<Values>(`merit evidence ${caseId} ${paper?.id ?? 'new'}`);
  const save = useOrder('merit', 'saveEvidence');
  const values: Values = {
    title: paper?.title ?? '',
    provider: paper?.provider ?? '',
    year: paper?.year ?? '',
    ects: paper?.ects ?? '',
    learningGoals: paper?.learningGoals ?? '',
    covers: paper?.covers ?? [],
    ...kept.draft,
  };
  const set = (change: Partial<Values>) => kept.keep({ ...values, ...change });
  const errors = save.error?.fields ?? {};
  const leave = () => {
    kept.drop();
    onClose();
  };
  const submit = () => {
    const number = (typed: number | string) => (typeof typed === 'number' ? typed : null);
    save.mutate(
      {
        ...values,
        caseId,
        id: paper?.id,
        year: number(values.year),
        ects: values.ects === '' ? null : values.ects,
        covers: [...values.covers],
      },
      { onSuccess: leave },
    );
  };
  return (
    <EditDialog
      title={t(paper ? 'merit.evidence.editTitle' : 'merit.evidence.newTitle')}
      kept={kept}
      error={save.error}
      isSaving={save.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('merit.evidence.titleLabel')}
        description={t('merit.evidence.titleHint')}
        value={values.title}
        maxLength={200}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={errors.title}
        required
      />
      <div className="merit-fields">
        <TextInput
          label={t('merit.evidence.provider')}
          value={values.provider}
          maxLength={200}
          onChange={(event) => set({ provider: event.currentTarget.value })}
        />
        <NumberInput
          label={t('merit.evidence.year')}
          value={values.year}
          onChange={(year) => set({ year })}
          allowDecimal={false}
          hideControls
          maxLength={4}
          error={errors.year}
        />
        <PointsField
          label={t('merit.evidence.ects')}
          value={values.ects}
          onChange={(ects) => set({ ects })}
          error={errors.ects}
        />
      </div>
      <Textarea
        label={t('merit.evidence.learningGoals')}
        description={t('merit.evidence.learningGoalsHint')}
        autosize
        minRows={3}
        maxRows={12}
        value={values.learningGoals}
        onChange={(event) => set({ learningGoals: event.currentTarget.value })}
      />
      {one.requirement.parts.length > 0 && (
        <Checkbox.Group
          label={t('merit.evidence.covers')}
          value={[...values.covers]}
          onChange={(covers) => set({ covers })}
        >
          <Stack gap="xs" mt="xs">
            {one.requirement.parts.map((part) => (
              <Checkbox key={part} value={part} label={part} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </EditDialog>
  );
}

import { Button, Checkbox, Modal, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import type { MeritCaseAnswer, MeritEvidence } from '@shared/contract/merit';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { useLanguage } from '../../ui/use-language';

type Values = {
  title: string;
  provider: string;
  year: number | string;
  ects: number | string;
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
  const language = useLanguage();
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
        ects: number(values.ects),
        covers: [...values.covers],
      },
      { onSuccess: leave },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(paper ? 'merit.evidence.editTitle' : 'merit.evidence.newTitle')}
      size="lg"
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <DraftLine draft={kept} />
        <Stack gap="sm">
          <TextInput
            data-autofocus
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
            <NumberInput
              label={t('merit.evidence.ects')}
              value={values.ects}
              onChange={(ects) => set({ ects })}
              decimalSeparator={language === 'da' ? ',' : '.'}
              decimalScale={1}
              step={0.5}
              min={0}
              error={errors.ects}
              required
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
        </Stack>
        {save.error && Object.keys(errors).length === 0 && <Failure error={save.error} />}
        <div className="page-actions merit-foot">
          <Button variant="default" onClick={leave}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

import { Button, MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { DateField } from '../../ui/DateField';
import { useDraft } from '../../ui/drafts';
import { listbox } from '../../ui/listbox';
import type { Chain } from './ChainsPage';
import { EditDialog } from './EditDialog';

type Round = Chain['rounds'][number];
type Result = { key: string; id?: string; text: string; stepIds: string[] };
type Values = { title: string; heldOn: string | null; summary: string; results: Result[] };
type RoundDialogProps = { chain: Chain; round: Round | null; onClose: () => void };

/** A survey round: when, what it showed, and which steps each result led to. */
export function RoundDialog({ chain, round, onClose }: RoundDialogProps) {
  const { t } = useTranslation();
  const { today } = useSchoolYear();
  const kept = useDraft<Values>(`survey round ${round?.id ?? `new ${chain.id}`}`);
  const values: Values = kept.draft ?? {
    title: round?.title ?? '',
    heldOn: round?.heldOn ?? today,
    summary: round?.summary ?? '',
    results: round?.results.map((result) => ({ ...result, key: result.id })) ?? [],
  };
  const set = (change: Partial<Values>) => kept.keep({ ...values, ...change });
  const setResult = (key: string, change: Partial<Result>) =>
    set({ results: values.results.map((one) => (one.key === key ? { ...one, ...change } : one)) });
  const save = useOrder('courseChains', 'saveRound');
  const fields = save.error?.fields ?? {};
  const steps = chain.steps.map(({ id, title }, index) => ({ value: id, label: `${index + 1} ${title}` }));
  const standing = new Set(chain.steps.map(({ id }) => id));
  const submit = () =>
    save.mutate(
      {
        ...(round ? { id: round.id } : {}),
        chainId: chain.id,
        title: values.title,
        heldOn: values.heldOn ?? '',
        summary: values.summary,
        results: values.results
          .filter(({ text }) => text.trim() !== '')
          .map(({ id, text, stepIds }) => ({
            ...(id ? { id } : {}),
            text,
            stepIds: stepIds.filter((stepId) => standing.has(stepId)),
          })),
      },
      {
        onSuccess: () => {
          kept.drop();
          onClose();
        },
      },
    );
  return (
    <EditDialog
      title={round ? t('courseChains.editRound', { title: round.title }) : t('courseChains.newRound')}
      kept={kept}
      width={820}
      error={save.error}
      isSaving={save.isPending}
      isDisabled={values.title.trim() === '' || values.heldOn === null}
      submit={t('common.save')}
      onClose={onClose}
      onSubmit={submit}
    >
      <div className="cc-fields">
        <TextInput
          data-autofocus
          label={t('common.name')}
          value={values.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
          error={fields.title}
          required
        />
        <DateField
          required
          label={t('courseChains.heldOn')}
          value={values.heldOn}
          onChange={(heldOn) => set({ heldOn })}
          error={fields.heldOn}
        />
      </div>
      <Textarea
        autosize
        minRows={2}
        maxRows={10}
        label={t('courseChains.summary')}
        value={values.summary}
        onChange={(event) => set({ summary: event.currentTarget.value })}
      />
      {values.results.map(({ key, text, stepIds }, index) => (
        <div key={key} className="cc-result">
          <Textarea
            autosize
            maxRows={4}
            label={t('courseChains.resultNumber', { number: index + 1 })}
            value={text}
            onChange={(event) => setResult(key, { text: event.currentTarget.value })}
          />
          <MultiSelect
            {...listbox}
            label={t('courseChains.ledTo', { number: index + 1 })}
            data={steps}
            value={stepIds.filter((stepId) => standing.has(stepId))}
            onChange={(chosen) => setResult(key, { stepIds: chosen })}
          />
          <Button
            variant="subtle"
            aria-label={t('common.actionsFor', {
              action: t('common.remove'),
              name: t('courseChains.resultNumber', { number: index + 1 }),
            })}
            onClick={() => set({ results: values.results.filter((one) => one.key !== key) })}
          >
            {t('common.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            set({ results: [...values.results, { key: crypto.randomUUID(), text: '', stepIds: [] }] })
          }
        >
          {t('courseChains.addResult')}
        </Button>
      </div>
    </EditDialog>
  );
}

import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { useDraft } from '../../ui/drafts';
import { EditDialog } from '../../ui/EditDialog';
import { useRemoval } from '../../ui/use-removal';
import type { LedgerEntry } from './LeaderPage';
import { ModuleFields } from './ModuleFields';

const kinds = ['passed', 'underWay', 'planned'] as const;
type Kind = (typeof kinds)[number];
type Values = {
  kind: Kind;
  title: string;
  provider: string;
  ects: number | '';
  startedOn: string | null;
  completedOn: string | null;
};
type EntryDialogProps = { employeeId: string; entry: LedgerEntry | null; onClose: () => void };

/** One module of the ledger. Merit is never written here: it follows from a decision. */
export function EntryDialog({ employeeId, entry, onClose }: EntryDialogProps) {
  const { t } = useTranslation();
  const kept = useDraft<Values>(`leader module ${entry?.id ?? `new ${employeeId}`}`);
  const values = kept.draft ?? {
    kind: kinds.find((kind) => kind === entry?.kind) ?? 'passed',
    title: entry?.title ?? '',
    provider: entry?.provider ?? '',
    ects: entry?.ects ?? '',
    startedOn: entry?.startedOn ?? null,
    completedOn: entry?.completedOn ?? null,
  };
  const set = (change: Partial<Values>) => kept.keep({ ...values, ...change });
  const [asked, setAsked] = useState(false);
  const save = useOrder('leaderTraining', 'saveEntry');
  const fields = save.error?.fields ?? {};
  const close = () => {
    kept.drop();
    onClose();
  };
  const { removeIt, isRemoving, error } = useRemoval<LedgerEntry>({
    remove: ({ id }) => call('leaderTraining', 'removeEntry', { id }),
    restore: ({ id }) => call('leaderTraining', 'restoreEntry', { id }),
    message: ({ title }) => t('leaderTraining.moduleRemoved', { title }),
  });
  const isBlank = values.title.trim() === '';
  const submit = () => {
    setAsked(true);
    const { ects, ...rest } = values;
    if (isBlank || ects === '') return;
    save.mutate({ ...(entry ? { id: entry.id } : {}), employeeId, ...rest, ects }, { onSuccess: close });
  };
  return (
    <EditDialog
      title={entry ? t('leaderTraining.editModule', { title: entry.title }) : t('leaderTraining.newModule')}
      kept={kept}
      error={save.error ?? error}
      isSaving={save.isPending}
      onSubmit={submit}
      onClose={onClose}
      removal={entry && { removeIt: () => removeIt(entry), isRemoving }}
    >
      <SegmentedControl
        aria-label={t('leaderTraining.kind')}
        data={kinds.map((kind) => ({ value: kind, label: t(`leaderTraining.kinds.${kind}`) }))}
        value={values.kind}
        onChange={(kind) => set({ kind: kind as Kind })}
      />
      <ModuleFields values={values} set={set} fields={fields} asked={asked}>
        <DateField
          label={t(values.kind === 'planned' ? 'leaderTraining.startsOn' : 'leaderTraining.startedOn')}
          value={values.startedOn}
          onChange={(startedOn) => set({ startedOn })}
          error={fields.startedOn}
          required={values.kind === 'underWay'}
        />
        <DateField
          label={t(values.kind === 'passed' ? 'leaderTraining.completedOn' : 'leaderTraining.endsOn')}
          value={values.completedOn}
          onChange={(completedOn) => set({ completedOn })}
          error={fields.completedOn}
          required={values.kind === 'passed'}
        />
      </ModuleFields>
    </EditDialog>
  );
}

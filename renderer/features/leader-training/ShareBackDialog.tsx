import { Select, Textarea } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { useDraft } from '../../ui/drafts';
import { EditDialog } from '../../ui/EditDialog';
import { listbox } from '../../ui/listbox';
import { useRemoval } from '../../ui/use-removal';

type ShareBacks = OutputOf<'leaderTraining', 'shareBacks'>;
type ShareBack = ShareBacks['items'][number];

/** What the form begins with: an item to change, or what a passed module offers. */
export type ShareBackStart = { item?: ShareBack; entryId?: string; employeeId?: string; topic?: string };
type Values = { employeeId: string | null; topic: string; meetingOn: string | null };
type ShareBackDialogProps = { start: ShareBackStart; leaders: ShareBacks['leaders']; onClose: () => void };

/** One item for the list of a leadership meeting. */
export function ShareBackDialog({ start, leaders, onClose }: ShareBackDialogProps) {
  const { t } = useTranslation();
  const { item } = start;
  const kept = useDraft<Values>(`leader share-back ${item?.id ?? `new ${start.entryId ?? ''}`}`);
  const values = kept.draft ?? {
    employeeId: item?.employeeId ?? start.employeeId ?? null,
    topic: item?.topic ?? start.topic ?? '',
    meetingOn: item?.meetingOn ?? null,
  };
  const set = (change: Partial<Values>) => kept.keep({ ...values, ...change });
  const [asked, setAsked] = useState(false);
  const save = useOrder('leaderTraining', 'saveShareBack');
  const fields = save.error?.fields ?? {};
  const isBlank = values.topic.trim() === '';
  const close = () => {
    kept.drop();
    onClose();
  };
  const { removeIt, isRemoving, error } = useRemoval<ShareBack>({
    remove: ({ id }) => call('leaderTraining', 'removeShareBack', { id }),
    restore: ({ id }) => call('leaderTraining', 'restoreShareBack', { id }),
    message: () => t('leaderTraining.shareBackRemoved'),
  });
  const submit = () => {
    setAsked(true);
    const { employeeId, topic, meetingOn } = values;
    if (!employeeId || isBlank) return;
    // A module belongs to its leader: whoever else tells of something tells of it without.
    const source = item ?? start;
    const entryId = source.employeeId === employeeId ? (source.entryId ?? null) : null;
    save.mutate(
      { ...(item ? { id: item.id } : {}), employeeId, entryId, topic, meetingOn },
      { onSuccess: close },
    );
  };
  return (
    <EditDialog
      title={
        item ? t('leaderTraining.shareBackEdit', { topic: item.topic }) : t('leaderTraining.shareBackAdd')
      }
      kept={kept}
      error={save.error ?? error}
      isSaving={save.isPending}
      onSubmit={submit}
      onClose={onClose}
      removal={item && { removeIt: () => removeIt(item), isRemoving }}
    >
      <Select
        {...listbox}
        label={t('leaderTraining.shareBackWho')}
        data={leaders.map(({ employeeId, name }) => ({ value: employeeId, label: name }))}
        nothingFoundMessage={t('leaderTraining.nobody')}
        searchable
        value={values.employeeId}
        onChange={(employeeId) => set({ employeeId })}
        error={
          fields.employeeId ?? (asked && !values.employeeId ? t('leaderTraining.whoMissing') : undefined)
        }
        required
      />
      <Textarea
        label={t('leaderTraining.shareBackTopic')}
        description={t('leaderTraining.shareBackTopicHint')}
        value={values.topic}
        onChange={(event) => set({ topic: event.currentTarget.value })}
        error={fields.topic ?? (asked && isBlank ? t('leaderTraining.shareBackMissing') : undefined)}
        autosize
        minRows={2}
        maxLength={500}
        required
      />
      <DateField
        label={t('leaderTraining.shareBackMeeting')}
        value={values.meetingOn}
        onChange={(meetingOn) => set({ meetingOn })}
        error={fields.meetingOn}
      />
    </EditDialog>
  );
}

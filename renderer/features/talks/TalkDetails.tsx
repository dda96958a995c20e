import {
  Autocomplete,
  Button,
  Checkbox,
  Group,
  Modal,
  MultiSelect,
  Textarea,
  TextInput,
} from '@mantine/core';
import { parseClock } from '@shared/domain/clock';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall, useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { clock } from '../../ui/format';
import { listbox } from '../../ui/listbox';
import { useLanguage } from '../../ui/use-language';
import { useRemoval } from '../../ui/use-removal';
import { WholeNumberField } from '../../ui/WholeNumberField';
import type { Talk } from './TalkPage';

const keys = ['leaderName', 'place', 'others', 'purpose', 'agenda', 'notForDiscussion'] as const;
type Values = Record<(typeof keys)[number], string> & {
  heldOn: string | null;
  time: string;
  minutes: number;
  isFixed: boolean;
  leaderId: string | null;
  people: string[];
};

/** Time and place, and what both must know beforehand: purpose, agenda, and what is not up for discussion (R003-08). */
export function TalkDetails({ talk, onClose }: { talk: Talk; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const save = useOrder('talks', 'save');
  const removal = useRemoval<Talk>({
    remove: () => call('talks', 'remove', { id }),
    restore: () => call('talks', 'restore', { id }),
    message: ({ withName }) => t('talks.removed', { name: withName }),
  });
  const kept = useDraft<Values>(`details ${talk.id}`);
  const { draft, keep, drop } = kept;
  const choices = useCall('talks', 'choices', {});
  // Only what stands in the form: a draft must not carry the notes of the whole talk.
  const { heldOn, minutes, isFixed, leaderId, leaderName, place, others, purpose, agenda, notForDiscussion } =
    talk;
  const values: Values = {
    ...{ heldOn, minutes, isFixed, leaderId, leaderName, place, others, purpose, agenda, notForDiscussion },
    time: clock(talk.startsAt, language),
    people: talk.participants.map((one) => one.id),
    ...draft,
  };
  const [asked, setAsked] = useState(false);
  const set = (change: Partial<Values>) => keep({ ...values, ...change });
  const startsAt = parseClock(values.time);
  const text = (key: (typeof keys)[number]) => ({
    label: t(`talks.${key}`),
    value: values[key],
    onChange: (event: { currentTarget: { value: string } }) => set({ [key]: event.currentTarget.value }),
  });
  const leaders = choices.data?.leaders ?? [];
  // Somebody who has left since stays a participant of the talk she took part in.
  const people = new Map(
    [...(choices.data?.employees ?? []), ...talk.participants].map(({ id: value, name }) => [value, name]),
  );
  const leave = () => {
    drop();
    onClose();
  };

  const { id } = talk;
  const removeTalk = async () => {
    if (!(await removal.removeIt(talk))) return;
    drop();
    void navigate({ to: '/talks' });
  };

  const submit = () => {
    setAsked(true);
    const { heldOn, minutes, isFixed, leaderId, leaderName, place, others, people } = values;
    if (!heldOn || startsAt === null) return;
    const { purpose, agenda, notForDiscussion } = values;
    const invitation = { purpose, agenda, notForDiscussion };
    const frame = { heldOn, startsAt, minutes, isFixed, leaderId, leaderName, place, others };
    save.mutate({ id, ...frame, ...invitation, participants: people }, { onSuccess: leave });
  };

  return (
    <Modal opened onClose={onClose} title={t('talks.detailsTitle')} size="lg">
      <p className="soft">{t('talks.detailsText')}</p>
      <DraftLine draft={kept} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Group grow align="flex-start" mb="sm">
          <DateField
            label={t('talks.date')}
            isFirst
            value={values.heldOn}
            onChange={(heldOn) => set({ heldOn })}
            error={
              save.error?.fields.heldOn ?? (asked && !values.heldOn ? t('talks.dateMissing') : undefined)
            }
            required
          />
          <TextInput
            label={t('talks.time')}
            value={values.time}
            onChange={(event) => set({ time: event.currentTarget.value })}
            error={asked && startsAt === null ? t('talks.timeWrong') : undefined}
          />
          <WholeNumberField
            label={t('talks.minutes')}
            value={values.minutes}
            onChange={(minutes) => set({ minutes })}
            min={10}
            max={480}
          />
        </Group>
        <Checkbox
          label={t('talks.isFixed')}
          description={t('talks.isFixedHint')}
          checked={values.isFixed}
          onChange={(event) => set({ isFixed: event.currentTarget.checked })}
          mb="sm"
        />
        <Group grow align="flex-start" mb="sm">
          <TextInput {...text('place')} maxLength={120} />
          <Autocomplete
            {...listbox}
            label={t('talks.leaderName')}
            data={leaders.map(({ name }) => name)}
            value={values.leaderName}
            onChange={(leaderName) =>
              set({ leaderName, leaderId: leaders.find(({ name }) => name === leaderName)?.id ?? null })
            }
            maxLength={120}
            error={save.error?.fields.leaderName}
            required
          />
        </Group>
        {talk.teamId && (
          <MultiSelect
            {...listbox}
            label={t('talks.participants')}
            description={t('talks.participantsHint')}
            data={[...people].map(([value, label]) => ({ value, label }))}
            value={values.people}
            onChange={(chosen) => set({ people: chosen })}
            error={save.error?.fields.participants}
            searchable
            hidePickedOptions
            mb="sm"
          />
        )}
        <TextInput {...text('others')} placeholder={t('talks.othersHint')} maxLength={500} mb="sm" />
        <Textarea {...text('purpose')} autosize minRows={3} mb="sm" />
        <Textarea {...text('agenda')} autosize minRows={6} mb="sm" />
        <Textarea {...text('notForDiscussion')} autosize minRows={2} />
        {save.error && <Failure error={{ message: save.error.message }} />}
        <Failure error={removal.error} />
        <FormFoot submit={t('common.save')} isSaving={save.isPending} onCancel={leave}>
          <Button
            variant="subtle"
            color="brick"
            loading={removal.isRemoving}
            onClick={() => void removeTalk()}
          >
            {t('talks.remove')}
          </Button>
        </FormFoot>
      </form>
    </Modal>
  );
}

import { Button, Group, Modal, SegmentedControl, Select, TextInput } from '@mantine/core';
import { parseClock } from '@shared/domain/clock';
import {
  individualKinds,
  isTeamKind,
  kindMeanings,
  kindNames,
  type TalkKind,
  talkKinds,
  teamKinds,
  usualMinutes,
} from '@shared/domain/talk-kinds';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { listbox } from '../../ui/listbox';
import { useLanguage } from '../../ui/use-language';
import { WholeNumberField } from '../../ui/WholeNumberField';
import './talks.css';

type Planned = { id: string; heldOn: string };

type NewTalkDialogProps = {
  /** Chosen beforehand, from the list of those without a talk or from her page. */
  employeeId?: string | undefined;
  /** Chosen beforehand, from the team's page. */
  teamId?: string | undefined;
  onPlanned: (talk: Planned) => void;
  onClose: () => void;
};

type Values = {
  kind: TalkKind;
  /** With whom: an employee or a team, as the kind says. */
  withId: string | null;
  heldOn: string | null;
  time: string;
  /** Null for as long as the kind usually takes here. */
  minutes: number | null;
  place: string;
};

/** Which kind, with whom, on which day, at what time, where. The rest the talk brings along. */
export function NewTalkDialog({ employeeId, teamId, onPlanned, onClose }: NewTalkDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const choices = useCall('talks', 'choices', {});
  const plan = useOrder('talks', 'plan');
  const given = employeeId ?? teamId;
  const kept = useDraft<Values>(`new talk ${given ?? ''}`);
  const { draft, keep, drop } = kept;
  const start: Values = {
    kind: teamId ? 'TUS' : 'MUS',
    withId: given ?? null,
    heldOn: null,
    time: '',
    minutes: null,
    place: '',
  };
  const values = { ...start, ...draft };
  const [asked, setAsked] = useState(false);
  const set = (change: Partial<Values>) => keep({ ...values, ...change });
  const startsAt = parseClock(values.time);
  const ofTeam = isTeamKind(values.kind);
  const kinds = employeeId ? individualKinds : teamId ? teamKinds : talkKinds;
  const minutes = values.minutes ?? choices.data?.minutes[values.kind] ?? usualMinutes[values.kind];

  const chooseKind = (kind: TalkKind) =>
    set({ kind, minutes: null, ...(isTeamKind(kind) !== ofTeam && !given && { withId: null }) });

  const members = choices.data?.teams
    .find(({ id }) => id === values.withId)
    ?.members.map(({ name }) => name)
    .join(', ');

  const submit = () => {
    setAsked(true);
    const { kind, withId, heldOn, place } = values;
    if (!withId || !heldOn || startsAt === null) return;
    const partner = ofTeam ? { employeeId: null, teamId: withId } : { employeeId: withId, teamId: null };
    plan.mutate(
      { kind, ...partner, leaderId: null, heldOn, startsAt, minutes, place },
      {
        onSuccess: ({ id }) => {
          drop();
          onPlanned({ id, heldOn });
        },
      },
    );
  };

  return (
    <Modal opened onClose={onClose} title={t('talks.planTitle')} size="md">
      <DraftLine draft={kept} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <SegmentedControl
          fullWidth
          aria-label={t('talks.kind')}
          value={values.kind}
          onChange={(kind) => chooseKind(kind as TalkKind)}
          data={kinds.map((kind) => ({ value: kind, label: kindNames[kind][language] }))}
        />
        <p className="soft small talk-kind">{kindMeanings[values.kind][language]}</p>
        <Select
          {...listbox}
          key={ofTeam ? 'team' : 'employee'}
          label={t(ofTeam ? 'talks.team' : 'talks.employee')}
          placeholder={t(ofTeam ? 'talks.chooseTeam' : 'talks.chooseEmployee')}
          description={ofTeam && members ? t('talks.members', { names: members }) : undefined}
          data={((ofTeam ? choices.data?.teams : choices.data?.employees) ?? []).map(({ id, name }) => ({
            value: id,
            label: name,
          }))}
          nothingFoundMessage={t('talks.noMatch')}
          searchable
          data-autofocus={!given || undefined}
          value={values.withId}
          onChange={(withId) => set({ withId })}
          error={
            asked && !values.withId ? t(ofTeam ? 'talks.teamMissing' : 'talks.employeeMissing') : undefined
          }
          required
          mb="sm"
        />
        <DateField
          label={t('talks.date')}
          isFirst={given !== undefined}
          value={values.heldOn}
          onChange={(heldOn) => set({ heldOn })}
          error={plan.error?.fields.heldOn ?? (asked && !values.heldOn ? t('talks.dateMissing') : undefined)}
          required
        />
        <Group grow align="flex-start" my="sm">
          <TextInput
            label={t('talks.time')}
            placeholder={t('talks.timeHint')}
            value={values.time}
            onChange={(event) => set({ time: event.currentTarget.value })}
            error={asked && startsAt === null ? t('talks.timeWrong') : undefined}
          />
          <WholeNumberField
            label={t('talks.minutes')}
            value={minutes}
            onChange={(value) => set({ minutes: value })}
            min={10}
            max={480}
          />
        </Group>
        <TextInput
          label={t('talks.place')}
          placeholder={t('talks.placeHint')}
          value={values.place}
          onChange={(event) => set({ place: event.currentTarget.value })}
          maxLength={120}
        />
        <Failure error={choices.error ?? (plan.error && { message: plan.error.message })} />
        <FormFoot
          submit={t('talks.planSave')}
          isSaving={plan.isPending}
          onCancel={() => {
            drop();
            onClose();
          }}
        />
      </form>
    </Modal>
  );
}

type NewTalkButtonProps = { onPlanned?: (talk: Planned) => void };

/** "Ny samtale", wherever it is the thing to do. */
export function NewTalkButton({ onPlanned }: NewTalkButtonProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('talks.new')}</Button>
      {isOpen && (
        <NewTalkDialog
          onClose={() => setOpen(false)}
          onPlanned={(talk) => {
            setOpen(false);
            onPlanned?.(talk);
          }}
        />
      )}
    </>
  );
}

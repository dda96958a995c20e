import { Button, Group, Modal, Textarea, TextInput } from '@mantine/core';
import { parseClock } from '@shared/domain/clock';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { clock } from '../../ui/format';
import { offerUndo } from '../../ui/undo';
import { useLanguage } from '../../ui/use-language';
import type { Talk } from './TalkPage';

const keys = ['leaderName', 'place', 'purpose', 'agenda', 'notForDiscussion'] as const;
type Values = Record<(typeof keys)[number], string> & { heldOn: string | null; time: string };

/** Time and place, and what both must know beforehand: purpose, agenda, and what is not up for discussion (R003-08). */
export function TalkDetails({ talk, onClose }: { talk: Talk; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const save = useOrder('talks', 'save');
  const remove = useOrder('talks', 'remove');
  const { draft, keep, drop } = useDraft<Values>(`details ${talk.id}`);
  const values = draft ?? { ...talk, time: clock(talk.startsAt, language) };
  const [asked, setAsked] = useState(false);
  const set = (change: Partial<Values>) => keep({ ...values, ...change });
  const startsAt = parseClock(values.time);
  const text = (key: (typeof keys)[number]) => ({
    label: t(`talks.${key}`),
    value: values[key],
    onChange: (event: { currentTarget: { value: string } }) => set({ [key]: event.currentTarget.value }),
  });
  const leave = () => {
    drop();
    onClose();
  };

  const { id } = talk;
  const removeTalk = () =>
    remove.mutate(
      { id },
      {
        onSuccess: () => {
          drop();
          void navigate({ to: '/talks' });
          offerUndo({
            message: t('talks.removed', { name: talk.employeeName }),
            label: t('common.undo'),
            undo: () => call('talks', 'restore', { id }),
          });
        },
      },
    );

  const submit = () => {
    setAsked(true);
    const { heldOn, leaderName, place, purpose, agenda, notForDiscussion } = values;
    if (!heldOn || startsAt === null) return;
    const details = { id: talk.id, heldOn, startsAt, leaderName, place, purpose, agenda, notForDiscussion };
    save.mutate(details, { onSuccess: leave });
  };

  return (
    <Modal opened onClose={onClose} title={t('talks.detailsTitle')} size="lg">
      <p className="soft">{t('talks.detailsText')}</p>
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
        </Group>
        <Group grow align="flex-start" mb="sm">
          <TextInput {...text('place')} maxLength={120} />
          <TextInput {...text('leaderName')} maxLength={120} error={save.error?.fields.leaderName} required />
        </Group>
        <Textarea {...text('purpose')} autosize minRows={3} mb="sm" />
        <Textarea {...text('agenda')} autosize minRows={6} mb="sm" />
        <Textarea {...text('notForDiscussion')} autosize minRows={2} />
        {save.error && <Failure error={{ message: save.error.message }} />}
        <Failure error={remove.error} />
        <Group justify="space-between" mt="md">
          <Button variant="subtle" color="brick" loading={remove.isPending} onClick={removeTalk}>
            {t('talks.remove')}
          </Button>
          <Group>
            <Button variant="default" onClick={leave}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Group>
      </form>
    </Modal>
  );
}

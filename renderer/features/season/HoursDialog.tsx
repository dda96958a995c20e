import { Button, Group, Modal, NativeSelect, TextInput } from '@mantine/core';
import { parseClock } from '@shared/domain/clock';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { clock } from '../../ui/format';
import { offerUndo } from '../../ui/undo';
import { useLanguage } from '../../ui/use-language';
import type { HoursLeader } from './HoursSheet';
import { weekdayName } from './season-words';

type Row = { weekday: number; startsAt: string; endsAt: string };
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** A leader's hours for talks, as many a week as there are. */
export function HoursDialog({ leader, onClose }: { leader: HoursLeader; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id: leaderId, name, hours, isUsual } = leader;
  const kept = useDraft<Row[]>(`season hours ${leaderId}`);
  const rows: Row[] =
    kept.draft ??
    hours.map((one) => ({
      weekday: one.weekday,
      startsAt: clock(one.startsAt, language),
      endsAt: clock(one.endsAt, language),
    }));
  const [asked, setAsked] = useState(false);
  const save = useOrder('season', 'saveHours');
  const time = (typed: string) => parseClock(typed) || null;
  const wrong = (typed: string) => (asked && !time(typed) ? t('season.timeWrong') : undefined);
  const change = (index: number, part: Partial<Row>) =>
    kept.keep(rows.map((row, place) => (place === index ? { ...row, ...part } : row)));
  const leave = () => {
    kept.drop();
    onClose();
  };
  const send = (wanted: HoursLeader['hours']) =>
    save.mutate(
      { leaderId, hours: wanted },
      {
        onSuccess: () => {
          leave();
          offerUndo({
            message: t('season.hoursSaved', { name }),
            label: t('common.undo'),
            undo: () => call('season', 'saveHours', { leaderId, hours: isUsual ? [] : hours }),
          });
        },
      },
    );
  const submit = () => {
    setAsked(true);
    const read = rows.map((row) => ({
      weekday: row.weekday,
      from: time(row.startsAt),
      to: time(row.endsAt),
    }));
    const whole = read.flatMap(({ weekday, from, to }) =>
      from && to ? [{ weekday, startsAt: from, endsAt: to }] : [],
    );
    if (whole.length === rows.length) send(whole);
  };

  return (
    <Modal opened onClose={onClose} title={t('season.hoursFor', { name })} size="lg">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <DraftLine draft={kept} />
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <div key={index} className="season-hours">
            <NativeSelect
              data-autofocus={index === 0 || undefined}
              label={t('season.weekday')}
              value={String(row.weekday)}
              data={weekdays.map((day) => ({ value: String(day), label: weekdayName(day, language) }))}
              onChange={(event) => change(index, { weekday: Number(event.currentTarget.value) })}
            />
            <TextInput
              label={t('season.startsAt')}
              value={row.startsAt}
              error={wrong(row.startsAt)}
              onChange={(event) => change(index, { startsAt: event.currentTarget.value })}
            />
            <TextInput
              label={t('season.endsAt')}
              value={row.endsAt}
              error={wrong(row.endsAt)}
              onChange={(event) => change(index, { endsAt: event.currentTarget.value })}
            />
            <Button
              variant="subtle"
              aria-label={t('season.removeHours', { day: weekdayName(row.weekday, language) })}
              onClick={() => kept.keep(rows.filter((_, place) => place !== index))}
            >
              {t('common.remove')}
            </Button>
          </div>
        ))}
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => kept.keep([...rows, { weekday: nextDay(rows), startsAt: '', endsAt: '' }])}
          >
            {t('season.addHours')}
          </Button>
          {!isUsual && (
            <Button size="compact-sm" variant="subtle" loading={save.isPending} onClick={() => send([])}>
              {t('season.useUsual')}
            </Button>
          )}
        </Group>
        <Failure error={save.error && { message: save.error.message }} />
        <FormFoot submit={t('common.save')} isSaving={save.isPending} onCancel={leave} />
      </form>
    </Modal>
  );
}

/** The day after the last one in the list, at most Friday. */
const nextDay = (rows: readonly Row[]) => Math.min((rows.at(-1)?.weekday ?? 0) + 1, 5);

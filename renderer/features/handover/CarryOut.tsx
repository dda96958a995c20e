import { Button, Group, Modal, TextInput } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { Failure } from '../../ui/Failure';
import { clock, longDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { offerUndo } from '../../ui/undo';
import { useLanguage } from '../../ui/use-language';
import type { Question } from './HandoverPage';

type Preview = OutputOf<'handover', 'preview'>;

type CarryOutProps = { question: Question; preview: Preview; onDone: () => void };

/** What the change means in sentences, and the change itself, asked once more before it is done. */
export function CarryOut({ question, preview, onDone }: CarryOutProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { to } = preview.pack;
  const isAsked = to !== null && to.id === question.toLeaderId;
  const { counts, leadsSchool, from } = preview.pack;
  if (counts.people + preview.moving === 0 && !leadsSchool) {
    return (
      <Sheet title={t('handover.carryOutSheet')}>
        <p className="soft">{t('handover.nothingToMove', { name: from.name })}</p>
      </Sheet>
    );
  }
  return (
    <Sheet title={t('handover.carryOutSheet')}>
      {isAsked ? (
        <>
          <Meaning preview={preview} name={to.name} />
          <Button onClick={() => setOpened(true)}>{t('handover.carryOut')}</Button>
          {opened && (
            <Confirm
              question={{ ...question, toLeaderId: to.id }}
              preview={preview}
              name={to.name}
              onClose={() => setOpened(false)}
              onDone={onDone}
            />
          )}
        </>
      ) : (
        <p className="soft">{t('handover.chooseToFirst')}</p>
      )}
    </Sheet>
  );
}

function Meaning({ preview, name }: { preview: Preview; name: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = useSchoolYear();
  const { pack, moving, kept, clashes } = preview;
  const date = longDate(pack.onDate, language);
  const isLater = today !== null && pack.onDate > today;
  return (
    <>
      <ul className="handover-meaning">
        <li>{t('handover.willMove', { count: peopleMoving(preview), name, date })}</li>
        {moving > 0 && <li>{t('handover.willMoveTalks', { count: moving })}</li>}
        {pack.leadsSchool && (
          <li>{t(isLater ? 'handover.schoolLater' : 'handover.school', { name, date })}</li>
        )}
        <li>{t('handover.history')}</li>
      </ul>
      {kept.length > 0 && <TalkLines intro={t('handover.kept', { count: kept.length, name })} talks={kept} />}
      {clashes.length > 0 && (
        <TalkLines intro={t('handover.clashes', { count: clashes.length, name })} talks={clashes} />
      )}
    </>
  );
}

/** The new leader herself may be among those the old one leads, and then she does not get herself. */
const peopleMoving = ({ pack, movesNewLeader }: Preview) => pack.counts.people - Number(movesNewLeader);

function TalkLines({ intro, talks }: { intro: string; talks: Preview['kept'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <p>{intro}</p>
      <ul className="handover-meaning">
        {talks.map(({ id, name, heldOn, startsAt }) => (
          <li key={id}>
            <Link to="/talks/$talkId" params={{ talkId: id }} className="plain-link">
              {t('handover.talkLine', {
                name,
                date: [longDate(heldOn, language), clock(startsAt, language)].filter(Boolean).join(' '),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

type ConfirmProps = {
  question: Question & { toLeaderId: string };
  preview: Preview;
  name: string;
  onClose: () => void;
  onDone: () => void;
};

function Confirm({ question, preview, name, onClose, onDone }: ConfirmProps) {
  const { t } = useTranslation();
  const school = useCall('school', 'get', {}).data;
  const carryOut = useOrder('handover', 'carryOut');
  const undo = useOrder('handover', 'undo');
  const [title, setTitle] = useState<string | null>(null);
  const leaderTitle = title ?? school?.leaderTitle ?? '';
  return (
    <Modal opened onClose={onClose} title={t('handover.confirmTitle', { name })}>
      <Meaning preview={preview} name={name} />
      {preview.pack.leadsSchool && (
        <TextInput
          label={t('handover.leaderTitle')}
          value={leaderTitle}
          maxLength={120}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      )}
      <Failure error={carryOut.error && { message: carryOut.error.message }} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button
          loading={carryOut.isPending}
          onClick={() =>
            carryOut.mutate(
              { ...question, ...(preview.pack.leadsSchool && { leaderTitle }) },
              {
                onSuccess: ({ id }) => {
                  onDone();
                  offerUndo({
                    message: t('handover.carriedOut', { name }),
                    label: t('common.undo'),
                    undo: () => undo.mutateAsync({ id }),
                  });
                },
              },
            )
          }
        >
          {t('handover.confirm')}
        </Button>
      </Group>
    </Modal>
  );
}

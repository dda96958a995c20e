import { Button, Tabs } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { type TalkAreaNumber, talkAreaNumber, talkAreas } from '@shared/domain/talk-areas';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { clock, longMoment, weekdayDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { StateWord } from '../../ui/StateWord';
import { sentenceCase } from '../../ui/sentence-case';
import { useLanguage } from '../../ui/use-language';
import { TalkArea } from './TalkArea';
import { TalkDetails } from './TalkDetails';
import './talks.css';

export type Talk = OutputOf<'talks', 'get'>;

/** What other features put into a talk; composed in renderer/app. */
export type TalkSlots = {
  /** Area 1: earlier promises. */
  followUp: (talk: Talk) => ReactNode;
  /** Area 3: both ratings beside the target. */
  ratings: (talk: Talk) => ReactNode;
  /** Areas 4 and 5: agreements made on the way. */
  agreements: (talk: Talk) => ReactNode;
  /** Area 6: the development and action plan. */
  plan: (talk: Talk) => ReactNode;
  /** Area 6: signatures. */
  signing: (talk: Talk) => ReactNode;
  printouts: (talk: Talk) => ReactNode;
};

type TalkPageProps = {
  talkId: string;
  area: TalkAreaNumber;
  onArea: (area: TalkAreaNumber) => void;
  slots: TalkSlots;
};

/** One MUS through its six main areas, in their order (R002-08). */
export function TalkPage({ talkId, area, onArea, slots }: TalkPageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useCall('talks', 'get', { id: talkId });
  useAreaKeys(onArea);
  const talk = query.data;
  if (!talk) return <Failure error={query.error} />;

  const day = weekdayDate(talk.heldOn, language);
  const next = talkAreas.find((one) => one.number === area + 1);
  return (
    <Page
      kicker={
        <>
          <Link to="/talks" className="plain-link">
            {t('talks.title')}
          </Link>
          {' · '}
          {talk.startsAt
            ? t('talks.talkKickerTime', { day, time: clock(talk.startsAt, language) })
            : t('talks.talkKicker', { day })}
        </>
      }
      title={talk.employeeName}
      lede={[
        sentenceCase(talk.role, language),
        ...talk.teams,
        t('talks.employedSince', { year: talk.employmentDate.slice(0, 4) }),
      ].join(' · ')}
      actions={
        <>
          {talk.closedAt && (
            <StateWord tone="good">
              {t('talks.closed', { when: longMoment(talk.closedAt, language) })}
            </StateWord>
          )}
          <Frame talk={talk} />
          {next ? (
            <Button onClick={() => onArea(next.number)}>
              {t('talks.nextArea', { area: next.short[language] })}
            </Button>
          ) : null}
        </>
      }
    >
      <Tabs
        className="talk-areas"
        value={String(area)}
        onChange={(value) => onArea(talkAreaNumber(Number(value)) ?? area)}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('talks.areas')}>
          {talkAreas.map(({ number, short }) => (
            <Tabs.Tab key={number} value={String(number)} px={10}>
              <span className="talk-area-number">{number}</span>
              {isAreaDone(talk, number) && (
                <span className="talk-area-done" role="img" aria-label={t('talks.areaDone')}>
                  ✓
                </span>
              )}
              {short[language]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {talkAreas.map((one) => (
          <Tabs.Panel key={one.number} value={String(one.number)} pt="md">
            <TalkArea talk={talk} area={one} slots={slots} onArea={onArea} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}

/** The frame of an open talk; a closed one can be opened again. */
function Frame({ talk }: { talk: Talk }) {
  const { t } = useTranslation();
  const reopen = useOrder('talks', 'reopen');
  const [isEditing, setEditing] = useState(false);
  if (talk.closedAt) {
    return (
      <>
        <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate({ id: talk.id })}>
          {t('talks.reopen')}
        </Button>
        <Failure error={reopen.error} />
      </>
    );
  }
  return (
    <>
      <Button variant="default" onClick={() => setEditing(true)}>
        {t('talks.details')}
      </Button>
      {isEditing && <TalkDetails talk={talk} onClose={() => setEditing(false)} />}
    </>
  );
}

function isAreaDone(talk: Talk, area: TalkAreaNumber): boolean {
  const hasText = talk.notes.some((note) => note.area === area && note.text.trim() !== '');
  if (area === 1) return talk.unmarked === 0 && (hasText || talk.earlier > 0);
  if (area === 3) return hasText || (talk.ratings.self === 'locked' && talk.ratings.leader === 'locked');
  if (area === 6) return talk.agreements > 0 || talk.closedAt !== null;
  return hasText;
}

/** Alt+1 … Alt+6 go to an area from anywhere on the page, also out of a text. */
function useAreaKeys(onArea: (area: TalkAreaNumber) => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const area = talkAreaNumber(Number(/^(?:Digit|Numpad)([1-6])$/.exec(event.code)?.[1]));
      if (!area || document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      onArea(area);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onArea]);
}

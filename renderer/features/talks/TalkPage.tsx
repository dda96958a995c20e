import { Button, Tabs } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { localDate } from '@shared/domain/dates';
import { list } from '@shared/domain/list-text';
import { waitsForFollowUp } from '@shared/domain/promises';
import { schoolYearOf } from '@shared/domain/school-year';
import type { TalkArea as Area } from '@shared/domain/talk-areas';
import { kindNames } from '@shared/domain/talk-kinds';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { Failure } from '../../ui/Failure';
import { clock, shortDate, weekdayDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { StateWord } from '../../ui/StateWord';
import { sentenceCase } from '../../ui/sentence-case';
import { useLanguage } from '../../ui/use-language';
import { firstNames } from './first-names';
import { TalkArea } from './TalkArea';
import { TalkDetails } from './TalkDetails';
import './talks.css';

export type Talk = OutputOf<'talks', 'get'>;

/** What other features put into a talk, by what a main area carries; composed in renderer/app. */
export type TalkSlots = Record<
  | 'notes'
  | 'preparation'
  | 'followUp'
  | 'activities'
  | 'picture'
  | 'ratings'
  | 'agreements'
  | 'plan'
  | 'signing'
  | 'printouts',
  (talk: Talk, area?: Area) => ReactNode
>;

type TalkPageProps = {
  talkId: string;
  area: number;
  onArea: (area: number) => void;
  slots: TalkSlots;
};

/** One talk through the main areas of its form, in their order (R002-08, R002-09). */
export function TalkPage({ talkId, area: wanted, onArea, slots }: TalkPageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = useSchoolYear();
  const query = useCall('talks', 'get', { id: talkId });
  const talk = query.data;
  const openAreas = talk ? talk.areas.filter((one) => isAreaOpen(talk, one)).map(({ number }) => number) : [];
  const panel = useAreaKeys(openAreas, onArea);
  // Answering the last promise must not jump to an area that was asked for while it was closed.
  const askedTooEarly = talk !== undefined && !openAreas.includes(wanted);
  useEffect(() => {
    if (askedTooEarly) onArea(1);
  }, [askedTooEarly, onArea]);
  if (!talk) return <Failure error={query.error} />;
  const area = openAreas.includes(wanted) ? wanted : 1;

  // Of this year's talks the day is enough; one from an earlier year says which.
  const isThisYear = today !== null && schoolYearOf(today) === schoolYearOf(talk.heldOn);
  const day = [weekdayDate(talk.heldOn, language), !isThisYear && talk.heldOn.slice(0, 4)]
    .filter(Boolean)
    .join(' ');
  const kind = kindNames[talk.kind][language];
  // While a promise waits, the way on leads through its answer.
  const isWaiting = talk.closedAt === null && talk.unmarked > 0;
  const next = isWaiting ? undefined : talk.areas.find((one) => one.number > area);
  return (
    <Page
      kicker={
        <>
          <Link to="/talks" className="plain-link">
            {t('talks.title')}
          </Link>
          {' · '}
          {talk.startsAt
            ? t('talks.talkKickerTime', { kind, day, time: clock(talk.startsAt, language) })
            : t('talks.talkKicker', { kind, day })}
          {talk.closedAt && (
            <>
              {' · '}
              <StateWord tone="good">
                {t('talks.closed', { when: shortDate(localDate(new Date(talk.closedAt)), language) })}
              </StateWord>
            </>
          )}
        </>
      }
      title={talk.withName}
      lede={<WithWhom talk={talk} />}
      actions={
        <>
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
        onChange={(value) => onArea(Number(value))}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('talks.areas')}>
          {talk.areas.map((one) => (
            <Tabs.Tab
              key={one.number}
              value={String(one.number)}
              px={10}
              disabled={!openAreas.includes(one.number)}
              title={openAreas.includes(one.number) ? undefined : t('talks.areaWaits')}
            >
              <span className="talk-area-number">{one.number}</span>
              {isAreaDone(talk, one) && (
                <span className="talk-area-done" role="img" aria-label={t('talks.areaDone')}>
                  ✓
                </span>
              )}
              {one.short[language]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {talk.areas.map((one) => (
          <Tabs.Panel key={one.number} value={String(one.number)} pt="md">
            <div className="talk-panel" ref={one.number === area ? panel : undefined} tabIndex={-1}>
              <TalkArea talk={talk} area={one} slots={slots} onArea={onArea} />
            </div>
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

/** An employee's title and teams, or who takes part in a talk with a team. */
function WithWhom({ talk }: { talk: Talk }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { role, teams, employmentDate, participants, others } = talk;
  if (talk.employeeId) {
    const since = employmentDate && t('talks.employedSince', { year: employmentDate.slice(0, 4) });
    return [sentenceCase(role, language), ...teams, since, others].filter(Boolean).join(' · ');
  }
  return [list(firstNames(participants.map(({ name }) => name)), language), others]
    .filter(Boolean)
    .join(' · ');
}

/** A talk goes no further than its follow-up while a promise has no answer (DOMAIN 4.3). */
const isAreaOpen = (talk: Talk, { part }: Area) =>
  talk.closedAt !== null || talk.unmarked === 0 || !waitsForFollowUp(part, talk.kind);

function isAreaDone(talk: Talk, { number, part }: Area): boolean {
  const hasText = talk.notes.some((note) => note.area === number && note.text.trim() !== '');
  if (part === 'followUp') return talk.unmarked === 0 && (hasText || talk.earlier > 0);
  if (part === 'ratings')
    return hasText || (talk.ratings.self === 'locked' && talk.ratings.leader === 'locked');
  if (part === 'plan') return talk.agreements > 0 || talk.closedAt !== null;
  return hasText;
}

/**
 * Alt+1 … Alt+9 go to an area from anywhere on the page, also out of a text. Answers the ref for the area's place: the
 * next Tab is then the first thing in it.
 */
function useAreaKeys(areas: readonly number[], onArea: (area: number) => void) {
  const open = areas.join();
  const isByKey = useRef(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const area = Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]);
      if (!open.split(',').includes(String(area)) || document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      isByKey.current = true;
      onArea(area);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [open, onArea]);
  return useCallback((place: HTMLDivElement | null) => {
    if (!place || !isByKey.current) return;
    isByKey.current = false;
    place.focus({ preventScroll: true });
  }, []);
}

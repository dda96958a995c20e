import { Button, Checkbox } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { schoolYearRange } from '@shared/domain/school-year';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { DateField } from '../../ui/DateField';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { offerUndo } from '../../ui/undo';
import { WholeNumberField } from '../../ui/WholeNumberField';
import { Working } from '../../ui/Working';
import { CalendarButtons } from './CalendarButtons';
import { keyOf, type Proposal, ProposalTable, UnplacedTable } from './ProposalTable';
import './season.css';

type Frame = OutputOf<'season', 'frame'>;
type Booked = OutputOf<'season', 'accept'>;
type Values = {
  first: string | null;
  last: string | null;
  maxPerDay: number;
  pauseMinutes: number;
  keep: boolean;
};

/** A proposal for the whole season, week by week; nothing counts before it is booked. */
export function PlanSeasonPage() {
  const { schoolYear } = useSchoolYear();
  const frame = useCall('season', 'frame', { schoolYear });
  if (!frame.data) return <Failure error={frame.error} />;
  return <PlanSeason key={schoolYear} schoolYear={schoolYear} frame={frame.data} />;
}

function PlanSeason({ schoolYear, frame }: { schoolYear: string; frame: Frame }) {
  const { t } = useTranslation();
  const { last: yearEnd } = schoolYearRange(schoolYear);
  const kept = useDraft<Values>(`season plan ${schoolYear}`);
  const { draft, keep, drop, isReady } = kept;
  const isYearOver = frame.first > yearEnd;
  const usual: Values = {
    first: frame.first,
    // After the season there is still the rest of the year.
    last: frame.first > frame.last ? yearEnd : frame.last,
    maxPerDay: 2,
    pauseMinutes: 15,
    keep: true,
  };
  const values = { ...usual, ...draft };
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [booked, setBooked] = useState<Booked | null>(null);
  const { first, last, ...rest } = values;
  const asked = { schoolYear, first: first ?? '', last: last ?? '', ...rest };
  const proposal = useCall('season', 'propose', asked, {
    enabled: isReady && !isYearOver && !booked && Boolean(first && last),
    keepPrevious: true,
  });
  const accept = useOrder('season', 'accept');
  const wanted = chosen(proposal.data, left);

  const book = () =>
    accept.mutate(
      { schoolYear, talks: wanted },
      {
        onSuccess: (answer) => {
          drop();
          setBooked(answer);
          offerUndo({
            message: outcome(t, answer),
            label: t('common.undo'),
            undo: async () => {
              await call('season', 'undoAccept', answer);
              setBooked(null);
            },
          });
        },
      },
    );

  const kicker = (
    <Link to="/season" className="plain-link">
      {t('season.back')}
    </Link>
  );
  if (booked) return <BookedSeason kicker={kicker} schoolYear={schoolYear} booked={booked} />;
  return (
    <Page
      kicker={kicker}
      title={t('season.planTitle')}
      lede={t(proposal.data && wanted.length === 0 ? 'season.planLedeNothing' : 'season.planLede')}
      actions={
        wanted.length > 0 && (
          <Button
            autoFocus
            loading={accept.isPending}
            disabled={proposal.isFetching || proposal.isError}
            onClick={book}
          >
            {t('season.book', { count: wanted.length })}
          </Button>
        )
      }
    >
      {isYearOver ? (
        <Sheet>
          <Empty title={t('season.yearOver')}>{t('season.yearOverText')}</Empty>
        </Sheet>
      ) : (
        <div className="season-columns">
          <Sheet>
            <DraftLine draft={kept} />
            <Settings
              values={values}
              error={proposal.error?.fields}
              onChange={(change) => keep({ ...values, ...change })}
            />
            {frame.leaders.length === 0 && <p className="soft season-note">{t('season.noLeaders')}</p>}
            {proposal.data && proposal.data.usualHours.length > 0 && (
              <p className="soft season-note">
                {t('season.usualHours', { names: proposal.data.usualHours.join(', ') })}{' '}
                <Link to="/season/frame" className="plain-link">
                  {t('season.usualHoursLink')}
                </Link>
              </p>
            )}
            <Failure error={accept.error} />
            <Failure error={proposal.error && { message: proposal.error.message }} />
            <Working busy={proposal.isFetching}>{t('season.working')}</Working>
          </Sheet>
          {proposal.data && !proposal.isError && (
            <>
              {proposal.data.unplaced.length > 0 && <UnplacedTable rows={proposal.data.unplaced} />}
              <ProposalTable
                proposal={proposal.data}
                left={left}
                onToggle={(key) =>
                  setLeft((before) => {
                    const after = new Set(before);
                    if (!after.delete(key)) after.add(key);
                    return after;
                  })
                }
              />
            </>
          )}
        </div>
      )}
    </Page>
  );
}

/** What is booked: new and moved talks that are ticked, without what is only shown. */
function chosen(proposal: Proposal | undefined, left: ReadonlySet<string>) {
  return (proposal?.talks ?? [])
    .filter((talk) => talk.change !== 'kept' && !left.has(keyOf(talk)))
    .map(({ talkId, kind, employeeId, teamId, leaderId, heldOn, startsAt, minutes }) => ({
      ...{ talkId, kind, employeeId, teamId, leaderId, heldOn, startsAt, minutes },
    }));
}

type SettingsProps = {
  values: Values;
  error: Readonly<Record<string, string>> | undefined;
  onChange: (change: Partial<Values>) => void;
};

function Settings({ values, error, onChange }: SettingsProps) {
  const { t } = useTranslation();
  return (
    <div className="season-settings">
      <DateField
        label={t('season.first')}
        value={values.first}
        onChange={(first) => onChange({ first })}
        error={error?.first ?? (values.first ? undefined : t('season.dateMissing'))}
        required
      />
      <DateField
        label={t('season.last')}
        value={values.last}
        onChange={(last) => onChange({ last })}
        error={error?.last ?? (values.last ? undefined : t('season.dateMissing'))}
        required
      />
      <WholeNumberField
        label={t('season.maxPerDay')}
        min={1}
        max={8}
        value={values.maxPerDay}
        onChange={(maxPerDay) => onChange({ maxPerDay: within(maxPerDay, 1, 8) })}
      />
      <WholeNumberField
        label={t('season.pause')}
        min={0}
        max={120}
        value={values.pauseMinutes}
        onChange={(pauseMinutes) => onChange({ pauseMinutes: within(pauseMinutes, 0, 120) })}
      />
      <Checkbox
        className="season-wide"
        label={t('season.keep')}
        checked={values.keep}
        onChange={(event) => onChange({ keep: event.currentTarget.checked })}
      />
    </div>
  );
}

const within = (value: number, min: number, max: number) => Math.min(Math.max(value, min), max);

function BookedSeason({
  kicker,
  schoolYear,
  booked,
}: {
  kicker: ReactNode;
  schoolYear: string;
  booked: Booked;
}) {
  const { t } = useTranslation();
  return (
    <Page kicker={kicker} title={t('season.planTitle')} lede={outcome(t, booked)}>
      <Sheet title={t('season.calendar')}>
        <p>{t('season.doneText')}</p>
        <CalendarButtons schoolYear={schoolYear} autoFocus />
      </Sheet>
    </Page>
  );
}

/** "14 samtaler er booket. Én er flyttet." */
function outcome(t: TFunction, { created, moved }: Booked): string {
  return [
    created.length > 0 && t('season.done', { count: created.length }),
    moved.length > 0 && t('season.doneMoved', { count: moved.length }),
  ]
    .filter(Boolean)
    .join(' ');
}

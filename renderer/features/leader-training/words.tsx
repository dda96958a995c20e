import type { OutputOf } from '@shared/contract';
import type { ClockState } from '@shared/domain/ects-clock';
import type { Language } from '@shared/domain/text';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { decimal, shortDate } from '../../ui/format';
import { StateWord, type Tone } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';

type Leader = OutputOf<'leaderTraining', 'overview'>['leaders'][number];
export type Clock = Leader['clock'];
export type Sums = Leader['sums'];

const tones: Readonly<Record<ClockState, Tone>> = {
  fulfilled: 'good',
  begun: 'now',
  notBegun: 'partly',
  overdue: 'late',
};

/** Where a leader stands in a word, and the day that matters under it. */
export function ClockWord({ clock }: { clock: Clock }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { state, begunOn, begunLate, days } = clock;
  const deadline = shortDate(clock.deadline, language);
  const begun = begunOn && shortDate(begunOn, language);
  return (
    <>
      <StateWord tone={tones[state]}>{t(`leaderTraining.states.${state}`)}</StateWord>
      <div className="soft small">
        {state === 'notBegun' && t('leaderTraining.daysLeft', { count: days, date: deadline })}
        {state === 'overdue' && t('leaderTraining.daysOver', { count: -days, date: deadline })}
        {state === 'begun' &&
          begun &&
          (begunLate
            ? t('leaderTraining.begunLate', { date: begun, deadline })
            : t('leaderTraining.begunOn', { date: begun }))}
      </div>
    </>
  );
}

/** "5 af 10 point", and under it what is missing, under way and planned. `ects` null without a requirement. */
export function SumWord({ sums, ects }: { sums: Sums; ects: number | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = (value: number) => decimal(value, language);
  const more = [
    sums.merit > 0 && t('leaderTraining.sumMerit', { points: number(sums.merit) }),
    sums.missing > 0 && t('leaderTraining.missing', { points: number(sums.missing) }),
    sums.underWay > 0 && t('leaderTraining.underWayPoints', { points: number(sums.underWay) }),
    sums.planned > 0 && t('leaderTraining.plannedPoints', { points: number(sums.planned) }),
  ].filter(Boolean);
  return (
    <>
      <strong>
        {ects === null
          ? t('leaderTraining.sumPlain', { earned: number(sums.earned) })
          : t('leaderTraining.sum', { earned: number(sums.earned), ects: number(ects) })}
      </strong>
      {more.length > 0 && <div className="soft small">{more.join(', ')}</div>}
    </>
  );
}

type StandingProps = {
  ledger: Pick<OutputOf<'leaderTraining', 'ledger'>, 'clock' | 'sums' | 'requirement' | 'meritIsOpen'>;
};

/** Clock and sum of one leader, one above the other. */
export function Standing({ ledger: { clock, sums, requirement, meritIsOpen } }: StandingProps) {
  const { t } = useTranslation();
  return (
    <>
      {clock && (
        <div className="lt-block">
          <ClockWord clock={clock} />
        </div>
      )}
      <div className="lt-block">
        <SumWord sums={sums} ects={requirement?.ects ?? null} />
        {meritIsOpen && <div className="soft small">{t('leaderTraining.meritOpen')}</div>}
      </div>
    </>
  );
}

/** A leave that lies in the time to begin, which it does not move. */
export function leaveText(
  { fromDate, toDate }: Leader['leaves'][number],
  language: Language,
  t: TFunction,
): string {
  const first = shortDate(fromDate, language);
  return toDate === null
    ? t('leaderTraining.leaveOpen', { first })
    : t('leaderTraining.leave', { first, last: shortDate(toDate, language) });
}

/** From when to when, as far as it is known. */
export function periodText(
  { startedOn, completedOn }: { startedOn: string | null; completedOn: string | null },
  language: Language,
  t: TFunction,
): string {
  const date = (day: string) => shortDate(day, language);
  if (startedOn && completedOn && startedOn !== completedOn)
    return t('leaderTraining.range', { first: date(startedOn), last: date(completedOn) });
  if (completedOn) return date(completedOn);
  return startedOn ? t('leaderTraining.from', { date: date(startedOn) }) : t('leaderTraining.noDate');
}

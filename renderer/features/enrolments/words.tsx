import type { OutputOf } from '@shared/contract';
import { breaksRule } from '@shared/domain/conflict-words';
import { enrolmentStateNames } from '@shared/domain/enrolment-moves';
import type { EnrolmentState } from '@shared/domain/enrolment-states';
import type { Language } from '@shared/domain/text';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { dayMonth } from '../../ui/day-month';
import { shortDate } from '../../ui/format';
import { StateWord, type Tone } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';

export type EnrolmentRow = OutputOf<'enrolments', 'list'>['rows'][number];
export type OneEnrolment = OutputOf<'enrolments', 'get'>;
export type TransferStep = OneEnrolment['transfer'][number];

const tones: Readonly<Record<EnrolmentState, Tone>> = {
  wished: 'partly',
  approved: 'now',
  enrolled: 'now',
  underWay: 'now',
  completed: 'good',
  failed: 'quiet',
  cancelled: 'quiet',
};

/** Where an enrolment stands. */
export function EnrolmentWord({ state }: { state: EnrolmentState }) {
  const language = useLanguage();
  return <StateWord tone={tones[state]}>{enrolmentStateNames[state][language]}</StateWord>;
}

/** What stands in the way, in words: brick where a rule is broken. */
export function ConflictWords({ kinds }: { kinds: EnrolmentRow['conflicts'] }) {
  const { t } = useTranslation();
  return kinds.map((kind, index) => (
    <span key={kind} className="enrolment-conflict">
      {index > 0 && ' · '}
      <StateWord tone={breaksRule({ kind }) ? 'late' : 'partly'}>
        {t(`enrolments.conflictWords.${kind}`)}
      </StateWord>
    </span>
  ));
}

/** A line may end between the first and the last day, never inside one of them. */
const unbroken = (day: string) => day.replaceAll(' ', '\u00a0');

/** The days of an activity: one, from to, or none yet. */
export function datesText(
  { startsOn, endsOn }: { startsOn: string | null; endsOn: string | null },
  language: Language,
  t: TFunction,
): string {
  const [first, last] = [startsOn ?? endsOn, endsOn];
  if (first === null) return t('enrolments.noDates');
  if (last === null || last === first) return unbroken(shortDate(first, language));
  const isOneYear = first.slice(0, 4) === last.slice(0, 4);
  return t('enrolments.range', {
    first: unbroken(isOneYear ? dayMonth(first, language) : shortDate(first, language)),
    last: unbroken(shortDate(last, language)),
  });
}

import type { OutputOf } from '@shared/contract';
import { breaksRule } from '@shared/domain/conflict-words';
import { enrolmentStateNames } from '@shared/domain/enrolment-moves';
import type { EnrolmentState } from '@shared/domain/enrolment-states';
import type { Language } from '@shared/domain/text';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
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
    <span key={kind}>
      {index > 0 && ', '}
      <StateWord tone={breaksRule({ kind }) ? 'late' : 'partly'}>
        {t(`enrolments.conflictWords.${kind}`)}
      </StateWord>
    </span>
  ));
}

/** The days of an activity: one, from to, or none yet. */
export function datesText(
  { startsOn, endsOn }: { startsOn: string | null; endsOn: string | null },
  language: Language,
  t: TFunction,
): string {
  const [first, last] = [startsOn ?? endsOn, endsOn];
  if (first === null) return t('enrolments.noDates');
  if (last === null || last === first) return shortDate(first, language);
  return t('enrolments.range', { first: shortDate(first, language), last: shortDate(last, language) });
}

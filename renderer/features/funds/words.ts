import type { FundDeadline } from '@shared/contract/funds';
import type { FundApplicationState } from '@shared/domain/funds/fund-words';
import type { Outcome } from '@shared/domain/funds/verdict';
import { moneyText, type Ore } from '@shared/domain/money';
import { useTranslation } from 'react-i18next';
import { longDate, shortDate } from '../../ui/format';
import type { Tone } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';

export const stateTones: Readonly<Record<FundApplicationState, Tone>> = {
  draft: 'quiet',
  sent: 'now',
  uploaded: 'now',
  granted: 'good',
  refused: 'late',
  cancelled: 'quiet',
  paid: 'good',
  toRepay: 'late',
  repaid: 'quiet',
};

export const outcomeTones: Readonly<Record<Outcome, Tone>> = {
  met: 'good',
  refused: 'late',
  warning: 'partly',
  unknown: 'now',
};

/** Amounts and days in the reader's language. */
export function useFundWords() {
  const { t } = useTranslation();
  const language = useLanguage();
  return {
    language,
    money: (ore: Ore) => moneyText(ore, language),
    /** A line never ends inside a day. */
    day: (date: string) => shortDate(date, language).replaceAll(' ', '\u00a0'),
    /** “upload det underskrevne skema senest 5. december 2026”. */
    deadline: ({ kind, on }: FundDeadline) => t(`funds.deadlines.${kind}`, { date: longDate(on, language) }),
  };
}

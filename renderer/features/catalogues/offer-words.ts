import type { OfferChangeLine, OfferRow } from '@shared/contract/catalogues';
import { type ActivityQualification, activityQualificationNames } from '@shared/domain/activities';
import { moneyText } from '@shared/domain/money';
import type { Language } from '@shared/domain/text';
import type { TFunction } from 'i18next';
import { decimal, shortDate } from '../../ui/format';
import type { NewsLine } from './NewsSheet';

/** When it is: first and last day, or that nobody knows yet. */
export function periodText(
  { startsOn, endsOn }: Pick<OfferRow, 'startsOn' | 'endsOn'>,
  t: TFunction,
  language: Language,
): string {
  if (startsOn === null) return t('catalogues.noDate');
  const first = shortDate(startsOn, language);
  return endsOn === null || endsOn === startsOn ? first : `${first} – ${shortDate(endsOn, language)}`;
}

/** “Oprettes ved nok tilmeldte”, and how many that is where the provider says it (R001-15). */
export function minimumText(minimum: number | null, t: TFunction): string {
  if (minimum === null) return '';
  return minimum === 0 ? t('catalogues.minimumSome') : t('catalogues.minimum', { count: minimum });
}

type Shown = OfferChangeLine['field'] | NewsLine['field'];

/** A value of a change as a person reads it. */
export function shownValue(
  field: Shown,
  value: string | number | null,
  t: TFunction,
  language: Language,
): string {
  if (value === null || value === '') return t('catalogues.empty');
  if (field === 'minimumSeats') return minimumText(Number(value), t);
  if (field === 'feeOre') return moneyText(Number(value), language);
  if (field === 'qualification') return activityQualificationNames[value as ActivityQualification][language];
  if (field === 'startsOn' || field === 'endsOn' || field === 'signUpBy')
    return shortDate(String(value), language);
  if (typeof value === 'number') return decimal(value, language);
  return value.length > 120 ? `${value.slice(0, 119)}…` : value;
}

import type { OfferChangeLine, OfferRow } from '@shared/contract/catalogues';
import { type ActivityQualification, activityQualificationNames } from '@shared/domain/activities';
import { list as listed } from '@shared/domain/list-text';
import { priceText } from '@shared/domain/money';
import type { Language } from '@shared/domain/text';
import type { TFunction } from 'i18next';
import { dateSpan } from '../../ui/date-span';
import { decimal, shortDate } from '../../ui/format';
import type { NewsLine } from './NewsSheet';

/** When it is: first and last day, or that nobody knows yet. */
export function periodText(
  { startsOn, endsOn }: Pick<OfferRow, 'startsOn' | 'endsOn'>,
  t: TFunction,
  language: Language,
): string {
  if (startsOn === null) return t('catalogues.noDate');
  return dateSpan(startsOn, endsOn ?? startsOn, language);
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
  if (field === 'feeOre') return priceText(Number(value), language);
  if (field === 'qualification') return activityQualificationNames[value as ActivityQualification][language];
  if (field === 'startsOn' || field === 'endsOn' || field === 'signUpBy')
    return shortDate(String(value), language);
  if (typeof value === 'number') return decimal(value, language);
  return value.length > 120 ? `${value.slice(0, 119)}…` : value;
}

/** "3 nye, 1 ændret og 1 udgået": what an import brought; what there was none of is not said. */
export function countsText(
  { added, changed, gone }: Readonly<Record<'added' | 'changed' | 'gone', number>>,
  t: TFunction,
  language: Language,
): string {
  const parts = [
    added > 0 && t('catalogues.countNew', { count: added }),
    changed > 0 && t('catalogues.countChanged', { count: changed }),
    gone > 0 && t('catalogues.countGone', { count: gone }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? t('catalogues.countNone') : listed(parts, language);
}

import type { ProgrammeRow, ProgrammeRun } from '@shared/contract/programme';
import { type Ore, priceText } from '@shared/domain/money';
import type { Language } from '@shared/domain/text';
import type { TFunction } from 'i18next';
import { dateSpan } from '../../ui/date-span';

/** "11. jan. – 15. mar. 2027", or one day. */
export const periodText = (
  { startsOn, endsOn }: Pick<ProgrammeRun, 'startsOn' | 'endsOn'>,
  language: Language,
): string => dateSpan(startsOn, endsOn, language);

/** The seats left on a run; empty where there is no limit. */
export function leftText({ left }: NonNullable<ProgrammeRow['nextRun']>, t: TFunction): string {
  if (left === null) return '';
  return left === 0 ? t('programme.full') : t('programme.left', { count: left });
}

/** What an activity costs; empty when nobody knows. */
export const feeText = (fee: Ore | null, language: Language): string =>
  fee === null ? '' : priceText(fee, language);

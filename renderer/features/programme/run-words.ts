import type { ProgrammeRow, ProgrammeRun } from '@shared/contract/programme';
import { moneyText, type Ore } from '@shared/domain/money';
import type { Language } from '@shared/domain/text';
import type { TFunction } from 'i18next';
import { shortDate } from '../../ui/format';

/** "11. jan. 2027 – 15. mar. 2027", or one day. */
export function periodText(
  { startsOn, endsOn }: Pick<ProgrammeRun, 'startsOn' | 'endsOn'>,
  language: Language,
): string {
  return startsOn === endsOn
    ? shortDate(startsOn, language)
    : `${shortDate(startsOn, language)} – ${shortDate(endsOn, language)}`;
}

/** The next run of an activity in a few words: when, and whether there is a seat. */
export function nextRunText(run: ProgrammeRow['nextRun'], t: TFunction, language: Language): string {
  if (!run) return t('programme.noDate');
  const left =
    run.left === null ? '' : run.left === 0 ? t('programme.full') : t('programme.left', { count: run.left });
  return [shortDate(run.startsOn, language), left].filter(Boolean).join(' · ');
}

/** What an activity costs; empty when nobody knows. */
export const feeText = (fee: Ore | null, t: TFunction, language: Language): string =>
  fee === null ? '' : fee === 0 ? t('programme.free') : moneyText(fee, language);

import type { MeritCaseRow } from '@shared/contract/merit';
import { type MeritState, meritRoles } from '@shared/domain/merit-states';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../../ui/StateWord';

/** The colour of a state's word. */
export const toneOf: Readonly<Record<MeritState, Tone>> = {
  draft: 'quiet',
  submitted: 'now',
  moreInformation: 'partly',
  disagreement: 'late',
  granted: 'good',
  partly: 'partly',
  refused: 'quiet',
  withdrawn: 'quiet',
};

/** Days after which somebody who has not answered is said in colour. */
export const longWaitDays = 14;

/** Whom a case waits for in words, and for how many days; null when it waits for nobody. */
export function useWaits() {
  const { t } = useTranslation();
  return ({ waitsFor }: Pick<MeritCaseRow, 'waitsFor'>): { who: string; days: number } | null => {
    const [first] = waitsFor;
    if (!first) return null;
    const isBoth = waitsFor.length === meritRoles.length;
    return { who: isBoth ? t('merit.bothRoles') : t(`merit.theRoles.${first.role}`), days: first.days };
  };
}

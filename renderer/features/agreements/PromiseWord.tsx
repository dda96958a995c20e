import type { PromiseState } from '@shared/domain/promises';
import { useTranslation } from 'react-i18next';
import { StateWord, type Tone } from '../../ui/StateWord';

const tones: Readonly<Record<PromiseState, Tone>> = {
  open: 'now',
  kept: 'good',
  partly: 'partly',
  notKept: 'late',
  dropped: 'quiet',
};

/** What came of a promise. */
export function PromiseWord({ state }: { state: PromiseState }) {
  const { t } = useTranslation();
  return <StateWord tone={tones[state]}>{t(`agreements.states.${state}`)}</StateWord>;
}

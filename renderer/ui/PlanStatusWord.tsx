import type { PlanStatus } from '@shared/domain/plan-status';
import { useTranslation } from 'react-i18next';
import { StateWord, type Tone } from './StateWord';

const tones: Readonly<Record<PlanStatus, Tone>> = {
  missing: 'late',
  draft: 'partly',
  agreed: 'now',
  signed: 'good',
};

/** Mangler, kladde, aftalt, underskrevet (R000-03). */
export function PlanStatusWord({ status }: { status: PlanStatus }) {
  const { t } = useTranslation();
  return <StateWord tone={tones[status]}>{t(`trainingPlans.statuses.${status}`)}</StateWord>;
}

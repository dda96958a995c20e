import type { Text } from '../text';
import type { FundApplicationState } from './fund-words';

export const applicationStateNames: Readonly<Record<FundApplicationState, Text>> = {
  draft: { da: 'Kladde', en: 'Draft' },
  sent: { da: 'Oprettet hos fonden', en: 'Made with the fund' },
  uploaded: { da: 'Søgt', en: 'Applied for' },
  granted: { da: 'Bevilget', en: 'Granted' },
  refused: { da: 'Afslag', en: 'Refused' },
  cancelled: { da: 'Annulleret', en: 'Cancelled' },
  paid: { da: 'Udbetalt', en: 'Paid' },
  toRepay: { da: 'Skal betales tilbage', en: 'To be repaid' },
  repaid: { da: 'Betalt tilbage', en: 'Repaid' },
};

const next: Readonly<Record<FundApplicationState, readonly FundApplicationState[]>> = {
  draft: ['sent'],
  sent: ['uploaded', 'granted', 'refused', 'cancelled'],
  uploaded: ['granted', 'refused', 'cancelled'],
  granted: ['paid', 'toRepay', 'cancelled'],
  refused: [],
  cancelled: [],
  paid: ['toRepay'],
  toRepay: ['repaid'],
  repaid: [],
};

/** Where an application can go from here; a fund that wants a signed form answers only once it has it. */
export function nextStates(
  state: FundApplicationState,
  { wantsUpload }: { wantsUpload: boolean },
): FundApplicationState[] {
  return next[state].filter((to) => {
    if (to === 'uploaded') return wantsUpload;
    return !(state === 'sent' && wantsUpload && (to === 'granted' || to === 'refused'));
  });
}

/** Steps that need a reason in words. */
export const statesWithReason: readonly FundApplicationState[] = ['refused', 'cancelled', 'toRepay'];

/** Whether the money of an application counts as had. What is to be repaid does not. */
export const countsAsGrant = (state: FundApplicationState): boolean =>
  state === 'granted' || state === 'paid';

/** Whether nothing more can happen to it. */
export const isSettled = (state: FundApplicationState): boolean =>
  state === 'refused' || state === 'cancelled' || state === 'repaid' || state === 'paid';

import type { EnrolmentState } from './enrolment-states';
import type { Text } from './text';

/** The school's own words for where an enrolment stands. */
export const enrolmentStateNames: Readonly<Record<EnrolmentState, Text>> = {
  wished: { da: 'Ønsket', en: 'Wished for' },
  approved: { da: 'Godkendt', en: 'Approved' },
  enrolled: { da: 'Tilmeldt', en: 'Enrolled' },
  underWay: { da: 'I gang', en: 'Under way' },
  completed: { da: 'Gennemført', en: 'Completed' },
  failed: { da: 'Ikke bestået', en: 'Not passed' },
  cancelled: { da: 'Afmeldt', en: 'Cancelled' },
};

/** One way on or back. A reason is asked where somebody would later want to know why. */
export type EnrolmentMove = {
  readonly to: EnrolmentState;
  readonly direction: 'on' | 'back' | 'out';
  readonly needsReason: boolean;
};

const on = (to: EnrolmentState): EnrolmentMove => ({ to, direction: 'on', needsReason: false });
const out = (to: EnrolmentState): EnrolmentMove => ({ to, direction: 'out', needsReason: true });
const back = (to: EnrolmentState): EnrolmentMove => ({ to, direction: 'back', needsReason: true });

/** Where an enrolment can go: one step on without a word; out of the way and back only with a reason. */
export const enrolmentMoves: Readonly<Record<EnrolmentState, readonly EnrolmentMove[]>> = {
  wished: [on('approved'), out('cancelled')],
  approved: [on('enrolled'), back('wished'), out('cancelled')],
  enrolled: [on('underWay'), back('approved'), out('cancelled')],
  underWay: [on('completed'), out('failed'), back('enrolled'), out('cancelled')],
  completed: [back('underWay')],
  failed: [back('underWay')],
  cancelled: [back('wished')],
};

/** States in which an enrolment uses its budget, its days and a seat; a wish does not, and what is cancelled does not. */
export const countingStates = [
  'approved',
  'enrolled',
  'underWay',
  'completed',
  'failed',
] as const satisfies EnrolmentState[];
export const isCounting = (state: EnrolmentState): boolean =>
  (countingStates as readonly EnrolmentState[]).includes(state);

/** States in which something can still be changed, so that a conflict is worth showing. */
export const isOpenState = (state: EnrolmentState): boolean =>
  state === 'wished' || state === 'approved' || state === 'enrolled' || state === 'underWay';

/** What is wrong with a move, by the field to change; null when it may be made. */
export function moveProblem(
  from: { readonly state: EnrolmentState; readonly underWayOn: string | null },
  move: { readonly to: EnrolmentState; readonly onDate: string; readonly reason: string },
  today: string,
): { readonly field: 'state' | 'onDate' | 'reason'; readonly text: Text } | null {
  const way = enrolmentMoves[from.state].find(({ to }) => to === move.to);
  if (!way) {
    const [a, b] = [enrolmentStateNames[from.state], enrolmentStateNames[move.to]];
    return {
      field: 'state',
      text: {
        da: `En tilmelding kan ikke gå fra »${a.da}« til »${b.da}«. Tag et trin ad gangen.`,
        en: `An enrolment cannot go from “${a.en}” to “${b.en}”. Take one step at a time.`,
      },
    };
  }
  if (move.onDate > today) {
    return {
      field: 'onDate',
      text: {
        da: 'Datoen ligger i fremtiden. Skriv den dag, det skete.',
        en: 'The date lies in the future. Give the day it happened.',
      },
    };
  }
  const ends = move.to === 'completed' || move.to === 'failed';
  if (ends && from.underWayOn !== null && move.onDate < from.underWayOn) {
    return {
      field: 'onDate',
      text: {
        da: 'Datoen ligger før den dag, aktiviteten gik i gang.',
        en: 'The date lies before the day the activity began.',
      },
    };
  }
  if (way.needsReason && move.reason.trim() === '') {
    return {
      field: 'reason',
      text: {
        da: 'Skriv hvorfor. Det kan ses i forløbet bagefter.',
        en: 'Say why. It can be seen in the course of events afterwards.',
      },
    };
  }
  return null;
}

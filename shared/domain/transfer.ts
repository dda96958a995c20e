import { addDays, daysBetween } from './dates';
import type { ActivityPhase, EnrolmentState } from './enrolment-states';
import type { Text } from './text';

export const phaseNames: Readonly<Record<ActivityPhase, Text>> = {
  before: { da: 'Før', en: 'Before' },
  during: { da: 'Under', en: 'During' },
  after: { da: 'Efter', en: 'After' },
};

/** From how many days on an activity is long enough for a checklist of its own. */
export const longActivityDays = 3;

/** Longer activities, and those that give a formal competence, have a checklist before, during and after (R001-08). */
export const deservesTransfer = (activity: {
  readonly days: number | null;
  readonly isFormal: boolean;
}): boolean => activity.isFormal || (activity.days ?? 0) >= longActivityDays;

export type SuggestedStep = {
  readonly phase: ActivityPhase;
  readonly text: Text;
  readonly dueOn: string | null;
  readonly responsible: 'participant' | 'leader';
  /** What is learnt is shared at the participant's team (R001-09). */
  readonly isShareBack: boolean;
};

const template: readonly (Omit<SuggestedStep, 'dueOn'> & {
  readonly from: 'start' | 'middle' | 'end';
  readonly days: number;
})[] = [
  {
    phase: 'before',
    text: {
      da: 'Aftal, hvad det lærte skal bruges til, og hvem der får brug for det',
      en: 'Agree on what it is to be used for, and who will need it',
    },
    responsible: 'leader',
    isShareBack: false,
    from: 'start',
    days: -14,
  },
  {
    phase: 'before',
    text: {
      da: 'Fortæl teamet og PLC, hvad det handler om, og tag deres spørgsmål med',
      en: 'Tell the team and the resource centre what it is about, and take their questions along',
    },
    responsible: 'participant',
    isShareBack: false,
    from: 'start',
    days: -7,
  },
  {
    phase: 'during',
    text: {
      da: 'Prøv noget af i egen praksis, og skriv ned, hvad der skete',
      en: 'Try something in your own practice, and write down what happened',
    },
    responsible: 'participant',
    isShareBack: false,
    from: 'middle',
    days: 0,
  },
  {
    phase: 'during',
    text: {
      da: 'Tal sammen undervejs: Hvad kan bruges nu, og hvad mangler der tid eller støtte til?',
      en: 'Talk on the way: what can be used now, and what lacks time or support?',
    },
    responsible: 'leader',
    isShareBack: false,
    from: 'middle',
    days: 7,
  },
  {
    phase: 'after',
    text: { da: 'Del det vigtigste med teamet', en: 'Share what matters most with the team' },
    responsible: 'participant',
    isShareBack: true,
    from: 'end',
    days: 14,
  },
  {
    phase: 'after',
    text: {
      da: 'Følg op: Hvad bliver brugt, og hvad står i vejen?',
      en: 'Follow up: what is being used, and what stands in the way?',
    },
    responsible: 'leader',
    isShareBack: false,
    from: 'end',
    days: 60,
  },
];

/** A checklist to begin from. Days come from the activity's own, never before `today`; without days the steps have none. */
export function suggestTransfer(
  { startsOn, endsOn }: { readonly startsOn: string | null; readonly endsOn: string | null },
  today: string,
): SuggestedStep[] {
  const last = endsOn ?? startsOn;
  return template.map(({ from, days, ...step }) => {
    if (startsOn === null || last === null) return { ...step, dueOn: null };
    const middle = addDays(startsOn, Math.floor(daysBetween(startsOn, last) / 2));
    const wanted = addDays({ start: startsOn, middle, end: last }[from], days);
    return { ...step, dueOn: wanted < today ? today : wanted };
  });
}

/** Days before its date when a step begins to stand on the Today page. */
export const transferNoticeDays = 14;

/** Whether a step is to be seen now: not done, soon or over, of an activity that is going to be, is, or was carried out. */
export function needsTransferReminder(
  step: { readonly dueOn: string | null; readonly doneAt: string | null },
  state: EnrolmentState,
  today: string,
): boolean {
  if (step.doneAt !== null || step.dueOn === null) return false;
  if (state === 'wished' || state === 'cancelled' || state === 'failed') return false;
  return daysBetween(today, step.dueOn) <= transferNoticeDays;
}

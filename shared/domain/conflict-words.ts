import { dayText } from './day-text';
import { moneyText, type Ore } from './money';
import type { Language, Text } from './text';

/** One thing that stands in the way of an enrolment. */
export type Conflict =
  | { readonly kind: 'sameDay'; readonly on: string; readonly withId: string; readonly withTitle: string }
  | { readonly kind: 'overBudget'; readonly budget: string; readonly overOre: Ore }
  | { readonly kind: 'overDays'; readonly budget: string; readonly overDays: number }
  | { readonly kind: 'noSeats'; readonly seats: number; readonly taken: number }
  | { readonly kind: 'runCancelled' }
  | { readonly kind: 'leaving'; readonly lastDay: string }
  | { readonly kind: 'notBegun'; readonly firstDay: string }
  | { readonly kind: 'leave'; readonly fromDate: string; readonly toDate: string | null }
  | { readonly kind: 'tooFew'; readonly minimumSeats: number; readonly with: number };

export const conflictKinds = [
  'sameDay',
  'overBudget',
  'overDays',
  'noSeats',
  'runCancelled',
  'leaving',
  'notBegun',
  'leave',
  'tooFew',
] as const satisfies Conflict['kind'][];
export type ConflictKind = (typeof conflictKinds)[number];

export const conflictOrder = ({ kind }: Conflict): number => conflictKinds.indexOf(kind);

/** Whether it breaks a rule, so that going on takes a person's reason. Too few seats taken is only worth knowing. */
export const breaksRule = ({ kind }: { readonly kind: ConflictKind }): boolean => kind !== 'tooFew';

/** What has come to break a rule, or breaks it more than before. */
export function newConflicts(before: readonly Conflict[], after: readonly Conflict[]): Conflict[] {
  return after.filter((one) => {
    if (!breaksRule(one)) return false;
    const known = before.find((other) => keyOf(other) === keyOf(one));
    return !known || excess(one) > excess(known);
  });
}

const keyOf = (conflict: Conflict) =>
  [
    conflict.kind,
    'withId' in conflict ? conflict.withId : '',
    'budget' in conflict ? conflict.budget : '',
    'fromDate' in conflict ? conflict.fromDate : '',
  ].join(' ');

const excess = (conflict: Conflict) =>
  conflict.kind === 'overBudget' ? conflict.overOre : conflict.kind === 'overDays' ? conflict.overDays : 0;

/** The conflict and the rule it follows from, in one sentence. */
export const conflictText = (conflict: Conflict): Text => ({
  da: sentence(conflict, 'da'),
  en: sentence(conflict, 'en'),
});

function sentence(conflict: Conflict, language: Language): string {
  const da = language === 'da';
  const day = (date: string) => dayText(date)[language];
  switch (conflict.kind) {
    case 'sameDay':
      return da
        ? `Samme dag som »${conflict.withTitle}«: ${day(conflict.on)}.`
        : `On the same day as “${conflict.withTitle}”: ${day(conflict.on)}.`;
    case 'overBudget':
      return da
        ? `Budgettet ${conflict.budget} er overskredet med ${moneyText(conflict.overOre, 'da')}`
        : `The budget ${conflict.budget} is exceeded by ${moneyText(conflict.overOre, 'en')}.`;
    case 'overDays': {
      const days = conflict.overDays.toLocaleString(da ? 'da-DK' : 'en-GB');
      return da
        ? `Budgettet ${conflict.budget} har ikke vikardage nok: ${days} for mange.`
        : `The budget ${conflict.budget} has too few substitute days: ${days} too many.`;
    }
    case 'noSeats':
      return da
        ? `Alle ${conflict.seats} pladser på holdet er taget.`
        : `All ${conflict.seats} seats of the holding are taken.`;
    case 'runCancelled':
      return da ? 'Holdet er aflyst.' : 'The holding is cancelled.';
    case 'leaving':
      return da
        ? `Sidste arbejdsdag er ${day(conflict.lastDay)}.`
        : `The last working day is ${day(conflict.lastDay)}.`;
    case 'notBegun':
      return da
        ? `Ansættelsen begynder først ${day(conflict.firstDay)}.`
        : `Employment begins only on ${day(conflict.firstDay)}.`;
    case 'leave': {
      const { fromDate, toDate } = conflict;
      if (toDate === null) return da ? `Væk fra ${day(fromDate)}.` : `Away from ${day(fromDate)}.`;
      return da
        ? `Væk fra ${day(fromDate)} til ${day(toDate)}.`
        : `Away from ${day(fromDate)} to ${day(toDate)}.`;
    }
    case 'tooFew':
      return da
        ? `Holdet oprettes ved ${conflict.minimumSeats} tilmeldte. Herfra er der ${conflict.with}.`
        : `The holding takes ${conflict.minimumSeats} participants. From here there are ${conflict.with}.`;
  }
}

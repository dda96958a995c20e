import { breaksRule, type Conflict, conflictText } from '@shared/domain/conflict-words';
import { refuse, type Text } from '@shared/domain/text';

/** A row of the audit log: which fields, never what they say. */
export const audited =
  (entity: string) =>
  (action: string, entityId: string, fields: readonly string[] = []) => ({
    action: `${entity}.${action}`,
    entity,
    entityId,
    fields: [...fields],
  });

/** Refuses an input with one field at fault. */
export function refuseField(field: string, text: Text): never {
  throw refuse('invalid', text, { [field]: text });
}

/** Substitute days are given in halves. */
export function halfDays(days: number): void {
  if (Number.isInteger(days * 2)) return;
  refuseField('substituteDays', {
    da: 'Skriv vikardagene som hele eller halve, for eksempel 2 eller 2,5.',
    en: 'Give whole or half substitute days, for instance 2 or 2.5.',
  });
}

/** Refuses a last day before the first. */
export function inOrder(first: string | null, last: string | null): void {
  if (first === null || last === null || first <= last) return;
  refuseField('endsOn', {
    da: 'Slutdatoen ligger før startdatoen. Ret den ene af dem.',
    en: 'The end date lies before the start date. Change one of them.',
  });
}

/** Refuses to go on against a rule without a word; with a reason a person may. */
export function confirmConflicts(conflicts: readonly Conflict[], reason: string): void {
  const broken = conflicts.filter(breaksRule);
  if (broken.length === 0 || reason.trim() !== '') return;
  const all = broken.map(conflictText);
  throw refuse(
    'conflict',
    {
      da: `${all.map(({ da }) => da).join(' ')} Skriv hvorfor, hvis I går videre alligevel.`,
      en: `${all.map(({ en }) => en).join(' ')} Say why if you go on all the same.`,
    },
    { reason: { da: 'Skriv hvorfor I går videre.', en: 'Say why you go on.' } },
  );
}

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

import { breaksRule, type Conflict, conflictText } from '@shared/domain/conflict-words';
import { refuse, refuseField } from '@shared/domain/text';

/** Substitute days are given in halves. */
export function halfDays(days: number): void {
  if (Number.isInteger(days * 2)) return;
  refuseField('substituteDays', {
    da: 'Skriv vikardagene som hele eller halve, for eksempel 2 eller 2,5.',
    en: 'Give whole or half substitute days, for instance 2 or 2.5.',
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

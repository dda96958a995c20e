import type { OutputOf } from '@shared/contract';
import { list } from '@shared/domain/list-text';
import type { Language } from '@shared/domain/text';
import type { TFunction } from 'i18next';
import { decimal, shortDate } from '../../ui/format';
import type { Tone } from '../../ui/StateWord';

export type EmployeeRow = OutputOf<'employees', 'list'>[number];
export type Employee = OutputOf<'employees', 'get'>;

/** Where she stands in her employment, as a word with its tone. */
export function employmentWord(
  { state, employmentDate, leavingDate }: Pick<EmployeeRow, 'state' | 'employmentDate' | 'leavingDate'>,
  t: TFunction,
  language: Language,
): { tone: Tone; text: string } {
  if (state === 'former' && leavingDate) {
    return { tone: 'quiet', text: t('employees.stateFormer', { date: shortDate(leavingDate, language) }) };
  }
  if (state === 'coming') {
    return { tone: 'now', text: t('employees.stateComing', { date: shortDate(employmentDate, language) }) };
  }
  if (leavingDate) {
    return { tone: 'partly', text: t('employees.stateLeaving', { date: shortDate(leavingDate, language) }) };
  }
  return { tone: 'quiet', text: t('employees.stateCurrent') };
}

/** "Lærer og læsevejleder": her title or category, and her functions. */
export function roleText(
  { title, categoryName, functions }: Pick<EmployeeRow, 'title' | 'categoryName' | 'functions'>,
  language: Language,
): string {
  const text = list([title || categoryName, ...functions], language);
  return text.charAt(0).toLocaleUpperCase('da') + text.slice(1);
}

/** "80 %"; empty for full time. */
export function partTimeText(percent: number, t: TFunction, language: Language): string {
  return percent === 100 ? '' : t('employees.percent', { percent: decimal(percent, language) });
}

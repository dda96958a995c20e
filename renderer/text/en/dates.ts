import type { dates as da } from '../da/dates';
import type { Same } from '../same';

export const dates: Same<typeof da> = {
  format: 'dd-mm-yyyy',
  clear: 'Remove the date',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  previousYear: 'Previous year',
  nextYear: 'Next year',
  previousDecade: 'Previous decade',
  nextDecade: 'Next decade',
  chooseMonth: 'Choose month',
  chooseYear: 'Choose year',
};

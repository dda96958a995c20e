import type { dates as da } from '../da/dates';
import type { Same } from '../same';

export const dates: Same<typeof da> = {
  format: 'dd-mm-yyyy',
  calendar: '{{label}}: choose in calendar',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  previousYear: 'Previous year',
  nextYear: 'Next year',
  previousDecade: 'Previous decade',
  nextDecade: 'Next decade',
};

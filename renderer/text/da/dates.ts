/** What the date field says to those who do not see its calendar. */
export const dates = {
  format: 'dd-mm-åååå',
  calendar: '{{label}}: vælg i kalender',
  previousMonth: 'Forrige måned',
  nextMonth: 'Næste måned',
  previousYear: 'Forrige år',
  nextYear: 'Næste år',
  previousDecade: 'Forrige årti',
  nextDecade: 'Næste årti',
} as const;

/** Matching the columns of a file with the fields of Spind. */
export const tableImport = {
  field: 'I Spind',
  column: 'Kolonne i filen',
  samples: 'Eksempler fra filen',
  columnFor: 'Kolonne til {{field}}',
  notInFile: 'Ikke i filen',
  isRequired: 'skal med',
  withoutHeading: 'Kolonne {{letter}} (uden overskrift)',
} as const;

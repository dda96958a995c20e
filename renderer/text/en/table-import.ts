import type { tableImport as da } from '../da/table-import';
import type { Same } from '../same';

export const tableImport: Same<typeof da> = {
  field: 'In Spind',
  column: 'Column in the file',
  samples: 'Examples from the file',
  columnFor: 'Column for {{field}}',
  notInFile: 'Not in the file',
  isRequired: 'required',
  withoutHeading: 'Column {{letter}} (no heading)',
};

import { refuseField } from './text';

/** Refuses a last day before the first, at the field of the last day. */
export function inOrder(field: string, first: string | null, last: string | null): void {
  if (first === null || last === null || first <= last) return;
  refuseField(field, {
    da: 'Slutdatoen ligger før startdatoen. Ret den ene af dem.',
    en: 'The end date lies before the start date. Change one of them.',
  });
}

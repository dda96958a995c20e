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

/** ECTS points are given in halves, and a module of none is a slip. */
export function halfPoints(ects: number): number {
  if (ects > 0 && Number.isInteger(ects * 2)) return ects;
  return refuseField('ects', {
    da: 'Skriv pointene som hele eller halve, for eksempel 5 eller 2,5.',
    en: 'Give whole or half points, for instance 5 or 2.5.',
  });
}

/** Refuses a last day before the first. */
export function inOrder(field: string, first: string | null, last: string | null): void {
  if (first === null || last === null || first <= last) return;
  refuseField(field, {
    da: 'Slutdatoen ligger før startdatoen. Ret den ene af dem.',
    en: 'The end date lies before the start date. Change one of them.',
  });
}

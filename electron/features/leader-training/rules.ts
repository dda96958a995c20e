import { refuseField } from '@shared/domain/text';

/** ECTS points are given in halves, and a module of none is a slip. */
export function halfPoints(ects: number): number {
  if (ects > 0 && Number.isInteger(ects * 2)) return ects;
  return refuseField('ects', {
    da: 'Skriv pointene som hele eller halve, for eksempel 5 eller 2,5.',
    en: 'Give whole or half points, for instance 5 or 2.5.',
  });
}

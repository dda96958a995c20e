import { danishOrder } from './danish-order';

/** Why somebody in the house may know: trained, assessed, a function, a rating that was shown, a course she has been on. */
export const expertReasons = ['formal', 'assessed', 'function', 'level', 'course'] as const;

/** From which level on somebody knows a competence well enough to be asked: 4 of 5, and as far up on another scale. */
export const expertLevel = (scaleMax: number): number => Math.ceil(scaleMax * 0.8);

type Match = {
  readonly title: string;
  readonly isOffered: boolean;
  readonly fitsLevel: boolean;
  readonly nextRun: { readonly startsOn: string; readonly left: number | null } | null;
};

/** There is a day, and a seat. */
export const hasOpenRun = ({ nextRun }: Pick<Match, 'nextRun'>): boolean =>
  nextRun !== null && nextRun.left !== 0;

/**
 * The order in which items that lift the same competence are shown (R002-22): what is offered, what works at her level,
 * what has a date and a seat, the earliest date, then by title. A plain order of reasons, no sum of points.
 */
export function compareMatches(a: Match, b: Match): number {
  return (
    Number(b.isOffered) - Number(a.isOffered) ||
    Number(b.fitsLevel) - Number(a.fitsLevel) ||
    Number(hasOpenRun(b)) - Number(hasOpenRun(a)) ||
    (a.nextRun?.startsOn ?? '9999').localeCompare(b.nextRun?.startsOn ?? '9999') ||
    danishOrder.compare(a.title, b.title)
  );
}

import type { RatingAxis } from '@shared/contract/ratings';

/** The axes under their domains, in the template's order, each with its place among all axes. */
export function byDomain(
  axes: readonly RatingAxis[],
): { domain: string; rows: { axis: RatingAxis; index: number }[] }[] {
  const groups: { domain: string; rows: { axis: RatingAxis; index: number }[] }[] = [];
  for (const [index, axis] of axes.entries()) {
    const last = groups.at(-1);
    if (last?.domain === axis.domain) last.rows.push({ axis, index });
    else groups.push({ domain: axis.domain, rows: [{ axis, index }] });
  }
  return groups;
}

import type { SpiderLayerKind } from '../radar';
import { coordinate as c, move, type Point } from './path';

/** Half the size of each marker at full scale, in px. The leader's square sits inside the employee's ring when both
 * chose the same level, and the agreed diamond round them, so that no marker hides another. */
const reach = { employee: 5, leader: 3, agreed: 8.5, target: 5, lastYear: 2 } as const;

/** The farthest any marker reaches from its point at full scale, in px. */
export const markerReach = 8.5;

/**
 * Path of one marker: ring for the employee, square for the leader, diamond for the agreed level. Target and last
 * year get one only where their point stands alone: a cross-bar, `upright` at the end of a bar, and a dot.
 */
export function markerPath(kind: SpiderLayerKind, point: Point, scale: number, upright = false): string {
  const r = reach[kind] * scale;
  switch (kind) {
    case 'employee':
    case 'lastYear':
      return `${move('M', { x: point.x - r, y: point.y })}a${c(r)} ${c(r)} 0 1 1 0 .01Z`;
    case 'leader':
      return `${move('M', { x: point.x - r, y: point.y - r })}h${c(2 * r)}v${c(2 * r)}h${c(-2 * r)}Z`;
    case 'agreed':
      return `${move('M', { x: point.x - r, y: point.y })}l${c(r)} ${c(-r)}l${c(r)} ${c(r)}l${c(-r)} ${c(r)}Z`;
    case 'target':
      return upright
        ? `${move('M', { x: point.x, y: point.y - r })}v${c(2 * r)}`
        : `${move('M', { x: point.x - r, y: point.y })}h${c(2 * r)}`;
  }
}

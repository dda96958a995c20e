export type Point = { readonly x: number; readonly y: number };

/** A number as it stands in path data: two decimals, so that the picture is the same text everywhere. */
export function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}

/** A path command to one point. */
export function move(command: 'M' | 'L', point: Point): string {
  return `${command}${coordinate(point.x)} ${coordinate(point.y)}`;
}

/** The point at `radius` px from `centre`; angles in radians, 0 straight up and growing clockwise. */
export function polar(centre: Point, radius: number, angle: number): Point {
  return { x: centre.x + radius * Math.sin(angle), y: centre.y - radius * Math.cos(angle) };
}

/** A piece of a circle, clockwise from one angle to another less than a full turn on. */
export function arcPath(centre: Point, radius: number, from: number, to: number): string {
  const large = to - from > Math.PI ? 1 : 0;
  const end = polar(centre, radius, to);
  const r = coordinate(radius);
  return `${move('M', polar(centre, radius, from))}A${r} ${r} 0 ${large} 1 ${coordinate(end.x)} ${coordinate(end.y)}`;
}

import type { Anchor, Box } from './labels';
import type { WrappedText } from './wrap';

/** A way to set a label whose first `headings` lines are the name of the domain. */
export type LabelText = WrappedText & { readonly headings: number };

/** One place for one way of setting a label; the box is measured from the radar's centre. Low cost is preferred. */
export type Candidate = {
  readonly text: LabelText;
  readonly anchor: Anchor;
  readonly box: Box;
  readonly cost: number;
};

/** Px kept free between two labels. */
const apart = { x: 8, y: 3 };

/** True when two boxes overlap or stand too close to be read apart. */
export function touches(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width + apart.x &&
    b.x < a.x + a.width + apart.x &&
    a.y < b.y + b.height + apart.y &&
    b.y < a.y + a.height + apart.y
  );
}

/**
 * The places a label may take outside the circle of `radius` px, best first: every way of setting it, its near edge
 * or its middle on the spoke's own ray, and pushed outwards a little where it is crowded.
 */
export function candidatesFor(
  angle: number,
  ways: readonly LabelText[],
  radius: number,
  size: number,
): Candidate[] {
  const sine = Math.sin(angle);
  const cosine = Math.cos(angle);
  const side = Math.abs(sine) < 0.02 ? 0 : Math.sign(sine);
  const anchor: Anchor = side === 0 ? 'middle' : side > 0 ? 'start' : 'end';
  const candidates: Candidate[] = [];
  for (const way of ways) {
    const wide = Math.max(0, way.width - 9.5 * size) / (2.2 * size);
    const setting = way.lines.length - 1 + wide + way.roughness;
    for (const outwards of side === 0 ? [0] : [1, 0.75, 0.5, 0.25, 0]) {
      const distance = clearDistance(way, Math.abs(sine), Math.abs(cosine), outwards, radius);
      for (const push of [0, 8, 16, 28]) {
        const x = (distance + push) * sine + (side * outwards * way.width) / 2;
        const y = -(distance + push) * cosine;
        candidates.push({
          text: way,
          anchor,
          box: { x: x - way.width / 2, y: y - way.height / 2, width: way.width, height: way.height },
          cost: setting + Math.abs(outwards - Math.min(1, 0.25 + Math.abs(sine))) * 1.5 + push / size,
        });
      }
    }
  }
  return candidates.sort((a, b) => a.cost - b.cost);
}

/**
 * How far out along its ray a box must be to clear the circle. `outwards` 1 puts its near edge on the ray, 0 its
 * middle; the box meets the circle with a flat side or with the corner nearest the centre.
 */
function clearDistance(
  box: { readonly width: number; readonly height: number },
  sine: number,
  cosine: number,
  outwards: number,
  radius: number,
): number {
  const a = ((1 - outwards) * box.width) / 2;
  const b = box.height / 2;
  const byTop = (radius + b) / cosine;
  if (byTop * sine <= a) return byTop;
  const bySide = (radius + a) / sine;
  if (bySide * cosine <= b) return bySide;
  const along = sine * a + cosine * b;
  return along + Math.sqrt(Math.max(0, along * along - a * a - b * b + radius * radius));
}

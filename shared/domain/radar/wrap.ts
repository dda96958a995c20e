import { textWidth } from './text-width';
import { type Breaks, type Piece, piecesOf } from './word-breaks';

/** One way to set a name: its lines, the box they need in px, and how roughly its words were broken (0: not). */
export type WrappedText = {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly roughness: number;
};

/** Distance between two baselines, in em. */
export const lineHeight = 1.25;

/** Kerning and a renderer's rounding may widen a line a little: every box keeps this share and one px more. */
const safety = 1.02;

/** A further line must save this share of the width, or it is only a longer read. */
const worthALine = 0.88;

type Weight = 400 | 600;

/**
 * The sensible ways to set a name on one to `maxLines` lines, fewest lines first, each as narrow as that number of
 * lines allows and with its lines as even as they come.
 */
export function wrapVariants(text: string, size: number, maxLines: number, breaks: Breaks): WrappedText[] {
  const pieces = measured(text, size, breaks, 400);
  const variants: WrappedText[] = [];
  for (let count = 1; count <= maxLines; count += 1) {
    const variant = setOn(pieces, size, narrowest(pieces, count), count, 400);
    const last = variants.at(-1);
    if (variant && (!last || variant.width < last.width * worthALine)) variants.push(variant);
  }
  return variants;
}

/** Sets a text within `width` px on as many lines as that takes, breaking words that are too long for it. */
export function wrapToWidth(text: string, size: number, width: number, weight: Weight = 400): WrappedText {
  for (const breaks of ['words', 'compounds', 'anywhere'] as const) {
    const pieces = measured(text, size, breaks, weight);
    const inner = (width - 1) / safety;
    const widest = Math.max(...pieces.map((piece) => piece.alone));
    if (widest > inner && breaks !== 'anywhere') continue;
    const limit = Math.max(inner, widest);
    const set = setOn(pieces, size, limit, linesAt(pieces, limit), weight);
    if (set) return set;
  }
  return { lines: [text], width: textWidth(text, size, weight), height: lineHeight * size, roughness: 0 };
}

/** A piece with its widths in px: inside a line, and at the end of one (space gone, hyphen added). */
type Measured = Piece & { readonly inside: number; readonly alone: number };

function measured(text: string, size: number, breaks: Breaks, weight: Weight): Measured[] {
  return piecesOf(text, breaks).map((piece) => ({
    ...piece,
    inside: textWidth(piece.text, size, weight),
    alone: textWidth(piece.text.trimEnd() + (piece.roughness ? '-' : ''), size, weight),
  }));
}

/** How many lines filling them one by one takes. */
function linesAt(pieces: readonly Measured[], width: number): number {
  let lines = 1;
  let used = 0;
  for (const piece of pieces) {
    if (used > 0 && used + piece.alone > width) {
      lines += 1;
      used = 0;
    }
    used += piece.inside;
  }
  return lines;
}

/** The smallest width, to half a px, at which the pieces take no more than `count` lines. */
function narrowest(pieces: readonly Measured[], count: number): number {
  let low = Math.max(...pieces.map((piece) => piece.alone));
  if (linesAt(pieces, low) <= count) return low;
  let high = pieces.reduce((sum, piece) => sum + Math.max(piece.inside, piece.alone), 0);
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (linesAt(pieces, middle) <= count) high = middle;
    else low = middle;
  }
  return high;
}

/** The evenest setting on at most `count` lines within `width`, words whole where that is possible; else null. */
function setOn(
  pieces: readonly Measured[],
  size: number,
  width: number,
  count: number,
  weight: Weight,
): WrappedText | null {
  type Rest = { readonly cost: number; readonly lines: readonly string[]; readonly roughness: number };
  const known = new Map<number, Rest | null>();
  const rest = (from: number, left: number): Rest | null => {
    if (from === pieces.length) return { cost: 0, lines: [], roughness: 0 };
    if (left === 0) return null;
    const key = from * 16 + left;
    const before = known.get(key);
    if (before !== undefined) return before;
    let best: Rest | null = null;
    let used = 0;
    let line = '';
    for (let at = from; at < pieces.length; at += 1) {
      const piece = pieces[at];
      if (!piece || used + piece.alone > width + 0.001) break;
      const more = rest(at + 1, left - 1);
      const slack = (width - used - piece.alone) / width;
      const cost = slack * slack + piece.roughness * 0.5 + (more?.cost ?? 0);
      if (more && (!best || cost < best.cost)) {
        const own = (line + piece.text).trimEnd() + (piece.roughness ? '-' : '');
        best = { cost, lines: [own, ...more.lines], roughness: piece.roughness + more.roughness };
      }
      used += piece.inside;
      line += piece.text;
    }
    known.set(key, best);
    return best;
  };
  const found = rest(0, Math.min(15, count));
  if (!found) return null;
  const widest = Math.max(...found.lines.map((line) => textWidth(line, size, weight)));
  return {
    lines: found.lines,
    width: widest * safety + 1,
    height: found.lines.length * lineHeight * size,
    roughness: found.roughness,
  };
}

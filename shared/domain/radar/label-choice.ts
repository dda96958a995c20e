import { type Candidate, touches } from './label-candidates';
import type { Box } from './labels';

/**
 * Picks one candidate for each label, so that none touches another and all read in the order of their axes; the
 * preferred ones where possible. `options` are in axis order, best first. Null when no choice was found.
 *
 * The search starts at the right side, where neighbours have most room, so that the ring closes where it seldom
 * fails. What cannot be finished after a candidate is not tried again after it: that forgoes a rare solution and
 * keeps the search short.
 */
export function chooseCandidates(options: readonly (readonly Candidate[])[]): Candidate[] | null {
  const count = options.length;
  const start = Math.round(count / 4);
  const chosen: (Candidate | undefined)[] = options.map(() => undefined);
  const hopeless = new Set<string>();

  const fits = (candidate: Candidate, axis: number): boolean => {
    const before = chosen[(axis + count - 1) % count];
    const after = chosen[(axis + 1) % count];
    if (before && !follows(candidate, before)) return false;
    if (after && !follows(after, candidate)) return false;
    return chosen.every((other, at) => at === axis || !other || !touches(candidate.box, other.box));
  };
  const search = (step: number, before: number): boolean => {
    if (step === count) return true;
    const key = `${step} ${before}`;
    if (hopeless.has(key)) return false;
    const axis = (start + step) % count;
    const list = options[axis] ?? [];
    for (const [at, candidate] of list.entries()) {
      if (!fits(candidate, axis)) continue;
      chosen[axis] = candidate;
      if (search(step + 1, at)) return true;
      chosen[axis] = undefined;
    }
    hopeless.add(key);
    return false;
  };
  if (options.some((list) => list.length === 0) || !search(0, 0)) return null;

  // The first found may have been chosen narrowly for what came before: take a better one where it is free.
  for (let axis = 0; axis < count; axis += 1) {
    const cost = chosen[axis]?.cost ?? 0;
    const better = options[axis]?.find((option) => option.cost < cost && fits(option, axis));
    if (better) chosen[axis] = better;
  }
  return chosen.filter((candidate) => candidate !== undefined);
}

/** Names read downwards on the right side and upwards on the left, as their axes do: no name may jump another. */
function follows(candidate: Candidate, before: Candidate | undefined): boolean {
  if (!before) return true;
  const middle = (box: Box) => box.y + box.height / 2;
  const down = middle(candidate.box) - middle(before.box);
  const rightSide =
    candidate.anchor === 'start' || (candidate.anchor === 'middle' && before.anchor === 'start');
  return rightSide ? down > -4 : down < 4 || before.anchor === 'start';
}

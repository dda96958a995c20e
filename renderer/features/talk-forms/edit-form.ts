import type { FormDraft } from '@shared/contract/talk-forms';

export type Area = FormDraft['areas'][number];

/** All changes answer a new draft and leave the given one as it was. */

export function changeArea(draft: FormDraft, at: number, part: Partial<Area>): FormDraft {
  return { ...draft, areas: draft.areas.map((one, index) => (index === at ? { ...one, ...part } : one)) };
}

/** Puts a new area last, but before the plan with which a talk ends; answers its place too. */
export function addArea(draft: FormDraft): { draft: FormDraft; at: number } {
  const at = draft.areas.at(-1)?.part === 'plan' ? draft.areas.length - 1 : draft.areas.length;
  const fresh: Area = { title: '', short: '', questions: '', part: 'note' };
  return { draft: insertArea(draft, at, fresh), at };
}

/** Puts an area where it stood, or as near as what has changed since allows. */
export function insertArea(draft: FormDraft, at: number, area: Area): FormDraft {
  const areas = [...draft.areas];
  areas.splice(at, 0, area);
  return { ...draft, areas };
}

export function removeArea(draft: FormDraft, at: number): FormDraft {
  return { ...draft, areas: draft.areas.filter((_, index) => index !== at) };
}

/** Moves an area one step up (−1) or down (+1); at the end of the form it stays. */
export function moveArea(draft: FormDraft, at: number, step: -1 | 1): FormDraft {
  const moved = draft.areas[at];
  const target = at + step;
  if (!moved || target < 0 || target >= draft.areas.length) return draft;
  return insertArea(removeArea(draft, at), target, moved);
}

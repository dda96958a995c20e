import type { SpiderDraft } from '@shared/contract/spiders';
import type { Edit } from '../../ui/use-draft-editing';

export type Domain = SpiderDraft['domains'][number];
export type Competence = Domain['competences'][number];
/** Place of a competence: domain, then competence within it. */
export type Place = readonly [domain: number, competence: number];

export type EditDraft = Edit<SpiderDraft>;

/** All changes answer a new draft and leave the given one as it was. */

export function changeDomain(draft: SpiderDraft, at: number, part: Partial<Domain>): SpiderDraft {
  return { ...draft, domains: draft.domains.map((one, index) => (index === at ? { ...one, ...part } : one)) };
}

export function changeCompetence(
  draft: SpiderDraft,
  [domain, at]: Place,
  part: Partial<Competence>,
): SpiderDraft {
  const competences = (draft.domains[domain]?.competences ?? []).map((one, index) =>
    index === at ? { ...one, ...part } : one,
  );
  return changeDomain(draft, domain, { competences });
}

export function addCompetence(draft: SpiderDraft, domain: number): SpiderDraft {
  const fresh: Competence = {
    // Its own from the first key on: what it is called, and where it stands, may change.
    lineageId: crypto.randomUUID(),
    name: '',
    targetLevel: Math.ceil((draft.scaleMax + 1) / 2),
    descriptors: Array.from({ length: draft.scaleMax }, () => ''),
  };
  return changeDomain(draft, domain, { competences: [...(draft.domains[domain]?.competences ?? []), fresh] });
}

export function removeCompetence(draft: SpiderDraft, [domain, at]: Place): SpiderDraft {
  return changeDomain(draft, domain, {
    competences: (draft.domains[domain]?.competences ?? []).filter((_, index) => index !== at),
  });
}

/** Puts a removed competence back where it stood, or as near as what has changed since allows. */
export function insertCompetence(
  draft: SpiderDraft,
  [domain, at]: Place,
  competence: Competence,
): SpiderDraft {
  const into = Math.min(domain, draft.domains.length - 1);
  const competences = [...(draft.domains[into]?.competences ?? [])];
  competences.splice(at, 0, competence);
  return changeDomain(draft, into, { competences });
}

/** Puts a removed domain back where it stood. */
export function insertDomain(draft: SpiderDraft, at: number, domain: Domain): SpiderDraft {
  const domains = [...draft.domains];
  domains.splice(at, 0, domain);
  return { ...draft, domains };
}

/**
 * Moves a competence one step up (−1) or down (+1). At the edge of its domain it goes over into the next one;
 * at the end of the spider it stays.
 */
export function moveCompetence(
  draft: SpiderDraft,
  [domain, at]: Place,
  step: -1 | 1,
): { draft: SpiderDraft; place: Place } {
  const own = draft.domains[domain]?.competences ?? [];
  const moved = own[at];
  const stays = { draft, place: [domain, at] as Place };
  if (!moved) return stays;
  const target = at + step;
  if (target >= 0 && target < own.length) {
    const competences = own.filter((_, index) => index !== at);
    competences.splice(target, 0, moved);
    return { draft: changeDomain(draft, domain, { competences }), place: [domain, target] };
  }
  const neighbour = draft.domains[domain + step];
  if (!neighbour) return stays;
  const without = removeCompetence(draft, [domain, at]);
  const place = step > 0 ? 0 : neighbour.competences.length;
  const competences = [...neighbour.competences];
  competences.splice(place, 0, moved);
  return { draft: changeDomain(without, domain + step, { competences }), place: [domain + step, place] };
}

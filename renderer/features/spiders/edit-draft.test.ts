import type { SpiderDraft } from '@shared/contract/spiders';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCompetence,
  changeCompetence,
  insertCompetence,
  insertDomain,
  moveCompetence,
  type Place,
  removeCompetence,
} from './edit-draft';

const draftOf = (...sizes: number[]): SpiderDraft => ({
  scaleMax: 5,
  domains: sizes.map((size, domain) => ({
    name: `D${domain}`,
    competences: Array.from({ length: size }, (_, index) => ({
      name: `${domain}.${index}`,
      targetLevel: 3,
      descriptors: [],
    })),
  })),
});
const names = (draft: SpiderDraft) =>
  draft.domains.flatMap(({ competences }) => competences.map(({ name }) => name));

describe('editing a spider', () => {
  it('moves within a domain and over its edge', () => {
    const draft = draftOf(2, 1);
    const over = moveCompetence(draft, [0, 1], 1);
    expect(over.place).toEqual([1, 0]);
    expect(names(over.draft)).toEqual(['0.0', '0.1', '1.0']);
    expect(over.draft.domains.map(({ competences }) => competences.length)).toEqual([1, 2]);
    expect(moveCompetence(draft, [0, 0], -1)).toEqual({ draft, place: [0, 0] });
  });

  it('never loses or doubles a competence, and a step back undoes a step', () => {
    const shape = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(shape, fc.nat(), fc.constantFrom(-1 as const, 1 as const), (sizes, pick, step) => {
        const draft = draftOf(...sizes);
        const places = sizes.flatMap((size, domain) =>
          Array.from({ length: size }, (_, at): Place => [domain, at]),
        );
        const place = places[pick % Math.max(1, places.length)];
        if (!place) return;
        const moved = moveCompetence(draft, place, step);
        expect(names(moved.draft).sort()).toEqual(names(draft).sort());
        if (moved.draft === draft) return;
        const back = moveCompetence(moved.draft, moved.place, step === 1 ? -1 : 1);
        expect(back).toEqual({ draft, place });
      }),
    );
  });

  it('removes what it added', () => {
    const draft = draftOf(1, 2);
    expect(removeCompetence(addCompetence(draft, 1), [1, 2])).toEqual(draft);
  });

  it('gives a new competence an identity that its name and place do not change', () => {
    const added = addCompetence(draftOf(1, 0), 0);
    const own = added.domains[0]?.competences[1]?.lineageId;
    expect(own).toBeTruthy();
    const renamed = changeCompetence(added, [0, 1], { name: 'Samarbejde' });
    expect(moveCompetence(renamed, [0, 1], 1).draft.domains[1]?.competences[0]?.lineageId).toBe(own);
  });

  it('puts a removed competence or domain back without taking back what was written since', () => {
    const draft = draftOf(2, 1);
    const removed = draft.domains[0]?.competences[1];
    const domain = draft.domains[1];
    if (!removed || !domain) throw new Error('no such place');
    const since = changeCompetence(removeCompetence(draft, [0, 1]), [0, 0], { name: 'omskrevet' });
    expect(names(insertCompetence(since, [0, 1], removed))).toEqual(['omskrevet', '0.1', '1.0']);
    // Its domain has gone in the meantime: it comes back in the last one.
    expect(names(insertCompetence(draftOf(1), [3, 9], removed))).toEqual(['0.0', '0.1']);
    const without = changeCompetence({ ...draft, domains: draft.domains.slice(0, 1) }, [0, 0], {
      name: 'omskrevet',
    });
    expect(names(insertDomain(without, 1, domain))).toEqual(['omskrevet', '0.1', '1.0']);
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CardAxis, disagreementCards } from './disagreement-cards';
import type { SpiderLevel } from './gap';

type Starter = { domains: { competences: { name: string; descriptors: string[] }[] }[] };
const starters = JSON.parse(readFileSync('resources/starter-spiders.json', 'utf8')) as { spiders: Starter[] };
const axes: CardAxis[] = starters.spiders
  .flatMap(({ domains }) => domains.flatMap(({ competences }) => competences))
  .map(({ name, descriptors }, index) => ({ competenceId: String(index), name, descriptors }));

const rated = (level: number): SpiderLevel => ({ state: 'rated', level });
const levels = [1, 2, 3, 4, 5];

describe('disagreement cards', () => {
  it('have no hole and no pronoun for any of the 44 competences and any pair of levels', () => {
    expect(axes).toHaveLength(44);
    for (const axis of axes) {
      for (const self of levels) {
        for (const leader of levels) {
          const cards = disagreementCards([axis], [rated(self)], [rated(leader)]);
          expect(cards).toHaveLength(Math.abs(self - leader) >= 2 ? 1 : 0);
          for (const card of cards) {
            expect(card.self.text).toBe(axis.descriptors[self - 1]);
            expect(card.leader.text).toBe(axis.descriptors[leader - 1]);
            for (const { da, en } of card.questions) {
              for (const question of [da, en]) {
                expect(question).toMatch(/^[A-ZÆØÅ].*\?$/);
                expect(question).not.toMatch(/undefined|null|NaN|»«|“”|\.[«”]|\{|\}/);
                expect(question).not.toMatch(/\b(han|hun|hans|hendes|he|she|his|her)\b/i);
              }
            }
          }
        }
      }
    }
  });

  it('reads as people speak', () => {
    const axis = axes.find(({ name }) => name === 'Evaluering og feedback');
    const [card] = axis ? disagreementCards([axis], [rated(3)], [rated(5)]) : [];
    expect(card?.questions.map(({ da }) => da)).toEqual([
      'Hvilken situation tænkte I hver især på?',
      `Hvornår har I senest set det, der står på niveau 5: »${axis?.descriptors[4]?.slice(0, -1)}«?`,
      `Hvad skal der til for at være på niveau 4: »${axis?.descriptors[3]?.slice(0, -1)}«?`,
    ]);
  });

  it('are as many as the differences of two or more, in the template’s order', () => {
    const level = fc.oneof(
      fc.integer({ min: 1, max: 5 }).map(rated),
      fc.constant<SpiderLevel>({ state: 'notRated' }),
      fc.constant<SpiderLevel>({ state: 'notRelevant' }),
    );
    const twelve = fc.array(level, { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(twelve, twelve, (self, leader) => {
        const some = axes.slice(0, 12);
        const expected = some.filter((_, index) => {
          const [a, b] = [self[index], leader[index]];
          return a?.state === 'rated' && b?.state === 'rated' && Math.abs(a.level - b.level) >= 2;
        });
        expect(disagreementCards(some, self, leader).map(({ competenceId }) => competenceId)).toEqual(
          expected.map(({ competenceId }) => competenceId),
        );
      }),
    );
  });
});

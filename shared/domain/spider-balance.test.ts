import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spiderLeans } from './spider-balance';

const domains = (...sizes: number[]) =>
  sizes.map((size, index) => ({ name: `domæne ${index}`, competences: Array.from({ length: size }) }));

describe('balance of a spider', () => {
  it('is silent for document 002’s four domains of three', () => {
    expect(spiderLeans(domains(3, 3, 3, 3))).toEqual([]);
  });

  it('names an empty domain and one with more than half, but not exactly half', () => {
    expect(spiderLeans(domains(0, 3, 7))).toEqual([
      { kind: 'empty', domain: 'domæne 0' },
      { kind: 'overHalf', domain: 'domæne 2' },
    ]);
    expect(spiderLeans(domains(2, 4, 2))).toEqual([]);
  });

  it('names at most one domain over half, each empty one, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 8 }), (sizes) => {
        const all = sizes.reduce((a, b) => a + b, 0);
        const leans = spiderLeans(domains(...sizes));
        expect(leans.filter(({ kind }) => kind === 'overHalf').length).toBe(
          sizes.some((size) => size > all / 2) ? 1 : 0,
        );
        expect(leans.filter(({ kind }) => kind === 'empty').length).toBe(
          all === 0 ? 0 : sizes.filter((size) => size === 0).length,
        );
      }),
    );
  });
});

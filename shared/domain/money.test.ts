import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyText, shareOf } from './money';

describe('money', () => {
  it.each([
    [896_000, '8.960 kr.', 'DKK 8,960'],
    [1_450_050, '14.500,50 kr.', 'DKK 14,500.50'],
    [0, '0 kr.', 'DKK 0'],
    [-120_000, '-1.200 kr.', 'DKK -1,200'],
    [100_000_000, '1.000.000 kr.', 'DKK 1,000,000'],
  ])('%i øre reads %s', (ore, da, en) => {
    expect(moneyText(ore, 'da').replace('−', '-')).toBe(da);
    expect(moneyText(ore, 'en').replace('−', '-')).toBe(en);
  });

  it('shares 80/20 without losing an øre', () => {
    expect(shareOf(1_120_000, 80)).toBe(896_000);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 100 }), (ore, percent) => {
        const share = shareOf(ore, percent);
        expect(Number.isInteger(share)).toBe(true);
        expect(Math.abs(share - (ore * percent) / 100)).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});

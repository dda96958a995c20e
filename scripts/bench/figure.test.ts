import { describe, expect, it } from 'vitest';
import { figureOf, median, missOf, spreadOf, takePairs, whileSteady } from './figure';

const figure = (ratio: number, control: number) =>
  figureOf('x', { ours: [ratio, ratio], limit: [1, 1] }, { wanted: 1.5, repeats: 0, control });

describe('a figure', () => {
  it('takes ours and the limit in turns and drops the first pair', async () => {
    const order: string[] = [];
    const taken = await takePairs(
      2,
      (round) => order.push(`ours ${round}`),
      (round) => order.push(`limit ${round}`),
    );
    expect(order).toEqual(['ours 0', 'limit 0', 'ours 1', 'limit 1', 'ours 2', 'limit 2']);
    expect(taken).toEqual({ ours: [3, 5], limit: [4, 6] });
  });

  it('knows medians and spreads', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 2, 3, 4])).toBe(2.5);
    expect(spreadOf([10, 10, 10, 10])).toBe(1);
    expect(spreadOf([10, 10, 20, 20])).toBeCloseTo(2);
  });

  it('repeats while the limit is unsteady, three times in all', async () => {
    let times = 0;
    const unsteady = await whileSteady(async () => {
      times += 1;
      return { ours: [1], limit: [1, 1, 9, 9] };
    });
    expect([times, unsteady.repeats]).toEqual([3, 2]);
    expect((await whileSteady(async () => ({ ours: [1], limit: [1, 1] }))).repeats).toBe(0);
  });

  it('names a miss, and a control that sees nothing', () => {
    expect(missOf(figure(1.4, 2))).toEqual([]);
    expect(missOf(figure(1.6, 2))).toEqual(['miss: x is 1.6, wanted 1.5']);
    expect(missOf(figure(1.4, 1.2))).toEqual(['the control of x saw nothing: 1.2, wanted above 1.5']);
  });
});

import { describe, expect, it } from 'vitest';
import { parseClock } from './clock';

describe('parseClock', () => {
  it.each([
    ['13.30', '13:30'],
    ['13:30', '13:30'],
    ['1330', '13:30'],
    ['830', '08:30'],
    ['8', '08:00'],
    ['kl. 8.15', '08:15'],
    ['', ''],
    ['  ', ''],
    ['24.00', null],
    ['12.60', null],
    ['middag', null],
    ['12.5', null],
  ])('%s → %s', (typed, read) => {
    expect(parseClock(typed)).toBe(read);
  });
});

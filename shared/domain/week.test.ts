import { describe, expect, it } from 'vitest';
import { weekRange } from './week';

describe('weekRange', () => {
  it.each([
    ['2026-11-23', '2026-11-23', '2026-11-29'],
    ['2026-11-29', '2026-11-23', '2026-11-29'],
    ['2027-01-01', '2026-12-28', '2027-01-03'],
    ['2023-12-31', '2023-12-25', '2023-12-31'],
  ])('%s lies in the week %s – %s', (date, first, last) => {
    expect(weekRange(date)).toEqual({ first, last });
  });
});

import { expect, it } from 'vitest';
import { firstNames } from './first-names';

it('says first names, and whole names where two share one', () => {
  expect(firstNames(['Lars-Ole Damgaard', 'Mette Sandholm', 'Mette Kold'])).toEqual([
    'Lars-Ole',
    'Mette Sandholm',
    'Mette Kold',
  ]);
  expect(firstNames([])).toEqual([]);
});

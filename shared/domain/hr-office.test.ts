import { describe, expect, it } from 'vitest';
import { checkOffice } from './hr-office';

describe('the two chiefs of an HR office', () => {
  const office = { profile: 'hr', leaderName: 'Jens Overgaard', developmentChiefName: 'Mette Kærsgaard' };

  it('are two named persons', () => {
    expect(() => checkOffice(office)).not.toThrow();
    for (const developmentChiefName of ['', '  ', undefined, 'Jens Overgaard', ' jens  OVERGAARD '])
      expect(() => checkOffice({ ...office, developmentChiefName })).toThrow();
  });

  it('are not asked of a school', () => {
    expect(() => checkOffice({ profile: 'folkeskole', leaderName: 'Birgitte Halkjær' })).not.toThrow();
  });
});

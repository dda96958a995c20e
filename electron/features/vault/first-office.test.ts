import { describe, expect, it } from 'vitest';
import { staffCategories } from '../../data/schema/employees';
import { schools } from '../../data/schema/school';
import { spiderTemplates } from '../../data/schema/spiders';
import { testDatabase } from '../../data/test-database';
import { starterSpiders } from '../starter-spiders';
import { fillFirstSchool } from './first-school';
import { readLegalBases } from './legal-bases';

const starts = { spiders: starterSpiders('resources'), legalBases: readLegalBases('resources') };
const now = new Date('2026-11-23T12:00:00');
const answers = {
  name: 'HR og skoleudvikling',
  municipality: 'Nordmarke Kommune',
  leaderName: 'Jens Overgaard',
  leaderTitle: 'skoleleder',
  retentionYears: 5,
  retentionReason: '',
};

describe('a first start', () => {
  it('of HR knows its two chiefs, and neither staff nor spiders nor a basis for plans', () => {
    const { db } = testDatabase().open;
    fillFirstSchool(db, { ...answers, profile: 'hr', developmentChiefName: 'Mette Kærsgaard' }, starts, now);
    expect(db.select().from(schools).get()).toMatchObject({
      profile: 'hr',
      name: 'HR og skoleudvikling',
      leaderName: 'Jens Overgaard',
      leaderTitle: 'HR-chef',
      developmentChiefName: 'Mette Kærsgaard',
      legalBasis: '',
      legalBasisCheckedOn: '2026-11-23',
    });
    expect(db.select().from(staffCategories).all()).toEqual([]);
    expect(db.select().from(spiderTemplates).all()).toEqual([]);
  });

  it('of a school has no second chief, whatever was typed before the choice was changed', () => {
    const { db } = testDatabase().open;
    fillFirstSchool(db, { ...answers, profile: 'folkeskole', developmentChiefName: 'Mette' }, starts, now);
    expect(db.select().from(schools).get()).toMatchObject({
      leaderTitle: 'skoleleder',
      developmentChiefName: '',
    });
    expect(db.select().from(staffCategories).all().length).toBeGreaterThan(3);
  });
});

import { fundRuleSet } from '@shared/domain/funds/fund-rules';
import { describe, expect, it } from 'vitest';
import { fundRuleSets, funds } from '../../data/schema/funds';
import { schools } from '../../data/schema/school';
import { seedFunds } from '../../data/seed-funds';
import { testContext } from '../test-context';
import { testSchoolRow } from '../test-school';
import { fundSchool } from './test-funds-school';

describe('the funds a school begins with', () => {
  it('are the own pool, the municipal fund with its areas and the state fund, with sources and dates', async () => {
    const test = fundSchool();
    const { funds: all } = await test.ask('rules');
    expect(all.map(({ kind, sets }) => [kind, sets.length])).toEqual([
      ['ownPool', 1],
      ['municipal', 6],
      ['state', 1],
    ]);
    for (const { sets } of all)
      for (const set of sets) {
        expect(set.source).not.toBe('');
        expect(set.rules.every(({ source }) => source !== '')).toBe(true);
        expect(fundRuleSet.safeParse(set).success).toBe(true);
      }
    expect(all.flatMap(({ sets }) => sets).filter(({ isOutdated }) => isOutdated).length).toBeGreaterThan(3);
    expect((await test.ask('list')).outdatedSets).toBeGreaterThan(3);
  });

  it('are given once, and to an office of HR never', () => {
    const { context } = fundSchool();
    expect(seedFunds(context.db, 'resources')).toBe(0);
    const office = testContext();
    office.context.db
      .insert(schools)
      .values({ ...testSchoolRow, profile: 'hr' })
      .run();
    expect(seedFunds(office.context.db, 'resources')).toBe(0);
    expect(office.context.db.select().from(funds).all()).toEqual([]);
    expect(seedFunds(testContext().context.db, 'resources')).toBe(0);
  });

  it('stay away when the school has removed them', async () => {
    const test = fundSchool();
    for (const { id } of (await test.ask('rules')).funds) await test.ask('removeFund', { id });
    expect((await test.ask('rules')).funds).toEqual([]);
    expect(seedFunds(test.context.db, 'resources')).toBe(0);
    expect((await test.navigate()).hits).toEqual([]);
    await test.ask('restoreFund', { id: test.context.db.select().from(funds).get()?.id });
    expect((await test.ask('rules')).funds).toHaveLength(1);
  });
});

describe('a rule set', () => {
  it('is changed, and the answer with it', async () => {
    const test = fundSchool();
    const { state: _, isOutdated: __, drafts: ___, ...set } = await test.set('HK Kommunal');
    const before = (await test.navigate()).hits.find(({ set: { id } }) => id === set.id);
    expect(before?.assessment.amounts.fundOre).toBe(896_000);
    const rules = set.rules.map((rule) => (rule.kind === 'share' ? { ...rule, percent: 70 } : rule));
    await test.ask('saveRules', { ...set, rules });
    const after = (await test.navigate()).hits.find(({ set: { id } }) => id === set.id);
    expect(after?.assessment.amounts.fundOre).toBe(784_000);
  });

  it('gets a new version from a day, and the old one ends the day before', async () => {
    const test = fundSchool();
    const { id, state: _, isOutdated: __, drafts: ___, ...set } = await test.set('HK Kommunal');
    const validFrom = '2027-01-01';
    const renewed = { ...set, validFrom, lastCheckedOn: '2026-11-23', checkAgainOn: '2027-11-23' };
    await expect(test.ask('saveRules', renewed)).rejects.toThrow(/har allerede regler/);
    const { id: newId } = await test.ask('saveRules', { ...renewed, replaces: id });
    const { funds: all } = await test.ask('rules');
    const sets = all.flatMap((fund) => fund.sets).filter(({ area }) => area === 'HK Kommunal');
    expect(sets.map(({ state, validFrom: from, validTo }) => [state, from, validTo])).toEqual([
      ['inForce', '2023-01-01', '2026-12-31'],
      ['coming', '2027-01-01', null],
    ]);
    // Both hold on one of the two days, and the coming one says that it is too early.
    const hits = (await test.navigate()).hits.filter(({ set: { area } }) => area === 'HK Kommunal');
    expect(hits).toHaveLength(2);
    const coming = hits.find(({ set: { id: one } }) => one === newId);
    expect(coming?.assessment.verdicts.filter(({ outcome }) => outcome === 'refused')).toMatchObject([
      { rule: 'validity' },
    ]);
    test.setNow('2027-01-01T12:00:00');
    expect((await test.set('HK Kommunal')).id).toBe(newId);
  });

  it('warns until somebody has compared it with its source', async () => {
    const test = fundSchool();
    const { id } = await test.set('HK Kommunal');
    expect(await test.set('HK Kommunal')).toMatchObject({ isOutdated: true, lastCheckedOn: '2023-12-31' });
    const { outdatedSets } = await test.ask('list');
    expect(await test.ask('checkedToday', { id })).toEqual({
      lastCheckedOn: '2026-11-23',
      checkAgainOn: '2027-11-23',
    });
    expect(await test.set('HK Kommunal')).toMatchObject({ isOutdated: false });
    expect((await test.ask('list')).outdatedSets).toBe(outdatedSets - 1);
    test.setNow('2027-11-23T08:00:00');
    expect((await test.set('HK Kommunal')).isOutdated).toBe(true);
  });

  it('is refused with dates and rules that contradict each other', async () => {
    const test = fundSchool();
    const { state: _, isOutdated: __, drafts: ___, ...set } = await test.set('HK Kommunal');
    const save = (change: Record<string, unknown>) => test.ask('saveRules', { ...set, ...change });
    await expect(save({ validTo: '2020-01-01' })).rejects.toThrow(/validTo/);
    await expect(save({ lastCheckedOn: '2026-11-24', checkAgainOn: '2027-01-01' })).rejects.toThrow(
      /lastCheckedOn/,
    );
    await expect(save({ checkAgainOn: set.lastCheckedOn })).rejects.toThrow(/checkAgainOn/);
    await expect(save({ rules: [...set.rules, ...set.rules] })).rejects.toThrow(/står to gange/);
    const source = 'Vinduer';
    const windows = [{ opensOn: '2027-02-01', closesOn: '2027-01-01' }];
    await expect(save({ rules: [{ kind: 'windows', source, windows }] })).rejects.toThrow(/lukker, før/);
    await expect(save({ rules: [{ kind: 'answer', source, fromDays: 9, toDays: 3 }] })).rejects.toThrow(
      /Byt om/,
    );
    await expect(save({ rules: [{ kind: 'share', percent: 80 }] })).rejects.toThrow();
    await expect(save({ rules: [{ kind: 'share', source, percent: 101 }] })).rejects.toThrow();
  });

  it('ends, goes and comes back', async () => {
    const test = fundSchool();
    const { id } = await test.set('Akademikerne');
    await test.ask('endRules', { id, validTo: '2026-11-22' });
    expect((await test.set('Akademikerne')).state).toBe('ended');
    expect((await test.navigate()).hits.some(({ set }) => set.id === id)).toBe(false);
    await expect(test.ask('endRules', { id, validTo: '2001-01-01' })).rejects.toThrow(/før startdatoen/);
    await test.ask('endRules', { id, validTo: null });
    await test.ask('removeRules', { id });
    await expect(test.set('Akademikerne')).rejects.toThrow();
    await test.ask('restoreRules', { id });
    expect((await test.set('Akademikerne')).state).toBe('inForce');
    await expect(test.ask('restoreRules', { id })).rejects.toThrow(/not-found/);
    expect(test.context.db.select().from(fundRuleSets).all()).toHaveLength(8);
  });

  it('belongs to a fund of the school’s own too', async () => {
    const test = fundSchool();
    const { id: fundId } = await test.ask('saveFund', { name: 'Skolens jubilæumsfond', kind: 'ownPool' });
    await test.ask('saveFund', { id: fundId, name: 'Jubilæumsfonden', kind: 'ownPool' });
    await test.ask('saveRules', {
      fundId,
      area: '',
      validFrom: '2026-01-01',
      validTo: null,
      source: 'Skolebestyrelsen',
      lastCheckedOn: '2026-11-01',
      checkAgainOn: '2027-11-01',
      rules: [{ kind: 'share', source: 'Skolebestyrelsen', percent: 25 }],
    });
    const hit = (await test.navigate()).hits.find(({ fundName }) => fundName === 'Jubilæumsfonden');
    expect(hit?.assessment).toMatchObject({
      fits: true,
      amounts: { fundOre: 280_000, workplaceOre: 840_000 },
    });
  });
});

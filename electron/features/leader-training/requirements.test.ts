import { describe, expect, it } from 'vitest';
import { ectsRequirements } from '../../data/schema/leader-training';
import { testFolder } from '../../data/test-database';
import { testContext } from '../test-context';
import { testProfile } from '../test-school';
import { leaderSchool } from './test-leaders';

describe('the requirements', () => {
  it('come from the school’s profile once, with basis and source', async () => {
    const test = leaderSchool();
    const rows = await test.requirements();
    expect(
      rows.map(({ name, ects, beginWithinMonths, basis }) => [name, ects, beginWithinMonths, basis]),
    ).toEqual([
      ['Administrative ledere', 10, 12, 'schoolDecision'],
      ['Pædagogiske ledere', 10, 12, 'eudReform'],
    ]);
    expect(rows[1]?.categories.map(({ name }) => name)).toEqual(['skoleleder', 'Pædagogisk leder']);
    expect(rows[1]?.source).toMatch(/inden for et år efter ansættelsen påbegynde/);
    for (const { id } of rows) await test.call('leaderTraining', 'removeRequirement', { id });
    expect(await test.overview()).toMatchObject({ requirements: 0, leaders: [] });
    await test.call('leaderTraining', 'restoreRequirement', { id: rows[0]?.id });
    expect((await test.overview()).leaders.map(({ employeeId }) => employeeId)).toEqual(['lone']);
  });

  it('can be changed, ended and followed by another, never two at a time for a post', async () => {
    const test = leaderSchool();
    const [, pedagogical] = await test.requirements();
    const {
      id,
      state: _,
      isOld: __,
      categories = [],
      ...rest
    } = pedagogical ?? { id: '', state: '', isOld: false };
    const given = { ...rest, categoryIds: categories.map((one) => one.id) };
    const save = (change: Record<string, unknown>) =>
      test.call<{ id: string }>('leaderTraining', 'saveRequirement', { ...given, ...change });
    await save({ id, ects: 7.5, beginWithinMonths: 18, parts: ['Ledelse', 'Ledelse', 'Økonomi'] });
    expect((await test.ledger('thomas')).clock?.deadline).toBe('2027-07-01');
    expect((await test.ledger('thomas')).parts.map(({ name }) => name)).toEqual(['Ledelse', 'Økonomi']);
    const next = { name: 'Nye regler', ects: 15, validFrom: '2027-01-01' };
    await expect(save(next)).rejects.toThrow(/har allerede kravet »Pædagogiske ledere«/);
    await test.call('leaderTraining', 'endRequirement', { id, validTo: '2026-12-31' });
    await save(next);
    expect((await test.requirements()).map(({ name, state }) => [name, state])).toEqual([
      ['Administrative ledere', 'inForce'],
      ['Pædagogiske ledere', 'inForce'],
      ['Nye regler', 'coming'],
    ]);
    await expect(test.call('leaderTraining', 'endRequirement', { id, validTo: null })).rejects.toThrow(
      /Nye regler/,
    );
    test.setNow('2027-01-02T12:00:00');
    expect((await test.ledger('thomas')).requirement?.ects).toBe(15);
    expect((await test.requirements()).at(-1)).toMatchObject({ name: 'Pædagogiske ledere', state: 'ended' });
  });

  it('say when they have not been checked for a year', async () => {
    const test = leaderSchool();
    test.context.db.update(ectsRequirements).set({ lastCheckedOn: '2025-11-23' }).run();
    expect((await test.overview()).unchecked).toBe(0);
    test.setNow('2026-11-24T12:00:00');
    expect((await test.overview()).unchecked).toBe(2);
    expect((await test.requirements()).every(({ isOld }) => isOld)).toBe(true);
  });

  it('refuse a check in the future, an end before the beginning and odd points', async () => {
    const test = leaderSchool();
    const input = {
      name: 'Krav',
      ects: 10,
      beginWithinMonths: 12,
      basis: 'schoolDecision',
      source: '',
      lastCheckedOn: '2026-11-23',
      validFrom: '2026-08-01',
      validTo: null,
      categoryIds: ['c3'],
      parts: [],
    };
    const save = (change: Record<string, unknown>) =>
      test.call('leaderTraining', 'saveRequirement', { ...input, ...change });
    await expect(save({ lastCheckedOn: '2026-11-24' })).rejects.toThrow(/fremtiden/);
    await expect(save({ validTo: '2026-07-31' })).rejects.toThrow(/før startdatoen/);
    await expect(save({ ects: 9.9 })).rejects.toThrow(/hele eller halve/);
    await expect(save({ categoryIds: ['none'] })).rejects.toThrow(/findes ikke længere/);
    expect(await test.requirements()).toHaveLength(2);
  });

  it('come into a school’s file from before there were any when it is opened, and never a second time', async () => {
    const passphrase = 'fire tilfældige ord her';
    const { call, router, context } = testContext({
      machine: { dataFolder: testFolder() },
      session: { state: 'none', open: null, keys: null },
    });
    const { name, municipality, leaderName, leaderTitle, retentionYears, retentionReason } = testProfile;
    const school = { name, municipality, leaderName, leaderTitle, retentionYears, retentionReason };
    await call('vault', 'create', { passphrase, school: { ...school, profile: 'erhvervsskole' } });
    type Rows = { requirements: { id: string; categories: { name: string }[] }[] };
    const rows = async () => (await call<Rows>('leaderTraining', 'requirements')).requirements;
    const names = async () => (await rows()).map(({ categories }) => categories.map((one) => one.name));
    const expected = [
      ['afdelingsleder', 'funktionschef'],
      ['uddannelseschef', 'uddannelsesleder'],
    ];
    expect(await names()).toEqual(expected);
    context.session.open?.sqlite.exec(
      'DELETE FROM requirement_parts; DELETE FROM requirement_categories; DELETE FROM ects_requirements;',
    );
    const again = async () => {
      await call('vault', 'lock');
      await call('vault', 'unlock', { passphrase });
      return names();
    };
    expect(await names()).toEqual([]);
    expect(await again()).toEqual(expected);
    for (const { id } of await rows()) await call('leaderTraining', 'removeRequirement', { id });
    expect(await again()).toEqual([]);
    await router('vault', 'lock', {});
  });
});

import { describe, expect, it } from 'vitest';
import { ledgerEntries } from '../../data/schema/leader-training';
import { leaderSchool, moduleInput } from './test-leaders';

describe('the ledger', () => {
  it('keeps modules, adds half points, and brings back what was removed', async () => {
    const test = leaderSchool();
    const id = await test.module('lone', { ects: 2.5 });
    await test.module('lone', { kind: 'underWay', ects: 5, startedOn: '2026-10-01', completedOn: null });
    await test.module('lone', { kind: 'planned', ects: 2.5, startedOn: '2027-02-01', completedOn: null });
    const sums = async () => (await test.ledger('lone')).sums;
    expect(await sums()).toMatchObject({ earned: 2.5, underWay: 5, planned: 2.5, missing: 7.5 });
    await test.call('leaderTraining', 'removeEntry', { id });
    expect(await sums()).toMatchObject({ earned: 0, missing: 10 });
    await expect(test.call('leaderTraining', 'removeEntry', { id })).rejects.toThrow(
      /ikke længere i regnskabet/,
    );
    await test.call('leaderTraining', 'restoreEntry', { id });
    await test.call('leaderTraining', 'saveEntry', moduleInput({ id, employeeId: 'lone', ects: 5 }));
    expect(await sums()).toMatchObject({ earned: 5, missing: 5 });
    expect((await test.ledger('lone')).entries.map(({ kind }) => kind)).toEqual([
      'passed',
      'underWay',
      'planned',
    ]);
    expect((await test.ledger('lone')).parts).toEqual([
      { name: 'Pædagogisk ledelse', hasModule: true },
      { name: 'Samarbejde og relationer på tværs af afdelinger', hasModule: false },
    ]);
  });

  it('is there for who has no requirement, without a clock', async () => {
    const test = leaderSchool();
    await test.module('mette');
    expect(await test.ledger('mette')).toMatchObject({
      requirement: null,
      clock: null,
      sums: { earned: 5, missing: 0 },
    });
  });

  it.each([
    [{ ects: 0 }, /hele eller halve/],
    [{ ects: 2.3 }, /hele eller halve/],
    [{ completedOn: null }, /blev bestået/],
    [{ completedOn: '2026-11-24' }, /blev bestået/],
    [{ startedOn: '2026-07-01' }, /før startdatoen/],
    [{ kind: 'underWay', startedOn: null, completedOn: null }, /modulet begyndte/],
    [{ kind: 'underWay', startedOn: '2026-12-01', completedOn: null }, /modulet begyndte/],
    [{ kind: 'merit' }, /invalid/],
    [{ employeeId: 'nobody' }, /findes ikke længere/],
  ])('refuses %j', async (change, message) => {
    await expect(leaderSchool().call('leaderTraining', 'saveEntry', moduleInput(change))).rejects.toThrow(
      message,
    );
  });

  it('gives merit as decided, counts it once, and lets nobody change it here', async () => {
    const test = leaderSchool();
    const { db } = test.context;
    const merit = {
      employeeId: 'amina',
      title: 'Master i ledelse',
      provider: '',
      startedOn: null,
      completedOn: '2026-11-20',
      attachmentId: null,
      meritCaseId: 'case',
    };
    db.insert(ledgerEntries)
      .values([
        { ...merit, id: 'laid', kind: 'passed', ects: 15, createdAt: '1' },
        { ...merit, id: 'granted', kind: 'merit', ects: 5, createdAt: '2' },
      ])
      .run();
    const ledger = await test.ledger('amina');
    expect(ledger.sums).toMatchObject({ earned: 5, missing: 5 });
    expect(ledger.entries.map(({ id, counts }) => [id, counts])).toEqual([
      ['granted', true],
      ['laid', false],
    ]);
    expect(ledger.clock).toMatchObject({ state: 'begun', begunOn: '2026-11-20' });
    for (const [name, input] of [
      ['removeEntry', { id: 'granted' }],
      ['restoreEntry', { id: 'granted' }],
      ['saveEntry', moduleInput({ id: 'granted', employeeId: 'amina' })],
      ['addCertificate', { entryId: 'granted' }],
    ] as const)
      await expect(test.call('leaderTraining', name, input)).rejects.toThrow(/følger af en afgørelse/);
    expect(test.failures).toEqual([]);
  });
});

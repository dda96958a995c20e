import type { Reply } from '@shared/contract/core';
import { hrFeatures } from '@shared/contract/hr-features';
import { inputsOf } from '@shared/contract/test-input';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schools } from '../data/schema/school';
import { testContext } from './test-context';
import { testProfile, testSchoolRow } from './test-school';
import { calls, keyOf } from './test-world';

const office = {
  profile: 'hr',
  name: 'HR og skoleudvikling',
  leaderName: 'Jens Overgaard',
  leaderTitle: 'HR-chef',
  developmentChiefName: 'Mette Kærsgaard',
} as const;

function hrFile() {
  const test = testContext();
  test.context.db
    .insert(schools)
    .values({ ...testSchoolRow, ...office })
    .run();
  return test;
}

/** Tables of a school's own world. */
const schoolTables = [
  'employees',
  'staff_categories',
  'teams',
  'talks',
  'agreements',
  'notes',
  'spider_templates',
  'training_plans',
  'ledger_entries',
];

describe('a file of HR', () => {
  it('answers or refuses every call, and nothing of a school comes into it', async () => {
    const test = hrFile();
    // Locking and restoring close the file; the rest is tried as it stands.
    const open = calls.filter(
      ({ feature, call }) => feature !== 'vault' && feature !== 'backups' && call.access === 'leader',
    );
    const failed: string[] = [];
    for (const { feature, name, call } of open) {
      for (const input of fc.sample(inputsOf(call.input), { numRuns: 2, seed: 20261123 })) {
        const reply = (await test.router(feature, name, input)) as Reply<unknown>;
        if (!reply.ok && reply.error.code === 'internal')
          failed.push(`${keyOf({ feature, name })}: ${String(test.failures.at(-1))}`);
        const changesSchool = call.changes.length > 0 && !hrFeatures.includes(feature);
        if (changesSchool) expect([feature, name, reply.ok]).toEqual([feature, name, false]);
      }
    }
    expect(failed).toEqual([]);
    const { $client } = test.context.db;
    for (const table of schoolTables) {
      expect([table, $client.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]).toEqual([table, 0]);
    }
  }, 60_000);

  it('says where staff and talks are', async () => {
    const test = hrFile();
    expect(await test.router('teams', 'save', { name: 'Team', type: 'team' })).toMatchObject({
      error: { code: 'forbidden', message: expect.stringContaining('skolens egen Spind') },
    });
    expect(await test.call('employees', 'list')).toEqual([]);
  });

  it('never becomes a school’s, nor a school’s HR’s', async () => {
    const test = hrFile();
    expect(await test.router('school', 'save', testProfile)).toMatchObject({ error: { code: 'conflict' } });
    const same = { ...testProfile, ...office };
    expect(await test.call('school', 'save', { ...same, developmentChiefName: 'Ny Chef' })).toEqual({});
    expect(
      await test.router('school', 'save', { ...same, developmentChiefName: 'jens overgaard' }),
    ).toMatchObject({
      error: { code: 'invalid', fields: { developmentChiefName: expect.any(String) } },
    });

    const school = testContext();
    school.context.db.insert(schools).values(testSchoolRow).run();
    expect(await school.router('school', 'save', same)).toMatchObject({ error: { code: 'conflict' } });
  });
});

import type { Input } from '@shared/contract/core';
import type { school as contract } from '@shared/contract/school';
import { describe, expect, it } from 'vitest';
import { schools } from '../data/schema/school';
import { testContext } from './test-context';
import { testProfile, testSchoolRow } from './test-school';

type Profile = Input<typeof contract.save>;
type Priorities = { priorities: { id: string; kind: string; name: string }[] };

const profile: Profile = testProfile;

function withSchool() {
  const test = testContext();
  test.context.db.insert(schools).values(testSchoolRow).run();
  const refused = async (part: Partial<Profile>) => {
    const reply = await test.router('school', 'save', { ...profile, ...part });
    expect(await test.call('school', 'get')).toEqual(profile);
    return reply.ok ? null : reply.error.fields;
  };
  return { ...test, refused };
}

describe('school', () => {
  it('keeps what its leader saves, and nothing of it goes into the audit log', async () => {
    const { call, context } = withSchool();
    await call('school', 'save', { ...profile, leaderName: '  Asta Aaby ', retentionYears: 10 });
    expect(await call('school', 'get')).toEqual({ ...profile, leaderName: 'Asta Aaby', retentionYears: 10 });
    const row = context.db.$client.prepare('SELECT * FROM audit_log').get();
    expect(JSON.stringify(row)).toContain('leaderName');
    expect(JSON.stringify(row)).not.toContain('Asta');
  });

  it('asks for a written reason above ten years (DOMAIN 0.9)', async () => {
    const { call, refused } = withSchool();
    expect(await refused({ retentionYears: 11 })).toHaveProperty('retentionReason');
    expect(await refused({ retentionYears: 11, retentionReason: '  ' })).toHaveProperty('retentionReason');
    await call('school', 'save', { ...profile, retentionYears: 11, retentionReason: 'Tjenestemænd' });
  });

  it.each(['02-30', '11-31', '13-01', '1-11'])('takes no season that begins on %s', async (seasonStart) => {
    const { refused } = withSchool();
    expect(await refused({ seasonStart })).toHaveProperty('seasonStart');
  });

  it('says what is missing, field by field', async () => {
    const { refused } = withSchool();
    expect(await refused({ name: ' ', legalBasisCheckedOn: '2026-02-31' })).toEqual({
      name: 'Feltet skal udfyldes.',
      legalBasisCheckedOn: 'Vælg en dato, der findes i kalenderen.',
    });
  });
});

describe('priorities', () => {
  it('are kept as a whole list in its order; names change, rows keep their identity', async () => {
    const { call } = withSchool();
    await call('school', 'savePriorities', {
      priorities: [
        { kind: 'school', name: 'Teknologiforståelse' },
        { kind: 'municipal', name: 'Udeskole' },
        { kind: 'municipal', name: 'Motion' },
      ],
    });
    const { priorities } = await call<Priorities>('school', 'priorities');
    expect(priorities.map(({ name }) => name)).toEqual(['Udeskole', 'Motion', 'Teknologiforståelse']);
    const [first, , last] = priorities;
    await call('school', 'savePriorities', { priorities: [{ ...last, name: 'Teknologi' }, first] });
    expect(await call('school', 'priorities')).toEqual({
      priorities: [first, { ...last, name: 'Teknologi' }],
    });
  });
});

describe('today', () => {
  it('is the machine’s local date and its school year', async () => {
    const { call, setNow } = withSchool();
    expect(await call('school', 'today')).toEqual({ date: '2026-11-23', schoolYear: '2026/27' });
    setNow('2027-08-01T00:01:00');
    expect(await call('school', 'today')).toEqual({ date: '2027-08-01', schoolYear: '2027/28' });
  });
});

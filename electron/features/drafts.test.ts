import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { longestDraft } from '@shared/contract/drafts';
import { hostileTexts } from '@shared/domain/hostile-texts';
import { describe, expect, it } from 'vitest';
import { testContext } from './test-context';

type Found = { draft: { content: string; savedAt: string; isToday: boolean; isOld: boolean } | null };
const key = 'agreement new 6f1c 2026/27';
const content = (value: unknown) => JSON.stringify(value);

describe('a draft', () => {
  it('is kept as typed, replaced by the next, and gone when it is dropped', async () => {
    const { call } = testContext();
    expect(await call('drafts', 'get', { key })).toEqual({ draft: null });
    for (const text of hostileTexts) {
      await call('drafts', 'keep', { key, content: content({ text }) });
      const { draft } = await call<Found>('drafts', 'get', { key });
      expect(JSON.parse(draft?.content ?? '')).toEqual({ text });
    }
    expect(await call('drafts', 'get', { key: 'another' })).toEqual({ draft: null });
    await call('drafts', 'drop', { key });
    await call('drafts', 'drop', { key });
    expect(await call('drafts', 'get', { key })).toEqual({ draft: null });
  });

  it('says when it was written, is called old after 90 days, and is never taken away', async () => {
    const { call, setNow } = testContext();
    await call('drafts', 'keep', { key, content: '"x"' });
    const at = async (now: string) => {
      setNow(now);
      return (await call<Found>('drafts', 'get', { key })).draft;
    };
    expect(await at('2026-11-23T23:59:00')).toMatchObject({ isToday: true, isOld: false });
    expect(await at('2026-11-24T00:01:00')).toMatchObject({ isToday: false, isOld: false });
    expect(await at('2027-02-21T12:00:00')).toMatchObject({ isToday: false, isOld: false });
    expect(await at('2027-02-22T00:01:00')).toMatchObject({ isToday: false, isOld: true });
    expect(await at('2041-11-23T12:00:00')).toMatchObject({ content: '"x"', isOld: true });
  });

  it('of 200,000 signs is kept; a longer one, no JSON, or a name in its key is refused', async () => {
    const { call, router } = testContext();
    await call('drafts', 'keep', { key, content: content('å'.repeat(longestDraft - 2)) });
    for (const bad of [
      { key, content: content('å'.repeat(longestDraft)) },
      { key, content: '{"half":' },
      { key: 'agreement Åse Bæk', content: '{}' },
      { key: '', content: '{}' },
    ])
      expect(await router('drafts', 'keep', bad)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    const { draft } = await call<Found>('drafts', 'get', { key });
    expect(draft?.content.length).toBe(longestDraft);
  });

  it('is the leader’s alone: nothing is kept, read or dropped while an employee has the machine', async () => {
    const test = testContext();
    await test.call('drafts', 'keep', { key, content: '"x"' });
    for (const state of ['employee', 'locked', 'none'] as const) {
      test.context.session.state = state;
      for (const [name, input] of [
        ['get', { key }],
        ['keep', { key, content: '"y"' }],
        ['drop', { key }],
      ] as const)
        expect(await test.router('drafts', name, input)).toMatchObject({
          ok: false,
          error: { code: 'locked' },
        });
    }
    test.context.session.state = 'leader';
    expect(await test.call<Found>('drafts', 'get', { key })).toMatchObject({ draft: { content: '"x"' } });
  });

  it('is on the disk when it is answered, behind the key, and leaves no trace in the audit log', async () => {
    const { call, database, context, router } = testContext();
    const words = 'Testning af ordblindhed hos Pernille';
    await call('drafts', 'keep', { key, content: content(words) });
    expect(context.db.$client.prepare('SELECT count(*) FROM audit_log').pluck().get()).toBe(0);
    context.session.open = database.reopen();
    expect(await router('drafts', 'get', { key })).toMatchObject({
      value: { draft: { content: content(words) } },
    });
    for (const name of readdirSync(database.folder).filter((one) => one.startsWith('spind.db')))
      expect(readFileSync(join(database.folder, name)).includes(words)).toBe(false);
  });
});

import type { SpiderDraft } from '@shared/contract/spiders';
import { describe, expect, it } from 'vitest';
import { staffCategories } from '../data/schema/employees';
import { testContext } from './test-context';

type Got = {
  templateId: string;
  content: SpiderDraft;
  version: { number: number; publishedAt: string | null };
};
type List = {
  templates: {
    id: string;
    name: string;
    published: { id: string; number: number } | null;
    draft: { id: string } | null;
    axes: unknown[];
  }[];
};

const competence = (name: string) => ({
  name,
  targetLevel: 4,
  descriptors: ['ser', 'prøver', 'kan', 'deler', 'udvikler'],
});
const complete: SpiderDraft = {
  scaleMax: 5,
  domains: [
    { name: 'Almene', competences: [competence('Teamsamarbejde'), competence('Årsplanlægning')] },
    { name: 'Faglige', competences: [competence('Fagdidaktik')] },
  ],
};

async function withDraft() {
  const test = testContext();
  const { versionId } = await test.call<{ versionId: string }>('spiders', 'create', {
    name: 'Lærer',
    from: null,
  });
  const get = (id: string) => test.call<Got>('spiders', 'get', { versionId: id });
  const list = () => test.call<List>('spiders', 'list');
  const save = (content: SpiderDraft) => test.call('spiders', 'saveDraft', { versionId, content });
  return { ...test, versionId, get, list, save };
}

describe('spider templates', () => {
  it('begins with document 002’s four domains and keeps a whole draft as written', async () => {
    const { get, save, versionId } = await withDraft();
    expect((await get(versionId)).content.domains.map(({ name }) => name)).toEqual([
      'Almene',
      'Faglige',
      'Pædagogiske',
      'Personlige',
    ]);
    await save(complete);
    expect((await get(versionId)).content).toMatchObject(complete);
  });

  it('freezes at publishing, and a new version leaves the old wording alone', async () => {
    const { call, get, save, versionId } = await withDraft();
    await save(complete);
    await call('spiders', 'publish', { versionId });
    await expect(save(complete)).rejects.toThrow(/ligger fast/);
    const before = await get(versionId);
    const next = await call<{ versionId: string }>('spiders', 'startVersion', {
      templateId: before.templateId,
    });
    const draft = await get(next.versionId);
    expect(draft.version.number).toBe(2);
    expect(draft.content).toEqual(before.content);
    const reworded = structuredClone(draft.content);
    const first = reworded.domains[0]?.competences[0];
    if (first) first.name = 'Samarbejde i team';
    await call('spiders', 'saveDraft', { versionId: next.versionId, content: reworded });
    await call('spiders', 'publish', { versionId: next.versionId });
    expect((await get(versionId)).content).toEqual(before.content);
    const after = (await get(next.versionId)).content.domains[0]?.competences[0];
    expect(after?.name).toBe('Samarbejde i team');
    expect(after?.lineageId).toBe(before.content.domains[0]?.competences[0]?.lineageId);
  });

  it('says what is missing before publishing', async () => {
    const { call, save, versionId } = await withDraft();
    const publish = () => call('spiders', 'publish', { versionId });
    await expect(publish()).rejects.toThrow(/ingen kompetencer/);
    const broken = (change: (draft: SpiderDraft) => void) => {
      const draft = structuredClone(complete);
      change(draft);
      return save(draft);
    };
    const first = (draft: SpiderDraft) => draft.domains[0]?.competences[0] ?? competence('');
    await broken((draft) => Object.assign(first(draft), { name: ' ' }));
    await expect(publish()).rejects.toThrow(/mangler et navn/);
    await broken((draft) => Object.assign(first(draft), { name: 'fagdidaktik' }));
    await expect(publish()).rejects.toThrow(/to gange/);
    await broken((draft) =>
      Object.assign(first(draft), { descriptors: ['ser', 'prøver', '', 'deler', 'udvikler'] }),
    );
    await expect(publish()).rejects.toThrow(/niveau 3/);
    await broken((draft) => Object.assign(draft, { scaleMax: 3 }));
    await expect(publish()).rejects.toThrow(/skalaen slutter ved 3/);
    await save(complete);
    await publish();
  });

  it('gives a discarded draft back', async () => {
    const { call, get, list, save, versionId } = await withDraft();
    await save(complete);
    const thrown = await call<{ templateId: string; content: SpiderDraft }>('spiders', 'discardDraft', {
      versionId,
    });
    expect((await list()).templates[0]?.draft).toBeNull();
    const back = await call<{ versionId: string }>('spiders', 'restoreDraft', thrown);
    expect((await get(back.versionId)).content).toMatchObject(complete);
  });

  it('copies the starters, and a copy begins a history of its own', async () => {
    const { call, get } = await withDraft();
    const { starters } = await call<{ starters: { key: string; name: string }[] }>('spiders', 'starters');
    expect(starters.map(({ name }) => name)).toEqual([
      'Lærer',
      'Pædagogisk leder',
      'Administrativ leder',
      'Pædagog',
    ]);
    const made = await call<{ versionId: string }>('spiders', 'create', {
      name: 'Børnehaveklasseleder',
      from: { starter: 'teacher' },
    });
    const original = await get(made.versionId);
    expect(original.content.domains.flatMap(({ competences }) => competences)).toHaveLength(12);
    const copy = await call<{ versionId: string }>('spiders', 'create', {
      name: 'Kopi',
      from: { versionId: made.versionId },
    });
    const lineages = (got: Got) => got.content.domains.flatMap((d) => d.competences.map((c) => c.lineageId));
    const mine = new Set(lineages(original));
    expect(lineages(await get(copy.versionId)).some((id) => mine.has(id))).toBe(false);
  });

  it('is not removed while a category uses it, and comes back when undone', async () => {
    const { call, context, get, list, versionId } = await withDraft();
    const { templateId } = await get(versionId);
    context.db
      .insert(staffCategories)
      .values({ id: 'c', name: 'lærer', position: 0, spiderTemplateId: templateId })
      .run();
    await expect(call('spiders', 'remove', { templateId })).rejects.toThrow(/bruges af lærer/);
    context.db.update(staffCategories).set({ spiderTemplateId: null }).run();
    await call('spiders', 'remove', { templateId });
    expect((await list()).templates).toEqual([]);
    await call('spiders', 'restore', { templateId });
    expect((await list()).templates).toHaveLength(1);
  });
});

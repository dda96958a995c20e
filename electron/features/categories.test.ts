import type { contract } from '@shared/contract';
import type { Output } from '@shared/contract/core';
import { describe, expect, it } from 'vitest';
import { spiderTemplates } from '../data/schema/spiders';
import { testContext } from './test-context';

type Categories = Output<typeof contract.categories.list>;
type Id = { id: string };

const employee = (categoryId: string, change: object = {}) => ({
  employeeNumber: '1',
  name: 'Ib Bæk',
  categoryId,
  title: '',
  employmentDate: '2020-08-01',
  leavingDate: null,
  employmentPercent: 100,
  note: '',
  ...change,
});

describe('categories', () => {
  it('show their spider and how many are employed today', async () => {
    const { call, context } = testContext();
    context.db.insert(spiderTemplates).values({ id: 's1', name: 'Lærer', removedAt: null }).run();
    const { id } = await call<Id>('categories', 'save', { name: 'lærer', spiderTemplateId: 's1' });
    await call('categories', 'save', { name: 'pædagog', spiderTemplateId: null });
    await call('employees', 'save', employee(id));
    await call('employees', 'save', employee(id, { employeeNumber: '2', leavingDate: '2026-06-30' }));
    expect(await call<Categories>('categories', 'list')).toEqual({
      categories: [
        { id, name: 'lærer', spiderTemplateId: 's1', spiderTemplateName: 'Lærer', employees: 1 },
        expect.objectContaining({ name: 'pædagog', spiderTemplateName: null, employees: 0 }),
      ],
      spiderTemplates: [{ id: 's1', name: 'Lærer' }],
    });
  });

  it('have names of their own and spiders that are there', async () => {
    const { call, router } = testContext();
    await call('categories', 'save', { name: 'lærer', spiderTemplateId: null });
    expect(await router('categories', 'save', { name: 'LÆRER', spiderTemplateId: null })).toMatchObject({
      error: { code: 'conflict', fields: { name: expect.stringContaining('lærer') } },
    });
    expect(await router('categories', 'save', { name: 'tap', spiderTemplateId: 'gone' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('can be removed when nobody uses them, brought back, and made anew under the same name', async () => {
    const { call, router } = testContext();
    const { id } = await call<Id>('categories', 'save', { name: 'lærer', spiderTemplateId: null });
    const ib = await call<Id>('employees', 'save', employee(id));
    expect(await router('categories', 'remove', { id })).toMatchObject({ error: { code: 'conflict' } });
    await call('employees', 'remove', ib);
    await call('categories', 'remove', { id });
    expect((await call<Categories>('categories', 'list')).categories).toEqual([]);
    await call('categories', 'restore', { id });
    await call('categories', 'remove', { id });
    await call('categories', 'save', { name: 'Lærer', spiderTemplateId: null });
    expect((await call<Categories>('categories', 'list')).categories.map((one) => one.name)).toEqual([
      'Lærer',
    ]);
  });
});

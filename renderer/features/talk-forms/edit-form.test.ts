import type { FormDraft } from '@shared/contract/talk-forms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addArea, changeArea, insertArea, moveArea, removeArea } from './edit-form';

const formOf = (size: number): FormDraft => ({
  purpose: 'p',
  notForDiscussion: 'n',
  areas: Array.from({ length: size }, (_, index) => ({
    title: `${index}`,
    short: `${index}`,
    questions: '',
    part: index === size - 1 && size > 1 ? 'plan' : 'note',
  })),
});
const titles = ({ areas }: FormDraft) => areas.map(({ title }) => title).join(' ');

describe('editing a form', () => {
  it('adds before the plan, and removes what it added', () => {
    const added = addArea(formOf(3));
    expect([added.at, titles(added.draft)]).toEqual([2, '0 1  2']);
    expect(removeArea(added.draft, added.at)).toEqual(formOf(3));
    expect(addArea(formOf(0)).at).toBe(0);
    expect(addArea(formOf(1)).at).toBe(1);
  });

  it('changes one area and no other', () => {
    expect(titles(changeArea(formOf(3), 1, { title: 'x' }))).toBe('0 x 2');
    expect(changeArea(formOf(2), 7, { title: 'x' })).toEqual(formOf(2));
  });

  it('moves without losing any, a step back undoes a step, and the ends hold', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 }),
        fc.nat({ max: 10 }),
        fc.constantFrom(-1 as const, 1 as const),
        (size, at, step) => {
          const form = formOf(size);
          const moved = moveArea(form, at, step);
          expect([...moved.areas].sort((a, b) => Number(a.title) - Number(b.title))).toEqual(form.areas);
          if (moved === form) return;
          expect(moveArea(moved, at + step, step === 1 ? -1 : 1)).toEqual(form);
        },
      ),
    );
    expect(titles(moveArea(formOf(3), 0, 1))).toBe('1 0 2');
    expect(titles(moveArea(formOf(3), 0, -1))).toBe('0 1 2');
    expect(titles(moveArea(formOf(3), 2, 1))).toBe('0 1 2');
  });

  it('puts a removed area back without taking back what was written since', () => {
    const form = formOf(3);
    const removed = form.areas[1];
    if (!removed) throw new Error('no such area');
    const since = changeArea(removeArea(form, 1), 0, { title: 'omskrevet' });
    expect(titles(insertArea(since, 1, removed))).toBe('omskrevet 1 2');
    expect(titles(insertArea(formOf(1), 9, removed))).toBe('0 1');
  });
});

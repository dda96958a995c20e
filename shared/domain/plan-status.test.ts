import { describe, expect, it } from 'vitest';
import { isCompleteLine, planProblems, planStatus } from './plan-status';

const line = {
  competence: 'Testning af ordblindhed',
  activity: 'Kursus hos kommunens læsekonsulent',
  who: 'Pernille',
  dueOn: '2027-03-31',
  cell: 'K-F',
  taskName: 'Dansk 4.A og 4.B',
};

describe('plan status (R000-03)', () => {
  it('is missing without a plan, else what the plan says', () => {
    expect(planStatus(null)).toBe('missing');
    expect(planStatus(undefined)).toBe('missing');
    for (const status of ['draft', 'agreed', 'signed'] as const) expect(planStatus({ status })).toBe(status);
  });
});

describe('a plan ready to be agreed', () => {
  it('has at least one line, all of them complete', () => {
    expect(planProblems([])).toHaveLength(1);
    expect(planProblems([line])).toEqual([]);
    expect(planProblems([line, { ...line, taskName: ' ' }]).map((text) => text.da)).toEqual([
      'Linje 2 mangler den opgave, behovet udspringer af.',
    ]);
  });

  it.each(['competence', 'activity', 'who', 'dueOn', 'cell', 'taskName'] as const)('needs %s', (field) => {
    expect(isCompleteLine(line)).toBe(true);
    expect(isCompleteLine({ ...line, [field]: '  ' })).toBe(false);
    expect(planProblems([{ ...line, [field]: '' }])).toHaveLength(1);
  });

  it('needs a cell of the matrix, not any word', () => {
    expect(isCompleteLine({ ...line, cell: 'X-9' })).toBe(false);
  });
});

import type { ProgrammeRow } from '@shared/contract/programme';
import { describe, expect, it } from 'vitest';
import { foundRows, searched } from './programme-filter';

const row = (n: number, change: Partial<ProgrammeRow> = {}): ProgrammeRow => ({
  id: `i${n}`,
  title: `Kursus ${n}`,
  kind: 'course',
  level: 'individual',
  form: 'physical',
  provider: 'VIA',
  ects: null,
  qualification: 'none',
  subject: '',
  feeOre: null,
  nextRun: null,
  tags: [],
  lineageIds: [],
  isFromFoundation: false,
  strategicDecision: '',
  plans: 0,
  isOffered: true,
  updatedAt: '2026-11-20T12:00:00.000Z',
  ...change,
});
const none = { search: '', level: '', kind: '', lineageId: '', tag: '', supply: 'all' } as const;

describe('what the filters let through', () => {
  const rows = searched([
    row(1, { title: 'KiU dansk', subject: 'dansk', lineageIds: ['l'], plans: 2 }),
    row(2, { title: 'Netværk', kind: 'network', level: 'team', provider: '', isOffered: false }),
    row(3, { title: 'Ågerup Kursuscenter', tags: ['useOfData'] }),
  ]);
  const found = (filter: object) => foundRows(rows, { ...none, ...filter }).map(({ id }) => id);

  it('is everything at first', () => expect(found({})).toEqual(['i1', 'i2', 'i3']));

  it.each([
    [{ search: 'via dansk' }, ['i1']],
    [{ search: 'aagerup' }, ['i3']],
    [{ level: 'team' }, ['i2']],
    [{ kind: 'network' }, ['i2']],
    [{ lineageId: 'l' }, ['i1']],
    [{ tag: 'useOfData' }, ['i3']],
    [{ supply: 'offered' }, ['i1', 'i3']],
    [{ supply: 'asked' }, ['i1']],
    [{ supply: 'unmet' }, ['i2']],
    [{ supply: 'unmet', search: 'dansk' }, []],
  ])('%j → %j', (filter, ids) => expect(found(filter)).toEqual(ids));

  it('takes well under a frame for 5,000 rows', () => {
    const many = searched(Array.from({ length: 5000 }, (_, n) => row(n)));
    const begun = performance.now();
    expect(foundRows(many, { ...none, search: 'kursus 49', supply: 'offered' })).toHaveLength(199);
    expect(performance.now() - begun).toBeLessThan(50);
  });
});

import type { OutputOf } from '@shared/contract';
import { employees, staffCategories } from '../../data/schema/employees';
import { schools } from '../../data/schema/school';
import { seedRequirements } from '../../data/seed-requirements';
import { testContext } from '../test-context';
import { testSchoolRow } from '../test-school';

const longAgo = '2026-08-01T06:00:00.000Z';
const facts = { title: '', leavingDate: null, employmentPercent: 100, note: '', createdAt: longAgo };

/** Four leaders and a teacher on 23 November 2026, with the requirements a school of the profile begins with. */
export function leaderSchool(...overrides: Parameters<typeof testContext>) {
  const test = testContext(...overrides);
  const { db } = test.context;
  db.insert(schools).values(testSchoolRow).run();
  const names = ['skoleleder', 'Pædagogisk leder', 'administrativ leder', 'lærer'];
  for (const [position, name] of names.entries())
    db.insert(staffCategories)
      .values({ id: `c${position}`, name, spiderTemplateId: null, position })
      .run();
  for (const [id, name, categoryId, employmentDate] of [
    ['birgitte', 'Birgitte Halkjær', 'c0', '2014-08-01'],
    ['thomas', 'Thomas Ravnholt', 'c1', '2026-01-01'],
    ['amina', 'Amina Farooq', 'c1', '2026-08-01'],
    ['lone', 'Lone Bæk Simonsen', 'c2', '2019-03-01'],
    ['mette', 'Mette Sandholm', 'c3', '2011-08-01'],
  ] as const)
    db.insert(employees)
      .values({ ...facts, id, employeeNumber: id, name, categoryId, employmentDate })
      .run();
  seedRequirements(db, 'resources');
  return {
    ...test,
    overview: () => test.call<OutputOf<'leaderTraining', 'overview'>>('leaderTraining', 'overview'),
    requirements: async () =>
      (await test.call<OutputOf<'leaderTraining', 'requirements'>>('leaderTraining', 'requirements'))
        .requirements,
    ledger: (employeeId: string) =>
      test.call<OutputOf<'leaderTraining', 'ledger'>>('leaderTraining', 'ledger', { employeeId }),
    /** Writes a module down and answers its id. */
    module: async (employeeId: string, change: Record<string, unknown> = {}) =>
      (await test.call<{ id: string }>('leaderTraining', 'saveEntry', moduleInput({ employeeId, ...change })))
        .id,
  };
}

/** A passed module as the form sends it. */
export function moduleInput(change: Record<string, unknown> = {}) {
  return {
    employeeId: 'thomas',
    kind: 'passed',
    title: 'Pædagogisk ledelse',
    provider: 'Professionshøjskolen',
    ects: 5,
    startedOn: '2026-02-01',
    completedOn: '2026-06-20',
    ...change,
  };
}

/** The smallest files of each kind that is taken, as far as their beginning tells. */
export const files = {
  pdf: Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7) % 256)),
  ]),
  png: Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('IHDR')]),
  jpeg: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]),
} as const;

import type { Page } from 'playwright-core';
import { call } from './bridge';

/** A new school's first employee, its first course with a date, and her wish for it. Answers the wish. */
export async function oneWish(page: Page): Promise<string> {
  const { categories } = await call(page, 'categories', 'list', {});
  const { id: employeeId } = await call(page, 'employees', 'save', {
    employeeNumber: 'L01',
    name: 'Mette Sandholm',
    categoryId: categories[0]?.id ?? '',
    title: '',
    employmentDate: '2010-08-01',
    leavingDate: null,
    employmentPercent: 100,
    note: '',
  });
  const { id: itemId } = await call(page, 'programme', 'save', {
    ...{ title: 'Faglig læsning', description: '', provider: '', targetGroup: '', url: '', subject: '' },
    ...{ kind: 'course', level: 'individual', form: 'physical', qualification: 'none' },
    ...{ ects: null, feeOre: null, materialsOre: null, days: null },
    ...{ isCompulsory: false, isFromFoundation: false, strategicDecision: '', isOffered: true },
    ...{ lineageIds: [], tags: [] },
  });
  const inAYear = `${new Date().getFullYear() + 1}-10-04`;
  await call(page, 'programme', 'saveRun', {
    ...{ itemId, startsOn: inAYear, endsOn: inAYear, signUpBy: null, place: '', days: [] },
    ...{ seats: 1, minimumSeats: null },
  });
  const { id } = await call(page, 'enrolments', 'save', {
    ...{ employeeId, itemId, runId: null, agreementId: null, budgetId: null, priorityId: null },
    ...{ title: 'Faglig læsning', provider: '', startsOn: null, endsOn: null },
    ...{ feeOre: 0, materialsOre: 0, substituteDays: 0, substituteDayOre: 0 },
    ...{ completedOn: null, reason: '' },
  });
  return id;
}

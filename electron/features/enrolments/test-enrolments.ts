import type { OutputOf } from '@shared/contract';
import { employees, staffCategories, teamMemberships, teams } from '../../data/schema/employees';
import { courseRunDays, courseRuns, programmeItems } from '../../data/schema/programme';
import { priorities, schools } from '../../data/schema/school';
import { seedRequirements } from '../../data/seed-requirements';
import { testContext } from '../test-context';
import { testSchoolRow } from '../test-school';

const longAgo = '2026-08-01T06:00:00.000Z';

/** Three teachers and a pedagogical leader on 23 November 2026, a programme of two items and one holding. */
export function enrolmentSchool(...overrides: Parameters<typeof testContext>) {
  const test = testContext(...overrides);
  const { db } = test.context;
  db.insert(schools).values(testSchoolRow).run();
  for (const [position, name] of ['lærer', 'Pædagogisk leder'].entries())
    db.insert(staffCategories)
      .values({ id: `c${position}`, name, spiderTemplateId: null, position })
      .run();
  for (const [id, name, categoryId] of [
    ['gitte', 'Gitte Rosenkjær', 'c0'],
    ['kasper', 'Kasper Nyholm', 'c0'],
    ['aase', 'Åse Bæk', 'c0'],
    ['thomas', 'Thomas Ravnholt', 'c1'],
  ] as const)
    db.insert(employees)
      .values({
        ...{ id, employeeNumber: id, name, categoryId, title: '', note: '', createdAt: longAgo },
        ...{ employmentDate: '2020-08-01', leavingDate: null, employmentPercent: 100 },
      })
      .run();
  seedRequirements(db, 'resources');
  for (const [id, name, type] of [
    ['mellemtrin', 'Mellemtrinsteam', 'department'],
    ['dansk', 'Danskteam', 'subjectTeam'],
  ] as const)
    db.insert(teams).values({ id, name, type, spiderTemplateId: null }).run();
  for (const [employeeId, teamId] of [
    ['gitte', 'mellemtrin'],
    ['gitte', 'dansk'],
    ['kasper', 'mellemtrin'],
  ] as const)
    db.insert(teamMemberships)
      .values({ id: `${employeeId} ${teamId}`, employeeId, teamId, fromDate: '2021-08-01', toDate: null })
      .run();
  db.insert(priorities).values({ id: 'goal', kind: 'school', name: 'Faglig læsning', position: 0 }).run();
  const item = {
    description: '',
    kind: 'course',
    level: 'individual',
    form: 'physical',
    targetGroup: '',
    url: '',
    ects: null,
    qualification: 'none',
    subject: '',
    isCompulsory: false,
    days: null,
    feeOre: 1_450_000,
    materialsOre: 0,
    isFromFoundation: false,
    strategicDecision: '',
    isOffered: true,
    createdAt: longAgo,
    updatedAt: longAgo,
  } as const;
  db.insert(programmeItems)
    .values([
      {
        ...item,
        id: 'kiu',
        title: 'KiU dansk',
        provider: 'VIA',
        kind: 'formalTraining',
        qualification: 'formal',
        subject: 'dansk',
        ects: 5,
      },
      { ...item, id: 'short', title: 'Ordblindhed', provider: 'CFU' },
    ])
    .run();
  db.insert(courseRuns)
    .values({
      id: 'run',
      itemId: 'short',
      startsOn: '2027-02-02',
      endsOn: '2027-02-16',
      place: 'Aarhus',
      seats: 1,
      minimumSeats: 3,
      state: 'open',
      createdAt: longAgo,
    })
    .run();
  for (const day of ['2027-02-02', '2027-02-16'])
    db.insert(courseRunDays).values({ runId: 'run', day }).run();

  const save = async (employeeId: string, change: Record<string, unknown> = {}) =>
    (await test.call<{ id: string }>('enrolments', 'save', { ...enrolmentInput(employeeId), ...change })).id;
  const move = async (id: string, state: string, reason = '', onDate = '2026-11-23') =>
    (await test.call<{ stepId: string }>('enrolments', 'move', { id, state, onDate, reason })).stepId;
  return {
    ...test,
    save,
    move,
    get: (id: string) => test.call<OutputOf<'enrolments', 'get'>>('enrolments', 'get', { id }),
    list: async () => (await test.call<OutputOf<'enrolments', 'list'>>('enrolments', 'list')).rows,
    budgets: (schoolYear = '2026/27') =>
      test.call<OutputOf<'enrolments', 'budgets'>>('enrolments', 'budgets', { schoolYear }),
    budget: async (change: Record<string, unknown> = {}) =>
      (
        await test.call<{ id: string }>('enrolments', 'saveBudget', {
          ...{ schoolYear: '2026/27', name: 'Mellemtrin', teamId: 'mellemtrin', priorityId: null },
          ...{ amountOre: 2_000_000, substituteDays: 5, ...change },
        })
      ).id,
    /** Takes an enrolment all the way to completed. */
    complete: async (id: string) => {
      for (const state of ['approved', 'enrolled', 'underWay', 'completed']) await move(id, state, 'aftalt');
    },
  };
}

/** A wish of one's own as the form sends it. */
export function enrolmentInput(employeeId: string) {
  return {
    ...{ employeeId, itemId: null, runId: null, agreementId: null, title: 'Diplommodul', provider: 'VIA' },
    ...{ startsOn: '2027-02-01', endsOn: '2027-02-05', feeOre: 1_450_000, materialsOre: 50_000 },
    ...{ substituteDays: 2, substituteDayOre: 180_000, budgetId: null, priorityId: null },
    ...{ completedOn: null, reason: '' },
  };
}

import { employees, staffCategories, tasks } from '../data/schema/employees';
import { priorities, schools } from '../data/schema/school';
import { competenceDomains, competences, spiderTemplates, templateVersions } from '../data/schema/spiders';
import { testContext } from './test-context';
import { testSchoolRow } from './test-school';

const longAgo = '2026-08-01T06:00:00.000Z';

/** A small school for tests of talks, agreements, plans and the Today page: four employees, one spider in use. */
export function testSchool(...overrides: Parameters<typeof testContext>) {
  const test = testContext(...overrides);
  const { db } = test.context;
  db.insert(schools).values(testSchoolRow).run();
  db.insert(spiderTemplates).values({ id: 'spider', name: 'Lærer' }).run();
  db.insert(templateVersions)
    .values([
      { id: 'v1', templateId: 'spider', number: 1, scaleMax: 5, createdAt: longAgo, publishedAt: longAgo },
      { id: 'v2', templateId: 'spider', number: 2, scaleMax: 5, createdAt: longAgo, publishedAt: longAgo },
      { id: 'v3', templateId: 'spider', number: 3, scaleMax: 5, createdAt: longAgo, publishedAt: null },
    ])
    .run();
  db.insert(competenceDomains).values({ id: 'd', versionId: 'v2', name: 'Almene', position: 1 }).run();
  db.insert(competences)
    .values([
      { id: 'c1', domainId: 'd', lineageId: 'c1', name: 'Teamsamarbejde', targetLevel: 4, position: 1 },
      { id: 'c2', domainId: 'd', lineageId: 'c2', name: 'Klasseledelse', targetLevel: 4, position: 2 },
    ])
    .run();
  db.insert(staffCategories)
    .values([
      { id: 'teacher', name: 'Lærer', spiderTemplateId: 'spider', position: 1 },
      { id: 'support', name: 'TAP', spiderTemplateId: null, position: 2 },
    ])
    .run();
  const person = { title: '', leavingDate: null, employmentPercent: 100, note: '', createdAt: longAgo };
  db.insert(employees)
    .values([
      {
        ...person,
        id: 'pernille',
        employeeNumber: '1',
        name: 'Pernille Aagaard',
        categoryId: 'teacher',
        title: 'lærer og læsevejleder',
        employmentDate: '2007-08-01',
      },
      {
        ...person,
        id: 'kasper',
        employeeNumber: '2',
        name: 'Kasper Nyholm',
        categoryId: 'teacher',
        employmentDate: '2024-08-01',
      },
      {
        ...person,
        id: 'ole',
        employeeNumber: '3',
        name: 'Ole Brandstrup',
        categoryId: 'support',
        employmentDate: '2011-04-01',
      },
      {
        ...person,
        id: 'hanne',
        employeeNumber: '4',
        name: 'Hanne Vedel',
        categoryId: 'teacher',
        employmentDate: '2001-08-01',
        leavingDate: '2021-07-31',
      },
    ])
    .run();
  db.insert(tasks)
    .values({ id: 'task', employeeId: 'pernille', schoolYear: '2026/27', kind: 'present', name: 'Dansk 4.A' })
    .run();
  db.insert(priorities)
    .values([
      { id: 'reading', kind: 'municipal', name: 'Faglig læsning', position: 1 },
      { id: 'science', kind: 'school', name: 'Naturfag i indskolingen', position: 1 },
    ])
    .run();

  /** Plans a talk and answers its id. */
  const plan = async (employeeId: string, heldOn: string, startsAt = '13:30') =>
    (
      await test.call<{ id: string }>(
        'talks',
        'plan',
        talkInput({ employeeId, heldOn, startsAt, place: 'Kontoret' }),
      )
    ).id;
  return { ...test, plan };
}

/** A MUS as the form sends it; `change` what the test is about. */
export function talkInput(change: Record<string, unknown> = {}) {
  return {
    kind: 'MUS',
    employeeId: 'pernille',
    teamId: null,
    leaderId: null,
    heldOn: '2026-11-24',
    startsAt: '',
    minutes: 60,
    place: '',
    ...change,
  };
}

/** The details of a talk as the form sends them; `change` what the test is about. */
export function talkDetails(change: Record<string, unknown> = {}) {
  return {
    heldOn: '2026-11-24',
    startsAt: '',
    minutes: 60,
    isFixed: false,
    place: '',
    leaderName: 'Birgitte Halkjær',
    leaderId: null,
    others: '',
    participants: [],
    purpose: '',
    agenda: '',
    notForDiscussion: '',
    ...change,
  };
}

/** An agreement as the form sends it, complete; `change` what the test is about. */
export function agreementInput(change: Record<string, unknown> = {}) {
  return {
    employeeId: 'pernille',
    teamId: null,
    talkId: null,
    schoolYear: '2026/27',
    competence: 'Testning af ordblindhed',
    activity: 'Kursus hos kommunens læsekonsulent',
    who: 'Pernille',
    dueOn: '2027-03-31',
    giver: 'employee',
    receiver: 'school',
    origin: 'both',
    plan: null,
    ...change,
  };
}

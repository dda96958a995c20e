import type { InputOf, OutputOf } from '@shared/contract';
import { nothingStated, type StatedFacts } from '@shared/domain/funds/fund-facts';
import { employees, staffCategories } from '../../data/schema/employees';
import { schools } from '../../data/schema/school';
import { agreements } from '../../data/schema/talks';
import { seedFunds } from '../../data/seed-funds';
import { testContext } from '../test-context';
import { testSchoolRow } from '../test-school';

const longAgo = '2026-08-01T06:00:00.000Z';
const person = { title: '', leavingDate: null, employmentPercent: 100, note: '', createdAt: longAgo };

/** What the office of Kirsten states, 23 November 2026. */
export const kirstensFacts: StatedFacts = {
  ...nothingStated,
  unionArea: 'hk',
  employer: 'municipal',
  employment: 'ordinary',
  isUnderNotice: false,
  staffGroup: 'adminTech',
  level: 'academy',
  days: 6,
  isFormal: true,
  compulsory: 'no',
  includesVat: false,
  isPoolOpen: true,
};

export const kirstensCourse = {
  title: 'Akademimodul i kommunikation',
  provider: 'Erhvervsakademiet',
  startsOn: '2027-02-01',
  facts: kirstensFacts,
  costs: [{ kind: 'fee' as const, amountOre: 1_120_000, note: '' }],
};

/** A teacher, a secretary with a line in her plan, and the funds a school begins with, on 23 November 2026. */
export function fundSchool(...overrides: Parameters<typeof testContext>) {
  const test = testContext(...overrides);
  const { db } = test.context;
  db.insert(schools).values(testSchoolRow).run();
  for (const [position, name] of ['lærer', 'tap', 'skoleleder'].entries())
    db.insert(staffCategories)
      .values({ id: `c${position}`, name, spiderTemplateId: null, position })
      .run();
  for (const [id, name, categoryId] of [
    ['gitte', 'Gitte Rosenkjær', 'c0'],
    ['kirsten', 'Kirsten Wulff', 'c1'],
    ['birgitte', 'Birgitte Halkjær', 'c2'],
  ] as const)
    db.insert(employees)
      .values({ ...person, id, employeeNumber: id, name, categoryId, employmentDate: '2004-10-01' })
      .run();
  db.insert(agreements)
    .values({
      id: 'line',
      employeeId: 'kirsten',
      schoolYear: '2026/27',
      competence: 'Kommunikation',
      activity: 'Akademimodul i kommunikation',
      who: 'Kirsten',
      dueOn: '2027-06-30',
      giver: 'employee',
      receiver: 'school',
      origin: 'both',
      state: 'open',
      stateReason: '',
      createdAt: longAgo,
    })
    .run();
  seedFunds(db, 'resources');
  const ask = <N extends keyof Contracted>(name: N, input: unknown = {}) =>
    test.call<OutputOf<'funds', N>>('funds', name, input);
  const setId = async (area: string) => {
    const { funds } = await ask('rules');
    const found = funds.flatMap(({ name, sets }) => sets.map((set) => ({ ...set, key: set.area || name })));
    const set = found.find(({ key }) => key === area);
    if (!set) throw new Error(`no set ${area}`);
    return set.id;
  };
  return {
    ...test,
    ask,
    setId,
    /** One set as the page of rules shows it, with its fund. */
    set: async (area: string) => {
      const id = await setId(area);
      for (const { id: fundId, sets } of (await ask('rules')).funds)
        for (const set of sets) if (set.id === id) return { fundId, ...set };
      throw new Error(`no set ${area}`);
    },
    /** Kirsten’s draft to the HK area; answers its id. */
    draft: async (change: Record<string, unknown> = {}) =>
      (
        await ask('createDraft', {
          employeeId: 'kirsten',
          ruleSetId: await setId('HK Kommunal'),
          agreementId: 'line',
          enrolmentId: null,
          ...kirstensCourse,
          ...change,
        })
      ).applicationId,
    step: (applicationId: string, state: string, onDate: string, change: Record<string, unknown> = {}) =>
      ask('step', { applicationId, state, onDate, reason: '', grantedOre: null, ...change }),
    get: (applicationId: string) => ask('get', { applicationId }),
    navigate: (change: Partial<InputOf<'funds', 'navigate'>> = {}) => {
      const { startsOn, facts, costs } = kirstensCourse;
      return ask('navigate', {
        employeeId: 'kirsten',
        agreementId: 'line',
        enrolmentId: null,
        startsOn,
        facts,
        costs,
        ...change,
      });
    },
  };
}

type Contracted = typeof import('@shared/contract/funds').funds;

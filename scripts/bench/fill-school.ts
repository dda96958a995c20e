import type { Database } from '../../electron/data/open';
import {
  employeeFunctions,
  employees,
  staffCategories,
  tasks,
  teachingQualifications,
  teamMemberships,
  teams,
} from '../../electron/data/schema/employees';
import { priorities, schools } from '../../electron/data/schema/school';
import { immediate } from '../../electron/data/transaction';
import { fillNotes } from './fill-notes';
import { fillRhythm } from './fill-rhythm';
import { fillSpiders, type SpiderInUse } from './fill-spiders';
import { fillTalk } from './fill-talks';
import { inventedName } from './names';

/** The day the school of the measurements lives on; it is the demo school's too. */
export const benchDay = '2026-11-23';

const longAgo = '2023-08-01T06:00:00.000Z';
const years = ['2024/25', '2025/26', '2026/27'] as const;
const teamNames = [
  'Indskoling',
  'Mellemtrin',
  'Udskoling',
  'Dansk',
  'Matematik',
  'Naturfag',
  'Sprog',
  'Praktisk-musiske fag',
  'PLC',
  'Trivsel',
];
const subjects = [
  'dansk',
  'matematik',
  'engelsk',
  'tysk',
  'historie',
  'idræt',
  'musik',
  'fysik/kemi',
  'biologi',
];
const functions = ['læsevejleder', 'tillidsrepræsentant', 'PLC', 'praktikvejleder', 'AKT-vejleder'];
const categories = ['Lærer', 'Børnehaveklasseleder', 'Pædagog', 'Ledelse'];

/** Notes a person has from the three years. */
export const notesEach = 4;

/**
 * Fills an empty database with a school of `staff` people and three years of talks with them and their teams, ratings,
 * agreements, notes, plans and signed documents. The same number gives the same school, to the byte.
 */
export function fillSchool(db: Database, staff: number): void {
  immediate(db, () => {
    db.insert(schools).values(school).run();
    db.insert(priorities)
      .values([
        { id: 'priority-1', kind: 'municipal', name: 'Børn i udsatte positioner', position: 1 },
        { id: 'priority-2', kind: 'school', name: 'Faglig læsning i alle fag', position: 1 },
        { id: 'priority-3', kind: 'school', name: 'Bevægelse i undervisningen', position: 2 },
      ])
      .run();
    const spiders = fillSpiders(db, categories, longAgo);
    db.insert(staffCategories)
      .values(
        categories.map((name, n) => ({
          id: `category-${n}`,
          name,
          spiderTemplateId: `spider-${n}`,
          position: n,
        })),
      )
      .run();
    db.insert(teams)
      .values(
        teamNames.map((name, n) => ({
          id: `team-${n}`,
          name,
          type: n < 3 ? ('team' as const) : ('subjectTeam' as const),
          spiderTemplateId: n < 3 ? 'spider-0' : null,
        })),
      )
      .run();
    for (let number = 1; number <= staff; number++) fillEmployee(db, number, spiders);
    const [first] = spiders;
    if (first) fillRhythm(db, staff, first);
  });
  fillNotes(db, { from: 0, to: notesEach * staff }, staff);
}

const school = {
  id: 'school',
  name: 'Målskolen',
  municipality: 'Målby Kommune',
  profile: 'folkeskole' as const,
  leaderName: 'Birgitte Halkjær',
  leaderTitle: 'skoleleder',
  seasonStart: '11-01',
  seasonEnd: '01-31',
  ratingLeadDays: 7,
  retentionYears: 5,
  retentionReason: 'Personalesager slettes fem år efter fratrædelse.',
  legalBasis: 'Aftale om kompetenceudvikling',
  legalBasisSource: 'OK24',
  legalBasisCheckedOn: '2026-08-01',
  createdAt: longAgo,
};

function fillEmployee(db: Database, number: number, spiders: readonly SpiderInUse[]): void {
  const id = `employee-${number}`;
  // Two of three are teachers, as at a school.
  const category = number % 3 === 0 ? (number / 3) % categories.length : 0;
  const spider = spiders[category];
  if (!spider) throw new Error('every category has a spider');
  db.insert(employees)
    .values({
      id,
      employeeNumber: String(10_000 + number),
      name: inventedName(number),
      categoryId: `category-${category}`,
      title: number % 5 === 0 ? 'vejleder' : '',
      employmentDate: `${1995 + (number % 29)}-08-01`,
      employmentPercent: [100, 100, 86.49, 54.05][number % 4] ?? 100,
      note: number % 4 === 0 ? 'Ønsker faste fridage i ulige uger.' : '',
      createdAt: longAgo,
    })
    .run();
  db.insert(teamMemberships)
    .values(
      [number % 3, 3 + (number % 7)].map((team) => ({
        id: `membership-${number}-${team}`,
        employeeId: id,
        teamId: `team-${team}`,
        fromDate: '2023-08-01',
      })),
    )
    .run();
  if (number % 3 === 1) {
    db.insert(employeeFunctions)
      .values({ employeeId: id, name: functions[number % functions.length] ?? '' })
      .run();
  }
  db.insert(teachingQualifications)
    .values(
      [0, 3].map((step) => ({
        employeeId: id,
        subject: subjects[(number + step) % subjects.length] ?? '',
        basis: step === 0 ? ('formal' as const) : ('assessed' as const),
      })),
    )
    .run();
  for (const schoolYear of years) {
    db.insert(tasks)
      .values(
        (['present', 'intended'] as const).map((kind, n) => ({
          id: `task-${number}-${schoolYear}-${n}`,
          employeeId: id,
          schoolYear,
          kind,
          name: `${subjects[(number + n) % subjects.length]} på ${3 + ((number + n) % 6)}. årgang`,
        })),
      )
      .run();
    // A tenth has no talk yet this year.
    if (schoolYear === '2026/27' && number % 10 === 0) continue;
    fillTalk(db, { number, employeeId: id, schoolYear, spider });
  }
}

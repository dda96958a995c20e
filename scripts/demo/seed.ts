import { mkdirSync } from 'node:fs';
import { catalogueLife } from './catalogues';
import { chainLife } from './course-chains';
import { readDemoFile, staffCsv } from './demo-file';
import { enrolmentLife } from './enrolments';
import { fillHistory } from './fill-talks';
import { fundApplications } from './funds';
import { leaderTraining } from './leader-training';
import { type DemoMachine, demoMachine } from './machine';
import { programme } from './programme';
import { type DemoSchool, setUpTeams } from './school-life';
import { demoPassphrase } from './secrets';

export type SeededSchool = {
  recoveryCode: string;
  /** Plans that are agreed and wait for `sign-plans` to sign them, by employee id. */
  toSign: string[];
};

const priorities = {
  municipal: ['Faglig læsning', 'Rummelighed', 'Motion', 'Udeskole'],
  school: ['Naturfag i indskolingen', 'Professionelle læringsfællesskaber', 'Teknologiforståelse'],
} as const;

/**
 * Fills an empty data folder with the demo school (DOMAIN §6) through the real handlers, on a clock that goes from
 * October 2021 to the Friday before 23 November 2026. The same every time. Documents are not made here: they
 * need a window.
 */
export async function seedDemoSchool({ folder }: { folder: string }): Promise<SeededSchool> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const demo = demoMachine(folder);
  try {
    demo.setNow('2021-10-01T09:00');
    const { recoveryCode } = await demo.call('vault', 'create', { passphrase: demoPassphrase, school });
    await demo.call('school', 'savePriorities', {
      priorities: (['municipal', 'school'] as const).flatMap((kind) =>
        priorities[kind].map((name) => ({ kind, name })),
      ),
    });
    const staff = await importStaff(demo);
    await addTasks(demo, staff);
    await setUpTeams(demo);
    const known = await schoolOf(demo, staff);
    const toSign = await fillHistory(demo, known, [
      ...leaderTraining(demo, known),
      ...programme(demo, known),
      ...catalogueLife(demo),
      ...chainLife(demo, known),
      ...enrolmentLife(demo, known),
      ...fundApplications(demo, known),
    ]);
    return { recoveryCode, toSign };
  } finally {
    demo.close();
  }
}

/** Ids by the names the demo tells its stories with; a name nobody has is a slip, not an empty id. */
async function schoolOf(demo: DemoMachine, staff: Staff): Promise<DemoSchool> {
  const teams = new Map((await demo.call('teams', 'list', {})).map(({ id, name }) => [name, id]));
  const found = (id: string | undefined, name: string) => {
    if (id === undefined) throw new Error(`Nobody in the demo school is called ${name}.`);
    return id;
  };
  return {
    employeeId: (number) => found(staff.get(number)?.id, number),
    teamId: (name) => found(teams.get(name), name),
  };
}

const school = {
  name: 'Lærkemoseskolen',
  municipality: 'Nordmarke Kommune',
  profile: 'folkeskole',
  leaderName: 'Birgitte Halkjær',
  leaderTitle: 'skoleleder',
  retentionYears: 5,
  retentionReason: '',
} as const;

/** Employee number → id and name. */
export type Staff = ReadonlyMap<string, { id: string; name: string }>;

async function importStaff(demo: DemoMachine): Promise<Staff> {
  const { personale } = readDemoFile();
  demo.chooseNext({ name: 'personale.csv', bytes: staffCsv(personale) });
  const file = await demo.call('staffImports', 'choose', {});
  if (!file) throw new Error('The staff list was not chosen.');
  await demo.call('staffImports', 'apply', { token: file.token, matching: file.suggestion });
  const { categories, spiderTemplates } = await demo.call('categories', 'list', {});
  const categoryId = (name: string) => categories.find((one) => one.name === name)?.id ?? '';
  // Pre-school class leaders are pedagogues here, and rate themselves as such.
  await demo.call('categories', 'save', {
    id: categoryId('børnehaveklasseleder'),
    name: 'børnehaveklasseleder',
    spiderTemplateId:
      spiderTemplates.find((one) => one.name.startsWith('Pædagog') && !one.name.includes('leder'))?.id ??
      null,
  });
  const known = await demo.call('employees', 'list', { includeFormer: true });
  const staff = new Map(known.map(({ employeeNumber, id, name }) => [employeeNumber, { id, name }]));
  for (const { id: number, funktion } of personale) {
    const functions = functionsIn(funktion);
    if (functions.length > 0)
      await demo.call('employees', 'saveFunctions', { id: staff.get(number)?.id ?? '', functions });
  }
  // Story 11: two who have left.
  for (const [employeeNumber, name, employmentDate, leavingDate] of [
    ['F01', 'Hanne Vedel', '1996-08-01', '2021-07-31'],
    ['F02', 'Flemming Juul', '2012-08-01', '2024-06-30'],
  ] as const) {
    const { id } = await demo.call('employees', 'save', {
      employeeNumber,
      name,
      categoryId: categoryId('lærer'),
      title: '',
      employmentDate,
      leavingDate,
      employmentPercent: 100,
      note: '',
    });
    staff.set(employeeNumber, { id, name });
  }
  return staff;
}

const functionWords =
  /vejleder|koordinator|repræsentant|-ansvarlig|^klasselærer|^plc-|^tillids|^arbejdsmiljø|^co-teacher|^naturfagsteam/i;

/** "Læsevejleder; klasselærer 4.A" → the functions in it, each with a capital. */
function functionsIn(text: string): string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => functionWords.test(part))
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1));
}

/** The timetable of 2026/27 as tasks: "Dansk (4.A, 4.B)". */
async function addTasks(demo: DemoMachine, staff: Staff): Promise<void> {
  const { fagfordeling, skoleaar } = readDemoFile();
  const classes = new Map<string, string[]>();
  for (const { lærer, fag, klasse } of fagfordeling) {
    const key = `${lærer}|${fag}`;
    classes.set(key, [...(classes.get(key) ?? []), klasse]);
  }
  for (const [key, taught] of classes) {
    const [number = '', subject = ''] = key.split('|');
    await demo.call('employees', 'saveTask', {
      employeeId: staff.get(number)?.id ?? '',
      schoolYear: skoleaar,
      kind: 'present',
      name: `${subject.charAt(0).toUpperCase()}${subject.slice(1)} (${taught.join(', ')})`,
    });
  }
}

import type { InputOf } from '@shared/contract';
import type { DemoMachine } from './machine';
import type { DemoSchool } from './school-life';

type Event = { readonly at: string; readonly run: () => Promise<unknown> };
type Item = Omit<InputOf<'programme', 'save'>, 'id' | 'lineageIds'>;
type Run = Omit<InputOf<'programme', 'saveRun'>, 'id' | 'itemId'>;
type DemoItem = Partial<Item> & {
  readonly title: string;
  /** Competences it lifts, by name, in every spider that has them. */
  readonly lifts?: readonly string[];
  readonly runs?: readonly (Pick<Run, 'startsOn' | 'endsOn'> & Partial<Run>)[];
  /** Whose agreement of this year asks for it: employee number and the beginning of the activity. */
  readonly askedBy?: readonly (readonly [who: string, activity: string])[];
};

const plain: Omit<Item, 'title'> = {
  description: '',
  kind: 'course',
  level: 'individual',
  form: 'physical',
  provider: '',
  targetGroup: '',
  url: '',
  ects: null,
  qualification: 'none',
  subject: '',
  isCompulsory: false,
  feeOre: null,
  materialsOre: null,
  days: null,
  isFromFoundation: false,
  strategicDecision: '',
  isOffered: true,
  tags: [],
};

/** Fourteen activities, three of them asked for but not offered (DOMAIN §6.3, story 14). */
const items: readonly DemoItem[] = [
  {
    title: 'KiU dansk, 7.–10. klasse',
    description: 'Kompetence i undervisning: hele faget i moduler. Oprettes, når nok skoler melder til.',
    kind: 'formalTraining',
    form: 'blended',
    provider: 'Professionshøjskolen',
    targetGroup: 'Lærere, der underviser i dansk uden undervisningskompetence',
    ects: 10,
    qualification: 'formal',
    subject: 'dansk',
    feeOre: 1_450_000,
    materialsOre: 120_000,
    days: 12,
    strategicDecision: 'Fuld kompetencedækning',
    lifts: ['Faglig indsigt i egne undervisningsfag', 'Fagdidaktik'],
    tags: ['challengeAll'],
    runs: [
      {
        startsOn: '2027-08-23',
        endsOn: '2027-12-10',
        signUpBy: '2027-03-15',
        place: 'Professionshøjskolen, Nordmarke',
        seats: 28,
        minimumSeats: 16,
      },
    ],
  },
  {
    title: 'Supplerende kursus i natur/teknologi',
    description:
      'Introduktion til fagets didaktik for lærere med erfaring. Tæt på praksis og på tværs af skoler.',
    provider: 'Nordmarke Kommune',
    targetGroup: 'Lærere i 1.–6. klasse',
    qualification: 'assessment',
    subject: 'natur/teknologi',
    feeOre: 320_000,
    days: 4,
    strategicDecision: 'Naturfag i indskolingen',
    lifts: ['Faglig indsigt i egne undervisningsfag', 'Fagdidaktik'],
    tags: ['learningAndWellbeing'],
    runs: [
      {
        startsOn: '2027-01-14',
        endsOn: '2027-03-18',
        days: ['2027-01-14', '2027-02-04', '2027-02-25', '2027-03-18'],
        signUpBy: '2026-12-11',
        place: 'Naturskolen',
        seats: 20,
        minimumSeats: 10,
      },
    ],
    askedBy: [
      ['L02', 'Supplerende kursus i natur/teknologi'],
      ['L04', 'Supplerende kursus i natur/teknologi'],
    ],
  },
  {
    title: 'Supplerende kursus i kristendomskundskab',
    description: 'Opdatering for lærere, der har haft faget i deres uddannelse eller underviser i det nu.',
    provider: 'Nordmarke Kommune',
    qualification: 'update',
    subject: 'kristendomskundskab',
    feeOre: 280_000,
    days: 3,
    strategicDecision: 'Fuld kompetencedækning',
    lifts: ['Fagdidaktik'],
    runs: [{ startsOn: '2027-04-07', endsOn: '2027-04-28', place: 'Pædagogisk center', minimumSeats: 12 }],
  },
  {
    title: 'Diplommodul for læsevejledere',
    kind: 'formalTraining',
    provider: 'Professionshøjskolen',
    ects: 10,
    qualification: 'formal',
    subject: 'dansk',
    feeOre: 1_290_000,
    days: 10,
    strategicDecision: 'Faglig læsning',
    lifts: ['Fagdidaktik', 'Evaluering og feedback'],
    tags: ['useOfData', 'challengeAll'],
    runs: [
      { startsOn: '2027-08-30', endsOn: '2027-12-10', signUpBy: '2027-05-15', place: 'Professionshøjskolen' },
    ],
  },
  {
    title: 'Diplom i ledelse: pædagogisk ledelse',
    description: 'Et modul, som flere ledere kan tage sammen.',
    kind: 'formalTraining',
    level: 'leadership',
    provider: 'Professionshøjskolen',
    targetGroup: 'Ledere',
    ects: 5,
    qualification: 'formal',
    isCompulsory: true,
    feeOre: 890_000,
    days: 6,
    lifts: ['Ledelse tæt på undervisningen', 'Ledelse af kompetenceudvikling'],
    runs: [
      {
        startsOn: '2027-01-25',
        endsOn: '2027-05-28',
        signUpBy: '2026-12-18',
        place: 'Professionshøjskolen',
        seats: 24,
      },
    ],
  },
  {
    title: 'Supervision af undervisning',
    description: 'Lederne ser timer hos hinandens lærere og taler om, hvad de så.',
    kind: 'sparring',
    level: 'leadership',
    targetGroup: 'Ledelsesteamet',
    feeOre: 0,
    isFromFoundation: true,
    lifts: ['Ledelse tæt på undervisningen', 'Ledelse af professionelle læringsfællesskaber'],
    tags: ['learningCommunity'],
    runs: [{ startsOn: '2027-03-11', endsOn: '2027-03-11', place: 'Mødelokale 2' }],
  },
  {
    title: 'Klasseledelse i praksis',
    description: 'Syv dage over et halvt år med prøvehandlinger imellem.',
    provider: 'PPL',
    feeOre: 680_000,
    days: 7,
    isFromFoundation: true,
    lifts: ['Klasseledelse', 'Relationskompetence'],
    tags: ['learningAndWellbeing', 'trustAndWellbeing'],
    runs: [
      {
        startsOn: '2027-01-20',
        endsOn: '2027-06-02',
        signUpBy: '2026-12-18',
        place: 'Nordmarke Rådhus',
        seats: 18,
      },
    ],
  },
  {
    title: 'Faglig læsning i indskolingen',
    provider: 'Nordmarke Kommune',
    targetGroup: 'Lærere i 0.–3. klasse',
    feeOre: 0,
    days: 4,
    strategicDecision: 'Faglig læsning',
    lifts: ['Fagdidaktik', 'Planlægning med tydelige mål'],
    tags: ['goalDirectedTeaching', 'socialBackground'],
    runs: [
      {
        startsOn: '2027-01-12',
        endsOn: '2027-02-23',
        days: ['2027-01-12', '2027-01-26', '2027-02-09', '2027-02-23'],
        place: 'Pædagogisk center',
        seats: 24,
      },
    ],
    askedBy: [['L01', 'Kommunens kursus i faglig læsning']],
  },
  {
    title: 'Netværk for naturfagsvejledere',
    description: 'Fire møder om året på skift mellem skolerne.',
    kind: 'network',
    level: 'organisation',
    targetGroup: 'Naturfagsvejledere',
    feeOre: 0,
    days: 4,
    strategicDecision: 'Naturfag i indskolingen',
    lifts: ['Teamsamarbejde', 'Fagdidaktik'],
    tags: ['learningCommunity'],
  },
  {
    title: 'Læringsmålstyret undervisning, e-læring',
    description: 'Tre moduler, som teamet løser sammen.',
    kind: 'problemSolving',
    level: 'team',
    form: 'online',
    targetGroup: 'Alle team',
    feeOre: 0,
    isFromFoundation: true,
    lifts: ['Planlægning med tydelige mål', 'Teamsamarbejde', 'Evaluering og feedback'],
    tags: ['goalDirectedTeaching', 'useOfData', 'learningCommunity'],
  },
  {
    title: 'Akademimodul: kommunikation i praksis',
    kind: 'formalTraining',
    form: 'blended',
    provider: 'Erhvervsakademiet',
    targetGroup: 'Administrativt personale',
    ects: 10,
    qualification: 'formal',
    feeOre: 1_120_000,
    days: 8,
    lifts: ['Service og kommunikation'],
    runs: [
      {
        startsOn: '2027-02-01',
        endsOn: '2027-05-31',
        place: 'Erhvervsakademiet',
        seats: 30,
        minimumSeats: 14,
      },
    ],
  },
  {
    title: 'Forløb i dansk som andetsprog',
    isOffered: false,
    strategicDecision: 'Rummelighed',
    lifts: ['Inkluderende læringsmiljø og differentiering'],
    tags: ['socialBackground'],
    askedBy: [['L05', 'Finde et forløb i dansk som andetsprog']],
  },
  {
    title: 'Sprogkursus i Tyskland',
    isOffered: false,
    subject: 'tysk',
    days: 5,
    lifts: ['Faglig indsigt i egne undervisningsfag'],
    askedBy: [['L10', 'Ansøge om en uges kursus i Tyskland']],
  },
  {
    title: 'Mentor for en ny kollega',
    kind: 'practice',
    isOffered: false,
    days: 2,
    lifts: ['Refleksion over egen praksis'],
    tags: ['trustAndWellbeing'],
    askedBy: [['L13', 'Todages kursus for mentorer']],
  },
];

/** The development programme: laid before the talks, with the plans' wishes put to it as they come. */
export function programme(demo: DemoMachine, { employeeId }: DemoSchool): Event[] {
  const ids = new Map<string, string>();
  const idOf = (title: string) => {
    const id = ids.get(title);
    if (id === undefined) throw new Error(`The programme has nothing called ${title}.`);
    return id;
  };
  const lay = async (offered: boolean) => {
    const { competences } = await demo.call('programme', 'choices', {});
    for (const { lifts = [], runs = [], askedBy: _, ...facts } of items) {
      if ((facts.isOffered ?? true) !== offered) continue;
      for (const name of lifts)
        if (!competences.some((one) => one.name === name)) throw new Error(`No spider has ${name}.`);
      const { id: itemId } = await demo.call('programme', 'save', {
        ...plain,
        ...facts,
        lineageIds: competences.filter(({ name }) => lifts.includes(name)).map(({ lineageId }) => lineageId),
      });
      ids.set(facts.title, itemId);
      for (const run of runs) await demo.call('programme', 'saveRun', { ...plainRun, ...run, itemId });
    }
  };
  const link = async () => {
    for (const { title, askedBy = [] } of items)
      for (const [who, activity] of askedBy) {
        const { agreements } = await demo.call('agreements', 'forEmployee', { employeeId: employeeId(who) });
        const agreement = agreements.find(
          (one) => one.schoolYear === schoolYear && one.activity.startsWith(activity),
        );
        if (!agreement) throw new Error(`${who} has not agreed on “${activity}”.`);
        await demo.call('programme', 'setRequest', { agreementId: agreement.id, itemId: idOf(title) });
      }
  };
  const add = (who: string, title: string, competence: string, taskName: string) =>
    demo.call('programme', 'addToPlan', {
      itemId: idOf(title),
      employeeId: employeeId(who),
      talkId: null,
      schoolYear,
      competence,
      origin: 'both',
      cell: 'M-F5',
      taskKind: 'present',
      taskName,
    });
  return [
    { at: '2026-08-24T10:00', run: () => lay(true) },
    { at: '2026-11-19T16:30', run: () => lay(false) },
    { at: '2026-11-19T16:45', run: link },
    {
      // Gitte teaches 9.A in Danish without being trained for it (story 1).
      at: '2026-11-20T09:30',
      run: () =>
        add('L24', 'KiU dansk, 7.–10. klasse', 'Faglig indsigt i egne undervisningsfag', 'Dansk (9.A)'),
    },
    {
      // Kirsten’s module, for which the fund is asked the same morning (story 10).
      at: '2026-10-26T09:10',
      run: () =>
        add('T01', 'Akademimodul: kommunikation i praksis', 'Service og kommunikation', 'Skolens kontor'),
    },
  ];
}

const schoolYear = '2026/27';

const plainRun: Omit<Run, 'startsOn' | 'endsOn'> = {
  signUpBy: null,
  place: '',
  seats: null,
  minimumSeats: null,
  days: [],
};

import type { MatrixCode } from '@shared/domain/inspiration-matrix';
import type { DemoPromise, DemoTalk } from './demo-talk';
import { levels2026 } from './levels-2026';

type Row = {
  readonly who: string;
  readonly at: string;
  /** Collaboration, the ratings, tasks, development, plan: main areas 2 to 6. */
  readonly said: readonly [string, string, string, string, string];
  readonly lastTime: string;
  readonly promise: Omit<DemoPromise, 'plan' | 'outcome' | 'receiver' | 'origin'> & {
    readonly receiver?: DemoPromise['receiver'];
    readonly origin?: DemoPromise['origin'];
  };
  readonly cell: MatrixCode;
  readonly priority?: string;
  readonly task: string;
  readonly agreed?: true;
};

const rows: readonly Row[] = [
  {
    who: 'L12',
    at: '2026-11-04T13:30',
    lastTime: 'Elevsamtalerne er blevet hele teamets.',
    said: [
      'To klasselæreropgaver i 6. årgang. Frederik er en god hjælp.',
      'Line sætter sig lavt i det digitale. Vi fandt et fælles tal.',
      'Klasselærer for 6.A og 6.B. Musik og billedkunst uden kompetence.',
      'Vil gerne vise forløbet om kildekritik til andre.',
      'Et fælles forløb og en aftale om de praktiske fag.',
    ],
    promise: {
      competence: 'Digital dømmekraft og it i hverdagen',
      activity: 'Vise forløbet om kildekritik på et teammøde og prøve det i 5. årgang',
      who: 'Line Thestrup',
      dueOn: '2027-03-19',
      giver: 'employee',
      receiver: 'team',
    },
    cell: 'S-T2',
    priority: 'Teknologiforståelse',
    task: 'Dansk (6.A, 6.B)',
    agreed: true,
  },
  {
    who: 'L10',
    at: '2026-11-05T13:30',
    lastTime: 'Netværket gav tre gode møder. Det er svært at finde tid til flere.',
    said: [
      'Godt samarbejde i teamet. Mange klasser giver mange forældre.',
      'Enige. Den faglige indsigt i tysk er rykket.',
      'Engelsk og tysk i seks klasser. Sprogkoordinator.',
      'Vil gerne en uge til Tyskland med kollegerne.',
      'Et kursus i Tyskland i sommeren.',
    ],
    promise: {
      competence: 'Faglig indsigt i egne undervisningsfag',
      activity: 'Ansøge om en uges kursus i Tyskland gennem Erasmus+',
      who: 'Nadia Haddad',
      dueOn: '2027-02-26',
      giver: 'employee',
    },
    cell: 'M-F1',
    task: 'Tysk (5.A, 5.B, 6.A, 6.B)',
  },
  {
    who: 'L03',
    at: '2026-11-09T13:00',
    lastTime: 'Den nye form på forældremødet er blevet årgangens.',
    said: [
      'Godt team. Musiklokalet deles med for mange.',
      'Enige om alt på nær skole-hjem, hvor Sofie er for beskeden.',
      'Klasselærer for 3.B. Natur/teknologi i 2.A uden kompetence.',
      'Vil gerne holde på musikken.',
      'Oplæg om forældremøder for de andre team.',
    ],
    promise: {
      competence: 'Skole-hjem-samarbejde',
      activity: 'Oplæg om forældremøder, hvor forældrene arbejder selv',
      who: 'Sofie Lyngbæk',
      dueOn: '2027-04-16',
      giver: 'employee',
    },
    cell: 'S-T1',
    priority: 'Professionelle læringsfællesskaber',
    task: 'Dansk (3.B)',
  },
  {
    who: 'L16',
    at: '2026-11-09T14:00',
    lastTime: 'Modulet i vejledning er bestået og bruges hver uge sammen med Gitte.',
    said: [
      'TR-opgaven er lettere, efter møderne blev samlet.',
      'Enige.',
      'Dansk i fire klasser og sparring med Gitte om 9. klasse.',
      'Vil gerne bruge vejledningen til nye kolleger.',
      'En vejlederrolle, der er skrevet ned.',
    ],
    promise: {
      competence: 'Refleksion over egen praksis',
      activity: 'Skrive en halv side om vejlederens opgave og tid',
      who: 'Amina Farooq',
      dueOn: '2027-01-22',
      giver: 'leader',
      receiver: 'employee',
    },
    cell: 'S-F2',
    priority: 'Professionelle læringsfællesskaber',
    task: 'Dansk (7.A, 7.B, 8.A)',
  },
  {
    who: 'L11',
    at: '2026-11-11T14:30',
    lastTime: 'Uddannelsesdagene gav meget. Den frie torsdag lykkedes ikke.',
    said: [
      'AMR-opgaven fylder mindre, når den får sin egen tid.',
      'Enige om alle felter.',
      'Idræt og håndværk og design. AMR.',
      'Vil gerne have sløjdlokalet gennemgået.',
      'Onsdag eftermiddag i stedet for torsdag, fra februar.',
    ],
    promise: {
      competence: 'Robusthed og prioritering',
      activity: 'Lægge AMR-tiden onsdag eftermiddag fra 1. februar',
      who: 'Amina Farooq',
      dueOn: '2027-02-01',
      giver: 'leader',
      receiver: 'employee',
      origin: 'wish',
    },
    cell: 'M-T1',
    task: 'Idræt (4.A, 4.B, 5.B, 6.A, 6.B)',
  },
  {
    who: 'L04',
    at: '2026-11-12T14:00',
    lastTime: 'Matematikmøderne er faste nu.',
    said: [
      'Rasmus er en god kollega at vejlede.',
      'Henrik ser evaluering lidt lavere, end den er.',
      'Natur/teknologi i to klasser uden kompetence. Matematikvejleder.',
      'Vil gerne have natur/teknologi på papiret.',
      'Supplerende kursus sammen med Jonas.',
    ],
    promise: {
      competence: 'Faglig indsigt i egne undervisningsfag',
      activity: 'Supplerende kursus i natur/teknologi sammen med Jonas Kirkegaard',
      who: 'Henrik Toft',
      dueOn: '2027-05-28',
      giver: 'employee',
    },
    cell: 'S-F2',
    priority: 'Naturfag i indskolingen',
    task: 'Natur/teknologi (3.A, 3.B)',
  },
  {
    who: 'L23',
    at: '2026-11-13T09:00',
    lastTime: 'Forløbet med PPR blev bedre end den supervision, vi aftalte.',
    said: [
      'Godt år med 9.A. Projektugen lykkedes.',
      'Enige. Relationerne er rykket.',
      'Klasselærer for 9.A og prøver i matematik.',
      'Vil gerne have en pause fra klasselæreropgaven.',
      'Ingen klasselæreropgave næste år, og kursus i prøver.',
    ],
    promise: {
      competence: 'Evaluering og feedback',
      activity: 'Kursus for prøveafholdere i fysik/kemi',
      who: 'Yusuf Demir',
      dueOn: '2027-03-12',
      giver: 'employee',
      origin: 'need',
    },
    cell: 'M-F2',
    task: 'Fysik/kemi (8.A, 9.A, 9.B)',
  },
  {
    who: 'L21',
    at: '2026-11-16T13:30',
    lastTime: 'Fire forløb er skrevet. To mangler.',
    said: [
      'Sidste skoleår. Vil gå ud ad døren med ryddet skab.',
      'Enige.',
      'Al idræt i udskolingen. Overdragelse i foråret.',
      'Vil gerne undervise sammen med den, der tager over.',
      'Overdragelse i tre trin.',
    ],
    promise: {
      competence: 'Teamsamarbejde',
      activity: 'Skrive de to sidste idrætsforløb og afholde dem sammen med efterfølgeren',
      who: 'Torben Lindhardt',
      dueOn: '2027-05-28',
      giver: 'both',
      origin: 'need',
    },
    cell: 'S-T2',
    task: 'Idræt (7.A, 7.B, 8.A, 8.B, 9.A, 9.B)',
  },
  {
    who: 'L05',
    at: '2026-11-17T13:00',
    lastTime: 'Modulet er ikke udbudt. Skolen har bedt kommunen om det igen.',
    said: [
      'Godt samarbejde med Zeynep. To klasser på samme tid er meget.',
      'Fatma deler mere, end hun tror.',
      'Klasselærer for 1.A og 1.B.',
      'Vil stadig gerne have dansk som andetsprog.',
      'Et forløb uden for kommunen, hvis den ikke udbyder det.',
    ],
    promise: {
      competence: 'Inkluderende læringsmiljø og differentiering',
      activity: 'Finde et forløb i dansk som andetsprog uden for kommunen og søge tilskud',
      who: 'Thomas Ravnholt',
      dueOn: '2027-02-12',
      giver: 'leader',
      receiver: 'employee',
    },
    cell: 'K-F',
    priority: 'Rummelighed',
    task: 'Dansk (1.A, 1.B)',
  },
  {
    who: 'L13',
    at: '2026-11-17T13:30',
    lastTime: 'Makkerskabet hjalp. Overgangene er rolige.',
    said: [
      'Trives. Kasper spørger tit, og det er hyggeligt.',
      'Vi ser forskelligt på klasseledelse: Han er længere, end han tror.',
      'Klasselærer for 5.B. Madkundskab på hele mellemtrinnet.',
      'Vil gerne være mentor for en ny kollega.',
      'Kort kursus i at være mentor.',
    ],
    promise: {
      competence: 'Klasseledelse',
      activity: 'Todages kursus for mentorer',
      who: 'Mikkel Bruun',
      dueOn: '2027-03-05',
      giver: 'employee',
    },
    cell: 'M-T2',
    task: 'Matematik (5.A, 5.B, 6.B)',
  },
  {
    who: 'L17',
    at: '2026-11-19T13:30',
    lastTime: 'Energiforløbet er holdt to gange.',
    said: [
      'Naturfagsteamet er blevet tre.',
      'Enige om næsten alt.',
      'Fysik/kemi i 7. klasse og 8.B. Fælles prøve i 9. klasse.',
      'Vil gerne lære Maria op i fysik og selv lære lidt biologi.',
      'Byttetimer med Maria.',
    ],
    promise: {
      competence: 'Teamsamarbejde',
      activity: 'Fire byttetimer med Maria Petrova, så begge kan dække for hinanden',
      who: 'Anders Meldgaard',
      dueOn: '2027-04-23',
      giver: 'both',
      origin: 'need',
    },
    cell: 'S-T2',
    task: 'Fysik/kemi (7.A, 7.B, 8.B)',
    agreed: true,
  },
  {
    who: 'L19',
    at: '2026-11-19T14:45',
    lastTime: 'Aftalerne om start på timen virker.',
    said: [
      'Godt samarbejde om projektugen.',
      'Enige. Planlægning er næste skridt.',
      'Klasselærer for 8.B. Historie i hele udskolingen.',
      'Vil gerne prøve at vurdere sammen med en kollega.',
      'Fælles vurdering af projektopgaven.',
    ],
    promise: {
      competence: 'Planlægning med tydelige mål',
      activity: 'Årsplan i historie for 7.–9. klasse med mål, eleverne kan læse',
      who: 'Christian Hauge',
      dueOn: '2027-06-11',
      giver: 'employee',
    },
    cell: 'S-F2',
    task: 'Historie (7.A, 7.B, 8.A, 8.B, 9.A, 9.B)',
  },
];

/** The ordinary talks of November 2026, so that each of the three teacher teams has levels from five members or more. */
export const mus2026: readonly DemoTalk[] = rows.map(
  ({ who, at, said, lastTime, promise, cell, priority, task, agreed }) => ({
    who,
    heldOn: at.slice(0, 10),
    startsAt: at.slice(11),
    ...levels2026[who],
    notes: [lastTime, ...said],
    promises: [
      {
        receiver: 'school',
        origin: 'both',
        ...promise,
        plan: { cell, task, ...(priority && { priority }) },
      },
    ],
    plan: agreed ? 'agreed' : 'draft',
  }),
);

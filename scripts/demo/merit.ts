import type { InputOf } from '@shared/contract';
import type { MeritMove } from '@shared/domain/merit-states';
import type { DemoMachine } from './machine';
import type { DemoSchool } from './school-life';

type Event = { readonly at: string; readonly run: () => Promise<unknown> };
type Paper = Omit<InputOf<'merit', 'saveEvidence'>, 'caseId' | 'id'>;
type Position = Omit<InputOf<'merit', 'takePosition'>, 'caseId' | 'round'>;

type DemoCase = {
  /** Employee number. */
  readonly who: string;
  readonly submittedAt: string;
  readonly application: string;
  readonly papers: readonly Paper[];
  readonly rounds: readonly {
    /** What began the round; null for the first. */
    readonly begun?: { readonly at: string; readonly move: MeritMove; readonly reason: string };
    readonly positions: readonly (Position & { readonly at: string })[];
  }[];
};

const chief = { role: 'developmentChief', name: 'Inger Møllegaard' } as const;
const hr = { role: 'hrChief', name: 'Peter Krogsgaard' } as const;
const leading = 'Pædagogisk ledelse';
const together = 'Samarbejde og relationer på tværs af afdelinger';

/**
 * Two older decisions, one of them after a disagreement, and story 4: Amina waits for the HR chief on the 21st day
 * (DOMAIN §6.3). Both older ones were refused: what Lone and Thomas have of the requirement is told by their ledgers.
 */
const cases: readonly DemoCase[] = [
  {
    who: 'S04',
    submittedAt: '2025-09-08T11:00',
    application:
      'Jeg har taget et masterkursus i offentlig styring og søger om at få det regnet med i de 5 ECTS, jeg mangler.',
    papers: [
      {
        title: 'Masterkursus i offentlig styring',
        provider: 'Aarhus Universitet',
        year: 2018,
        ects: 10,
        learningGoals: 'Kan analysere styring og økonomi i den offentlige sektor.',
        covers: [together],
      },
    ],
    rounds: [
      {
        positions: [
          {
            ...hr,
            at: '2025-09-15T09:20',
            verdict: 'no',
            ects: null,
            reason: 'Kurset handler om styring og økonomi. Læringsmålene rører ikke ved pædagogisk ledelse.',
          },
          {
            ...chief,
            at: '2025-09-17T14:05',
            verdict: 'partly',
            ects: 2.5,
            reason: 'En del af kurset handlede om samarbejde mellem forvaltning og skole.',
          },
        ],
      },
      {
        begun: {
          at: '2025-09-25T10:00',
          move: 'meet',
          reason:
            'Vi har læst studieordningen sammen. Samarbejde nævnes som emne for en enkelt kursusgang, men er ikke et læringsmål.',
        },
        positions: [
          {
            ...chief,
            at: '2025-09-26T08:50',
            verdict: 'no',
            ects: null,
            reason: 'Samarbejde på tværs er ikke et læringsmål i kurset og kan derfor ikke dækkes af det.',
          },
          {
            ...hr,
            at: '2025-09-29T13:15',
            verdict: 'no',
            ects: null,
            reason: 'Læringsmålene handler om styring og økonomi og svarer ikke til nogen del af kravet.',
          },
        ],
      },
    ],
  },
  {
    who: 'S02',
    submittedAt: '2026-02-09T09:30',
    application: 'Jeg har været på et lederkursus i samarbejde og relationer, før jeg blev ansat.',
    papers: [
      {
        title: 'Lederkursus: Samarbejde og relationer',
        provider: 'Nordmarke Kommune',
        year: 2023,
        ects: 0,
        learningGoals: 'Fire kursusdage om samarbejde i ledelsesteam.',
        covers: [together],
      },
    ],
    rounds: [
      {
        positions: [
          {
            ...chief,
            at: '2026-02-16T10:15',
            verdict: 'no',
            ects: null,
            reason: 'Indholdet er relevant, men kurset giver ikke ECTS og sluttede uden prøve.',
          },
          {
            ...hr,
            at: '2026-02-18T13:40',
            verdict: 'no',
            ects: null,
            reason: 'Kravet er 10 dokumenterede ECTS. Et kursusbevis uden ECTS kan ikke træde i stedet.',
          },
        ],
      },
    ],
  },
  {
    who: 'S03',
    submittedAt: '2026-11-02T10:30',
    application:
      'Jeg har taget modulerne »Ledelse af læring og udvikling« og »Organisation og samarbejde« på masteruddannelsen i pædagogisk ledelse, 15 ECTS i alt.\n\nJeg har brugt dem i to år som koordinator på min forrige skole, hvor jeg ledede et udviklingsforløb på tværs af mellemtrin og udskoling.',
    papers: [
      {
        title: 'Master i pædagogisk ledelse: Ledelse af læring og udvikling',
        provider: 'Aarhus Universitet',
        year: 2024,
        ects: 10,
        learningGoals:
          'Kan lede udvikling af undervisning på grundlag af viden om læring.\nKan føre faglige samtaler om undervisning og kvalitet.',
        covers: [leading],
      },
      {
        title: 'Master i pædagogisk ledelse: Organisation og samarbejde',
        provider: 'Aarhus Universitet',
        year: 2025,
        ects: 5,
        learningGoals: 'Kan lede samarbejde mellem afdelinger og fag og arbejde med relationer.',
        covers: [together],
      },
    ],
    rounds: [
      {
        positions: [
          {
            ...chief,
            at: '2026-11-09T15:10',
            verdict: 'yes',
            ects: null,
            reason:
              'De to moduler dækker hver sin del af kravet, og læringsmålene ligger på masterniveau. Amina har brugt dem i praksis.',
          },
        ],
      },
    ],
  },
];

/** The demo school's merit cases, in the order it happened. */
export function meritLife(demo: DemoMachine, { employeeId }: DemoSchool): Event[] {
  return cases.flatMap(({ who, submittedAt, application, papers, rounds }) => {
    let caseId = '';
    return [
      {
        at: submittedAt,
        run: async () => {
          ({ caseId } = await demo.call('merit', 'start', { employeeId: employeeId(who) }));
          await demo.call('merit', 'saveApplication', { caseId, application });
          for (const paper of papers) {
            const { id: evidenceId } = await demo.call('merit', 'saveEvidence', { caseId, ...paper });
            demo.chooseNext({ name: 'eksamensbevis.pdf', bytes: certificate(paper) });
            await demo.call('merit', 'attach', { evidenceId });
          }
          await demo.call('merit', 'move', { caseId, round: 1, move: 'submit', reason: '' });
        },
      },
      ...rounds.flatMap(({ begun, positions }, index) => [
        ...(begun
          ? [
              {
                at: begun.at,
                run: () =>
                  demo.call('merit', 'move', {
                    caseId,
                    round: index,
                    move: begun.move,
                    reason: begun.reason,
                  }),
              },
            ]
          : []),
        ...positions.map(({ at, ...position }) => ({
          at,
          run: () => demo.call('merit', 'takePosition', { caseId, round: index + 1, ...position }),
        })),
      ]),
    ];
  });
}

/** A certificate as a one-page PDF, written by hand: the same bytes every time, and letters any reader shows. */
function certificate({ title, provider, year, ects }: Paper): Buffer {
  const lines = ['Eksamensbevis', title, `${provider}, ${year ?? ''}`, `${ects} ECTS`];
  const text = lines
    .map(
      (line, index) =>
        `BT /F1 ${index === 0 ? 20 : 12} Tf 60 ${760 - index * 30} Td (${escaped(line)}) Tj ET`,
    )
    .join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + trailer, 'latin1');
}

const escaped = (line: string) => line.replace(/[\\()]/g, (sign) => `\\${sign}`);

import type { Language, Text } from './text';

/** What a step of a chain is: an introduction, a module teams solve, or a course that follows (R004-05 … R004-07). */
export const chainStepKinds = ['introduction', 'module', 'course'] as const;
export type ChainStepKind = (typeof chainStepKinds)[number];

type TemplateStep = { readonly kind: ChainStepKind; readonly title: Text; readonly responsible: Text };

const leadership: Text = { da: 'Skolens ledelse', en: 'The school’s leadership' };
const team: Text = { da: 'Det enkelte team', en: 'Each team' };

/** Program for læringsledelse as its document lays it out (R004-01 … R004-08), for a school to begin from. */
const learningLeadership: { readonly title: Text; readonly purpose: Text; readonly steps: TemplateStep[] } = {
  title: { da: 'Program for læringsledelse', en: 'Programme for learning leadership' },
  purpose: {
    da: [
      'Forløbet skal styrke den enkeltes kompetence til at planlægge og gennemføre læringsmålstyret undervisning, professionalisere teamets samarbejde om elevernes læring og trivsel og udvikle metoder til at bruge viden om det, der virker, og data.',
      'De efterfølgende kurser tager tema efter resultaterne af kortlægningsundersøgelserne.',
    ].join('\n\n'),
    en: [
      'The course shall strengthen each person’s competence to plan and carry out teaching directed by goals, make the team’s work on the pupils’ learning and well-being more professional, and develop ways to use knowledge of what works, and data.',
      'The following courses take their themes from the results of the mapping surveys.',
    ].join('\n\n'),
  },
  steps: [
    {
      kind: 'introduction',
      title: { da: 'Introduktion ved skolens ledelse', en: 'Introduction by the school’s leadership' },
      responsible: leadership,
    },
    {
      kind: 'module',
      title: { da: 'Læringsmålstyret undervisning', en: 'Teaching directed by learning goals' },
      responsible: team,
    },
    {
      kind: 'module',
      title: {
        da: 'Teamet som professionelt læringsfællesskab',
        en: 'The team as a professional learning community',
      },
      responsible: team,
    },
    {
      kind: 'module',
      title: {
        da: 'Analyse og identifikation af målopfyldelse ud fra tegn på læring samt opnåede resultater',
        en: 'Analysing and identifying how far goals are met, from signs of learning and results',
      },
      responsible: team,
    },
    ...(
      [
        ['Første efterfølgende kursus', 'First following course'],
        ['Andet efterfølgende kursus', 'Second following course'],
        ['Tredje efterfølgende kursus', 'Third following course'],
      ] as const
    ).map(([da, en]): TemplateStep => ({ kind: 'course', title: { da, en }, responsible: leadership })),
  ],
};

/** The template in one language, as it is written into a school's own chain. */
export function learningLeadershipChain(language: Language) {
  const { title, purpose, steps } = learningLeadership;
  return {
    title: title[language],
    purpose: purpose[language],
    steps: steps.map((step) => ({
      kind: step.kind,
      title: step.title[language],
      responsible: step.responsible[language],
    })),
  };
}

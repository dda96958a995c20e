import type { TalkAreaPart } from '@shared/domain/talk-areas';
import type { TalkKind } from '@shared/domain/talk-kinds';
import type { DemoMachine } from './machine';

type OwnForm = {
  readonly kind: TalkKind;
  readonly name: string;
  readonly unit: string;
  readonly purpose: string;
  readonly areas: readonly {
    readonly title: string;
    readonly short: string;
    readonly questions: readonly string[];
    readonly part: TalkAreaPart;
  }[];
};

/** Forms that units of the school have made for themselves (R003-09). */
export const ownForms: readonly OwnForm[] = [
  {
    kind: 'GRUS',
    name: 'SFO-teamets GRUS-skema',
    unit: 'SFO-team',
    purpose:
      'Vi taler om eftermiddagen, som børnene møder den, og om, hvordan vi bruger hinanden. Vi slutter med højst tre aftaler.',
    areas: [
      {
        part: 'followUp',
        title: 'Siden sidst – hvad blev til noget?',
        short: 'Siden sidst',
        questions: ['Hvad er vi gladest for?', 'Hvad blev ikke til noget, og vil vi stadig?'],
      },
      {
        part: 'note',
        title: 'Børnenes eftermiddag – hvor lykkes vi, og hvor halter det?',
        short: 'Børnenes eftermiddag',
        questions: [
          'Hvilken time på dagen er den bedste for børnene, og hvilken er den sværeste?',
          'Hvilket barn har vi ikke set længe?',
        ],
      },
      {
        part: 'agreements',
        title: 'Hinanden – hvordan bruger vi de kræfter, vi har?',
        short: 'Hinanden',
        questions: ['Hvem gør hvad bedst?', 'Hvad har vi brug for fra skolen og fra ledelsen?'],
      },
      {
        part: 'picture',
        title: 'Vores spind – hvad er rykket, og hvad er det næste?',
        short: 'Vores spind',
        questions: ['Hvor er vi stærke sammen?', 'Hvad vil vi lære, før vi mødes igen?'],
      },
      {
        part: 'plan',
        title: 'Højst tre aftaler – hvem gør hvad, og hvornår?',
        short: 'Aftaler',
        questions: ['Hvad er det første, vi gør?', 'Hvornår ser vi på det sammen?'],
      },
    ],
  },
];

/** Writes a form as its unit would, and takes it into use. */
export async function saveOwnForm(demo: DemoMachine, form: OwnForm, unitId: string): Promise<void> {
  const { kind, name, purpose, areas } = form;
  const { versionId } = await demo.call('talkForms', 'create', { kind, name, unitId, from: null });
  const { content } = await demo.call('talkForms', 'get', { versionId });
  await demo.call('talkForms', 'saveDraft', {
    versionId,
    content: {
      ...content,
      purpose,
      areas: areas.map(({ questions, ...area }) => ({ ...area, questions: questions.join('\n') })),
    },
  });
  await demo.call('talkForms', 'publish', { versionId });
}

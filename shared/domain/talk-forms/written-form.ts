import { fewestAreas, mostAreas, type TalkAreaPart, type TalkForm, talkAreaParts } from '../talk-areas';
import { isTeamKind, type TalkKind } from '../talk-kinds';
import type { Language, Text } from '../text';

/** A main area as a school writes it, in one language. */
export type WrittenArea = {
  readonly title: string;
  /** For a tab. */
  readonly short: string;
  /** One a line. */
  readonly questions: string;
  readonly part: TalkAreaPart;
};

/** A form as a school writes it (R003-09). */
export type WrittenForm = {
  readonly purpose: string;
  readonly notForDiscussion: string;
  readonly areas: readonly WrittenArea[];
};

/** How long the words of a form can be, in characters, and how many questions an area can have. */
export const formLimits = { title: 120, short: 30, question: 200, questions: 10, invitation: 2000 } as const;

/** What each part is called, in a form's file and where it is chosen. */
export const partNames: Readonly<Record<TalkAreaPart, Text>> = {
  followUp: { da: 'Opfølgning', en: 'Follow-up' },
  note: { da: 'Notat', en: 'Note' },
  picture: { da: 'Teamets spind', en: 'The team’s spider' },
  ratings: { da: 'Vurdering', en: 'Ratings' },
  agreements: { da: 'Aftaler', en: 'Agreements' },
  plan: { da: 'Handlingsplan', en: 'Action plan' },
};

/** The parts an area of this kind of talk can carry: only a team has a common picture. */
export function partsFor(kind: TalkKind): readonly TalkAreaPart[] {
  return talkAreaParts.filter((part) => part !== 'picture' || isTeamKind(kind));
}

/** The questions of an area, one each, without blank lines. */
export function questionLines(questions: string): string[] {
  return questions
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A form that comes with Spind, as a school would have written it: what its own form begins with. */
export function writtenForm({ areas, purpose, notForDiscussion }: TalkForm, language: Language): WrittenForm {
  return {
    purpose: purpose[language],
    notForDiscussion: notForDiscussion[language],
    areas: areas.map(({ title, short, questions, part }) => ({
      title: title[language],
      short: short[language],
      questions: questions.map((question) => question[language]).join('\n'),
      part,
    })),
  };
}

/**
 * What keeps a form from being used, each a sentence that names the area; empty when nothing does. A talk opens on the
 * old promises and ends in one plan, so these two places are given.
 */
export function formProblems(kind: TalkKind, areas: readonly WrittenArea[]): Text[] {
  const count = (part: TalkAreaPart) => areas.filter((area) => area.part === part).length;
  const problems: (Text | false)[] = [
    areas.length < fewestAreas && {
      da: `Skemaet skal have mindst ${fewestAreas} hovedområder.`,
      en: `The form must have at least ${fewestAreas} main areas.`,
    },
    areas.length > mostAreas && {
      da: `Skemaet kan højst have ${mostAreas} hovedområder. Saml nogle af dem.`,
      en: `The form can have at most ${mostAreas} main areas. Bring some of them together.`,
    },
    areas[0]?.part !== 'followUp' && {
      da: 'Det første hovedområde skal være opfølgningen på det, I aftalte sidst.',
      en: 'The first main area must be the follow-up of what you agreed last time.',
    },
    count('followUp') > 1 && {
      da: 'Der kan kun være ét hovedområde med opfølgning.',
      en: 'There can be only one main area with follow-up.',
    },
    areas.at(-1)?.part !== 'plan' && {
      da: 'Det sidste hovedområde skal være handlingsplanen.',
      en: 'The last main area must be the action plan.',
    },
    count('plan') > 1 && {
      da: 'Der kan kun være ét hovedområde med handlingsplan.',
      en: 'There can be only one main area with an action plan.',
    },
    count('ratings') > 1 && {
      da: 'Der kan kun være ét hovedområde med vurdering.',
      en: 'There can be only one main area with ratings.',
    },
    count('picture') > 1 && {
      da: 'Der kan kun være ét hovedområde med teamets spind.',
      en: 'There can be only one main area with the team’s spider.',
    },
    count('picture') > 0 &&
      !isTeamKind(kind) && {
        da: 'Teamets spind hører til i samtaler med et team. Vælg noget andet i det hovedområde.',
        en: 'The team’s spider belongs in talks with a team. Choose something else in that main area.',
      },
    ...areas.flatMap((area, index) => areaProblems(area, index + 1)),
  ];
  return problems.filter((problem) => problem !== false);
}

/** What is wrong with the words of one area. `number` is its place, from 1. */
function areaProblems({ title, short, questions }: WrittenArea, number: number): (Text | false)[] {
  const lines = questionLines(questions);
  const at = (text: Text): Text => ({
    da: `Hovedområde ${number}: ${text.da}`,
    en: `Main area ${number}: ${text.en}`,
  });
  return [
    title.trim() === '' && at({ da: 'Skriv en overskrift.', en: 'Write a heading.' }),
    title.trim().length > formLimits.title &&
      at({
        da: `Overskriften er på ${title.trim().length} tegn. Der er plads til ${formLimits.title}.`,
        en: `The heading has ${title.trim().length} characters. There is room for ${formLimits.title}.`,
      }),
    short.trim() === '' && at({ da: 'Skriv et par ord til fanen.', en: 'Write a word or two for the tab.' }),
    short.trim().length > formLimits.short &&
      at({
        da: `Ordene til fanen er på ${short.trim().length} tegn. Der er plads til ${formLimits.short}.`,
        en: `The words for the tab have ${short.trim().length} characters. There is room for ${formLimits.short}.`,
      }),
    lines.length > formLimits.questions &&
      at({
        da: `Der er ${lines.length} spørgsmål. Vælg de ${formLimits.questions} vigtigste.`,
        en: `There are ${lines.length} questions. Choose the ${formLimits.questions} that matter most.`,
      }),
    lines.some((line) => line.length > formLimits.question) &&
      at({
        da: `Et spørgsmål er længere end ${formLimits.question} tegn. Del det, eller gør det kortere.`,
        en: `A question is longer than ${formLimits.question} characters. Split or shorten it.`,
      }),
  ];
}

import { isTeamKind, type TalkKind } from './talk-kinds';
import type { Language, Text } from './text';

/** What a preparation sheet asks before a talk, and how its fields are named (R003-08, R002-07). Pure. */

export type PreparationQuestion = { readonly key: string; readonly text: Text };

const alone: readonly PreparationQuestion[] = [
  {
    key: 'pleased',
    text: {
      da: 'Hvad er du mest tilfreds med siden sidst?',
      en: 'What are you most pleased with since last time?',
    },
  },
  {
    key: 'inTheWay',
    text: {
      da: 'Hvad stod i vejen, og hvad kunne gøre det lettere?',
      en: 'What stood in the way, and what could make it easier?',
    },
  },
  {
    key: 'develop',
    text: {
      da: 'Hvilke kompetencer og opgaver vil du gerne udvikle?',
      en: 'Which competences and tasks would you like to develop?',
    },
  },
  {
    key: 'courses',
    text: {
      da: 'Hvilke kurser eller hvilken uddannelse ønsker du dig?',
      en: 'Which courses or training do you wish for?',
    },
  },
  {
    key: 'fromLeader',
    text: { da: 'Hvad har du brug for fra din leder?', en: 'What do you need from your leader?' },
  },
];

const oneCompetence: readonly PreparationQuestion[] = [
  {
    key: 'which',
    text: {
      da: 'Hvilke kompetencer skal samtalen handle om, og hvorfor nu?',
      en: 'Which competences should the talk be about, and why now?',
    },
  },
  {
    key: 'today',
    text: {
      da: 'Hvor bruger du dem i dag, og hvor vil du bruge dem fremover?',
      en: 'Where do you use them today, and where will you use them from now on?',
    },
  },
  {
    key: 'courses',
    text: {
      da: 'Hvilke kurser eller hvilken uddannelse ønsker du dig?',
      en: 'Which courses or training do you wish for?',
    },
  },
  {
    key: 'fromLeader',
    text: { da: 'Hvad har du brug for fra din leder?', en: 'What do you need from your leader?' },
  },
];

const together: readonly PreparationQuestion[] = [
  {
    key: 'pleased',
    text: {
      da: 'Hvad er teamet lykkedes bedst med siden sidst?',
      en: 'What has the team done best since last time?',
    },
  },
  {
    key: 'inTheWay',
    text: {
      da: 'Hvad stod i vejen for teamet, og hvad kunne gøre det lettere?',
      en: 'What stood in the team’s way, and what could make it easier?',
    },
  },
  {
    key: 'develop',
    text: {
      da: 'Hvilke kompetencer og opgaver bør teamet udvikle?',
      en: 'Which competences and tasks should the team develop?',
    },
  },
  {
    key: 'courses',
    text: {
      da: 'Hvilke kurser eller fælles forløb ønsker du for teamet?',
      en: 'Which courses or shared programmes do you wish for the team?',
    },
  },
  {
    key: 'fromLeader',
    text: { da: 'Hvad har teamet brug for fra ledelsen?', en: 'What does the team need from its leaders?' },
  },
];

/** The open questions of a kind of talk, in order. */
export function preparationQuestions(kind: TalkKind): readonly PreparationQuestion[] {
  if (isTeamKind(kind)) return together;
  return kind === 'KUS' ? oneCompetence : alone;
}

/** What stands in a choice field before a choice, and takes a choice back again. */
export const noChoice = '–';

/** Values of a choice field beside the levels themselves. */
export const choiceStates = { notRated: 'iv', notRelevant: 'ir' } as const;

const stateTexts: Readonly<Record<keyof typeof choiceStates, Text>> = {
  notRated: { da: 'Ikke vurderet', en: 'Not rated' },
  notRelevant: { da: 'Ikke relevant', en: 'Not relevant' },
};

/** One line of a choice field: what it stands for in the file, and what the employee reads. */
export type Choice = { readonly value: string; readonly text: string };

/** Room for a level's words in the field on paper, in characters; wide letters fit too. */
const roomForWords = 26;

/** The choices of one competence: none yet, each level with the beginning of its descriptor, and the two states. */
export function levelChoices(descriptors: readonly string[], scaleMax: number, language: Language): Choice[] {
  const levels = Array.from({ length: scaleMax }, (_, index) => {
    const words = shortened(descriptors[index] ?? '');
    return { value: String(index + 1), text: words ? `${index + 1}  ${words}` : String(index + 1) };
  });
  const states = Object.entries(choiceStates).map(([state, value]) => ({
    value,
    text: stateTexts[state as keyof typeof choiceStates][language],
  }));
  return [{ value: noChoice, text: noChoice }, ...levels, ...states];
}

/** The descriptor, or its first words and an ellipsis where it is longer than the field. */
export function shortened(descriptor: string, room = roomForWords): string {
  const words = descriptor.trim().replaceAll(/\s+/g, ' ');
  if (words.length <= room) return words;
  const cut = words.slice(0, room);
  const lastSpace = cut.lastIndexOf(' ');
  return `${cut.slice(0, lastSpace > room / 2 ? lastSpace : room).replace(/[\s,;:.–-]+$/, '')} …`;
}

/** Names of the fields in the file, counted from 1 in the order of the sheet. */
export const fieldName = {
  sheet: 'spind_ark',
  level: (index: number) => `niveau_${index + 1}`,
  comment: (index: number) => `kommentar_${index + 1}`,
  answer: (index: number) => `svar_${index + 1}`,
} as const;

/** Where a field belongs is printed as a link to this address followed by its name. */
export const fieldAddress = 'spind-field:';

/**
 * A printed field is a box with its caption inside at the top left; what is filled in stands under the caption, a little
 * off the border. Points, as on paper.
 */
export const fieldBox = { caption: 10, border: 1.5 } as const;

/** How much one may write in a field, in characters; the same as on screen for a comment. */
export const longest = { comment: 4000, answer: 8000 } as const;

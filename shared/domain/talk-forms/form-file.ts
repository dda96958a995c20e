import { sameText } from '../table-import/cells';
import { forMessage, type ImportTable } from '../table-import/table';
import { mostAreas, type TalkAreaPart, talkAreaParts } from '../talk-areas';
import type { TalkKind } from '../talk-kinds';
import { type Language, languages, refuse, type Text } from '../text';
import {
  formLimits,
  partNames,
  partsFor,
  questionLines,
  type WrittenArea,
  type WrittenForm,
} from './written-form';

/** The columns of a form's file, one row an area; people write it in a spreadsheet. */
const columns = {
  title: { da: 'Hovedområde', en: 'Main area' },
  short: { da: 'Fane', en: 'Tab' },
  questions: { da: 'Spørgsmål', en: 'Questions' },
  part: { da: 'Indhold', en: 'Content' },
} as const satisfies Record<string, Text>;
type Column = keyof typeof columns;
const columnNames = Object.keys(columns) as Column[];

/** Two rows hold no area but what the invitation begins with; the column »Indhold« says which. */
const invitationRows = {
  purpose: { da: 'Formål', en: 'Purpose' },
  notForDiscussion: { da: 'Ikke til diskussion', en: 'Not for discussion' },
} as const satisfies Record<string, Text>;
type InvitationRow = keyof typeof invitationRows;
const invitation: Text = { da: 'Indbydelsen', en: 'The invitation' };

/** A row that cannot be used, and why. `row` is the number Excel shows. */
export type RowProblem = { readonly row: number; readonly text: Text };

/** A form as rows of cells, the headings first. `readFormTable` reads it back as the same form. */
export function formRows(form: WrittenForm, language: Language): string[][] {
  return [
    columnNames.map((column) => columns[column][language]),
    ...form.areas.map(({ title, short, questions, part }) => [
      title,
      short,
      questionCell(questions),
      partNames[part][language],
    ]),
    ...(['purpose', 'notForDiscussion'] as const).map((row) => [
      invitation[language],
      '',
      form[row],
      invitationRows[row][language],
    ]),
  ];
}

/**
 * Reads a form from a table with the columns »Hovedområde; Fane; Spørgsmål; Indhold« in any order, in Danish or English.
 * Questions are separated by line breaks or `|`. Refuses a table without the columns; what is wrong with a row is told
 * in `problems`, and a form with any must not be used. `null` for an invitation text the file does not hold.
 */
export function readFormTable(
  table: ImportTable,
  kind: TalkKind,
): {
  areas: WrittenArea[];
  purpose: string | null;
  notForDiscussion: string | null;
  problems: RowProblem[];
} {
  const place = findColumns(table);
  const areas: WrittenArea[] = [];
  const problems: RowProblem[] = [];
  const texts = new Map<InvitationRow, string>();
  for (const { row, cells } of table.rows) {
    const cell = (column: Column) => (cells[place[column]] ?? '').replace(/\r\n?/g, '\n').trim();
    const say = (column: Column, text: Text) => problems.push({ row, text: inField(column, text) });
    if (cells.length > table.header.length) {
      problems.push({ row, text: tooManyCells });
      continue;
    }
    const invitationRow = keyOf(invitationRows, cell('part'));
    if (invitationRow) {
      const text = cell('questions');
      if (texts.has(invitationRow)) say('part', twice(invitationRows[invitationRow]));
      else if (text.length > formLimits.invitation)
        say('questions', tooLong(text.length, formLimits.invitation));
      texts.set(invitationRow, text);
      continue;
    }
    const part = cell('part') === '' ? 'note' : keyOf(partNames, cell('part'));
    if (!part || !partsFor(kind).includes(part)) say('part', unknownPart(cell('part'), kind, part));
    const title = cell('title');
    if (title === '') say('title', { da: 'Skriv en overskrift.', en: 'Write a heading.' });
    if (title.includes('\n')) say('title', oneLine);
    if (title.length > formLimits.title) say('title', tooLong(title.length, formLimits.title));
    const short = cell('short');
    if (short === '')
      say('short', { da: 'Skriv et par ord til fanen.', en: 'Write a word or two for the tab.' });
    if (short.includes('\n')) say('short', oneLine);
    if (short.length > formLimits.short) say('short', tooLong(short.length, formLimits.short));
    const questions = readQuestions((cells[place.questions] ?? '').replace(/\r\n?/g, '\n'));
    if (questions.length > formLimits.questions) say('questions', tooManyQuestions(questions.length));
    for (const [index, question] of questions.entries()) {
      if (question.length > formLimits.question) say('questions', longQuestion(index + 1, question.length));
    }
    areas.push({ title, short, questions: questions.join('\n'), part: part ?? 'note' });
    if (areas.length === mostAreas + 1) {
      problems.push({ row, text: tooManyAreas });
    }
  }
  return {
    areas,
    purpose: texts.get('purpose') ?? null,
    notForDiscussion: texts.get('notForDiscussion') ?? null,
    problems,
  };
}

/** A single question with a `|` in it gets a line break after it, so that the `|` is read as part of it. */
function questionCell(questions: string): string {
  const lines = questionLines(questions);
  return lines.length === 1 && lines[0]?.includes('|') ? `${lines[0]}\n` : lines.join('\n');
}

function readQuestions(cell: string): string[] {
  return questionLines(cell.includes('\n') ? cell : cell.replaceAll('|', '\n'));
}

function findColumns(table: ImportTable): Record<Column, number> {
  const place = {} as Record<Column, number>;
  const absent: Text[] = [];
  for (const column of columnNames) {
    const found = table.header.flatMap((heading, index) =>
      languages.some((language) => sameText(heading, columns[column][language])) ? [index] : [],
    );
    if (found.length > 1) {
      const { da, en } = columns[column];
      throw refuse('invalid', {
        da: `${table.fileName}: Kolonnen »${da}« står der to gange. Slet den ene.`,
        en: `${table.fileName}: the column “${en}” appears twice. Delete one of them.`,
      });
    }
    if (found[0] === undefined) absent.push(columns[column]);
    else place[column] = found[0];
  }
  if (absent.length === 0) return place;
  const all = (language: Language) => columnNames.map((column) => columns[column][language]).join('; ');
  const named = (language: Language) => absent.map((one) => one[language]).join('; ');
  throw refuse('invalid', {
    da: `${table.fileName} mangler: ${named('da')}. Første række skal være overskrifterne ${all('da')}.`,
    en: `${table.fileName} lacks: ${named('en')}. The first row must be the headings ${all('en')}.`,
  });
}

function keyOf<K extends string>(names: Readonly<Record<K, Text>>, cell: string): K | undefined {
  return (Object.keys(names) as K[]).find((key) =>
    languages.some((language) => sameText(cell, names[key][language])),
  );
}

const inField = (column: Column, { da, en }: Text): Text => ({
  da: `${columns[column].da}: ${da}`,
  en: `${columns[column].en}: ${en}`,
});

const oneLine: Text = { da: 'Skriv det på én linje.', en: 'Write it on one line.' };
const tooManyAreas: Text = {
  da: `Et skema kan højst have ${mostAreas} hovedområder. Saml nogle af dem.`,
  en: `A form can have at most ${mostAreas} main areas. Bring some of them together.`,
};
const tooManyCells: Text = {
  da: 'Der er flere celler end overskrifter. Står der et skilletegn i teksten, så gem filen igen fra Excel.',
  en: 'There are more cells than headings. If a text holds a separator, save the file again from Excel.',
};
const tooLong = (length: number, room: number): Text => ({
  da: `Teksten er på ${length} tegn. Der er plads til ${room}.`,
  en: `The text has ${length} characters. There is room for ${room}.`,
});
const tooManyQuestions = (count: number): Text => ({
  da: `Der er ${count} spørgsmål. Vælg de ${formLimits.questions} vigtigste.`,
  en: `There are ${count} questions. Choose the ${formLimits.questions} that matter most.`,
});
const longQuestion = (number: number, length: number): Text => ({
  da: `Spørgsmål ${number} er på ${length} tegn. Der er plads til ${formLimits.question}.`,
  en: `Question ${number} has ${length} characters. There is room for ${formLimits.question}.`,
});
const twice = ({ da, en }: Text): Text => ({
  da: `»${da}« står der to gange. Slet den ene række.`,
  en: `“${en}” appears twice. Delete one of the rows.`,
});

function unknownPart(cell: string, kind: TalkKind, part: TalkAreaPart | undefined): Text {
  if (part === 'picture') {
    return {
      da: `»${partNames.picture.da}« hører til i samtaler med et team.`,
      en: `“${partNames.picture.en}” belongs in talks with a team.`,
    };
  }
  const choices = (language: Language) =>
    talkAreaParts
      .filter((one) => partsFor(kind).includes(one))
      .map((one) => partNames[one][language])
      .join(', ');
  return {
    da: `»${forMessage(cell)}« kendes ikke. Skriv et af ordene ${choices('da')}.`,
    en: `“${forMessage(cell)}” is not known. Write one of the words ${choices('en')}.`,
  };
}

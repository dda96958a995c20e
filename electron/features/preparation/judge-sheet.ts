import type { ChosenSheet, SheetState } from '@shared/contract/preparation';
import type { RatingAnswer } from '@shared/contract/ratings';
import { type Choice, choiceStates, fieldName, longest, noChoice } from '@shared/domain/preparation';
import type { Text } from '@shared/domain/text';
import { and, eq, isNotNull, ne } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { isRevealed, ratingOf, sealedOf } from '../../data/queries/ratings';
import { employees } from '../../data/schema/employees';
import { preparationAnswers, preparationSheets } from '../../data/schema/preparation';
import { talks } from '../../data/schema/talks';
import { type Asked, asked } from './asked';
import type { ReadSheet } from './read-fields';

export type StoredSheet = typeof preparationSheets.$inferSelect;

/** What an employee filled in, parallel to the competences; an answer is null where she chose nothing. */
export type Filled = {
  readonly answers: readonly (RatingAnswer | null)[];
  readonly comments: readonly string[];
  readonly texts: { readonly key: string; readonly question: string; readonly text: string }[];
};

/** What a file is, and everything needed to take it in. */
export type Judged = {
  readonly state: SheetState;
  readonly message: Text | null;
  readonly missing: readonly string[];
  readonly sheet: { stored: StoredSheet; asks: Asked; filled: Filled } | null;
  readonly of: Pick<ChosenSheet, 'employeeName' | 'heldOn' | 'kind'>;
};

const unknownOwner = { employeeName: '', heldOn: null, kind: null } as const;

const refused = (state: SheetState, message: Text, of: Judged['of'] = unknownOwner): Judged => ({
  state,
  message,
  missing: [],
  sheet: null,
  of,
});

/** A file that could not be read at all, and why. */
export const unreadable = (message: Text): Judged => refused('unreadable', message);

/**
 * Says what a file that was read is, by what the school's own file knows of it; `withinTalk` is the talk it was chosen
 * from. Changes nothing, and is asked again before anything is written.
 */
export function judge(db: Database, read: ReadSheet, withinTalk: string | null): Judged {
  const stored = read.sheetId
    ? db.select().from(preparationSheets).where(eq(preparationSheets.id, read.sheetId)).get()
    : undefined;
  const found = stored
    ? db
        .select({ talk: talks, employeeName: employees.name, removedAt: employees.removedAt })
        .from(talks)
        .innerJoin(employees, eq(employees.id, stored.employeeId))
        .where(eq(talks.id, stored.talkId))
        .get()
    : undefined;
  if (!stored || !found || found.talk.removedAt !== null || found.removedAt !== null) {
    return refused('foreign', says.foreign);
  }
  const { talk, employeeName } = found;
  if (withinTalk !== null && withinTalk !== talk.id) return refused('otherTalk', says.otherTalk);
  const of = { employeeName, heldOn: talk.heldOn, kind: talk.kind };
  const no = (state: SheetState, message: Text) => refused(state, message, of);

  if (!read.hasFields) return no('changed', says.noFields);
  const asks = asked.parse(JSON.parse(stored.asked));
  const filled = read.sha256 === stored.pagesSha256 ? fillingOf(asks, read.values) : null;
  if (!filled) return no('changed', says.changed);
  if (talk.closedAt !== null) return no('closed', says.closed);
  if (stored.importedAt !== null) return no('alreadyImported', says.alreadyImported);
  if (hasAnotherImported(db, stored)) return no('alreadyImported', says.anotherImported);
  const missing = asks.competences.filter((_, index) => !filled.answers[index]).map(({ name }) => name);
  if (asks.competences.length > 0) {
    if (isRevealed(db, talk.id) || sealedOf(db, talk.id)) return no('rated', says.rated);
    if (talk.templateVersionId !== asks.versionId) return no('outdated', says.outdated);
    if (!ratingOf(db, talk.id, 'leader')?.lockedAt) return no('waitsForLeader', says.waitsForLeader);
  }
  const sheet = { stored, asks, filled };
  return { state: missing.length > 0 ? 'incomplete' : 'ready', message: null, missing, sheet, of };
}

/** Another sheet of the same person before the same talk has been taken in, and still counts. */
function hasAnotherImported(db: Database, { id, talkId, employeeId }: StoredSheet): boolean {
  const others = and(
    eq(preparationSheets.talkId, talkId),
    eq(preparationSheets.employeeId, employeeId),
    ne(preparationSheets.id, id),
    isNotNull(preparationSheets.importedAt),
  );
  return db.select({ id: preparationSheets.id }).from(preparationSheets).where(others).get() !== undefined;
}

/** What stands in the fields, by what they asked. Null when a field holds what the sheet did not offer. */
export function fillingOf(
  { competences, questions }: Asked,
  values: ReadonlyMap<string, string>,
): Filled | null {
  const answers: (RatingAnswer | null)[] = [];
  const comments: string[] = [];
  for (const [index, { choices }] of competences.entries()) {
    const comment = values.get(fieldName.comment(index));
    const chosen = values.get(fieldName.level(index));
    if (comment === undefined || chosen === undefined || comment.length > longest.comment) return null;
    const answer = answerOf(chosen, choices);
    if (answer === undefined) return null;
    answers.push(answer && { ...answer, comment });
    comments.push(comment);
  }
  const texts = questions.map(({ key, question }, index) => ({
    key,
    question,
    text: values.get(fieldName.answer(index)),
  }));
  const all = texts.flatMap(({ text, ...rest }) => (text === undefined ? [] : [{ ...rest, text }]));
  if (all.length < texts.length || all.some(({ text }) => text.length > longest.answer)) return null;
  return { answers, comments, texts: all };
}

/** A choice by its value or by its words, since programs write either; undefined when it was never offered. */
function answerOf(
  chosen: string,
  choices: readonly Choice[],
): Omit<RatingAnswer, 'comment'> | null | undefined {
  if (chosen.trim() === '') return null;
  const value = (
    choices.find((choice) => choice.value === chosen) ?? choices.find((choice) => choice.text === chosen)
  )?.value;
  if (value === undefined) return undefined;
  if (value === noChoice) return null;
  if (value === choiceStates.notRated) return { state: 'notRated', level: null };
  if (value === choiceStates.notRelevant) return { state: 'notRelevant', level: null };
  return { state: 'rated', level: Number(value) };
}

/** Every answer, where what was left open counts as “not rated”; a comment without a level stays with it. */
export const withoutGaps = ({ answers, comments }: Filled): RatingAnswer[] =>
  answers.map(
    (answer, index) => answer ?? { state: 'notRated', level: null, comment: comments[index] ?? '' },
  );

/** What was written on a sheet; empty texts are not kept. */
export function keepTexts(db: Database, sheetId: string, texts: Filled['texts']): void {
  for (const { key, question, text } of texts) {
    if (text.trim() === '') continue;
    db.insert(preparationAnswers).values({ sheetId, key, question, text }).run();
  }
}

const says = {
  foreign: {
    da: 'Filen er ikke et forberedelsesark fra denne skoles Spind.',
    en: 'The file is not a preparation sheet from this school’s Spind.',
  },
  otherTalk: {
    da: 'Arket hører til en anden samtale. Importér det fra listen over samtaler.',
    en: 'The sheet belongs to another talk. Import it from the list of talks.',
  },
  noFields: {
    da: 'Felterne er væk: filen er udskrevet til PDF i stedet for gemt. Bed om filen gemt med felterne i.',
    en: 'The fields are gone: the file was printed to PDF instead of saved. Ask for it saved with its fields.',
  },
  changed: {
    da: 'Arket er ændret: der står noget andet på siderne, end da Spind lavede det. Lav et nyt ark.',
    en: 'The sheet has been changed: its pages do not say what they said when Spind made it. Make a new sheet.',
  },
  outdated: {
    da: 'Samtalen har fået en nyere udgave af spindet, siden arket blev lavet. Lav et nyt ark.',
    en: 'The talk has taken a newer version of the spider since the sheet was made. Make a new sheet.',
  },
  closed: {
    da: 'Samtalen er lukket. Genåbn den, hvis arket skal med.',
    en: 'The talk is closed. Reopen it if the sheet is to be included.',
  },
  alreadyImported: {
    da: 'Arket er importeret før og tæller kun én gang.',
    en: 'The sheet has been imported before and counts only once.',
  },
  anotherImported: {
    da: 'Der er allerede importeret et ark fra samme medarbejder til samtalen.',
    en: 'A sheet from the same employee has already been imported for the talk.',
  },
  rated: {
    da: 'Selvvurderingen er allerede begyndt eller låst i Spind. Arket kan ikke lægge en til.',
    en: 'The self-rating has already been begun or locked in Spind. The sheet cannot add another.',
  },
  waitsForLeader: {
    da: 'Lås din egen vurdering først. Indtil da viser Spind intet af det, der er valgt.',
    en: 'Lock your own rating first. Until then Spind shows nothing of what was chosen.',
  },
} as const satisfies Record<string, Text>;

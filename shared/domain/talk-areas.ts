import { grusForm } from './talk-forms/grus';
import { kusForm } from './talk-forms/kus';
import { musForm } from './talk-forms/mus';
import { tusForm } from './talk-forms/tus';
import type { TalkKind } from './talk-kinds';
import type { Language, Text } from './text';

/**
 * What a main area carries beside its note: earlier promises, the team's competence picture, the ratings, agreements, or
 * the plan with which the talk ends.
 */
export const talkAreaParts = ['followUp', 'note', 'picture', 'ratings', 'agreements', 'plan'] as const;
export type TalkAreaPart = (typeof talkAreaParts)[number];

/** How many main areas a form can have. */
export const fewestAreas = 2;
export const mostAreas = 10;

/** One main area of a talk. */
export type TalkArea = {
  /** 1 … n, its place in the form. */
  readonly number: number;
  readonly title: Text;
  /** For a tab. */
  readonly short: Text;
  /** What to talk about here: questions to lean on, not to fill in. */
  readonly questions: readonly Text[];
  readonly part: TalkAreaPart;
};

/** A form: its main areas in order, and what an invitation begins with (R003-08). */
export type TalkForm = {
  readonly areas: readonly TalkArea[];
  readonly purpose: Text;
  readonly notForDiscussion: Text;
};

const standardForms: Readonly<Record<TalkKind, TalkForm>> = {
  MUS: musForm,
  TUS: tusForm,
  GRUS: grusForm,
  KUS: kusForm,
};

/** The form that comes with Spind for a kind of talk. */
export function standardForm(kind: TalkKind): TalkForm {
  return standardForms[kind];
}

/** The agenda of an invitation: one main area a line, with its number. */
export function agendaOf(areas: readonly Pick<TalkArea, 'number' | 'title'>[], language: Language): string {
  return areas.map(({ number, title }) => `${number}. ${title[language]}`).join('\n');
}

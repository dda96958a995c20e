import { ratings as contract, type RatingAnswer } from '@shared/contract/ratings';
import { Refusal, refuse } from '@shared/domain/text';
import type { Answers, RatedTalk } from '../../data/queries/ratings';
import { tryingSecret } from '../attempts';
import type { Context } from '../context';

/** What both halves of the feature say, refuse and check alike. */

/** The audit row of a change to a talk's ratings. */
export const changed = (what: string, entityId: string) => ({
  action: `rating.${what}`,
  entity: 'talk',
  entityId,
  fields: [],
});

export const locked = () =>
  refuse('conflict', {
    da: 'Vurderingen er låst. Lås den op, hvis noget skal ændres.',
    en: 'The rating is locked. Unlock it to change something.',
  });

export const shown = () =>
  refuse('conflict', {
    da: 'Begge vurderinger er vist, så de ligger fast. Skriv det aftalte niveau ved siden af.',
    en: 'Both ratings have been shown and stay as they are. Enter the agreed level beside them.',
  });

/** Tries a code; wrong ones in a row make the next wait. */
export const trying = <T>(context: Context, attempt: () => Promise<T>) =>
  tryingSecret(context, (error) => error instanceof Refusal && error.code === 'invalid', attempt);

/** What was sealed is our own writing, but it is read as carefully as anything else from the disk. */
export const readAnswers = (content: unknown): Answers => contract.save.input.shape.answers.parse(content);

/** As many answers as there are axes; null where one is missing. */
export const inOrder = (answers: Answers, length: number): Answers =>
  Array.from({ length }, (_, index) => answers[index] ?? null);

/** Refuses an answer to a competence of another spider, or above its scale. */
export function assertFits(rated: RatedTalk, competenceId: string, answer: RatingAnswer | null): void {
  if (!rated.axes.some((axis) => axis.competenceId === competenceId)) {
    throw refuse('not-found', {
      da: 'Kompetencen hører ikke til samtalens spind.',
      en: 'The competence does not belong to the talk’s spider.',
    });
  }
  assertLevel(rated.scaleMax, answer);
}

/** Refuses a level above the scale. */
export function assertLevel(scaleMax: number, answer: RatingAnswer | null): void {
  if (!answer?.level || answer.level <= scaleMax) return;
  throw refuse('invalid', {
    da: `Skalaen slutter ved ${scaleMax}. Vælg et lavere niveau.`,
    en: `The scale ends at ${scaleMax}. Choose a lower level.`,
  });
}

import type { RatingAnswer } from '@shared/contract/ratings';
import type { SpiderLevel } from '@shared/domain/gap';

/** What a rater said of a competence, as the spider draws it. */
export function levelOf(answer: { state: RatingAnswer['state']; level: number | null } | null): SpiderLevel {
  if (!answer || answer.state === 'notRated') return { state: 'notRated' };
  if (answer.state === 'notRelevant' || answer.level === null) return { state: 'notRelevant' };
  return { state: 'rated', level: answer.level };
}

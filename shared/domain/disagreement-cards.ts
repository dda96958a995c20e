import { isTopic, type SpiderLevel } from './gap';
import type { Text } from './text';

/** A competence as a card needs it: its name and one descriptor a level, lowest first. */
export type CardAxis = {
  readonly competenceId: string;
  readonly name: string;
  readonly descriptors: readonly string[];
};

/** Two views of one competence laid beside each other, with three questions; no verdict (DOMAIN 4.5). */
export type DisagreementCard = {
  readonly competenceId: string;
  readonly name: string;
  readonly self: { readonly level: number; readonly text: string };
  readonly leader: { readonly level: number; readonly text: string };
  readonly questions: readonly [Text, Text, Text];
};

/**
 * One card for each competence where self and leader are two levels or more apart, in the template's order. The
 * questions are built from the school's own words by rule: nothing is judged, and nobody is called he or she.
 */
export function disagreementCards(
  axes: readonly CardAxis[],
  self: readonly SpiderLevel[],
  leader: readonly SpiderLevel[],
): DisagreementCard[] {
  return axes.flatMap((axis, index) => {
    const [own, leaders] = [self[index], leader[index]];
    if (own?.state !== 'rated' || leaders?.state !== 'rated' || !isTopic(own, leaders)) return [];
    const say = (level: number) => axis.descriptors[level - 1] ?? '';
    const [low, high] = [Math.min(own.level, leaders.level), Math.max(own.level, leaders.level)];
    return [
      {
        competenceId: axis.competenceId,
        name: axis.name,
        self: { level: own.level, text: say(own.level) },
        leader: { level: leaders.level, text: say(leaders.level) },
        questions: [
          {
            da: 'Hvilken situation tænkte I hver især på?',
            en: 'Which situation did each of you have in mind?',
          },
          {
            da: `Hvornår har I senest set det, der står på niveau ${high}: ${quoted(say(high), '»', '«')}?`,
            en: `When did you last see what level ${high} says: ${quoted(say(high), '“', '”')}?`,
          },
          {
            da: `Hvad skal der til for at være på niveau ${low + 1}: ${quoted(say(low + 1), '»', '«')}?`,
            en: `What would it take to be at level ${low + 1}: ${quoted(say(low + 1), '“', '”')}?`,
          },
        ],
      },
    ];
  });
}

/** A descriptor inside a question: without its full stop, which the question mark replaces. */
const quoted = (text: string, open: string, close: string) =>
  `${open}${text.trim().replace(/[.!?]+$/, '')}${close}`;

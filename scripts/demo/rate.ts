import type { RatingAnswer } from '@shared/contract/ratings';
import { eq } from 'drizzle-orm';
import { type Answers, layOpen, ratedTalk, ratingOf, writeAnswer } from '../../electron/data/queries/ratings';
import { ratings } from '../../electron/data/schema/talks';
import type { DemoLevel, DemoRating, DemoTalk } from './demo-talk';
import type { DemoMachine } from './machine';
import { demoPassphrase, demoPin } from './secrets';

/** Both ratings of a talk to come, each by its own hand: hers in employee mode under her own code. */
export async function rate(demo: DemoMachine, talkId: string, talk: DemoTalk): Promise<void> {
  const rateAsLeader = () => (talk.leaderRating ? leaderRates(demo, talkId, talk.leaderRating) : undefined);
  // When the leader has locked first, both views lie open the moment she locks hers; else her code opens them.
  if (talk.opensAtOnce) await rateAsLeader();
  if (talk.self) await employeeRates(demo, talkId, talk.self);
  if (!talk.opensAtOnce) await rateAsLeader();
}

/**
 * Both ratings of a talk that has been held since, laid open as the employee's code did. Reckoning sixty codes would
 * take a minute, and nothing of them is left once the views lie open.
 */
export function layBothOpen(demo: DemoMachine, talkId: string, talk: DemoTalk, lockedAt: string): void {
  demo.write({ action: 'rating.revealed', entity: 'talk', entityId: talkId, fields: [] }, (db) => {
    const rated = ratedTalk(db, talkId);
    const inAxes = (rating: DemoRating | undefined): Answers =>
      rating ? allAnswers(rating, rated.axes, talk.who) : [];
    for (const [index, { competenceId }] of rated.axes.entries())
      writeAnswer(
        db,
        talkId,
        'leader',
        competenceId,
        inAxes(talk.leaderRating)[index] ?? null,
        new Date(lockedAt),
      );
    const leader = ratingOf(db, talkId, 'leader');
    db.update(ratings)
      .set({ lockedAt })
      .where(eq(ratings.id, leader?.id ?? ''))
      .run();
    layOpen(db, rated, inAxes(talk.self), lockedAt);
  });
}

/** What both agreed on at the talk, or what the team says of itself: one level a competence. */
export function writeInCommon(
  demo: DemoMachine,
  talkId: string,
  role: 'agreed' | 'team',
  rating: DemoRating,
  now: Date,
): void {
  demo.write({ action: `rating.${role}`, entity: 'talk', entityId: talkId, fields: [] }, (db) => {
    const { axes } = ratedTalk(db, talkId, role === 'team' ? 'team' : 'employee');
    const answers = allAnswers(rating, axes, talkId);
    for (const [index, { competenceId }] of axes.entries())
      writeAnswer(db, talkId, role, competenceId, answers[index] ?? null, now);
  });
}

async function leaderRates(demo: DemoMachine, talkId: string, rating: DemoRating): Promise<void> {
  const { axes } = await demo.call('ratings', 'overview', { talkId });
  for (const [index, axis] of axes.entries()) {
    const answer = answerOf(rating, axis.name, index);
    if (answer) await demo.call('ratings', 'saveLeader', { talkId, competenceId: axis.competenceId, answer });
  }
  if (rating.locked) await demo.call('ratings', 'lockLeader', { talkId });
}

async function employeeRates(demo: DemoMachine, talkId: string, rating: DemoRating): Promise<void> {
  await demo.call('ratings', 'lend', { talkId });
  await demo.call('ratings', 'choosePin', { pin: demoPin, repeat: demoPin });
  const { axes } = await demo.call('ratings', 'form', {});
  await demo.call('ratings', 'save', {
    answers: axes.map((axis, index) => answerOf(rating, axis.name, index)),
  });
  if (rating.locked) await demo.call('ratings', 'lock', {});
  await demo.call('ratings', 'handBack', {});
  await demo.call('vault', 'unlock', { passphrase: demoPassphrase });
}

/** An answer to every axis; a slip in the demo's own levels and comments is refused, not passed over. */
function allAnswers(
  rating: DemoRating,
  axes: readonly { readonly name: string }[],
  who: string,
): RatingAnswer[] {
  const strangers = Object.keys(rating.comments ?? {}).filter(
    (name) => !axes.some((axis) => axis.name === name),
  );
  if (rating.levels.length !== axes.length || strangers.length > 0)
    throw new Error(`${who}: ${rating.levels.length} levels for ${axes.length} axes ${strangers}`);
  return axes.flatMap(({ name }, index) => answerOf(rating, name, index) ?? []);
}

function answerOf({ levels, comments }: DemoRating, competence: string, index: number): RatingAnswer | null {
  const level: DemoLevel | undefined = levels[index];
  if (level === undefined) return null;
  const comment = comments?.[competence] ?? '';
  return typeof level === 'number'
    ? { state: 'rated', level, comment }
    : { state: level, level: null, comment };
}

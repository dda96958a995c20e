import type { RatingAnswer } from '@shared/contract/ratings';
import type { DemoLevel, DemoRating, DemoTalk } from './demo-talk';
import type { DemoMachine } from './machine';
import { demoPassphrase, demoPin } from './secrets';

/** Both ratings of a talk, each by its own hand: hers in employee mode under her own code. */
export async function rate(demo: DemoMachine, talkId: string, talk: DemoTalk): Promise<void> {
  const rateAsLeader = () => (talk.leader ? leaderRates(demo, talkId, talk.leader) : undefined);
  // When the leader has locked first, both views lie open the moment she locks hers; else her code opens them.
  if (talk.opensAtOnce) await rateAsLeader();
  if (talk.self) await employeeRates(demo, talkId, talk.self);
  if (!talk.opensAtOnce) await rateAsLeader();
}

/** What both agreed on at the talk, once they had seen each other's view. */
export async function agreeLevels(demo: DemoMachine, talkId: string, agreed: DemoRating): Promise<void> {
  const { axes } = await demo.call('ratings', 'overview', { talkId });
  for (const [index, axis] of axes.entries()) {
    const answer = answerOf(agreed, axis.name, index);
    if (answer) await demo.call('ratings', 'saveAgreed', { talkId, competenceId: axis.competenceId, answer });
  }
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

function answerOf({ levels, comments }: DemoRating, competence: string, index: number): RatingAnswer | null {
  const level: DemoLevel | undefined = levels[index];
  if (level === undefined) return null;
  const comment = comments?.[competence] ?? '';
  return typeof level === 'number'
    ? { state: 'rated', level, comment }
    : { state: level, level: null, comment };
}

import type { OutputOf } from '@shared/contract';
import type { SpiderLevel } from '@shared/domain/gap';
import type { RatedTalk, Wording } from '@shared/domain/spider-history';
import type { TalkKind } from '@shared/domain/talk-kinds';

export type Ratings = OutputOf<'history', 'ratings'>;

/** A talk's ratings as the rules read them, with the wording they were made on. */
export type PastTalk = RatedTalk & {
  readonly kind: TalkKind;
  readonly wording: Wording & { readonly spiderName: string; readonly number: number };
};

/** The rated talks, oldest first. */
export function pastTalks({ talks, versions }: Ratings): PastTalk[] {
  const wordings = new Map(versions.map((version) => [version.id, version]));
  return talks.flatMap(({ talkKind, self, leader, agreed, talkId, heldOn, versionId }) => {
    const wording = wordings.get(versionId);
    if (!wording) return [];
    return {
      talkId,
      heldOn,
      versionId,
      kind: talkKind,
      wording,
      self: self.map(levelOf),
      leader: leader.map(levelOf),
      agreed: agreed.map((level) => level && levelOf(level)),
    };
  });
}

function levelOf({ state, level }: Ratings['talks'][number]['self'][number]): SpiderLevel {
  if (state === 'rated') return level === null ? { state: 'notRated' } : { state, level };
  return { state };
}

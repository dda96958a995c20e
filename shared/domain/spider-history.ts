import type { SpiderLevel } from './gap';

/** A competence as one version of a spider words it. `lineageId` ties it to its other wordings. */
export type WordedAxis = {
  readonly competenceId: string;
  readonly lineageId: string;
  readonly name: string;
  readonly domain: string;
  readonly target: number;
  readonly descriptors: readonly string[];
};

export type Wording = {
  readonly id: string;
  readonly scaleMax: number;
  readonly axes: readonly WordedAxis[];
};

/** The ratings of one talk, each parallel to the axes of its wording. */
export type RatedTalk = {
  readonly talkId: string;
  readonly heldOn: string;
  readonly versionId: string;
  readonly self: readonly SpiderLevel[];
  readonly leader: readonly SpiderLevel[];
  readonly agreed: readonly (SpiderLevel | null)[];
};

/** Whose level a line follows: what the two agreed on, else the leader's; or the employee's own. */
export const levelViews = ['agreed', 'self'] as const;
export type LevelView = (typeof levelViews)[number];
export type LevelSource = 'agreed' | 'leader' | 'self';

export type ShownLevel = { readonly level: SpiderLevel; readonly source: LevelSource };

const notRated: SpiderLevel = { state: 'notRated' };

/** The level to show at an axis, and whose it is. An agreed level counts before the leader's; nothing is mixed. */
export function shownLevel(talk: RatedTalk, axis: number, view: LevelView): ShownLevel {
  if (view === 'self') return { level: talk.self[axis] ?? notRated, source: 'self' };
  const agreed = talk.agreed[axis];
  if (agreed) return { level: agreed, source: 'agreed' };
  return { level: talk.leader[axis] ?? notRated, source: 'leader' };
}

/** What became of a competence from one wording to another. */
export type WordingChange = 'same' | 'reworded' | 'new' | 'dropped';

export type ComparedSide = ShownLevel & {
  readonly name: string;
  readonly target: number;
  /** What the level says on the wording it was given on; empty without one. */
  readonly text: string;
};

export type ComparedRow = {
  readonly lineageId: string;
  readonly domain: string;
  readonly change: WordingChange;
  readonly earlier: ComparedSide | null;
  readonly later: ComparedSide | null;
};

/**
 * Two talks competence by competence, each on the wording it was made with: in the later wording's order, and what it
 * has dropped last in its domain. A competence is `reworded` when its name or any level's text differs.
 */
export function compareTalks(
  earlier: { readonly talk: RatedTalk; readonly wording: Wording },
  later: { readonly talk: RatedTalk; readonly wording: Wording },
  view: LevelView,
): ComparedRow[] {
  const sides = (of: { talk: RatedTalk; wording: Wording }) =>
    new Map(
      of.wording.axes.map((axis, index) => {
        const shown = shownLevel(of.talk, index, view);
        const text = shown.level.state === 'rated' ? (axis.descriptors[shown.level.level - 1] ?? '') : '';
        return [axis.lineageId, { axis, side: { ...shown, name: axis.name, target: axis.target, text } }];
      }),
    );
  const before = sides(earlier);
  const after = sides(later);
  const rows = [...after].map(([lineageId, { axis, side }]): ComparedRow => {
    const old = before.get(lineageId);
    const change = !old ? 'new' : isSameWording(old.axis, axis) ? 'same' : 'reworded';
    return { lineageId, domain: axis.domain, change, earlier: old?.side ?? null, later: side };
  });
  for (const [lineageId, { axis, side }] of before) {
    if (after.has(lineageId)) continue;
    const row: ComparedRow = {
      lineageId,
      domain: axis.domain,
      change: 'dropped',
      earlier: side,
      later: null,
    };
    const last = rows.findLastIndex(({ domain }) => domain === axis.domain);
    rows.splice(last === -1 ? rows.length : last + 1, 0, row);
  }
  return rows;
}

export function isSameWording(one: WordedAxis, other: WordedAxis): boolean {
  if (one.competenceId === other.competenceId) return true;
  return (
    one.name === other.name &&
    one.descriptors.length === other.descriptors.length &&
    one.descriptors.every((text, index) => text === other.descriptors[index])
  );
}

export type TrendPoint = {
  readonly talkId: string;
  readonly heldOn: string;
  /** Null where nothing was rated: the line breaks. */
  readonly level: number | null;
  readonly state: SpiderLevel['state'] | 'notAsked';
  readonly source: LevelSource;
  /** End of the scale the level was given on; 1 begins it. */
  readonly scaleMax: number;
  /** The wording differs from the one before it in the line. */
  readonly isReworded: boolean;
};

export type Trend = {
  readonly lineageId: string;
  /** As it is worded in the newest of the talks that asked for it. */
  readonly name: string;
  readonly domain: string;
  /** One a talk, oldest first. */
  readonly points: readonly TrendPoint[];
};

/** Every competence through the years: those of the newest talk in its order, then what was asked before that. */
export function trendsOf(
  talks: readonly RatedTalk[],
  wordings: readonly Wording[],
  view: LevelView,
): Trend[] {
  const wordingOf = new Map(wordings.map((wording) => [wording.id, wording]));
  const inOrder = [...talks].sort((a, b) => a.heldOn.localeCompare(b.heldOn));
  const newest = new Map<string, WordedAxis>();
  for (const talk of inOrder.toReversed()) {
    for (const axis of wordingOf.get(talk.versionId)?.axes ?? []) {
      if (!newest.has(axis.lineageId)) newest.set(axis.lineageId, axis);
    }
  }
  return [...newest].map(([lineageId, { name, domain }]) => {
    let before: WordedAxis | null = null;
    const points = inOrder.map((talk): TrendPoint => {
      const wording = wordingOf.get(talk.versionId);
      const index = wording?.axes.findIndex((axis) => axis.lineageId === lineageId) ?? -1;
      const axis = wording?.axes[index];
      const facts = { talkId: talk.talkId, heldOn: talk.heldOn, scaleMax: wording?.scaleMax ?? 0 };
      if (!axis) {
        return {
          ...facts,
          level: null,
          state: 'notAsked',
          source: view === 'self' ? 'self' : 'leader',
          isReworded: false,
        };
      }
      const { level, source } = shownLevel(talk, index, view);
      const isReworded = before !== null && !isSameWording(before, axis);
      before = axis;
      return {
        ...facts,
        level: level.state === 'rated' ? level.level : null,
        state: level.state,
        source,
        isReworded,
      };
    });
    return { lineageId, name, domain, points };
  });
}

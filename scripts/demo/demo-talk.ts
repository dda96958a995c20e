import type { MatrixCode } from '@shared/domain/inspiration-matrix';
import type { givers, origins, PromiseMark, receivers } from '@shared/domain/promises';
import type { TalkKind } from '@shared/domain/talk-kinds';

/** A promise of the demo school, told with names instead of ids. */
export type DemoPromise = {
  readonly competence: string;
  readonly activity: string;
  readonly who: string;
  readonly dueOn: string;
  /** Where a team promises, `employee`. */
  readonly giver: (typeof givers)[number];
  readonly receiver: (typeof receivers)[number];
  readonly origin: (typeof origins)[number];
  /** Also a line of the year's training plan. */
  readonly plan?: {
    readonly cell: MatrixCode;
    readonly priority?: string;
    readonly task: string;
    /** A task the leader has in mind for her, not one she has. */
    readonly intended?: true;
  };
  /** What came of it; marked at the next talk, or on a day between talks. */
  readonly outcome?: { readonly state: PromiseMark; readonly reason: string; readonly markedOn?: string };
};

/** A level, or that she is not rated or it is not relevant, in the order of the spider's axes. */
export type DemoLevel = 1 | 2 | 3 | 4 | 5 | 'notRated' | 'notRelevant';

export type DemoRating = {
  readonly levels: readonly DemoLevel[];
  readonly comments?: Readonly<Record<string, string>>;
  readonly locked: boolean;
};

export type DemoTalk = {
  /** MUS when not given. */
  readonly kind?: TalkKind;
  /** Employee number, or the name of a team. */
  readonly who: string;
  readonly heldOn: string;
  readonly startsAt: string;
  /** Employee number of who holds it; the responsible leader when not given. A talk with a team needs one. */
  readonly leader?: string;
  readonly place?: string;
  /** Employee numbers, for a talk with a team; its members on the day when not given. */
  readonly participants?: readonly string[];
  /** Who else takes part. */
  readonly others?: string;
  /** One text a main area of the talk's form; left out where the talk has not been held. */
  readonly notes?: readonly string[];
  readonly promises?: readonly DemoPromise[];
  readonly self?: DemoRating;
  readonly leaderRating?: DemoRating;
  readonly agreed?: DemoRating;
  /** What a team says of itself in common. */
  readonly team?: DemoRating;
  /** The leader locked before the employee did, so that both views lay open at once. */
  readonly opensAtOnce?: true;
  /** Goals and results of the teaching, first in the plan (R000-09). */
  readonly teachingGoals?: string;
  /** How far the year's plan came. */
  readonly plan?: 'draft' | 'agreed' | 'signed';
};

const signs: Readonly<Record<string, DemoLevel>> = {
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '5': 5,
  '-': 'notRated',
  x: 'notRelevant',
};

/** `443 4-3 …`: a level an axis, `-` not rated, `x` not relevant; blanks show the domains. */
export function levelsOf(text: string): DemoLevel[] {
  return Array.from(text.replaceAll(' ', ''), (sign) => {
    const level = signs[sign];
    if (level === undefined) throw new Error(`No level: ${sign}`);
    return level;
  });
}

type Views = readonly [
  self: string,
  leader: string,
  agreed: string,
  comments?: {
    readonly self?: Readonly<Record<string, string>>;
    readonly leader?: Readonly<Record<string, string>>;
    readonly agreed?: Readonly<Record<string, string>>;
  },
];

/** The three views of a talk that has been held. */
export function views([self, leader, agreed, comments]: Views): Pick<
  DemoTalk,
  'self' | 'leaderRating' | 'agreed'
> {
  const rating = (levels: string, words: Readonly<Record<string, string>> = {}): DemoRating => ({
    levels: levelsOf(levels),
    comments: words,
    locked: true,
  });
  return {
    self: rating(self, comments?.self),
    leaderRating: rating(leader, comments?.leader),
    agreed: rating(agreed, comments?.agreed),
  };
}

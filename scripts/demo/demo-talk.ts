import type { MatrixCode } from '@shared/domain/inspiration-matrix';
import type { givers, origins, PromiseMark, receivers } from '@shared/domain/promises';

/** A promise of the demo school, told with names instead of ids. */
export type DemoPromise = {
  readonly competence: string;
  readonly activity: string;
  readonly who: string;
  readonly dueOn: string;
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
  /** Employee number. */
  readonly who: string;
  readonly heldOn: string;
  readonly startsAt: string;
  /** Main areas 1 … 6 (R002-08); left out where the talk has not been held. */
  readonly notes?: readonly string[];
  readonly promises?: readonly DemoPromise[];
  readonly self?: DemoRating;
  readonly leader?: DemoRating;
  readonly agreed?: DemoRating;
  /** The leader locked before the employee did, so that both views lay open at once. */
  readonly opensAtOnce?: true;
  /** Goals and results of the teaching, first in the plan (R000-09). */
  readonly teachingGoals?: string;
  /** How far the year's plan came. */
  readonly plan?: 'draft' | 'agreed' | 'signed';
};

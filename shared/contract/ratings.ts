import { z } from 'zod';
import { calendarDate, call, done, id, nothing, sessionState } from './core';
import { developmentFeatures } from './development';

const answerState = z.enum(['rated', 'notRated', 'notRelevant']);

/** What a rater says of one competence. `level` belongs to `rated` alone. */
const answer = z
  .object({
    state: answerState,
    level: z.number().int().min(1).max(7).nullable(),
    comment: z.string().max(4000),
  })
  .refine(({ state, level }) => (state === 'rated') === (level !== null));
export type RatingAnswer = z.infer<typeof answer>;

const axis = z.object({
  competenceId: id,
  name: z.string(),
  domain: z.string(),
  target: z.number().int(),
  /** One text a level, lowest first. */
  descriptors: z.array(z.string()),
});
export type RatingAxis = z.infer<typeof axis>;

/** Parallel to the axes; null where nothing has been said yet. */
const answers = z.array(answer.nullable()).max(240);
const rater = z.enum(['none', 'begun', 'locked']);
const ofTalk = z.object({ talkId: id });
/** What a person types as her own code: letters and digits as she likes. */
const pin = z.string().min(1).max(64);

const changes = [
  'ratings',
  'talks',
  'today',
  'documents',
  'employees',
  'history',
  'overview',
  ...developmentFeatures,
  'preparation',
];

export const ratings = {
  overview: call(
    'leader',
    ofTalk,
    z.object({
      employeeName: z.string(),
      isClosed: z.boolean(),
      scaleMax: z.number().int(),
      axes: z.array(axis),
      /** How far the employee is; what she says stays with her until both have locked (DOMAIN 4.4). */
      selfState: rater,
      leaderState: rater,
      revealed: z.boolean(),
      leader: answers,
      /** Null until both views are shown together. */
      self: answers.nullable(),
      agreed: answers,
      /** The level that was agreed, else the leader's, in the talk before; null when there was none. */
      lastYear: z.array(z.object({ state: answerState, level: z.number().int().nullable() })).nullable(),
    }),
  ),

  saveLeader: call('leader', ofTalk.extend({ competenceId: id, answer }), done, changes),
  /** Needs an answer to every competence; “not rated” is one. */
  lockLeader: call('leader', ofTalk, done, changes),
  /** Takes the lock back, as long as the two views have not been shown (U16). */
  withdrawLeader: call('leader', ofTalk, done, changes),
  /** The agreed level is a third value beside the two; they never change (DOMAIN 4.5). Null takes it away. */
  saveAgreed: call('leader', ofTalk.extend({ competenceId: id, answer: answer.nullable() }), done, changes),

  /**
   * A team's one rating in common, made in the talk itself (R002-07); `lastTime` from its talk before, by lineage. The
   * picture shows its members' own levels as median with lowest and highest, and only where five or more have one.
   */
  team: call(
    'leader',
    ofTalk,
    z.object({
      teamName: z.string(),
      isClosed: z.boolean(),
      scaleMax: z.number().int(),
      axes: z.array(axis),
      answers,
      lastTime: z.array(z.object({ state: answerState, level: z.number().int().nullable() })).nullable(),
      members: z.array(
        z.object({
          lineageId: id,
          name: z.string(),
          domain: z.string(),
          spread: z
            .object({ median: z.number(), min: z.number(), max: z.number(), count: z.number().int() })
            .nullable(),
        }),
      ),
    }),
  ),
  /** Null takes the answer away. */
  saveTeam: call('leader', ofTalk.extend({ competenceId: id, answer: answer.nullable() }), done, changes),

  /** Lends the machine to the employee: from now on it answers nothing but her own form. */
  lend: call('leader', ofTalk, z.object({ state: sessionState })),
  /** The employee's code, typed at the talk, shows both views together. */
  reveal: call('leader', ofTalk.extend({ pin }), done, changes),
  /** The way out when a code is forgotten: destroys the self-rating unread, so that she can begin again. */
  discardSelf: call('leader', ofTalk, done, changes),

  form: call(
    'employee',
    nothing,
    z.object({
      employeeName: z.string(),
      leaderName: z.string(),
      heldOn: calendarDate,
      scaleMax: z.number().int(),
      axes: z.array(axis),
      hasPin: z.boolean(),
      /** Whether her code has been given since the machine was lent. */
      isOpen: z.boolean(),
      isLocked: z.boolean(),
      isRevealed: z.boolean(),
      answers,
    }),
  ),
  choosePin: call('employee', z.object({ pin: z.string().min(1).max(64), repeat: pin }), done, ['ratings']),
  openWithPin: call('employee', z.object({ pin }), done, ['ratings']),
  /** The whole form; sealed anew each time. */
  save: call('employee', z.object({ answers }), done),
  lock: call('employee', nothing, z.object({ revealed: z.boolean() }), ['ratings']),
  withdraw: call('employee', nothing, done, ['ratings']),
  /** Ends the loan: the program locks, and the leader's passphrase is asked for. */
  handBack: call('employee', nothing, done),
};

import { z } from 'zod';
import { likenesses } from '../domain/merit-precedents';
import { meritMoves, meritRoles, meritStates, meritVerdicts } from '../domain/merit-states';
import { calendarDate, call, done, id, line, moment, nothing, optionalLine, prose } from './core';
import { developmentFeatures } from './development';
import { ects, meritRequirement } from './merit-package';

/** Everything whose answers show cases, or the ledger that follows them. */
export const meritChanges = [
  'merit',
  'leaderTraining',
  'caseExchange',
  'today',
  'employees',
  ...developmentFeatures,
] as const;

const role = z.enum(meritRoles);

const caseRow = z.object({
  id,
  applicantName: z.string(),
  applicantTitle: z.string(),
  /** The school it came from, in the file of HR; empty in the school's own. */
  schoolName: z.string(),
  state: z.enum(meritStates),
  round: z.number().int(),
  /** Points applied for, and granted; null until decided. */
  applied: ects,
  ects: ects.nullable(),
  appliedOn: calendarDate.nullable(),
  decidedOn: calendarDate.nullable(),
  /** Who has not taken position in this round, and for how many days that has been waited for. */
  waitsFor: z.array(z.object({ role, days: z.number().int() })),
  /**
   * Who decides the round, when the school has sent the case and has no answer yet: nobody takes position here then. The
   * name is null when the file was locked with a passphrase. Null while the case is decided here.
   */
  elsewhere: z.object({ name: z.string().nullable(), sentOn: calendarDate }).nullable(),
});
export type MeritCaseRow = z.infer<typeof caseRow>;

const evidence = z.object({
  id,
  title: z.string(),
  provider: z.string(),
  year: z.number().int().nullable(),
  ects,
  learningGoals: z.string(),
  covers: z.array(z.string()),
  attachment: z.object({ name: z.string(), size: z.number().int() }).nullable(),
});
export type MeritEvidence = z.infer<typeof evidence>;

const round = z.object({
  number: z.number().int(),
  /** What began it, and why; null for a first round that nobody has handed in. */
  begun: z.object({ move: z.enum(meritMoves), reason: z.string(), at: moment }).nullable(),
  /** What ended it without a decision. */
  withdrawn: z.object({ reason: z.string(), at: moment }).nullable(),
  /** Who has spoken and when. What they said, only once both have: until then null. */
  positions: z.array(
    z.object({
      role,
      name: z.string(),
      takenAt: moment,
      said: z
        .object({ verdict: z.enum(meritVerdicts), ects: ects.nullable(), reason: z.string() })
        .nullable(),
    }),
  ),
});
export type MeritRound = z.infer<typeof round>;

const meritCase = caseRow.extend({
  employeeId: id.nullable(),
  requirement: meritRequirement,
  application: z.string(),
  evidence: z.array(evidence),
  /** Newest first. */
  rounds: z.array(round),
  /** What can be done now, beside taking position. */
  moves: z.array(z.enum(meritMoves)),
  /** Whether application and evidence may be changed here and now. */
  isWritable: z.boolean(),
  /** Whether it may be removed altogether: it was never handed in. */
  isRemovable: z.boolean(),
  /** Who spoke last in each role, to be offered as the name; empty when nobody has. */
  usualNames: z.object({ developmentChief: z.string(), hrChief: z.string() }),
});
export type MeritCaseAnswer = z.infer<typeof meritCase>;

const precedent = z.object({
  number: z.string(),
  year: z.string(),
  state: z.enum(['granted', 'partly', 'refused']),
  applied: ects,
  ects,
  grounds: z
    .array(z.object({ title: z.string(), provider: z.string(), ects, year: z.number().int().nullable() }))
    .readonly(),
  alike: z.array(z.enum(likenesses)).readonly(),
});

const caseId = z.object({ caseId: id });

/** Merit: an application for what a leader has already, decided by two (R002-12, DOMAIN 4.6). */
export const merit = {
  /** Open ones first, then decided ones, newest first. */
  list: call('leader', nothing, z.object({ isHr: z.boolean(), cases: z.array(caseRow) })),
  get: call('leader', caseId, meritCase),

  /** Leaders with a requirement: what they lack of it, and the case that is open already. */
  applicants: call(
    'leader',
    nothing,
    z.object({
      applicants: z.array(
        z.object({
          employeeId: id,
          name: z.string(),
          title: z.string(),
          requirementName: z.string(),
          missing: ects,
          openCaseId: id.nullable(),
        }),
      ),
    }),
  ),
  /** Begins an application; the one that is open already when there is one. */
  start: call('leader', z.object({ employeeId: id }), caseId, [...meritChanges]),
  saveApplication: call('leader', caseId.extend({ application: prose }), done, ['merit']),

  saveEvidence: call(
    'leader',
    caseId.extend({
      id: id.optional(),
      title: optionalLine(),
      provider: optionalLine(),
      year: z.number().int().nullable(),
      ects: z.number().nullable(),
      learningGoals: prose,
      covers: z.array(line()).max(60),
    }),
    z.object({ id }),
    ['merit'],
  ),
  /** Ticks one part of the requirement on or off for one paper. */
  setCover: call('leader', z.object({ evidenceId: id, part: line(), isCovered: z.boolean() }), done, [
    'merit',
  ]),
  removeEvidence: call('leader', z.object({ evidenceId: id }), done, ['merit']),
  restoreEvidence: call('leader', z.object({ evidenceId: id }), done, ['merit']),
  /** Asks for a PDF or picture and keeps it with the paper. False when the person changed her mind. */
  attach: call('leader', z.object({ evidenceId: id }), z.object({ carriedOut: z.boolean() }), ['merit']),
  detach: call('leader', z.object({ evidenceId: id }), done, ['merit']),
  /** Saves the attachment as a file. */
  exportAttachment: call('leader', z.object({ evidenceId: id }), z.object({ carriedOut: z.boolean() })),

  /** Earlier decisions on similar grounds, without names, best first. */
  precedents: call('leader', caseId, z.object({ precedents: z.array(precedent).readonly() })),

  /** One of the two says what she holds, alone; the second of a round decides, and the ledger follows. */
  takePosition: call(
    'leader',
    caseId.extend({
      /** The round she has read, so that nobody speaks on what has changed meanwhile. */
      round: z.number().int(),
      role,
      name: optionalLine(),
      verdict: z.enum(meritVerdicts),
      ects: z.number().nullable(),
      reason: prose,
    }),
    z.object({ state: z.enum(meritStates) }),
    [...meritChanges],
  ),
  /** Every other move, by the table of `shared/domain/merit-case.ts`. */
  move: call(
    'leader',
    caseId.extend({ round: z.number().int(), move: z.enum(meritMoves), reason: prose }),
    z.object({ state: z.enum(meritStates) }),
    [...meritChanges],
  ),
  remove: call('leader', caseId, done, [...meritChanges]),
  restore: call('leader', caseId, done, [...meritChanges]),
};

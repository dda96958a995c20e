import { z } from 'zod';
import { chainStepKinds } from '../domain/course-chain';
import { calendarDate, call, done, id, line, nothing, optionalLine, prose } from './core';
import { developmentChanges as changes } from './development';

const count = z.number().int();
const chainFacts = { title: line(), purpose: prose };
const stepFacts = {
  kind: z.enum(chainStepKinds),
  title: line(500),
  /** Who sees to it, in plain words. */
  responsible: optionalLine(),
  /** The item of the programme a following course is. */
  itemId: id.nullable(),
  plannedFrom: calendarDate.nullable(),
  plannedTo: calendarDate.nullable(),
};
const step = z.object({
  id,
  ...stepFacts,
  title: z.string(),
  responsible: z.string(),
  /** Title of the item; empty without one. */
  itemTitle: z.string(),
  /** Results of survey rounds that led to its theme (R004-08). */
  results: z.array(z.object({ id, text: z.string(), roundTitle: z.string() })),
});

const roundFacts = { title: line(), heldOn: calendarDate, summary: prose };
const round = z.object({
  id,
  ...roundFacts,
  title: z.string(),
  results: z.array(z.object({ id, text: z.string(), stepIds: z.array(id) })),
});
export type SurveyRound = z.infer<typeof round>;

/** Courses in an order: an introduction, modules the teams solve, the courses that follow (R004-05 … R004-08). */
export const courseChains = {
  list: call(
    'leader',
    nothing,
    z.object({
      chains: z.array(
        z.object({
          id,
          title: z.string(),
          steps: count,
          modules: count,
          /** Modules solved by a team, over all teams that have begun. */
          solved: count,
          teams: count,
          rounds: count,
        }),
      ),
    }),
  ),
  get: call(
    'leader',
    z.object({ id }),
    z.object({
      id,
      ...chainFacts,
      title: z.string(),
      steps: z.array(step),
      rounds: z.array(round),
      /** The teams of the school, and removed ones that have solved something. */
      teams: z.array(z.object({ id, name: z.string() })),
      /** Modules that are solved: by which team, on which day, and who was a member of it that day. */
      solved: z.array(
        z.object({
          stepId: id,
          teamId: id,
          completedOn: calendarDate,
          note: z.string(),
          members: z.array(z.object({ employeeId: id, name: z.string() })),
        }),
      ),
      /** Items of the programme a following course can be. */
      items: z.array(z.object({ id, title: z.string() })),
    }),
  ),
  save: call('leader', z.object({ id: id.optional(), ...chainFacts }), z.object({ id }), changes),
  /** “Begynd med Program for læringsledelse”: a chain of the school's own with its introduction, modules and courses. */
  begin: call('leader', nothing, z.object({ id }), changes),
  remove: call('leader', z.object({ id }), done, changes),
  restore: call('leader', z.object({ id }), done, changes),

  saveStep: call(
    'leader',
    z.object({ id: id.optional(), chainId: id, ...stepFacts }),
    z.object({ id }),
    changes,
  ),
  /** One place up or down in the order. */
  moveStep: call('leader', z.object({ id, by: z.union([z.literal(-1), z.literal(1)]) }), done, changes),
  removeStep: call('leader', z.object({ id }), done, changes),
  restoreStep: call('leader', z.object({ id }), done, changes),

  /** A team has solved a module on a day; once more corrects the day and the note. */
  solve: call(
    'leader',
    z.object({ stepId: id, teamId: id, completedOn: calendarDate, note: optionalLine(500) }),
    done,
    changes,
  ),
  /** Takes it back; what it said is answered, so that it can be brought back. */
  unsolve: call(
    'leader',
    z.object({ stepId: id, teamId: id }),
    z.object({ completedOn: calendarDate, note: z.string() }),
    changes,
  ),

  /** A round of a mapping survey; a result may have led to several steps, and a step rest on several results. */
  saveRound: call(
    'leader',
    z.object({
      id: id.optional(),
      chainId: id,
      ...roundFacts,
      results: z
        .array(z.object({ id: id.optional(), text: line(1000), stepIds: z.array(id).max(100) }))
        .max(50),
    }),
    z.object({ id }),
    changes,
  ),
  removeRound: call('leader', z.object({ id }), done, changes),
  restoreRound: call('leader', z.object({ id }), done, changes),

  /** What one person is credited with, and why: modules her teams solved while she was a member. */
  forEmployee: call(
    'leader',
    z.object({ employeeId: id }),
    z.object({
      chains: z.array(
        z.object({
          id,
          title: z.string(),
          modules: z.array(
            z.object({
              stepId: id,
              title: z.string(),
              /** The team that solved it, and the day she was a member of it; earliest first, none when she is not credited. */
              credits: z.array(z.object({ teamName: z.string(), on: calendarDate })),
            }),
          ),
        }),
      ),
    }),
  ),
};

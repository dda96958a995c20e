import { z } from 'zod';
import { employmentStates } from '../domain/employment';
import { calendarDate, call, done, id, line, optionalLine, prose, schoolYear } from './core';
import { developmentFeatures } from './development';

export const teamTypes = ['department', 'team', 'yearGroupTeam', 'subjectTeam', 'network'] as const;
export const taskKinds = ['present', 'intended'] as const;

/** Everything whose answers show who is employed, as what, and in which team. */
const staffChanges = [
  'employees',
  'categories',
  'teams',
  'staffImports',
  'today',
  'talks',
  'ratings',
  'agreements',
  'trainingPlans',
  'documents',
  'leaders',
  'leaderTraining',
  'merit',
  'handover',
  'history',
  'overview',
  ...developmentFeatures,
] as const;

const employeeFacts = {
  id,
  employeeNumber: z.string(),
  name: z.string(),
  categoryId: id,
  categoryName: z.string(),
  /** Own title where it says more than the category, else empty. */
  title: z.string(),
  functions: z.array(z.string()),
  employmentDate: calendarDate,
  leavingDate: calendarDate.nullable(),
  employmentPercent: z.number(),
  state: z.enum(employmentStates),
  /** Teams on the day asked for. */
  teams: z.array(z.object({ id, name: z.string() })),
};

const percent = z.number().min(0).max(100);
const periodDates = { fromDate: calendarDate, toDate: calendarDate.nullable() };
const names = z.array(line(80)).max(30);

/** Employees: who they are, their teams, functions, qualifications and tasks. */
export const employees = {
  /** In Danish order, today unless `on` says otherwise; those who have left only with `includeFormer`. */
  list: call(
    'leader',
    z.object({
      on: calendarDate.optional(),
      includeFormer: z.boolean().optional(),
      search: optionalLine().optional(),
    }),
    z.array(z.object(employeeFacts)),
  ),

  get: call(
    'leader',
    z.object({ id }),
    z.object({
      ...employeeFacts,
      note: z.string(),
      memberships: z.array(
        z.object({
          id,
          teamId: id,
          teamName: z.string(),
          teamType: z.enum(teamTypes),
          ...periodDates,
          isCurrent: z.boolean(),
        }),
      ),
      /** Subjects by training, and by the leader's assessment. */
      formalSubjects: z.array(z.string()),
      assessedSubjects: z.array(z.string()),
      tasks: z.array(
        z.object({
          id,
          schoolYear,
          kind: z.enum(taskKinds),
          name: z.string(),
          /** A training plan rests on it, so it cannot be removed. */
          isInPlan: z.boolean(),
        }),
      ),
      /** How much is recorded about her; with anything she cannot be removed, only leave. */
      records: z.object({
        talks: z.number().int(),
        ratings: z.number().int(),
        agreements: z.number().int(),
        trainingPlans: z.number().int(),
        documents: z.number().int(),
      }),
    }),
  ),

  /** New without `id`; then `teamId` puts her into a team from the employment date. */
  save: call(
    'leader',
    z.object({
      id: id.optional(),
      employeeNumber: line(40),
      name: line(120),
      categoryId: id,
      title: optionalLine(120),
      employmentDate: calendarDate,
      leavingDate: calendarDate.nullable(),
      employmentPercent: percent,
      note: prose.max(4000),
      teamId: id.nullable().optional(),
    }),
    z.object({ id }),
    staffChanges,
  ),

  setLeaving: call('leader', z.object({ id, leavingDate: calendarDate.nullable() }), done, staffChanges),
  remove: call('leader', z.object({ id }), done, staffChanges),
  restore: call('leader', z.object({ id }), done, staffChanges),

  saveFunctions: call('leader', z.object({ id, functions: names }), done, staffChanges),
  /** Replaces the subjects that are given; the other kind stays as it is. */
  saveQualifications: call(
    'leader',
    z.object({ id, formalSubjects: names.optional(), assessedSubjects: names.optional() }),
    done,
    staffChanges,
  ),

  saveMembership: call(
    'leader',
    z.object({ id: id.optional(), employeeId: id, teamId: id, ...periodDates }),
    z.object({ id }),
    staffChanges,
  ),
  /** `toDate` is her last day in the team. */
  endMembership: call('leader', z.object({ id, toDate: calendarDate }), done, staffChanges),
  removeMembership: call('leader', z.object({ id }), done, staffChanges),

  saveTask: call(
    'leader',
    z.object({
      id: id.optional(),
      employeeId: id,
      schoolYear,
      kind: z.enum(taskKinds),
      name: line(200),
    }),
    z.object({ id }),
    staffChanges,
  ),
  removeTask: call('leader', z.object({ id }), done, staffChanges),
};

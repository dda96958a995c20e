import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { chainStepKinds } from '../../../shared/domain/course-chain';
import { date, id, moment } from './columns';
import { teams } from './employees';
import { programmeItems } from './programme';

/** Courses in an order: an introduction, modules the teams solve, the courses that follow (R004-05 … R004-07). */
export const courseChains = sqliteTable('course_chains', {
  id: id(),
  title: text('title').notNull(),
  purpose: text('purpose').notNull(),
  createdAt: moment('created_at').notNull(),
  removedAt: moment('removed_at'),
});

export const chainSteps = sqliteTable(
  'chain_steps',
  {
    id: id(),
    chainId: text('chain_id')
      .notNull()
      .references(() => courseChains.id),
    kind: text('kind', { enum: chainStepKinds }).notNull(),
    title: text('title').notNull(),
    /** Who sees to it, in plain words. */
    responsible: text('responsible').notNull(),
    itemId: text('item_id').references(() => programmeItems.id),
    plannedFrom: date('planned_from'),
    plannedTo: date('planned_to'),
    position: integer('position').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [index('chain_steps_chain').on(table.chainId)],
);

/** A module a team has solved; it counts for those who were members that day (R004-06). */
export const teamModules = sqliteTable(
  'team_modules',
  {
    id: id(),
    stepId: text('step_id')
      .notNull()
      .references(() => chainSteps.id),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    completedOn: date('completed_on').notNull(),
    note: text('note').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('team_modules_once').on(table.stepId, table.teamId),
    index('team_modules_team').on(table.teamId),
  ],
);

/** One round of a mapping survey, and what it showed (R004-08). */
export const surveyRounds = sqliteTable(
  'survey_rounds',
  {
    id: id(),
    chainId: text('chain_id')
      .notNull()
      .references(() => courseChains.id),
    title: text('title').notNull(),
    heldOn: date('held_on').notNull(),
    summary: text('summary').notNull(),
    createdAt: moment('created_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [index('survey_rounds_chain').on(table.chainId)],
);

/** A result of a round; it may have led to the themes of several courses, and a theme may rest on several results. */
export const surveyResults = sqliteTable(
  'survey_results',
  {
    id: id(),
    roundId: text('round_id')
      .notNull()
      .references(() => surveyRounds.id),
    text: text('text').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [index('survey_results_round').on(table.roundId)],
);

export const surveyResultSteps = sqliteTable(
  'survey_result_steps',
  {
    resultId: text('result_id')
      .notNull()
      .references(() => surveyResults.id),
    stepId: text('step_id')
      .notNull()
      .references(() => chainSteps.id),
  },
  (table) => [
    primaryKey({ columns: [table.resultId, table.stepId] }),
    index('survey_result_steps_step').on(table.stepId),
  ],
);

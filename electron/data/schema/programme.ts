import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  activityForms,
  activityKinds,
  activityLevels,
  activityQualifications,
  focusTags,
} from '../../../shared/domain/activities';
import { catalogueOffers } from './catalogues';
import { date, id, moment } from './columns';
import { agreements } from './talks';

/** One course, education or activity of the development programme (R002-20). */
export const programmeItems = sqliteTable('programme_items', {
  id: id(),
  title: text('title').notNull(),
  description: text('description').notNull(),
  kind: text('kind', { enum: activityKinds }).notNull(),
  level: text('level', { enum: activityLevels }).notNull(),
  form: text('form', { enum: activityForms }).notNull(),
  /** Empty for what the school does itself (R001-06). */
  provider: text('provider').notNull(),
  targetGroup: text('target_group').notNull(),
  url: text('url').notNull(),
  ects: real('ects'),
  qualification: text('qualification', { enum: activityQualifications }).notNull(),
  /** The subject it qualifies for, else empty. */
  subject: text('subject').notNull(),
  /** Demanded by law or by the post, so that some funds do not pay (R002-27). */
  isCompulsory: integer('is_compulsory', { mode: 'boolean' }).notNull(),
  /** Per participant, øre; null when it is not known. */
  feeOre: integer('fee_ore'),
  materialsOre: integer('materials_ore'),
  /** How many days it takes; null when it is not known. */
  days: integer('days'),
  /** It springs from the school's common foundation, MÅLET (R002-21 b). */
  isFromFoundation: integer('is_from_foundation', { mode: 'boolean' }).notNull(),
  /** The management's decision it springs from, else empty (R002-21 c). */
  strategicDecision: text('strategic_decision').notNull(),
  /** False while it is asked for and nobody offers it: “efterspurgt, men ikke udbudt”. */
  isOffered: integer('is_offered', { mode: 'boolean' }).notNull(),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
  removedAt: moment('removed_at'),
});

/** The competences it lifts, through all versions of their spider. */
export const programmeItemCompetences = sqliteTable(
  'programme_item_competences',
  {
    itemId: text('item_id')
      .notNull()
      .references(() => programmeItems.id),
    lineageId: text('lineage_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.itemId, table.lineageId] }),
    index('programme_item_competences_lineage').on(table.lineageId),
  ],
);

export const programmeItemTags = sqliteTable(
  'programme_item_tags',
  {
    itemId: text('item_id')
      .notNull()
      .references(() => programmeItems.id),
    tag: text('tag', { enum: focusTags }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.tag] })],
);

/** The item a line of a plan asks for; one per agreement. What an item's demand is counted from (R002-21 a). */
export const programmeRequests = sqliteTable(
  'programme_requests',
  {
    agreementId: text('agreement_id')
      .primaryKey()
      .notNull()
      .references(() => agreements.id),
    itemId: text('item_id')
      .notNull()
      .references(() => programmeItems.id),
  },
  (table) => [index('programme_requests_item').on(table.itemId)],
);

/** One holding of an item: when, where, for how many. */
export const courseRuns = sqliteTable(
  'course_runs',
  {
    id: id(),
    itemId: text('item_id')
      .notNull()
      .references(() => programmeItems.id),
    /** The provider's offer it was taken from. */
    offerId: text('offer_id').references(() => catalogueOffers.id),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    signUpBy: date('sign_up_by'),
    place: text('place').notNull(),
    /** Null when it is not limited or not known. */
    seats: integer('seats'),
    /** “Oprettes ved nok tilmeldte” (R001-15): how many it takes; null when it is held in any case. */
    minimumSeats: integer('minimum_seats'),
    state: text('state', { enum: ['open', 'confirmed', 'cancelled'] }).notNull(),
    createdAt: moment('created_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [
    index('course_runs_item').on(table.itemId),
    index('course_runs_offer').on(table.offerId),
    index('course_runs_starts_on').on(table.startsOn),
  ],
);

/** The days of a holding, where they are known one by one; else the whole period counts. */
export const courseRunDays = sqliteTable(
  'course_run_days',
  {
    runId: text('run_id')
      .notNull()
      .references(() => courseRuns.id),
    day: date('day').notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.day] })],
);

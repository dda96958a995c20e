import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { costKinds, fundApplicationStates, fundKinds } from '../../../shared/domain/funds/fund-words';
import { date, id, moment } from './columns';
import { employees } from './employees';
import { enrolments } from './enrolments';
import { agreements } from './talks';

/** A competence fund: the school's own pool, the municipal fund, the state fund (DOMAIN 3.4). */
export const funds = sqliteTable('funds', {
  id: id(),
  name: text('name').notNull(),
  kind: text('kind', { enum: fundKinds }).notNull(),
  position: integer('position').notNull(),
  removedAt: moment('removed_at'),
});

/** What a fund pays for, in an area of it and a period: dated, editable data with its sources. */
export const fundRuleSets = sqliteTable(
  'fund_rule_sets',
  {
    id: id(),
    fundId: text('fund_id')
      .notNull()
      .references(() => funds.id),
    /** The fund's area or pool, for instance `Fondsområde VII – lærere`; empty when it has only one. */
    area: text('area').notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
    source: text('source').notNull(),
    lastCheckedOn: date('last_checked_on').notNull(),
    /** From this day the set warns that it has to be compared with its source again. */
    checkAgainOn: date('check_again_on').notNull(),
    /** JSON: the rules, each with its source; the domain's schema of fund rules says their shape. */
    rules: text('rules').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [index('fund_rule_sets_fund').on(table.fundId)],
);

/** One application. The union area stands here and nowhere on the person. */
export const fundApplications = sqliteTable(
  'fund_applications',
  {
    id: id(),
    employeeId: text('employee_id')
      .notNull()
      .references(() => employees.id),
    fundId: text('fund_id')
      .notNull()
      .references(() => funds.id),
    ruleSetId: text('rule_set_id')
      .notNull()
      .references(() => fundRuleSets.id),
    /** JSON: the rules, area, dates and source as they stood when it was sent; null while it is a draft. */
    rulesAsSent: text('rules_as_sent'),
    agreementId: text('agreement_id').references(() => agreements.id),
    enrolmentId: text('enrolment_id').references(() => enrolments.id),
    title: text('title').notNull(),
    provider: text('provider').notNull(),
    startsOn: date('starts_on').notNull(),
    /** JSON: the facts the rules ask for (union area, level, days, provider's kind, compulsory …). */
    facts: text('facts').notNull(),
    state: text('state', { enum: fundApplicationStates }).notNull(),
    /** Øre; null until there is an answer. */
    grantedOre: integer('granted_ore'),
    createdAt: moment('created_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [
    index('fund_applications_employee').on(table.employeeId),
    index('fund_applications_fund').on(table.fundId),
    index('fund_applications_state').on(table.state),
  ],
);

export const fundCostLines = sqliteTable(
  'fund_cost_lines',
  {
    id: id(),
    applicationId: text('application_id')
      .notNull()
      .references(() => fundApplications.id),
    kind: text('kind', { enum: costKinds }).notNull(),
    amountOre: integer('amount_ore').notNull(),
    note: text('note').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [index('fund_cost_lines_application').on(table.applicationId)],
);

export const fundApplicationSteps = sqliteTable(
  'fund_application_steps',
  {
    id: id(),
    applicationId: text('application_id')
      .notNull()
      .references(() => fundApplications.id),
    state: text('state', { enum: fundApplicationStates }).notNull(),
    onDate: date('on_date').notNull(),
    reason: text('reason').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('fund_application_steps_application').on(table.applicationId)],
);

/** A grant from before Spind, or from another workplace: it counts in a fund's cap too. */
export const earlierGrants = sqliteTable(
  'earlier_grants',
  {
    id: id(),
    employeeId: text('employee_id')
      .notNull()
      .references(() => employees.id),
    fundId: text('fund_id')
      .notNull()
      .references(() => funds.id),
    grantedOn: date('granted_on').notNull(),
    amountOre: integer('amount_ore').notNull(),
    note: text('note').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [index('earlier_grants_employee').on(table.employeeId)],
);

CREATE TABLE `catalogue_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`catalogue_id` text NOT NULL,
	`imported_at` text NOT NULL,
	`added` integer NOT NULL,
	`changed` integer NOT NULL,
	`gone` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`before` text NOT NULL,
	`undone_at` text,
	FOREIGN KEY (`catalogue_id`) REFERENCES `catalogues`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `catalogue_imports_catalogue` ON `catalogue_imports` (`catalogue_id`);--> statement-breakpoint
CREATE TABLE `catalogue_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`catalogue_id` text NOT NULL,
	`key` text NOT NULL,
	`title` text NOT NULL,
	`subject` text NOT NULL,
	`provider` text NOT NULL,
	`description` text NOT NULL,
	`qualification` text NOT NULL,
	`ects` real,
	`fee_ore` integer,
	`days` integer,
	`starts_on` text,
	`ends_on` text,
	`sign_up_by` text,
	`place` text NOT NULL,
	`seats` integer,
	`minimum_seats` integer,
	`url` text NOT NULL,
	`added_import_id` text NOT NULL,
	`changed_import_id` text,
	`changes` text NOT NULL,
	`gone_import_id` text,
	FOREIGN KEY (`catalogue_id`) REFERENCES `catalogues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_import_id`) REFERENCES `catalogue_imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_import_id`) REFERENCES `catalogue_imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`gone_import_id`) REFERENCES `catalogue_imports`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `catalogue_offers_key` ON `catalogue_offers` (`catalogue_id`,`key`);--> statement-breakpoint
CREATE INDEX `catalogue_offers_starts_on` ON `catalogue_offers` (`starts_on`);--> statement-breakpoint
CREATE TABLE `catalogues` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`matching` text NOT NULL,
	`created_at` text NOT NULL,
	`removed_at` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `chain_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`chain_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`responsible` text NOT NULL,
	`item_id` text,
	`planned_from` text,
	`planned_to` text,
	`position` integer NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`chain_id`) REFERENCES `course_chains`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `programme_items`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `chain_steps_chain` ON `chain_steps` (`chain_id`);--> statement-breakpoint
CREATE TABLE `course_chains` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`purpose` text NOT NULL,
	`created_at` text NOT NULL,
	`removed_at` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `survey_result_steps` (
	`result_id` text NOT NULL,
	`step_id` text NOT NULL,
	PRIMARY KEY(`result_id`, `step_id`),
	FOREIGN KEY (`result_id`) REFERENCES `survey_results`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`step_id`) REFERENCES `chain_steps`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `survey_result_steps_step` ON `survey_result_steps` (`step_id`);--> statement-breakpoint
CREATE TABLE `survey_results` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`text` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `survey_rounds`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `survey_results_round` ON `survey_results` (`round_id`);--> statement-breakpoint
CREATE TABLE `survey_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`chain_id` text NOT NULL,
	`title` text NOT NULL,
	`held_on` text NOT NULL,
	`summary` text NOT NULL,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`chain_id`) REFERENCES `course_chains`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `survey_rounds_chain` ON `survey_rounds` (`chain_id`);--> statement-breakpoint
CREATE TABLE `team_modules` (
	`id` text PRIMARY KEY NOT NULL,
	`step_id` text NOT NULL,
	`team_id` text NOT NULL,
	`completed_on` text NOT NULL,
	`note` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`step_id`) REFERENCES `chain_steps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `team_modules_once` ON `team_modules` (`step_id`,`team_id`);--> statement-breakpoint
CREATE INDEX `team_modules_team` ON `team_modules` (`team_id`);--> statement-breakpoint
CREATE TABLE `budgets` (
	`id` text PRIMARY KEY NOT NULL,
	`school_year` text NOT NULL,
	`name` text NOT NULL,
	`team_id` text,
	`priority_id` text,
	`amount_ore` integer NOT NULL,
	`substitute_days` real,
	`removed_at` text,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`priority_id`) REFERENCES `priorities`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `enrolment_outcomes` (
	`id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`basis` text,
	`ledger_entry_id` text,
	`team_module_id` text,
	`at` text NOT NULL,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ledger_entry_id`) REFERENCES `ledger_entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_module_id`) REFERENCES `team_modules`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `enrolment_outcomes_once` ON `enrolment_outcomes` (`enrolment_id`,`kind`,`subject`);--> statement-breakpoint
CREATE TABLE `enrolment_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`state` text NOT NULL,
	`on_date` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `enrolment_steps_enrolment` ON `enrolment_steps` (`enrolment_id`);--> statement-breakpoint
CREATE TABLE `enrolments` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`item_id` text,
	`run_id` text,
	`agreement_id` text,
	`title` text NOT NULL,
	`provider` text NOT NULL,
	`starts_on` text,
	`ends_on` text,
	`fee_ore` integer NOT NULL,
	`materials_ore` integer NOT NULL,
	`substitute_days` real NOT NULL,
	`substitute_day_ore` integer NOT NULL,
	`budget_id` text,
	`priority_id` text,
	`state` text NOT NULL,
	`certificate_id` text,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `programme_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`run_id`) REFERENCES `course_runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`budget_id`) REFERENCES `budgets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`priority_id`) REFERENCES `priorities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`certificate_id`) REFERENCES `attachments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `enrolments_employee` ON `enrolments` (`employee_id`);--> statement-breakpoint
CREATE INDEX `enrolments_item` ON `enrolments` (`item_id`);--> statement-breakpoint
CREATE INDEX `enrolments_run` ON `enrolments` (`run_id`);--> statement-breakpoint
CREATE INDEX `enrolments_budget` ON `enrolments` (`budget_id`);--> statement-breakpoint
CREATE INDEX `enrolments_state` ON `enrolments` (`state`);--> statement-breakpoint
CREATE INDEX `enrolments_agreement` ON `enrolments` (`agreement_id`);--> statement-breakpoint
CREATE TABLE `transfer_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`phase` text NOT NULL,
	`text` text NOT NULL,
	`due_on` text,
	`responsible_id` text,
	`team_id` text,
	`position` integer NOT NULL,
	`done_at` text,
	`removed_at` text,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`responsible_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `transfer_steps_enrolment` ON `transfer_steps` (`enrolment_id`);--> statement-breakpoint
CREATE INDEX `transfer_steps_due_on` ON `transfer_steps` (`due_on`);--> statement-breakpoint
CREATE TABLE `earlier_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`fund_id` text NOT NULL,
	`granted_on` text NOT NULL,
	`amount_ore` integer NOT NULL,
	`note` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fund_id`) REFERENCES `funds`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `earlier_grants_employee` ON `earlier_grants` (`employee_id`);--> statement-breakpoint
CREATE TABLE `fund_application_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`state` text NOT NULL,
	`on_date` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `fund_applications`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `fund_application_steps_application` ON `fund_application_steps` (`application_id`);--> statement-breakpoint
CREATE TABLE `fund_applications` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`fund_id` text NOT NULL,
	`rule_set_id` text NOT NULL,
	`rules_as_sent` text,
	`agreement_id` text,
	`enrolment_id` text,
	`title` text NOT NULL,
	`provider` text NOT NULL,
	`starts_on` text NOT NULL,
	`facts` text NOT NULL,
	`state` text NOT NULL,
	`granted_ore` integer,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fund_id`) REFERENCES `funds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_set_id`) REFERENCES `fund_rule_sets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `fund_applications_employee` ON `fund_applications` (`employee_id`);--> statement-breakpoint
CREATE INDEX `fund_applications_fund` ON `fund_applications` (`fund_id`);--> statement-breakpoint
CREATE INDEX `fund_applications_state` ON `fund_applications` (`state`);--> statement-breakpoint
CREATE TABLE `fund_cost_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`kind` text NOT NULL,
	`amount_ore` integer NOT NULL,
	`note` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `fund_applications`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `fund_cost_lines_application` ON `fund_cost_lines` (`application_id`);--> statement-breakpoint
CREATE TABLE `fund_rule_sets` (
	`id` text PRIMARY KEY NOT NULL,
	`fund_id` text NOT NULL,
	`area` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`source` text NOT NULL,
	`last_checked_on` text NOT NULL,
	`check_again_on` text NOT NULL,
	`rules` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`fund_id`) REFERENCES `funds`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `fund_rule_sets_fund` ON `fund_rule_sets` (`fund_id`);--> statement-breakpoint
CREATE TABLE `funds` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`removed_at` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `course_run_days` (
	`run_id` text NOT NULL,
	`day` text NOT NULL,
	PRIMARY KEY(`run_id`, `day`),
	FOREIGN KEY (`run_id`) REFERENCES `course_runs`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `course_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`offer_id` text,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`sign_up_by` text,
	`place` text NOT NULL,
	`seats` integer,
	`minimum_seats` integer,
	`state` text NOT NULL,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`item_id`) REFERENCES `programme_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offer_id`) REFERENCES `catalogue_offers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `course_runs_item` ON `course_runs` (`item_id`);--> statement-breakpoint
CREATE INDEX `course_runs_offer` ON `course_runs` (`offer_id`);--> statement-breakpoint
CREATE INDEX `course_runs_starts_on` ON `course_runs` (`starts_on`);--> statement-breakpoint
CREATE TABLE `programme_item_competences` (
	`item_id` text NOT NULL,
	`lineage_id` text NOT NULL,
	PRIMARY KEY(`item_id`, `lineage_id`),
	FOREIGN KEY (`item_id`) REFERENCES `programme_items`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `programme_item_competences_lineage` ON `programme_item_competences` (`lineage_id`);--> statement-breakpoint
CREATE TABLE `programme_item_tags` (
	`item_id` text NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`item_id`, `tag`),
	FOREIGN KEY (`item_id`) REFERENCES `programme_items`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `programme_items` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`kind` text NOT NULL,
	`level` text NOT NULL,
	`form` text NOT NULL,
	`provider` text NOT NULL,
	`target_group` text NOT NULL,
	`url` text NOT NULL,
	`ects` real,
	`qualification` text NOT NULL,
	`subject` text NOT NULL,
	`is_compulsory` integer NOT NULL,
	`fee_ore` integer,
	`materials_ore` integer,
	`days` integer,
	`is_from_foundation` integer NOT NULL,
	`strategic_decision` text NOT NULL,
	`is_offered` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`removed_at` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `programme_requests` (
	`agreement_id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `programme_items`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `programme_requests_item` ON `programme_requests` (`item_id`);
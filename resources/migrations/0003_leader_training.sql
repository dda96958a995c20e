CREATE TABLE `exchange_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`sign_public` blob NOT NULL,
	`sign_private` blob NOT NULL,
	`recipient` text NOT NULL,
	`identity` text NOT NULL,
	`created_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `exchange_packages` (
	`id` text PRIMARY KEY NOT NULL,
	`direction` text NOT NULL,
	`partner_id` text,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`seq` integer NOT NULL,
	`sha256` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`partner_id`) REFERENCES `exchange_partners`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `exchange_packages_subject` ON `exchange_packages` (`subject_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `exchange_packages_once` ON `exchange_packages` (`direction`,`sha256`);--> statement-breakpoint
CREATE TABLE `exchange_partners` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`sign_public` blob NOT NULL,
	`recipient` text NOT NULL,
	`trust` text NOT NULL,
	`added_at` text NOT NULL,
	`compared_at` text,
	`removed_at` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `exchange_partners_key` ON `exchange_partners` (`sign_public`);--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`mime` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_at` text NOT NULL,
	`content` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `ects_requirements` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`ects` real NOT NULL,
	`begin_within_months` integer NOT NULL,
	`basis` text NOT NULL,
	`source` text NOT NULL,
	`last_checked_on` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`removed_at` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `internal_course_participants` (
	`course_id` text NOT NULL,
	`employee_id` text NOT NULL,
	`attended` integer NOT NULL,
	PRIMARY KEY(`course_id`, `employee_id`),
	FOREIGN KEY (`course_id`) REFERENCES `internal_courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `internal_courses` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`held_on` text,
	`place` text NOT NULL,
	`note` text NOT NULL,
	`created_at` text NOT NULL,
	`removed_at` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `leader_plans` (
	`employee_id` text PRIMARY KEY NOT NULL,
	`completion_on` text NOT NULL,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `leader_posts` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`category_id` text NOT NULL,
	`from_date` text NOT NULL,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `staff_categories`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `leader_posts_once` ON `leader_posts` (`employee_id`,`from_date`);--> statement-breakpoint
CREATE TABLE `ledger_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`provider` text NOT NULL,
	`ects` real NOT NULL,
	`started_on` text,
	`completed_on` text,
	`attachment_id` text,
	`merit_case_id` text,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attachment_id`) REFERENCES `attachments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `ledger_entries_employee` ON `ledger_entries` (`employee_id`);--> statement-breakpoint
CREATE TABLE `requirement_categories` (
	`requirement_id` text NOT NULL,
	`category_id` text NOT NULL,
	PRIMARY KEY(`requirement_id`, `category_id`),
	FOREIGN KEY (`requirement_id`) REFERENCES `ects_requirements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `staff_categories`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `requirement_parts` (
	`id` text PRIMARY KEY NOT NULL,
	`requirement_id` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`requirement_id`) REFERENCES `ects_requirements`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `requirement_parts_requirement` ON `requirement_parts` (`requirement_id`);--> statement-breakpoint
CREATE TABLE `share_back_items` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`entry_id` text,
	`topic` text NOT NULL,
	`meeting_on` text,
	`done_at` text,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `ledger_entries`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `share_back_items_employee` ON `share_back_items` (`employee_id`);--> statement-breakpoint
CREATE TABLE `merit_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text,
	`applicant_name` text NOT NULL,
	`applicant_title` text NOT NULL,
	`partner_id` text,
	`requirement_id` text,
	`requirement` text NOT NULL,
	`application` text NOT NULL,
	`state` text NOT NULL,
	`round` integer NOT NULL,
	`applied_on` text,
	`decided_on` text,
	`ects` real,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requirement_id`) REFERENCES `ects_requirements`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `merit_cases_employee` ON `merit_cases` (`employee_id`);--> statement-breakpoint
CREATE TABLE `merit_evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`title` text NOT NULL,
	`provider` text NOT NULL,
	`year` integer,
	`ects` real NOT NULL,
	`learning_goals` text NOT NULL,
	`covers` text NOT NULL,
	`attachment_id` text,
	`position` integer NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`case_id`) REFERENCES `merit_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attachment_id`) REFERENCES `attachments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `merit_evidence_case` ON `merit_evidence` (`case_id`);--> statement-breakpoint
CREATE TABLE `merit_positions` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`round` integer NOT NULL,
	`role` text NOT NULL,
	`name` text NOT NULL,
	`verdict` text NOT NULL,
	`ects` real,
	`reason` text NOT NULL,
	`taken_at` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `merit_cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `merit_positions_once` ON `merit_positions` (`case_id`,`round`,`role`);
--> statement-breakpoint
CREATE TABLE `merit_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`round` integer NOT NULL,
	`move` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `merit_cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `merit_steps_case` ON `merit_steps` (`case_id`);
--> statement-breakpoint
ALTER TABLE `schools` ADD `development_chief_name` text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE TRIGGER `merit_positions_no_update` BEFORE UPDATE ON `merit_positions` BEGIN SELECT RAISE(ABORT, 'a position stands as it was taken'); END;
--> statement-breakpoint
CREATE TRIGGER `merit_steps_no_update` BEFORE UPDATE ON `merit_steps` BEGIN SELECT RAISE(ABORT, 'a step stands as it was taken'); END;
--> statement-breakpoint
CREATE TRIGGER `attachments_frozen` BEFORE UPDATE ON `attachments` BEGIN SELECT RAISE(ABORT, 'an attachment stays as it is'); END;

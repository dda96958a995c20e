CREATE TABLE `correction_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`text` text NOT NULL,
	`author` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`employee_id` text,
	`talk_id` text,
	`plan_id` text,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`snapshot_sha256` text NOT NULL,
	`pdf_sha256` text,
	`created_at` text NOT NULL,
	`completed_at` text,
	`snapshot` text NOT NULL,
	`pdf` blob,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`talk_id`) REFERENCES `talks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_id`) REFERENCES `training_plans`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `documents_employee` ON `documents` (`employee_id`);--> statement-breakpoint
CREATE INDEX `documents_plan` ON `documents` (`plan_id`);--> statement-breakpoint
CREATE INDEX `documents_pdf` ON `documents` (`pdf_sha256`);--> statement-breakpoint
CREATE TABLE `signatures` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`party` text NOT NULL,
	`name` text NOT NULL,
	`method` text NOT NULL,
	`drawing` text NOT NULL,
	`wording` text NOT NULL,
	`signed_at` text NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `signatures_once` ON `signatures` (`document_id`,`party`);--> statement-breakpoint
CREATE TABLE `employee_functions` (
	`employee_id` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`employee_id`, `name`),
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `employees` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_number` text NOT NULL,
	`name` text NOT NULL,
	`category_id` text NOT NULL,
	`title` text NOT NULL,
	`employment_date` text NOT NULL,
	`leaving_date` text,
	`employment_percent` real NOT NULL,
	`note` text NOT NULL,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`category_id`) REFERENCES `staff_categories`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `employees_number` ON `employees` (`employee_number`);--> statement-breakpoint
CREATE INDEX `employees_category` ON `employees` (`category_id`);--> statement-breakpoint
CREATE TABLE `staff_categories` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`spider_template_id` text,
	`position` integer NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`spider_template_id`) REFERENCES `spider_templates`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_categories_name` ON `staff_categories` (`name`);--> statement-breakpoint
CREATE TABLE `staff_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`imported_at` text NOT NULL,
	`created` integer NOT NULL,
	`updated` integer NOT NULL,
	`before` text NOT NULL,
	`undone_at` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`school_year` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_once` ON `tasks` (`employee_id`,`school_year`,`kind`,`name`);--> statement-breakpoint
CREATE TABLE `teaching_qualifications` (
	`employee_id` text NOT NULL,
	`subject` text NOT NULL,
	`basis` text NOT NULL,
	PRIMARY KEY(`employee_id`, `subject`, `basis`),
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `team_memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`team_id` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `team_memberships_employee` ON `team_memberships` (`employee_id`);--> statement-breakpoint
CREATE INDEX `team_memberships_team` ON `team_memberships` (`team_id`);--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`removed_at` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `teams_name` ON `teams` (`name`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`fields` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `priorities` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `schools` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`municipality` text NOT NULL,
	`profile` text NOT NULL,
	`leader_name` text NOT NULL,
	`leader_title` text NOT NULL,
	`season_start` text NOT NULL,
	`season_end` text NOT NULL,
	`rating_lead_days` integer NOT NULL,
	`retention_years` integer NOT NULL,
	`retention_reason` text NOT NULL,
	`legal_basis` text NOT NULL,
	`legal_basis_source` text NOT NULL,
	`legal_basis_checked_on` text NOT NULL,
	`created_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `competence_domains` (
	`id` text PRIMARY KEY NOT NULL,
	`version_id` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `template_versions`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `competence_domains_version` ON `competence_domains` (`version_id`);--> statement-breakpoint
CREATE TABLE `competences` (
	`id` text PRIMARY KEY NOT NULL,
	`domain_id` text NOT NULL,
	`lineage_id` text NOT NULL,
	`name` text NOT NULL,
	`target_level` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`domain_id`) REFERENCES `competence_domains`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `competences_domain` ON `competences` (`domain_id`);--> statement-breakpoint
CREATE TABLE `level_descriptors` (
	`competence_id` text NOT NULL,
	`level` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`competence_id`, `level`),
	FOREIGN KEY (`competence_id`) REFERENCES `competences`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `spider_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`removed_at` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `template_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`template_id` text NOT NULL,
	`number` integer NOT NULL,
	`scale_max` integer NOT NULL,
	`created_at` text NOT NULL,
	`published_at` text,
	FOREIGN KEY (`template_id`) REFERENCES `spider_templates`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `template_versions_number` ON `template_versions` (`template_id`,`number`);--> statement-breakpoint
CREATE TABLE `agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`talk_id` text,
	`school_year` text NOT NULL,
	`competence` text NOT NULL,
	`activity` text NOT NULL,
	`who` text NOT NULL,
	`due_on` text NOT NULL,
	`giver` text NOT NULL,
	`receiver` text NOT NULL,
	`origin` text NOT NULL,
	`state` text NOT NULL,
	`state_reason` text NOT NULL,
	`marked_in_talk_id` text,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`talk_id`) REFERENCES `talks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`marked_in_talk_id`) REFERENCES `talks`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `agreements_employee` ON `agreements` (`employee_id`);--> statement-breakpoint
CREATE INDEX `agreements_talk` ON `agreements` (`talk_id`);--> statement-breakpoint
CREATE INDEX `agreements_due` ON `agreements` (`due_on`);--> statement-breakpoint
CREATE TABLE `plan_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`agreement_id` text NOT NULL,
	`cell` text NOT NULL,
	`priority_id` text,
	`task_id` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `training_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`priority_id`) REFERENCES `priorities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_lines_agreement` ON `plan_lines` (`agreement_id`);--> statement-breakpoint
CREATE INDEX `plan_lines_plan` ON `plan_lines` (`plan_id`);--> statement-breakpoint
CREATE TABLE `rating_levels` (
	`rating_id` text NOT NULL,
	`competence_id` text NOT NULL,
	`state` text NOT NULL,
	`level` integer,
	`comment` text NOT NULL,
	PRIMARY KEY(`rating_id`, `competence_id`),
	FOREIGN KEY (`rating_id`) REFERENCES `ratings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`competence_id`) REFERENCES `competences`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `ratings` (
	`id` text PRIMARY KEY NOT NULL,
	`talk_id` text NOT NULL,
	`role` text NOT NULL,
	`updated_at` text NOT NULL,
	`locked_at` text,
	FOREIGN KEY (`talk_id`) REFERENCES `talks`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ratings_once` ON `ratings` (`talk_id`,`role`);--> statement-breakpoint
CREATE TABLE `sealed_ratings` (
	`talk_id` text PRIMARY KEY NOT NULL,
	`derivation` text NOT NULL,
	`nonce` blob NOT NULL,
	`sealed` blob NOT NULL,
	`updated_at` text NOT NULL,
	`locked_at` text,
	FOREIGN KEY (`talk_id`) REFERENCES `talks`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `talk_notes` (
	`talk_id` text NOT NULL,
	`area` integer NOT NULL,
	`text` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`talk_id`, `area`),
	FOREIGN KEY (`talk_id`) REFERENCES `talks`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `talks` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`employee_id` text NOT NULL,
	`leader_name` text NOT NULL,
	`school_year` text NOT NULL,
	`held_on` text NOT NULL,
	`starts_at` text NOT NULL,
	`place` text NOT NULL,
	`purpose` text NOT NULL,
	`agenda` text NOT NULL,
	`not_for_discussion` text NOT NULL,
	`template_version_id` text,
	`horizon_months` integer NOT NULL,
	`empty_plan_reason` text NOT NULL,
	`created_at` text NOT NULL,
	`closed_at` text,
	`removed_at` text,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`template_version_id`) REFERENCES `template_versions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `talks_employee` ON `talks` (`employee_id`);--> statement-breakpoint
CREATE INDEX `talks_held_on` ON `talks` (`held_on`);--> statement-breakpoint
CREATE TABLE `training_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`school_year` text NOT NULL,
	`talk_id` text,
	`teaching_goals` text NOT NULL,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`talk_id`) REFERENCES `talks`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `training_plans_once` ON `training_plans` (`employee_id`,`school_year`);
--> statement-breakpoint
CREATE TRIGGER `audit_log_no_update` BEFORE UPDATE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'audit log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_no_delete` BEFORE DELETE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'audit log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `rating_levels_locked_update` BEFORE UPDATE ON `rating_levels` WHEN (SELECT `locked_at` FROM `ratings` WHERE `id` = OLD.`rating_id`) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'rating is locked'); END;
--> statement-breakpoint
CREATE TRIGGER `rating_levels_locked_insert` BEFORE INSERT ON `rating_levels` WHEN (SELECT `locked_at` FROM `ratings` WHERE `id` = NEW.`rating_id`) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'rating is locked'); END;
--> statement-breakpoint
CREATE TRIGGER `rating_levels_locked_delete` BEFORE DELETE ON `rating_levels` WHEN (SELECT `locked_at` FROM `ratings` WHERE `id` = OLD.`rating_id`) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'rating is locked'); END;
--> statement-breakpoint
CREATE TRIGGER `documents_frozen` BEFORE UPDATE OF `snapshot`, `snapshot_sha256`, `version`, `kind` ON `documents` BEGIN SELECT RAISE(ABORT, 'document is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER `documents_signed_frozen` BEFORE UPDATE ON `documents` WHEN OLD.`state` = 'signed' BEGIN SELECT RAISE(ABORT, 'document is signed'); END;
--> statement-breakpoint
CREATE TRIGGER `signatures_no_update` BEFORE UPDATE ON `signatures` BEGIN SELECT RAISE(ABORT, 'signature is final'); END;

CREATE TABLE `drafts` (
	`key` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`saved_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `leaves` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `leaves_employee` ON `leaves` (`employee_id`);--> statement-breakpoint
CREATE TABLE `handovers` (
	`id` text PRIMARY KEY NOT NULL,
	`leader_id` text NOT NULL,
	`to_leader_id` text NOT NULL,
	`on_date` text NOT NULL,
	`people` integer NOT NULL,
	`talks` integer NOT NULL,
	`leads_school` integer NOT NULL,
	`leader_title` text NOT NULL,
	`school_before` text NOT NULL,
	`images` text NOT NULL,
	`carried_out_at` text NOT NULL,
	`undone_at` text,
	FOREIGN KEY (`leader_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_leader_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `responsible_leaders` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`leader_id` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leader_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `responsible_leaders_employee` ON `responsible_leaders` (`employee_id`);--> statement-breakpoint
CREATE INDEX `responsible_leaders_leader` ON `responsible_leaders` (`leader_id`);--> statement-breakpoint
CREATE TABLE `notes` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text,
	`team_id` text,
	`written_on` text NOT NULL,
	`text` text NOT NULL,
	`author` text NOT NULL,
	`talk_id` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`talk_id`) REFERENCES `talks`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `notes_employee` ON `notes` (`employee_id`);--> statement-breakpoint
CREATE INDEX `notes_team` ON `notes` (`team_id`);--> statement-breakpoint
CREATE INDEX `notes_talk` ON `notes` (`talk_id`);--> statement-breakpoint
CREATE TABLE `preparation_answers` (
	`sheet_id` text NOT NULL,
	`key` text NOT NULL,
	`question` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`sheet_id`, `key`),
	FOREIGN KEY (`sheet_id`) REFERENCES `preparation_sheets`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `preparation_sheets` (
	`id` text PRIMARY KEY NOT NULL,
	`talk_id` text NOT NULL,
	`employee_id` text NOT NULL,
	`asked` text NOT NULL,
	`pages_sha256` text NOT NULL,
	`made_at` text NOT NULL,
	`imported_at` text,
	FOREIGN KEY (`talk_id`) REFERENCES `talks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `preparation_sheets_talk` ON `preparation_sheets` (`talk_id`);--> statement-breakpoint
CREATE INDEX `preparation_sheets_employee` ON `preparation_sheets` (`employee_id`);--> statement-breakpoint
CREATE TABLE `closed_days` (
	`date` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `leader_hours` (
	`id` text PRIMARY KEY NOT NULL,
	`leader_id` text NOT NULL,
	`weekday` integer NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	FOREIGN KEY (`leader_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `leader_hours_leader` ON `leader_hours` (`leader_id`);--> statement-breakpoint
CREATE TABLE `own_talk_wishes` (
	`employee_id` text NOT NULL,
	`school_year` text NOT NULL,
	`wished_on` text NOT NULL,
	PRIMARY KEY(`employee_id`, `school_year`),
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `talk_frequency_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text,
	`pattern` text NOT NULL,
	`start_year` text NOT NULL,
	`rights` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `talk_frequency_rules_team` ON `talk_frequency_rules` (`team_id`);--> statement-breakpoint
CREATE TABLE `talk_lengths` (
	`kind` text PRIMARY KEY NOT NULL,
	`minutes` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `talk_form_areas` (
	`version_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`short` text NOT NULL,
	`questions` text NOT NULL,
	`part` text NOT NULL,
	PRIMARY KEY(`version_id`, `number`),
	FOREIGN KEY (`version_id`) REFERENCES `talk_form_versions`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `talk_form_areas_version` ON `talk_form_areas` (`version_id`);--> statement-breakpoint
CREATE TABLE `talk_form_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`form_id` text NOT NULL,
	`number` integer NOT NULL,
	`purpose` text NOT NULL,
	`not_for_discussion` text NOT NULL,
	`created_at` text NOT NULL,
	`published_at` text,
	FOREIGN KEY (`form_id`) REFERENCES `talk_forms`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `talk_form_versions_number` ON `talk_form_versions` (`form_id`,`number`);--> statement-breakpoint
CREATE TABLE `talk_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`team_id` text,
	`removed_at` text,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `talk_participants` (
	`talk_id` text NOT NULL,
	`employee_id` text NOT NULL,
	PRIMARY KEY(`talk_id`, `employee_id`),
	FOREIGN KEY (`talk_id`) REFERENCES `talks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `talk_participants_employee` ON `talk_participants` (`employee_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text,
	`team_id` text,
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
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`talk_id`) REFERENCES `talks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`marked_in_talk_id`) REFERENCES `talks`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_agreements`("id", "employee_id", "team_id", "talk_id", "school_year", "competence", "activity", "who", "due_on", "giver", "receiver", "origin", "state", "state_reason", "marked_in_talk_id", "created_at", "removed_at") SELECT "id", "employee_id", NULL, "talk_id", "school_year", "competence", "activity", "who", "due_on", "giver", "receiver", "origin", "state", "state_reason", "marked_in_talk_id", "created_at", "removed_at" FROM `agreements`;--> statement-breakpoint
DROP TABLE `agreements`;--> statement-breakpoint
ALTER TABLE `__new_agreements` RENAME TO `agreements`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `agreements_employee` ON `agreements` (`employee_id`);--> statement-breakpoint
CREATE INDEX `agreements_team` ON `agreements` (`team_id`);--> statement-breakpoint
CREATE INDEX `agreements_talk` ON `agreements` (`talk_id`);--> statement-breakpoint
CREATE INDEX `agreements_state` ON `agreements` (`state`,`due_on`);--> statement-breakpoint
CREATE TABLE `__new_talks` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`employee_id` text,
	`team_id` text,
	`leader_name` text NOT NULL,
	`leader_id` text,
	`school_year` text NOT NULL,
	`held_on` text NOT NULL,
	`starts_at` text NOT NULL,
	`minutes` integer NOT NULL,
	`is_fixed` integer NOT NULL,
	`place` text NOT NULL,
	`purpose` text NOT NULL,
	`agenda` text NOT NULL,
	`not_for_discussion` text NOT NULL,
	`others` text NOT NULL,
	`template_version_id` text,
	`form_version_id` text,
	`horizon_months` integer NOT NULL,
	`empty_plan_reason` text NOT NULL,
	`created_at` text NOT NULL,
	`closed_at` text,
	`removed_at` text,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leader_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`template_version_id`) REFERENCES `template_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`form_version_id`) REFERENCES `talk_form_versions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_talks`("id", "kind", "employee_id", "team_id", "leader_name", "leader_id", "school_year", "held_on", "starts_at", "minutes", "is_fixed", "place", "purpose", "agenda", "not_for_discussion", "others", "template_version_id", "form_version_id", "horizon_months", "empty_plan_reason", "created_at", "closed_at", "removed_at") SELECT "id", "kind", "employee_id", NULL, "leader_name", NULL, "school_year", "held_on", "starts_at", 60, 0, "place", "purpose", "agenda", "not_for_discussion", '', "template_version_id", NULL, "horizon_months", "empty_plan_reason", "created_at", "closed_at", "removed_at" FROM `talks`;--> statement-breakpoint
DROP TABLE `talks`;--> statement-breakpoint
ALTER TABLE `__new_talks` RENAME TO `talks`;--> statement-breakpoint
CREATE INDEX `talks_employee` ON `talks` (`employee_id`);--> statement-breakpoint
CREATE INDEX `talks_team` ON `talks` (`team_id`);--> statement-breakpoint
CREATE INDEX `talks_held_on` ON `talks` (`held_on`);--> statement-breakpoint
CREATE INDEX `talks_school_year` ON `talks` (`school_year`);--> statement-breakpoint
CREATE INDEX `talks_open` ON `talks` (`closed_at`,`held_on`);--> statement-breakpoint
ALTER TABLE `teams` ADD `spider_template_id` text REFERENCES spider_templates(id);--> statement-breakpoint
ALTER TABLE `schools` ADD `leader_employee_id` text REFERENCES employees(id);--> statement-breakpoint
CREATE INDEX `plan_lines_task` ON `plan_lines` (`task_id`);--> statement-breakpoint
CREATE INDEX `training_plans_year` ON `training_plans` (`school_year`);
--> statement-breakpoint
UPDATE `schools` SET `leader_employee_id` = (SELECT `id` FROM `employees` WHERE `employees`.`name` = `schools`.`leader_name` AND `employees`.`removed_at` IS NULL AND `employees`.`leaving_date` IS NULL);
--> statement-breakpoint
CREATE TRIGGER `talks_one_subject_insert` BEFORE INSERT ON `talks` WHEN (NEW.`employee_id` IS NULL) = (NEW.`team_id` IS NULL) BEGIN SELECT RAISE(ABORT, 'a talk is about one employee or one team'); END;
--> statement-breakpoint
CREATE TRIGGER `talks_one_subject_update` BEFORE UPDATE OF `employee_id`, `team_id` ON `talks` WHEN (NEW.`employee_id` IS NULL) = (NEW.`team_id` IS NULL) BEGIN SELECT RAISE(ABORT, 'a talk is about one employee or one team'); END;
--> statement-breakpoint
CREATE TRIGGER `agreements_one_subject_insert` BEFORE INSERT ON `agreements` WHEN (NEW.`employee_id` IS NULL) = (NEW.`team_id` IS NULL) BEGIN SELECT RAISE(ABORT, 'an agreement is about one employee or one team'); END;
--> statement-breakpoint
CREATE TRIGGER `agreements_one_subject_update` BEFORE UPDATE OF `employee_id`, `team_id` ON `agreements` WHEN (NEW.`employee_id` IS NULL) = (NEW.`team_id` IS NULL) BEGIN SELECT RAISE(ABORT, 'an agreement is about one employee or one team'); END;
--> statement-breakpoint
CREATE TRIGGER `notes_one_subject_insert` BEFORE INSERT ON `notes` WHEN (NEW.`employee_id` IS NULL) = (NEW.`team_id` IS NULL) BEGIN SELECT RAISE(ABORT, 'a note is about one employee or one team'); END;
--> statement-breakpoint
CREATE TRIGGER `notes_one_subject_update` BEFORE UPDATE OF `employee_id`, `team_id` ON `notes` WHEN (NEW.`employee_id` IS NULL) = (NEW.`team_id` IS NULL) BEGIN SELECT RAISE(ABORT, 'a note is about one employee or one team'); END;

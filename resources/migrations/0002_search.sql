-- The words of names, notes, agreements and plans, to be found by search. Ratings and their comments are never in here.
--
-- `search_entries` says which rows are in the index; the index itself, `search_index`, keeps words and no text, and forgets
-- the words of a row that goes ('secure-delete'). The triggers keep it in step whoever writes. `search_rows` says what of
-- a row is indexed, with the letters folded as `shared/domain/search-text.ts` folds a query: å is aa and not a, æ is ae, ø is oe.
--
-- A later step that rebuilds one of these tables must drop this view and the table's triggers first and make them again.
CREATE TABLE `search_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`source_id` text NOT NULL,
	`area` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entries_source` ON `search_entries` (`kind`, `source_id`, `area`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(`name`, `text`, content='', tokenize='unicode61 remove_diacritics 0');
--> statement-breakpoint
INSERT INTO `search_index`(`search_index`, `rank`) VALUES('secure-delete', 1);
--> statement-breakpoint
CREATE VIEW `search_rows` AS
SELECT `kind`, `source_id`, `area`, `shown`, `day`,
	replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`name`
		, 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'a' || char(776), 'ae'), 'A' || char(776), 'ae')
		, 'o' || char(776), 'oe'), 'O' || char(776), 'oe'), 'e' || char(769), 'e'), 'E' || char(769), 'e')
		, 'å', 'aa'), 'Å', 'aa'), 'æ', 'ae'), 'Æ', 'ae')
		, 'ä', 'ae'), 'Ä', 'ae'), 'ø', 'oe'), 'Ø', 'oe')
		, 'ö', 'oe'), 'Ö', 'oe'), 'é', 'e'), 'É', 'e') AS `name`,
	replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`text`
		, 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'a' || char(776), 'ae'), 'A' || char(776), 'ae')
		, 'o' || char(776), 'oe'), 'O' || char(776), 'oe'), 'e' || char(769), 'e'), 'E' || char(769), 'e')
		, 'å', 'aa'), 'Å', 'aa'), 'æ', 'ae'), 'Æ', 'ae')
		, 'ä', 'ae'), 'Ä', 'ae'), 'ø', 'oe'), 'Ø', 'oe')
		, 'ö', 'oe'), 'Ö', 'oe'), 'é', 'e'), 'É', 'e') AS `text`
FROM (
	SELECT 'employee' AS `kind`, `id` AS `source_id`, 0 AS `area`, `removed_at` IS NULL AS `shown`, `created_at` AS `day`,
		`name` AS `name`, `title` || char(10) || `note` AS `text`
	FROM `employees`
	UNION ALL
	SELECT 'team', `id`, 0, `removed_at` IS NULL, '', `name`, '' FROM `teams`
	UNION ALL
	SELECT 'talkNote', `talk_id`, `area`, 1, `updated_at`, '', `text` FROM `talk_notes`
	UNION ALL
	SELECT 'note', `id`, 0, `removed_at` IS NULL, `written_on`, '', `text` FROM `notes`
	UNION ALL
	SELECT 'agreement', `id`, 0, `removed_at` IS NULL, `created_at`, '',
		`competence` || char(10) || `activity` || char(10) || `who` || char(10) || `state_reason`
	FROM `agreements`
	UNION ALL
	SELECT 'plan', `id`, 0, 1, `updated_at`, '', `teaching_goals` FROM `training_plans`
);
--> statement-breakpoint
CREATE TRIGGER `search_entries_insert` AFTER INSERT ON `search_entries` BEGIN
	INSERT INTO `search_index`(`rowid`, `name`, `text`)
	SELECT NEW.`id`, `name`, `text` FROM `search_rows` WHERE `kind` = NEW.`kind` AND `source_id` = NEW.`source_id` AND `area` = NEW.`area`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_entries_delete` BEFORE DELETE ON `search_entries` BEGIN
	INSERT INTO `search_index`(`search_index`, `rowid`, `name`, `text`)
	SELECT 'delete', OLD.`id`, `name`, `text` FROM `search_rows` WHERE `kind` = OLD.`kind` AND `source_id` = OLD.`source_id` AND `area` = OLD.`area`;
END;
--> statement-breakpoint
CREATE TRIGGER `employees_search_insert` AFTER INSERT ON `employees` BEGIN INSERT INTO `search_entries`(`kind`, `source_id`, `area`) SELECT 'employee', NEW.`id`, 0 WHERE NEW.`removed_at` IS NULL; END;
--> statement-breakpoint
CREATE TRIGGER `employees_search_before_update` BEFORE UPDATE OF `name`, `title`, `note`, `removed_at` ON `employees` BEGIN DELETE FROM `search_entries` WHERE `kind` = 'employee' AND `source_id` = OLD.`id` AND `area` = 0; END;
--> statement-breakpoint
CREATE TRIGGER `employees_search_update` AFTER UPDATE OF `name`, `title`, `note`, `removed_at` ON `employees` BEGIN INSERT INTO `search_entries`(`kind`, `source_id`, `area`) SELECT 'employee', NEW.`id`, 0 WHERE NEW.`removed_at` IS NULL; END;
--> statement-breakpoint
CREATE TRIGGER `employees_search_delete` BEFORE DELETE ON `employees` BEGIN DELETE FROM `search_entries` WHERE `kind` = 'employee' AND `source_id` = OLD.`id` AND `area` = 0; END;
--> statement-breakpoint
CREATE TRIGGER `teams_search_insert` AFTER INSERT ON `teams` BEGIN INSERT INTO `search_entries`(`kind`, `source_id`, `area`) SELECT 'team', NEW.`id`, 0 WHERE NEW.`removed_at` IS NULL; END;
--> statement-breakpoint
CREATE TRIGGER `teams_search_before_update` BEFORE UPDATE OF `name`, `removed_at` ON `teams` BEGIN DELETE FROM `search_entries` WHERE `kind` = 'team' AND `source_id` = OLD.`id` AND `area` = 0; END;
--> statement-breakpoint
CREATE TRIGGER `teams_search_update` AFTER UPDATE OF `name`, `removed_at` ON `teams` BEGIN INSERT INTO `search_entries`(`kind`, `source_id`, `area`) SELECT 'team', NEW.`id`, 0 WHERE NEW.`removed_at` IS NULL; END;
--> statement-breakpoint
CREATE TRIGGER `teams_search_delete` BEFORE DELETE ON `teams` BEGIN DELETE FROM `search_entries` WHERE `kind` = 'team' AND `source_id` = OLD.`id` AND `area` = 0; END;
--> statement-breakpoint
CREATE TRIGGER `talk_notes_search_insert` AFTER INSERT ON `talk_notes` BEGIN INSERT INTO `search_entries`(`kind`, `source_id`, `area`) VALUES('talkNote', NEW.`talk_id`, NEW.`area`); END;
--> statement-breakpoint
CREATE TRIGGER `talk_notes_search_before_update` BEFORE UPDATE OF `text` ON `talk_notes` BEGIN DELETE FROM `search_entries` WHERE `kind` = 'talkNote' AND `source_id` = OLD.`talk_id` AND `area` = OLD.`area`; END;
--> statement-breakpoint
CREATE TRIGGER `talk_notes_search_update` AFTER UPDATE OF `text` ON `talk_notes` BEGIN INSERT INTO `search_entries`(`kind`, `source_id`, `area`) VALUES('talkNote', NEW.`talk_id`, NEW.`area`); END;
--> statement-breakpoint
CREATE TRIGGER `talk_notes_search_delete` BEFORE DELETE ON `talk_notes` BEGIN DELETE FROM `search_entries` WHERE `kind` = 'talkNote' AND `source_id` = OLD.`talk_id` AND `area` = OLD.`area`; END;
--> statement-breakpoint
CREATE TRIGGER `notes_search_insert` AFTER INSERT ON `notes` BEGIN INSERT INTO `search_entries`(`kind`, `source_id`, `area`) SELECT 'note', NEW.`id`, 0 WHERE NEW.`removed_at` IS NULL; END;
--> statement-breakpoint
CREATE TRIGGER `notes_search_before_update` BEFORE UPDATE OF `text`, `removed_at` ON `notes` BEGIN DELETE FROM `search_entries` WHERE `kind` = 'note' AND `source_id` = OLD.`id` AND `area` = 0; END;
--> statement-breakpoint
CREATE TRIGGER `notes_search_update` AFTER UPDATE OF `text`, `removed_at` ON `notes` BEGIN INSERT INTO `search_entries`(`kind`, `source_id`, `area`) SELECT 'note', NEW.`id`, 0 WHERE NEW.`removed_at` IS NULL; END;
--> statement-breakpoint
CREATE TRIGGER `notes_search_delete` BEFORE DELETE ON `notes` BEGIN DELETE FROM `search_entries` WHERE `kind` = 'note' AND `source_id` = OLD.`id` AND `area` = 0; END;
--> statement-breakpoint
CREATE TRIGGER `agreements_search_insert` AFTER INSERT ON `agreements` BEGIN INSERT INTO `search_entries`(`kind`, `source_id`, `area`) SELECT 'agreement', NEW.`id`, 0 WHERE NEW.`removed_at` IS NULL; END;
--> statement-breakpoint
CREATE TRIGGER `agreements_search_before_update` BEFORE UPDATE OF `competence`, `activity`, `who`, `state_reason`, `removed_at` ON `agreements` BEGIN DELETE FROM `search_entries` WHERE `kind` = 'agreement' AND `source_id` = OLD.`id` AND `area` = 0; END;
--> statement-breakpoint
CREATE TRIGGER `agreements_search_update` AFTER UPDATE OF `competence`, `activity`, `who`, `state_reason`, `removed_at` ON `agreements` BEGIN INSERT INTO `search_entries`(`kind`, `source_id`, `area`) SELECT 'agreement', NEW.`id`, 0 WHERE NEW.`removed_at` IS NULL; END;
--> statement-breakpoint
CREATE TRIGGER `agreements_search_delete` BEFORE DELETE ON `agreements` BEGIN DELETE FROM `search_entries` WHERE `kind` = 'agreement' AND `source_id` = OLD.`id` AND `area` = 0; END;
--> statement-breakpoint
CREATE TRIGGER `training_plans_search_insert` AFTER INSERT ON `training_plans` BEGIN INSERT INTO `search_entries`(`kind`, `source_id`, `area`) VALUES('plan', NEW.`id`, 0); END;
--> statement-breakpoint
CREATE TRIGGER `training_plans_search_before_update` BEFORE UPDATE OF `teaching_goals` ON `training_plans` BEGIN DELETE FROM `search_entries` WHERE `kind` = 'plan' AND `source_id` = OLD.`id` AND `area` = 0; END;
--> statement-breakpoint
CREATE TRIGGER `training_plans_search_update` AFTER UPDATE OF `teaching_goals` ON `training_plans` BEGIN INSERT INTO `search_entries`(`kind`, `source_id`, `area`) VALUES('plan', NEW.`id`, 0); END;
--> statement-breakpoint
CREATE TRIGGER `training_plans_search_delete` BEFORE DELETE ON `training_plans` BEGIN DELETE FROM `search_entries` WHERE `kind` = 'plan' AND `source_id` = OLD.`id` AND `area` = 0; END;
--> statement-breakpoint
INSERT INTO `search_entries`(`kind`, `source_id`, `area`)
SELECT `kind`, `source_id`, `area` FROM `search_rows` WHERE `shown` ORDER BY `day`, `source_id`, `area`;

CREATE TABLE `assessment_template` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`rubric_key` text NOT NULL,
	`settings` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `assessment_template_name` ON `assessment_template` (`workspace_id`,`name`);--> statement-breakpoint
CREATE INDEX `assessment_template_author` ON `assessment_template` (`created_by`);--> statement-breakpoint
CREATE TABLE `clarification` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`function_key` text NOT NULL,
	`question` text NOT NULL,
	`asked_by` text,
	`asked_at` integer NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asked_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `clarification_member` ON `clarification` (`member_id`,`function_key`);--> statement-breakpoint
CREATE INDEX `clarification_asker` ON `clarification` (`asked_by`);--> statement-breakpoint
CREATE TABLE `company_file` (
	`id` text PRIMARY KEY NOT NULL,
	`company_id` text NOT NULL,
	`author_id` text,
	`stored_name` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `company`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `company_file_stored_name` ON `company_file` (`stored_name`);--> statement-breakpoint
CREATE INDEX `company_file_company` ON `company_file` (`company_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `company_file_author` ON `company_file` (`author_id`);--> statement-breakpoint
CREATE TABLE `company_note` (
	`id` text PRIMARY KEY NOT NULL,
	`company_id` text NOT NULL,
	`author_id` text,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `company`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `company_note_company` ON `company_note` (`company_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `company_note_author` ON `company_note` (`author_id`);--> statement-breakpoint
CREATE TABLE `company_tag` (
	`company_id` text NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`company_id`, `tag`),
	FOREIGN KEY (`company_id`) REFERENCES `company`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `company_tag_tag` ON `company_tag` (`tag`);--> statement-breakpoint
CREATE TABLE `goal_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`assessment_id` text NOT NULL,
	`kind` text NOT NULL,
	`function_key` text NOT NULL,
	`value` real,
	`due` text,
	`reason` text DEFAULT '' NOT NULL,
	`user_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "goal_change_kind" CHECK("goal_change"."kind" in ('target', 'weight', 'overall'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `goal_change_assessment` ON `goal_change` (`assessment_id`,`id`);--> statement-breakpoint
CREATE INDEX `goal_change_user` ON `goal_change` (`user_id`);--> statement-breakpoint
CREATE TABLE `reminder_day` (
	`assessment_id` text NOT NULL,
	`day` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `day`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `standing` (
	`company_id` text PRIMARY KEY NOT NULL,
	`publication_id` text NOT NULL,
	`previous_id` text,
	FOREIGN KEY (`company_id`) REFERENCES `company`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`previous_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `standing_publication` ON `standing` (`publication_id`);--> statement-breakpoint
CREATE INDEX `standing_previous` ON `standing` (`previous_id`);--> statement-breakpoint
DROP INDEX `company_workspace_name`;--> statement-breakpoint
CREATE INDEX `company_workspace_name` ON `company` (`workspace_id`,"name" collate nocase);--> statement-breakpoint
ALTER TABLE `assessment` ADD `repeats_id` text REFERENCES assessment(id) ON DELETE SET NULL;--> statement-breakpoint
ALTER TABLE `assessment` ADD `reminder_days` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `assessment_repeats` ON `assessment` (`repeats_id`);--> statement-breakpoint
ALTER TABLE `panel_member` ADD `weight_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `panel_member` ADD `declined_at` integer;--> statement-breakpoint
ALTER TABLE `panel_member` ADD `decline_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `panel_member` ADD `replaces_id` text REFERENCES panel_member(id) ON DELETE SET NULL;--> statement-breakpoint
CREATE INDEX `panel_member_replaces` ON `panel_member` (`replaces_id`);--> statement-breakpoint
ALTER TABLE `publication` ADD `typical` integer;--> statement-breakpoint
ALTER TABLE `publication` ADD `attained` integer;--> statement-breakpoint
ALTER TABLE `publication` ADD `levels` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
UPDATE `publication` SET
  `typical` = json_extract(`result`, '$.score.overall.typical'),
  `attained` = json_extract(`result`, '$.score.overall.attained'),
  `levels` = (SELECT json_group_object(json_extract(`value`, '$.key'), json_extract(`value`, '$.level'))
    FROM json_each(`publication`.`result`, '$.score.functions'));--> statement-breakpoint
INSERT INTO `standing` (`company_id`, `publication_id`, `previous_id`)
WITH `released` AS (
  SELECT `a`.`company_id`, `a`.`rubric_key`, `a`.`rubric_version`, `a`.`as_of`, `p`.`id`,
    row_number() OVER (PARTITION BY `a`.`company_id` ORDER BY `a`.`as_of` DESC, `a`.`created_at` DESC, `a`.`id` DESC) AS `place`
  FROM `assessment` `a` JOIN `publication` `p` ON `p`.`assessment_id` = `a`.`id`
  WHERE `a`.`state` IN ('published', 'archived')
    AND `p`.`number` = (SELECT max(`number`) FROM `publication` WHERE `assessment_id` = `a`.`id`)
)
SELECT `last`.`company_id`, `last`.`id`,
  (SELECT `before`.`id` FROM `released` `before`
    WHERE `before`.`company_id` = `last`.`company_id` AND `before`.`rubric_key` = `last`.`rubric_key`
      AND `before`.`rubric_version` = `last`.`rubric_version` AND `before`.`as_of` < `last`.`as_of`
    ORDER BY `before`.`place` LIMIT 1)
FROM `released` `last` WHERE `last`.`place` = 1;

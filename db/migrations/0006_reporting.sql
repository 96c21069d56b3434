CREATE TABLE `lease` (
	`job` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`expires_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `preview` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`number` integer NOT NULL,
	`judgments_hash` text NOT NULL,
	`levels` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`ended_at` integer,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `preview_number` ON `preview` (`assessment_id`,`number`);--> statement-breakpoint
CREATE INDEX `preview_author` ON `preview` (`created_by`);--> statement-breakpoint
CREATE TABLE `report_draft` (
	`assessment_id` text PRIMARY KEY NOT NULL,
	`texts` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`updated_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `report_draft_author` ON `report_draft` (`updated_by`);--> statement-breakpoint
CREATE TABLE `share_link` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	`passphrase_hash` text,
	`created_at` integer NOT NULL,
	`created_by` text,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`opened_count` integer DEFAULT 0 NOT NULL,
	`opened_at` integer,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `share_link_token` ON `share_link` (`token_hash`);--> statement-breakpoint
CREATE INDEX `share_link_assessment` ON `share_link` (`assessment_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `share_link_author` ON `share_link` (`created_by`);--> statement-breakpoint
CREATE TABLE `workspace_logo` (
	`workspace_id` text PRIMARY KEY NOT NULL,
	`png` blob NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `__new_member_check` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publication_id` text,
	`preview_id` text,
	`function_key` text NOT NULL,
	`user_id` text,
	`member_id` text,
	`answer` text NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`preview_id`) REFERENCES `preview`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "member_check_answer" CHECK("__new_member_check"."answer" in ('confirm', 'dispute')),
	CONSTRAINT "member_check_edition" CHECK(("__new_member_check"."publication_id" is null) <> ("__new_member_check"."preview_id" is null)),
	CONSTRAINT "member_check_person" CHECK("__new_member_check"."user_id" is null or "__new_member_check"."member_id" is null)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_member_check`("id", "publication_id", "preview_id", "function_key", "user_id", "member_id", "answer", "comment", "created_at") SELECT "id", "publication_id", NULL, "function_key", "user_id", NULL, "answer", "comment", "created_at" FROM `member_check`;--> statement-breakpoint
DROP TABLE `member_check`;--> statement-breakpoint
ALTER TABLE `__new_member_check` RENAME TO `member_check`;--> statement-breakpoint
CREATE INDEX `member_check_person` ON `member_check` (`publication_id`,`function_key`,`user_id`);--> statement-breakpoint
CREATE INDEX `member_check_preview` ON `member_check` (`preview_id`,`function_key`);--> statement-breakpoint
CREATE INDEX `member_check_user` ON `member_check` (`user_id`);--> statement-breakpoint
CREATE INDEX `member_check_member` ON `member_check` (`member_id`);--> statement-breakpoint
ALTER TABLE `assessment` ADD `informants_asked_at` integer;--> statement-breakpoint
ALTER TABLE `publication` ADD `texts` text DEFAULT '{"summary":null,"comments":{}}' NOT NULL;--> statement-breakpoint
ALTER TABLE `publication` ADD `head` text DEFAULT '{"title":"","asOf":"","company":"","note":null}' NOT NULL;--> statement-breakpoint
-- What was published before has no head of its own: what stands now is the best that is known.
UPDATE `publication` SET `head` = (SELECT json_object('title', a.`title`, 'asOf', a.`as_of`, 'company', c.`name`, 'note', json(a.`note`)) FROM `assessment` a JOIN `company` c ON c.`id` = a.`company_id` WHERE a.`id` = `publication`.`assessment_id`);--> statement-breakpoint
ALTER TABLE `workspace` ADD `accent` text;
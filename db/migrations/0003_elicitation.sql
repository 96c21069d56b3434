CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`date` text,
	`source` text DEFAULT '' NOT NULL,
	`link` text,
	`stored_name` text,
	`file_name` text,
	`media_type` text,
	`size` integer,
	`sha256` text,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "evidence_kind" CHECK("evidence"."kind" in ('observation', 'interview', 'document', 'data')),
	CONSTRAINT "evidence_file" CHECK(("evidence"."stored_name" is null) = ("evidence"."file_name" is null)),
	CONSTRAINT "evidence_size" CHECK(("evidence"."stored_name" is null) = ("evidence"."size" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `evidence_member` ON `evidence` (`member_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_stored_name` ON `evidence` (`stored_name`);--> statement-breakpoint
CREATE TABLE `evidence_use` (
	`evidence_id` text NOT NULL,
	`function_key` text NOT NULL,
	PRIMARY KEY(`evidence_id`, `function_key`),
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `round` (
	`assessment_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`functions` text NOT NULL,
	`opened_at` integer NOT NULL,
	`opened_by` text,
	PRIMARY KEY(`assessment_id`, `number`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`opened_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "round_number" CHECK("round"."number" >= 2),
	CONSTRAINT "round_kind" CHECK("round"."kind" in ('questionnaire', 'workshop')),
	CONSTRAINT "round_functions" CHECK(json_array_length("round"."functions") > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `round_opener` ON `round` (`opened_by`);--> statement-breakpoint
CREATE TABLE `workshop` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`agenda` text NOT NULL,
	`started_at` integer NOT NULL,
	`started_by` text,
	`ended_at` integer,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`started_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_running` ON `workshop` (`assessment_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `workshop_assessment` ON `workshop` (`assessment_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `workshop_starter` ON `workshop` (`started_by`);--> statement-breakpoint
CREATE TABLE `workshop_vote` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`function_key` text NOT NULL,
	`round` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`revealed_at` integer,
	`notes` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_vote_round` ON `workshop_vote` (`workshop_id`,`round`);--> statement-breakpoint
ALTER TABLE `judgment` ADD `idempotency_key` text;--> statement-breakpoint
CREATE UNIQUE INDEX `judgment_idempotency` ON `judgment` (`member_id`,`idempotency_key`) WHERE idempotency_key is not null;--> statement-breakpoint
ALTER TABLE `panel_member` ADD `functions` text;--> statement-breakpoint
UPDATE `assessment` SET `options` = json_set(`options`, '$.showPrevious', json('false'), '$.mayReopen', json('true'), '$.consensusGoal', 'strong');

CREATE TABLE `account_link` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "account_link_user" CHECK(("account_link"."kind" = 'owner') = ("account_link"."user_id" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `account_link_token` ON `account_link` (`token_hash`);--> statement-breakpoint
CREATE INDEX `account_link_user` ON `account_link` (`user_id`);--> statement-breakpoint
CREATE INDEX `account_link_workspace` ON `account_link` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `assessment` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`company_id` text NOT NULL,
	`rubric_key` text NOT NULL,
	`rubric_version` text NOT NULL,
	`rubric_hash` text NOT NULL,
	`title` text NOT NULL,
	`as_of` text NOT NULL,
	`deadline` text,
	`state` text DEFAULT 'draft' NOT NULL,
	`language` text NOT NULL,
	`quorum` integer NOT NULL,
	`options` text NOT NULL,
	`note` text,
	`created_at` integer NOT NULL,
	`opened_at` integer,
	`closed_at` integer,
	`published_at` integer,
	`archived_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`company_id`) REFERENCES `company`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`rubric_hash`) REFERENCES `rubric_snapshot`(`hash`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assessment_state" CHECK("assessment"."state" in ('draft', 'open', 'closed', 'published', 'archived')),
	CONSTRAINT "assessment_quorum" CHECK("assessment"."quorum" between 1 and 99),
	CONSTRAINT "assessment_options" CHECK(json_valid("assessment"."options"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `assessment_company_as_of` ON `assessment` (`company_id`,`as_of`);--> statement-breakpoint
CREATE INDEX `assessment_workspace_state` ON `assessment` (`workspace_id`,`state`);--> statement-breakpoint
CREATE INDEX `assessment_rubric` ON `assessment` (`rubric_hash`);--> statement-breakpoint
CREATE TABLE `audit_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`workspace_id` text,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`object_kind` text NOT NULL,
	`object_id` text NOT NULL,
	`detail` text DEFAULT '{}' NOT NULL,
	`address` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_event_workspace` ON `audit_event` (`workspace_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `audit_event_hash` ON `audit_event` (`hash`);--> statement-breakpoint
CREATE TABLE `company` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`industry` text NOT NULL,
	`country` text NOT NULL,
	`size` text NOT NULL,
	`offering` text NOT NULL,
	`sample` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "company_size" CHECK("company"."size" in ('micro', 'small', 'medium', 'large')),
	CONSTRAINT "company_offering" CHECK("company"."offering" in ('services', 'goods', 'both'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `company_workspace_name` ON `company` (`workspace_id`,`name`);--> statement-breakpoint
CREATE TABLE `heartbeat` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "heartbeat_single" CHECK("heartbeat"."id" = 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`opened_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitation_member` ON `invitation` (`member_id`);--> statement-breakpoint
CREATE TABLE `judgment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`member_id` text NOT NULL,
	`function_key` text NOT NULL,
	`round` integer DEFAULT 1 NOT NULL,
	`version` integer NOT NULL,
	`level` integer,
	`cannot_judge` text,
	`confidence` integer,
	`rationale` text DEFAULT '' NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`indicators` text DEFAULT '{}' NOT NULL,
	`source` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "judgment_level" CHECK("judgment"."level" is null or "judgment"."level" between 1 and 10),
	CONSTRAINT "judgment_either" CHECK("judgment"."level" is null or "judgment"."cannot_judge" is null),
	CONSTRAINT "judgment_confidence" CHECK("judgment"."confidence" is null or "judgment"."confidence" between 1 and 3)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `judgment_version` ON `judgment` (`member_id`,`function_key`,`round`,`version`);--> statement-breakpoint
CREATE TABLE `membership` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`role` text NOT NULL,
	`company_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`company_id`) REFERENCES `company`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "membership_role" CHECK("membership"."role" in ('owner', 'consultant', 'manager', 'viewer')),
	CONSTRAINT "membership_scope" CHECK(("membership"."role" in ('manager', 'viewer')) = ("membership"."company_id" is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `membership_staff` ON `membership` (`user_id`,`workspace_id`) WHERE company_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX `membership_company_once` ON `membership` (`user_id`,`company_id`) WHERE company_id is not null;--> statement-breakpoint
CREATE INDEX `membership_company` ON `membership` (`company_id`);--> statement-breakpoint
CREATE INDEX `membership_workspace` ON `membership` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `panel_member` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`perspective` text NOT NULL,
	`weight` real DEFAULT 1 NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "panel_member_perspective" CHECK("panel_member"."perspective" in ('expert', 'insider', 'customer', 'other')),
	CONSTRAINT "panel_member_weight" CHECK("panel_member"."weight" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `panel_member_email` ON `panel_member` (`assessment_id`,`email`) WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX `panel_member_assessment` ON `panel_member` (`assessment_id`,`position`);--> statement-breakpoint
CREATE TABLE `publication` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`number` integer NOT NULL,
	`method_name` text NOT NULL,
	`method_version` text NOT NULL,
	`rubric_hash` text NOT NULL,
	`judgments_hash` text NOT NULL,
	`result` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`rubric_hash`) REFERENCES `rubric_snapshot`(`hash`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `publication_number` ON `publication` (`assessment_id`,`number`);--> statement-breakpoint
CREATE INDEX `publication_rubric` ON `publication` (`rubric_hash`);--> statement-breakpoint
CREATE INDEX `publication_author` ON `publication` (`created_by`);--> statement-breakpoint
CREATE TABLE `rubric_snapshot` (
	`hash` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`version` text NOT NULL,
	`document` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`user_id` text,
	`invitation_id` text,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitation`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "session_holder" CHECK(("session"."user_id" is null) <> ("session"."invitation_id" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token` ON `session` (`token_hash`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE INDEX `session_invitation` ON `session` (`invitation_id`);--> statement-breakpoint
CREATE TABLE `submission` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`round` integer DEFAULT 1 NOT NULL,
	`receipt` text NOT NULL,
	`created_at` integer NOT NULL,
	`reopened_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `submission_round` ON `submission` (`member_id`,`round`) WHERE reopened_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `submission_receipt` ON `submission` (`receipt`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`locale` text,
	`created_at` integer NOT NULL,
	`disabled_at` integer,
	CONSTRAINT "user_email_lower" CHECK("user"."email" = lower("user"."email"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `workspace` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;

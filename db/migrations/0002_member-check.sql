CREATE TABLE `member_check` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publication_id` text NOT NULL,
	`function_key` text NOT NULL,
	`user_id` text,
	`answer` text NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "member_check_answer" CHECK("member_check"."answer" in ('confirm', 'dispute'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `member_check_person` ON `member_check` (`publication_id`,`function_key`,`user_id`);--> statement-breakpoint
CREATE INDEX `member_check_user` ON `member_check` (`user_id`);
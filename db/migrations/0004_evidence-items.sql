CREATE TABLE `__evidence_text` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`function_key` text NOT NULL,
	`note` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO `__evidence_text` (`id`, `member_id`, `function_key`, `note`, `created_at`)
SELECT lower(hex(randomblob(16))), `member_id`, `function_key`, `evidence`, `created_at`
FROM (
	SELECT *, row_number() OVER (
		PARTITION BY `member_id`, `function_key`
		ORDER BY (`level` IS NULL AND `cannot_judge` IS NULL), `round` DESC
	) AS `place`
	FROM (
		SELECT *, row_number() OVER (
			PARTITION BY `member_id`, `function_key`, `round` ORDER BY `version` DESC
		) AS `age`
		FROM `judgment`
	)
	WHERE `age` = 1
)
WHERE `place` = 1 AND `evidence` <> '';--> statement-breakpoint
INSERT INTO `evidence` (`id`, `member_id`, `kind`, `note`, `created_at`)
SELECT `id`, `member_id`, 'observation', `note`, `created_at` FROM `__evidence_text`;--> statement-breakpoint
INSERT INTO `evidence_use` (`evidence_id`, `function_key`)
SELECT `id`, `function_key` FROM `__evidence_text`;--> statement-breakpoint
DROP TABLE `__evidence_text`;--> statement-breakpoint
ALTER TABLE `judgment` DROP COLUMN `evidence`;

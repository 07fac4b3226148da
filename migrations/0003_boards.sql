-- How each board is laid out, what boards show beside calls, and in which room a visitor waits. Generated from server/store/schema.ts, then by hand: STRICT, and the settings of halls that are set up.
CREATE TABLE `media` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`file` text NOT NULL,
	`bytes` integer NOT NULL,
	`seconds` integer NOT NULL,
	`position` integer NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`added_by`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "media_kind" CHECK("media"."kind" in ('video', 'picture')),
	CONSTRAINT "media_seconds" CHECK("media"."seconds" between 3 and 600)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `media_file` ON `media` (`file`) WHERE "media"."retired_at" is null;--> statement-breakpoint
ALTER TABLE `visits` ADD `waits_in` text;--> statement-breakpoint
ALTER TABLE `devices` ADD `layout` text;--> statement-breakpoint
UPDATE `settings` SET `hall` = json_set(`hall`, '$.voice.volumes', json('[]'), '$.board', json('{"pledge":"","facilities":[],"rooms":[],"notices":[],"saysBreaks":true,"night":"black","phone":true}'));

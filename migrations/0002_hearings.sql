-- What each board made of each call, and how the sound of a board stands. Generated from server/store/schema.ts, then by hand: STRICT.
CREATE TABLE `hearings` (
	`rev` integer NOT NULL,
	`device_id` integer NOT NULL,
	`shown_at` integer,
	`spoken_at` integer,
	`silence` text,
	PRIMARY KEY(`rev`, `device_id`),
	FOREIGN KEY (`rev`) REFERENCES `journal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`device_id`) REFERENCES `devices`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hearings_either" CHECK("hearings"."spoken_at" is null or "hearings"."silence" is null)
) STRICT;
--> statement-breakpoint
ALTER TABLE `devices` ADD `sound` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE `devices` ADD `sound_since` integer;--> statement-breakpoint
CREATE INDEX `devices_mute` ON `devices` (`id`) WHERE "devices"."sound" in ('locked', 'none', 'muted');--> statement-breakpoint
UPDATE `settings` SET `hall` = json_set(`hall`, '$.voice', json('{"school":"with_zeros","desk":"loket","english":false,"names":true,"repeatAfterMs":8000,"volume":1,"quiet":[]}'));

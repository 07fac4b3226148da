-- Numbers lent to kiosks, and what a service standard and a kiosk say besides. Generated from server/store/schema.ts, then by hand: STRICT, and the settings of halls that are set up.
CREATE TABLE `leases` (
	`id` integer PRIMARY KEY NOT NULL,
	`device_id` integer NOT NULL,
	`day` text NOT NULL,
	`queue_id` text NOT NULL,
	`prefix` text NOT NULL,
	`first` integer NOT NULL,
	`last` integer NOT NULL,
	`granted_at` integer NOT NULL,
	`ended_at` integer,
	`end` text,
	FOREIGN KEY (`device_id`) REFERENCES `devices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`queue_id`) REFERENCES `queues`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "leases_counts" CHECK("leases"."first" <= "leases"."last"),
	CONSTRAINT "leases_end" CHECK(("leases"."ended_at" is null) = ("leases"."end" is null) and ("leases"."end" is null or "leases"."end" in ('used', 'returned', 'lost')))
) STRICT;
--> statement-breakpoint
CREATE INDEX `leases_open` ON `leases` (`device_id`,`day`) WHERE "leases"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `leases_day` ON `leases` (`day`);--> statement-breakpoint
ALTER TABLE `devices` ADD `inches` real;--> statement-breakpoint
ALTER TABLE `services` ADD `procedure` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `services` ADD `complaint` text;--> statement-breakpoint
ALTER TABLE `services` ADD `online` text;--> statement-breakpoint
ALTER TABLE `services` ADD `keywords` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
UPDATE `settings` SET `hall` = json_set(`hall`, '$.guides', json('[]'), '$.languages', json('[]'));

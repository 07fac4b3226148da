-- Printers of the hall, which kiosk uses which, the print agent as a kind of device, and where slips are printed. Generated
-- from server/store/schema.ts, then by hand: STRICT, what the slips of before become, and the slip layout of the settings.
CREATE TABLE `printers` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`way` text NOT NULL,
	`profile` text NOT NULL,
	`device_id` integer,
	`origin` text NOT NULL,
	`position` integer NOT NULL,
	`roll_mm` integer NOT NULL,
	`used_mm` integer NOT NULL,
	`roll_since` integer NOT NULL,
	`state` text NOT NULL,
	`state_since` integer NOT NULL,
	`last_job` integer,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`device_id`) REFERENCES `devices`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "printers_roll" CHECK("roll_mm" > 0 and "used_mm" >= 0),
	CONSTRAINT "printers_origin" CHECK("origin" in ('hall', 'environment'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `printers_name` ON `printers` (`name`) WHERE "printers"."retired_at" is null;--> statement-breakpoint
CREATE TABLE `kiosk_printers` (
	`device_id` integer NOT NULL,
	`printer_id` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`device_id`, `printer_id`),
	FOREIGN KEY (`device_id`) REFERENCES `devices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`printer_id`) REFERENCES `printers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `__new_devices` (
	`id` integer PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`name` text NOT NULL,
	`zone` integer,
	`counter` integer,
	`token_hash` text,
	`code_hash` text,
	`code_until` integer,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`zone`) REFERENCES `zones`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`counter`) REFERENCES `counters`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "devices_role" CHECK("role" in ('kiosk', 'board', 'console', 'agent'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_devices` SELECT `id`, `role`, `name`, `zone`, `counter`, `token_hash`, `code_hash`, `code_until`, `created_at`, `revoked_at` FROM `devices`;--> statement-breakpoint
DROP TABLE `devices`;--> statement-breakpoint
ALTER TABLE `__new_devices` RENAME TO `devices`;--> statement-breakpoint
CREATE UNIQUE INDEX `devices_token` ON `devices` (`token_hash`);--> statement-breakpoint
CREATE TABLE `__new_print_jobs` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`visit_id` integer,
	`facts` text NOT NULL,
	`printer_id` integer,
	`state` text NOT NULL,
	`fault` text,
	`tries` integer NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`done_at` integer,
	`mm` integer,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`printer_id`) REFERENCES `printers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "print_jobs_state" CHECK("state" in ('queued', 'printing', 'printed', 'unconfirmed', 'failed')),
	CONSTRAINT "print_jobs_kind" CHECK("kind" in ('slip', 'reprint', 'test') and ("kind" = 'test') = ("visit_id" is null))
) STRICT;
--> statement-breakpoint
-- The printer of before had no name, so what it was doing when the server stopped is settled here: what was on its way may
-- have come out, and what waited is for the visitors of before this upgrade.
INSERT INTO `__new_print_jobs`
	SELECT `id`, iif(`reprint`, 'reprint', 'slip'), `visit_id`, `facts`, NULL,
		CASE WHEN `state` = 'printing' THEN 'unconfirmed' WHEN `state` = 'queued' THEN 'failed' ELSE `state` END,
		CASE WHEN `state` = 'queued' THEN 'offline' ELSE `fault` END,
		`tries`, `created_at`, `sent_at`, coalesce(`done_at`, `sent_at`, `created_at`), NULL
	FROM `print_jobs`;--> statement-breakpoint
DROP TABLE `print_jobs`;--> statement-breakpoint
ALTER TABLE `__new_print_jobs` RENAME TO `print_jobs`;--> statement-breakpoint
CREATE INDEX `print_jobs_open` ON `print_jobs` (`printer_id`,`id`) WHERE "print_jobs"."done_at" is null;--> statement-breakpoint
CREATE INDEX `print_jobs_visit` ON `print_jobs` (`visit_id`) WHERE "print_jobs"."visit_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `print_jobs_one_slip` ON `print_jobs` (`visit_id`) WHERE "print_jobs"."kind" = 'slip';--> statement-breakpoint
UPDATE `settings` SET `hall` = json_set(`hall`, '$.slip', json('{"blocks":["logo","hall","number","places","advice","qr","wifi","time","complaint"],"copies":1,"logo":null,"wifi":null,"note":""}'));

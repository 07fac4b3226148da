-- The first hall. Generated from server/store/schema.ts, then by hand: STRICT on every table, and the two triggers at the
-- end that make the journal append-only.
CREATE TABLE `journal` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`visit_id` integer,
	`ticket_id` integer,
	`queue_id` text,
	`counter` integer,
	`officer_id` integer,
	`device_id` integer,
	`detail` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `journal_ticket` ON `journal` (`ticket_id`) WHERE "journal"."ticket_id" is not null;--> statement-breakpoint
CREATE INDEX `journal_calls` ON `journal` (`day`,`id`) WHERE "journal"."kind" = 'called';--> statement-breakpoint
CREATE INDEX `journal_calls_of_counter` ON `journal` (`counter`,`day`,`id`) WHERE "journal"."kind" = 'called';--> statement-breakpoint
CREATE INDEX `journal_calls_of_queue` ON `journal` (`queue_id`,`day`,`id`) WHERE "journal"."kind" = 'called';--> statement-breakpoint
CREATE INDEX `journal_officer` ON `journal` (`officer_id`,`id`) WHERE "journal"."officer_id" is not null;--> statement-breakpoint
CREATE TABLE `print_jobs` (
	`id` integer PRIMARY KEY NOT NULL,
	`visit_id` integer NOT NULL,
	`facts` text NOT NULL,
	`reprint` integer NOT NULL,
	`state` text NOT NULL,
	`fault` text,
	`tries` integer NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`done_at` integer,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "print_jobs_state" CHECK("print_jobs"."state" in ('queued', 'printing', 'printed', 'unconfirmed', 'failed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `print_jobs_waiting` ON `print_jobs` (`id`) WHERE "print_jobs"."state" in ('queued', 'printing');--> statement-breakpoint
CREATE INDEX `print_jobs_visit` ON `print_jobs` (`visit_id`);--> statement-breakpoint
CREATE TABLE `sequences` (
	`day` text NOT NULL,
	`prefix` text NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`day`, `prefix`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` integer PRIMARY KEY NOT NULL,
	`visit_id` integer NOT NULL,
	`day` text NOT NULL,
	`number` text NOT NULL,
	`agency_id` text NOT NULL,
	`queue_id` text NOT NULL,
	`service_id` text NOT NULL,
	`head_start` text,
	`head_start_ms` integer NOT NULL,
	`state` text NOT NULL,
	`outcome` text,
	`issued_at` integer NOT NULL,
	`joined_at` integer NOT NULL,
	`told_wait_ms` integer,
	`first_called_at` integer,
	`called_at` integer,
	`walked_ms` integer,
	`calls` integer NOT NULL,
	`started_at` integer,
	`parked_at` integer,
	`parked_ms` integer NOT NULL,
	`park_reason` text,
	`missed_at` integer,
	`closed_at` integer,
	`desk_since` integer,
	`desk_ms` integer NOT NULL,
	`counter` integer,
	`officer_id` integer,
	`from_ticket` integer,
	`rev` integer NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`queue_id`) REFERENCES `queues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`counter`) REFERENCES `counters`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`officer_id`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tickets_state" CHECK("tickets"."state" in ('waiting', 'called', 'serving', 'parked', 'missed', 'closed')),
	CONSTRAINT "tickets_outcome" CHECK(("tickets"."state" = 'closed') = ("tickets"."outcome" is not null) and ("tickets"."outcome" is null or "tickets"."outcome" in ('served', 'no_show', 'transferred', 'cancelled', 'expired', 'withdrawn'))),
	CONSTRAINT "tickets_desk" CHECK("tickets"."state" not in ('called', 'serving') or ("tickets"."counter" is not null and "tickets"."officer_id" is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_one_at_a_counter` ON `tickets` (`counter`) WHERE "tickets"."state" in ('called', 'serving');--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_one_place_at_a_time` ON `tickets` (`visit_id`) WHERE "tickets"."state" in ('called', 'serving');--> statement-breakpoint
CREATE INDEX `tickets_open` ON `tickets` (`day`,`queue_id`,`state`,("joined_at" - "head_start_ms"),`id`) WHERE "tickets"."state" <> 'closed';--> statement-breakpoint
CREATE INDEX `tickets_visit` ON `tickets` (`visit_id`);--> statement-breakpoint
CREATE INDEX `tickets_day` ON `tickets` (`day`,`queue_id`);--> statement-breakpoint
CREATE INDEX `tickets_counter` ON `tickets` (`counter`,`day`) WHERE "tickets"."counter" is not null;--> statement-breakpoint
CREATE TABLE `visits` (
	`id` integer PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`number` text NOT NULL,
	`head_start` text,
	`token` text NOT NULL,
	`request_id` text NOT NULL,
	`device_id` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`device_id`) REFERENCES `devices`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `visits_number` ON `visits` (`day`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `visits_request` ON `visits` (`request_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `visits_token` ON `visits` (`token`);--> statement-breakpoint
CREATE TABLE `wait_models` (
	`queue_id` text NOT NULL,
	`priority` integer NOT NULL,
	`day` text NOT NULL,
	`minutes_per_call` real NOT NULL,
	`low` real NOT NULL,
	`high` real NOT NULL,
	`samples` integer NOT NULL,
	PRIMARY KEY(`queue_id`, `priority`),
	FOREIGN KEY (`queue_id`) REFERENCES `queues`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `devices` (
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
	CONSTRAINT "devices_role" CHECK("devices"."role" in ('kiosk', 'board', 'console'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `devices_token` ON `devices` (`token_hash`);--> statement-breakpoint
CREATE TABLE `officers` (
	`id` integer PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`agency_id` text,
	`counter` integer,
	`pin_hash` text NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`counter`) REFERENCES `counters`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "officers_role" CHECK(("officers"."role" = 'manager') = ("officers"."agency_id" is null) and "officers"."role" in ('officer', 'manager'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `officers_username` ON `officers` (`username`);--> statement-breakpoint
CREATE TABLE `pin_tries` (
	`username` text NOT NULL,
	`device` text NOT NULL,
	`tries` integer NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`username`, `device`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`officer_id` integer NOT NULL,
	`shift_id` integer,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`officer_id`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sessions_officer` ON `sessions` (`officer_id`);--> statement-breakpoint
CREATE TABLE `shifts` (
	`id` integer PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`officer_id` integer NOT NULL,
	`counter` integer NOT NULL,
	`started_at` integer NOT NULL,
	`pause_reason` text,
	`paused_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`officer_id`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`counter`) REFERENCES `counters`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shifts_pause" CHECK(("shifts"."pause_reason" is null) = ("shifts"."paused_at" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `shifts_counter` ON `shifts` (`counter`) WHERE "shifts"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `shifts_officer` ON `shifts` (`officer_id`) WHERE "shifts"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `shifts_day` ON `shifts` (`day`);--> statement-breakpoint
CREATE TABLE `agencies` (
	`id` text PRIMARY KEY NOT NULL,
	`short_name` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`zone` integer NOT NULL,
	`position` integer NOT NULL,
	`days` text,
	`daily_quota` integer,
	`last_intake` integer,
	`remarks` text NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`zone`) REFERENCES `zones`(`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `counter_queues` (
	`counter` integer NOT NULL,
	`queue_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`counter`, `queue_id`),
	FOREIGN KEY (`counter`) REFERENCES `counters`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`queue_id`) REFERENCES `queues`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `counters` (
	`number` integer PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`priority` integer NOT NULL,
	`note` text,
	`remarks` text NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `queues` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`prefix` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	`remarks` text NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "queues_prefix_letters" CHECK("queues"."prefix" glob '[A-Z]' or "queues"."prefix" glob '[A-Z][A-Z]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `queues_prefix` ON `queues` (`prefix`) WHERE "queues"."retired_at" is null;--> statement-breakpoint
CREATE TABLE `services` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`queue_id` text NOT NULL,
	`name` text NOT NULL,
	`category` text NOT NULL,
	`counter_minutes` integer NOT NULL,
	`completion` text,
	`requirements` text NOT NULL,
	`fee_amount` integer,
	`fee_text` text NOT NULL,
	`product` text NOT NULL,
	`position` integer NOT NULL,
	`remarks` text NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`queue_id`) REFERENCES `queues`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "services_category" CHECK("services"."category" in ('permit', 'non_permit')),
	CONSTRAINT "services_minutes" CHECK("services"."counter_minutes" between 1 and 480)
) STRICT;
--> statement-breakpoint
CREATE TABLE `settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`hall` text NOT NULL,
	`remarks` text NOT NULL,
	CONSTRAINT "settings_one_row" CHECK("settings"."id" = 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `zones` (
	`number` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`remarks` text NOT NULL,
	`retired_at` integer
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `journal_is_never_changed` BEFORE UPDATE ON `journal` BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_is_never_deleted` BEFORE DELETE ON `journal` BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

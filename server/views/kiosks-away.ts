// Which kiosks are missed: here today, silent for a minute, while the hall is open. One that was switched off in the evening,
// or taken out of the hall, is not.

import { openingHours } from '../../shared/availability.ts';
import { dayOf } from '../../shared/day.ts';
import { type Instant, MINUTE } from '../../shared/id.ts';
import type { KioskAway } from '../../shared/views.ts';
import type { Hall } from '../store/hall.ts';

/** A reload, or a server that starts again, takes less. */
const SILENT_FOR = MINUTE;

/** Kiosks that were here today, before this server was started: they have the same minute to come back. */
export function awaitKiosks(hall: Hall, at: Instant): void {
	for (const kiosk of hall.leases.kiosksOn(dayOf(at, hall.catalogue().settings.timeZone))) hall.roll.left(kiosk, at);
}

export function kiosksAway(hall: Hall, at: Instant): readonly KioskAway[] {
	const silent = hall.roll.gone().filter(({ since }) => at - since >= SILENT_FOR);
	// Mostly there is none: then nothing is read.
	if (silent.length === 0) return [];
	const { settings, calendar } = hall.catalogue();
	const { opens, closes } = openingHours(calendar(null), at);
	if (opens === null || closes === null || at < opens || at >= closes) return [];
	const today = dayOf(at, settings.timeZone);
	const all = hall.slips.kiosks();
	return silent.flatMap(({ id, since }) => {
		const kiosk = all.find((it) => it.id === id);
		if (!kiosk || dayOf(since, settings.timeZone) !== today) return [];
		const namesake = all.some((it) => it.id !== id && it.name === kiosk.name);
		return [{ kiosk: namesake ? `${kiosk.name} · ${id}` : kiosk.name, since }];
	});
}

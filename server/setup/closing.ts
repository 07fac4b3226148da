// What a person should know before an import closes something: who still waits there, sits there, or is bound to it. The
// import goes on all the same, because numbers that were given are still served.

import { isNull, ne } from 'drizzle-orm';
import type { Tables } from '../store/open.ts';
import { devices, officers, settings, shifts, tickets } from '../store/schema.ts';
import type { HallFile } from './format.ts';
import type { Changes } from './import.ts';
import { leavesDemo } from './leave-demo.ts';
import type { Remark } from './parts.ts';
import { named, warning } from './sentences.ts';

type Retired = 'zones' | 'agencies' | 'queues' | 'services' | 'counters';

export function closingWarnings(tables: Tables, file: HallFile, changes: Changes): Remark[] {
	const zone = tables.select().from(settings).get()?.hall.timeZone;
	const moved = zone !== undefined && zone !== file.aula.zonaWaktu;
	return [
		...(leavesDemo(tables, file) ? [{ path: 'aula.contoh', text: warning.leavesDemo }] : []),
		...(moved ? [{ path: 'aula.zonaWaktu', text: warning.zoneChanged }] : []),
		...ticketWarnings(tables, changes),
		...seatWarnings(tables, changes),
		...deviceWarnings(tables, changes),
	];
}

const isRetired = (changes: Changes, kind: Retired, id: string | number | null): boolean =>
	id !== null && changes[kind].retired.includes(id);
/** Nothing in the file stands for what is gone, so the place is the whole list. */
const about = (kind: Retired, id: string | number, text: (what: string) => string): Remark => ({
	path: kind === 'zones' ? 'aula.zona' : 'instansi',
	text: text(named[kind](id)),
});

function ticketWarnings(tables: Tables, changes: Changes): Remark[] {
	const open = tables
		.select({ queues: tickets.queueId, services: tickets.serviceId, counters: tickets.counter })
		.from(tickets)
		.where(ne(tickets.state, 'closed'))
		.all();
	return (['queues', 'services', 'counters'] as const).flatMap((kind) =>
		changes[kind].retired.flatMap((id) => {
			const count = open.filter((ticket) => ticket[kind] === id).length;
			return count === 0 ? [] : [about(kind, id, (what) => warning.openTickets(what, count))];
		}),
	);
}

function seatWarnings(tables: Tables, changes: Changes): Remark[] {
	const signedOn = tables.select().from(shifts).where(isNull(shifts.endedAt)).all();
	const placed = tables.select().from(officers).where(isNull(officers.retiredAt)).all();
	return [
		...signedOn
			.filter((it) => isRetired(changes, 'counters', it.counter))
			.map((it) => about('counters', it.counter, warning.openShift)),
		...placed.flatMap(({ username, counter, agencyId }) => {
			if (agencyId !== null && isRetired(changes, 'agencies', agencyId))
				return [about('agencies', agencyId, (what) => warning.seated(what, username))];
			if (counter !== null && isRetired(changes, 'counters', counter))
				return [about('counters', counter, (what) => warning.seated(what, username))];
			return [];
		}),
	];
}

function deviceWarnings(tables: Tables, changes: Changes): Remark[] {
	const bound = tables.select().from(devices).where(isNull(devices.revokedAt)).all();
	return bound.flatMap(({ name, zone, counter }) => [
		...(zone !== null && isRetired(changes, 'zones', zone)
			? [about('zones', zone, (what) => warning.boundDevice(what, name))]
			: []),
		...(counter !== null && isRetired(changes, 'counters', counter)
			? [about('counters', counter, (what) => warning.boundDevice(what, name))]
			: []),
	]);
}

// What must be true of a hall after every single press, read from its tables by plain SQL: nothing twice, nobody in two
// places, no number left out, and a journal that tells exactly the rows.

import { isDeepStrictEqual } from 'node:util';
import { gt, inArray, sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { type Rev, START, type TicketId } from '../../shared/id.ts';
import { lentCounts, ordinaryNumber, readTicketNumber, ticketNumber } from '../../shared/number.ts';
import { replay, type TicketEntry } from '../../shared/ticket.ts';
import { ticketEntry } from '../store/journal-rows.ts';
import type { Store } from '../store/open.ts';
import { journal, tickets } from '../store/schema.ts';

/** What is asked of the database, and must find nothing. Quick: after every single press, however many tickets there are. */
const NEVER_AT_DESKS: Readonly<Record<string, string>> = {
	'two visitors at one counter':
		"select counter from tickets where state in ('called', 'serving') group by counter having count(*) > 1",
	'one visitor at two counters':
		"select visit_id from tickets where state in ('called', 'serving') group by visit_id having count(*) > 1",
	'a visitor called to a counter without an officer': `select id from tickets where state in ('called', 'serving')
		and not exists (select 1 from shifts where shifts.counter = tickets.counter and ended_at is null)`,
};
const NEVER: Readonly<Record<string, string>> = {
	...NEVER_AT_DESKS,
	'a number given twice': 'select day, number from visits group by day, number having count(*) > 1',
	'a request answered with two numbers': 'select request_id from visits group by request_id having count(*) > 1',
	'a ticket whose number is not its visit’s':
		'select t.id from tickets t join visits v on v.id = t.visit_id where t.number <> v.number',
	'a visit without a place or a slip': `select id from visits where id not in (select visit_id from tickets)
		or id not in (select visit_id from print_jobs)`,
	'two changes under one rev': 'select rev from tickets group by rev having count(*) > 1',
};

/** Made once for each hall: this is asked after every press of long days. */
const prepared = new WeakMap<Store, ReturnType<typeof prepareFor>>();
function prepareFor({ sqlite, tables }: Store) {
	const ask = (never: Readonly<Record<string, string>>) =>
		Object.entries(never).map(([what, query]) => ({ what, statement: sqlite.prepare(query) }));
	const since = sql.placeholder('since');
	const changed = tables.select({ id: tickets.id }).from(tickets).where(gt(tickets.rev, since));
	return {
		always: ask(NEVER),
		atDesks: ask(NEVER_AT_DESKS),
		rows: tables.select().from(tickets).where(gt(tickets.rev, since)).prepare(),
		told: tables.select().from(journal).where(inArray(journal.ticketId, changed)).orderBy(journal.id).prepare(),
		strangers: sqlite
			.prepare('select id from journal where ticket_id is not null and ticket_id not in (select id from tickets)')
			.pluck(),
	};
}
function statements(store: Store): ReturnType<typeof prepareFor> {
	const made = prepared.get(store) ?? prepareFor(store);
	prepared.set(store, made);
	return made;
}
const found = (never: ReturnType<typeof prepareFor>['always']): readonly string[] =>
	never.flatMap(({ what, statement }) => statement.all().map((row) => `${what}: ${JSON.stringify(row)}`));

/** Every broken promise as a sentence; [] is a whole hall. `since`: only tickets changed after it are replayed. */
export const faultsOf = (store: Store, since: Rev = START): readonly string[] => [
	...found(statements(store).always),
	...gaps(store),
	...untold(store, since),
	...statements(store)
		.strangers.all()
		.map((id) => `journal row ${id} tells of a ticket that does not exist`),
];
/** What one press can have broken, looked at without reading the whole day again. */
export const faultsAtDesks = (store: Store, since: Rev): readonly string[] => [
	...found(statements(store).atDesks),
	...untold(store, since),
];

/**
 * The ordinary numbers of a day and prefix are the first so many of their series, each once and in order; every other was
 * lent, and stands in one lease.
 */
function gaps({ sqlite }: Store): readonly string[] {
	const digits =
		(sqlite.prepare("select json_extract(hall, '$.numberDigits') from settings").pluck().get() as number | null) ?? 3;
	const kept = lentCounts(digits);
	const given = new Map<string, string[]>();
	const lent: string[] = [];
	for (const { day, number } of sqlite.prepare('select day, number from visits order by id').all() as {
		day: string;
		number: string;
	}[]) {
		const { prefix, digits: count } = readTicketNumber(number) ?? { prefix: '', digits: '' };
		const key = `${day} ${prefix}`;
		if (kept && kept.first <= Number(count) && Number(count) <= kept.last) lent.push(`${day} ${number}`);
		else given.set(key, [...(given.get(key) ?? []), number]);
	}
	const sequences = sqlite
		.prepare("select day || ' ' || prefix as key, prefix, last from sequences where prefix not like '%*'")
		.all() as { key: string; prefix: string; last: number }[];
	const faults = sequences
		.filter(
			({ key, prefix, last }) =>
				!isDeepStrictEqual(
					given.get(key),
					Array.from({ length: last }, (_, it) => ordinaryNumber(prefix, it + 1, digits)),
				),
		)
		.map(({ key, last }) => `the numbers of ${key} are not the first ${last}: ${given.get(key)?.join(' ')}`);
	const leases = sqlite.prepare('select day, prefix, first, last from leases').all() as {
		day: string;
		prefix: string;
		first: number;
		last: number;
	}[];
	const inLeases = leases.flatMap(({ day, prefix, first, last }) =>
		Array.from({ length: last - first + 1 }, (_, it) => `${day} ${ticketNumber(prefix, first + it, digits)}`),
	);
	return [
		...faults,
		...(given.size === sequences.length ? [] : ['numbers were given beside the sequences']),
		...lent.filter((it) => !inLeases.includes(it)).map((it) => `${it} was never lent`),
		...(new Set(inLeases).size === inLeases.length ? [] : ['a number was lent twice']),
	];
}

/** Tickets, of those changed after `since`, whose row is not what replaying their journal gives, to the last column. */
export function untold(store: Store, since: Rev): readonly string[] {
	const { rows, told } = statements(store);
	const entries = new Map<TicketId | null, TicketEntry[]>();
	for (const row of told.all({ since })) {
		const before = entries.get(row.ticketId);
		if (before) before.push(ticketEntry(row));
		else entries.set(row.ticketId, [ticketEntry(row)]);
	}
	return rows.all({ since }).flatMap((row) => {
		const replayed = replay(entries.get(row.id) ?? []);
		return isDeepStrictEqual({ ...replayed }, { ...row })
			? []
			: [`ticket ${row.id} is ${JSON.stringify(row)} but its journal says ${JSON.stringify(replayed)}`];
	});
}

export const expectWhole = (store: Store): void => expect(faultsOf(store)).toEqual([]);

/** How much people have written; what the tray notes by itself, a moment later, is left out. */
export const written = ({ sqlite }: Store): readonly unknown[] =>
	['visits', 'tickets', "journal where kind <> 'printed'", 'print_jobs', 'sequences', 'shifts', 'sessions'].map(
		(rows) => sqlite.prepare(`select count(*) from ${rows}`).pluck().get(),
	);

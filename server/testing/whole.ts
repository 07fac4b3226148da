// What must be true of a hall after every single press, read from its tables by plain SQL: nothing twice, nobody in two
// places, no number left out, and a journal that tells exactly the rows.

import { isDeepStrictEqual } from 'node:util';
import { gt, inArray, isNotNull } from 'drizzle-orm';
import { expect } from 'vitest';
import { type Rev, START, type TicketId } from '../../shared/id.ts';
import { readTicketNumber } from '../../shared/number.ts';
import { replay, type TicketEntry } from '../../shared/ticket.ts';
import type { Store } from '../store/open.ts';
import { ticketEntry } from '../store/rows.ts';
import { journal, tickets } from '../store/schema.ts';

/** What is asked of the database, and must find nothing. */
const NEVER: Readonly<Record<string, string>> = {
	'a number given twice': 'select day, number from visits group by day, number having count(*) > 1',
	'a request answered with two numbers': 'select request_id from visits group by request_id having count(*) > 1',
	'two visitors at one counter':
		"select counter from tickets where state in ('called', 'serving') group by counter having count(*) > 1",
	'one visitor at two counters':
		"select visit_id from tickets where state in ('called', 'serving') group by visit_id having count(*) > 1",
	'a visitor called to a counter without an officer': `select id from tickets where state in ('called', 'serving')
		and not exists (select 1 from shifts where shifts.counter = tickets.counter and ended_at is null)`,
	'a ticket whose number is not its visit’s':
		'select t.id from tickets t join visits v on v.id = t.visit_id where t.number <> v.number',
	'a visit without a place or a slip': `select id from visits where id not in (select visit_id from tickets)
		or id not in (select visit_id from print_jobs)`,
	'two changes under one rev': 'select rev from tickets group by rev having count(*) > 1',
};

/** Every broken promise as a sentence; [] is a whole hall. `since`: only tickets changed after it are replayed. */
export function faultsOf(store: Store, since: Rev = START): readonly string[] {
	const broken = Object.entries(NEVER).flatMap(([what, query]) =>
		store.sqlite
			.prepare(query)
			.all()
			.map((row) => `${what}: ${JSON.stringify(row)}`),
	);
	return [...broken, ...gaps(store), ...untold(store, since)];
}

/** Numbers of a day and prefix run from 1 to what the sequence says, each once. */
function gaps({ sqlite }: Store): readonly string[] {
	const given = new Map<string, number[]>();
	for (const { day, number } of sqlite.prepare('select day, number from visits order by id').all() as {
		day: string;
		number: string;
	}[]) {
		const parts = readTicketNumber(number);
		const key = `${day} ${parts?.prefix}`;
		given.set(key, [...(given.get(key) ?? []), Number(parts?.digits)]);
	}
	const sequences = sqlite.prepare("select day || ' ' || prefix as key, last from sequences").all() as {
		key: string;
		last: number;
	}[];
	const faults = sequences
		.filter(
			({ key, last }) =>
				!isDeepStrictEqual(
					given.get(key),
					Array.from({ length: last }, (_, it) => it + 1),
				),
		)
		.map(({ key, last }) => `the numbers of ${key} are not 1 to ${last}: ${given.get(key)?.join(' ')}`);
	return given.size === sequences.length ? faults : [...faults, 'numbers were given beside the sequences'];
}

/** Tickets, of those changed after `since`, whose row is not what replaying their journal gives, to the last column. */
export function untold({ tables }: Store, since: Rev): readonly string[] {
	const rows = tables.select().from(tickets).where(gt(tickets.rev, since)).all();
	const entries = new Map<TicketId, TicketEntry[]>(rows.map((it) => [it.id, []]));
	const told = tables
		.select()
		.from(journal)
		.where(since === START ? isNotNull(journal.ticketId) : inArray(journal.ticketId, [...entries.keys()]))
		.orderBy(journal.id)
		.all();
	const strangers = told.filter((it) => it.ticketId !== null && !entries.has(it.ticketId));
	for (const row of told) if (row.ticketId !== null) entries.get(row.ticketId)?.push(ticketEntry(row));
	const differing = rows.flatMap((row) => {
		const replayed = replay(entries.get(row.id) ?? []);
		return isDeepStrictEqual({ ...replayed }, { ...row })
			? []
			: [`ticket ${row.id} is ${JSON.stringify(row)} but its journal says ${JSON.stringify(replayed)}`];
	});
	return [...differing, ...strangers.map((it) => `journal row ${it.id} tells of a ticket that does not exist`)];
}

export const expectWhole = (store: Store): void => expect(faultsOf(store)).toEqual([]);

/** How much people have written; what the tray notes by itself, a moment later, is left out. */
export const written = ({ sqlite }: Store): readonly unknown[] =>
	['visits', 'tickets', "journal where kind <> 'printed'", 'print_jobs', 'sequences', 'shifts', 'sessions'].map(
		(rows) => sqlite.prepare(`select count(*) from ${rows}`).pluck().get(),
	);

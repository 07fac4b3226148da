// How many stand in a line, and how many of them came before a moment: asked with every number that is taken, so it is kept
// in memory, in order, and not counted each time. The rows stay the truth: any write of a ticket, and any write that is
// rolled back, changes a mark in this connection, and where the mark is not the expected one the line is read again.

import type { Database } from 'better-sqlite3';
import type { Day } from '../../shared/day.ts';
import type { Instant, QueueId, TicketId } from '../../shared/id.ts';
import type { Ticket } from '../../shared/ticket.ts';

/** A ticket as far as a line is concerned. */
export type InLine = Pick<Ticket, 'id' | 'day' | 'queueId' | 'state' | 'joinedAt' | 'headStartMs'>;

export interface LineBook {
	readonly people: (queueId: QueueId, day: Day) => number;
	/** How many of the line count as having come at `moment` or earlier. */
	readonly before: (queueId: QueueId, day: Day, moment: Instant) => number;
	/** To be called right before and right after a ticket is written; a write that is not told only makes the book slower. */
	readonly writing: () => void;
	readonly written: (ticket: InLine) => void;
}

/** From when each of a line counts as having come, in order. */
type Line = Instant[];

/** In a temporary table, so it is rolled back together with the tickets, and never on any disk. */
const MARK = `
	create temp table if not exists line_book (id integer primary key, mark integer not null);
	insert or ignore into line_book values (1, 0);
	${['insert', 'update', 'delete']
		.map(
			(change) => `create temp trigger if not exists line_book_${change} after ${change} on main.tickets
				begin update line_book set mark = random() where id = 1; end;`,
		)
		.join('\n')}`;

/** `read`: everyone who waits in a line. Only the server that has the folder's lock writes tickets: no other is looked for. */
export function openLineBook(sqlite: Database, read: (queueId: QueueId, day: Day) => readonly InLine[]): LineBook {
	sqlite.exec(MARK);
	const stands = sqlite.prepare<[], number>('select mark from temp.line_book where id = 1').pluck();
	const lines = new Map<string, Line>();
	const waiting = new Map<TicketId, { readonly line: Line; readonly moment: Instant }>();
	let mark = stands.get();

	/** Forgets everything if somebody else wrote, or something was rolled back, since the last look. */
	function look(): void {
		const now = stands.get();
		if (now === mark) return;
		lines.clear();
		waiting.clear();
		mark = now;
	}
	function lineOf(queueId: QueueId, day: Day): Line {
		look();
		const name = nameOf(queueId, day);
		const known = lines.get(name);
		if (known) return known;
		const line: Line = [];
		lines.set(name, line);
		for (const ticket of read(queueId, day)) join(line, ticket);
		return line;
	}
	function join(line: Line, ticket: InLine): void {
		const moment = ticket.joinedAt - ticket.headStartMs;
		line.splice(upTo(line, moment), 0, moment);
		waiting.set(ticket.id, { line, moment });
	}
	function leave(id: TicketId): void {
		const place = waiting.get(id);
		if (!place) return;
		place.line.splice(upTo(place.line, place.moment) - 1, 1);
		waiting.delete(id);
	}
	return {
		people: (queueId, day) => lineOf(queueId, day).length,
		before: (queueId, day, moment) => upTo(lineOf(queueId, day), moment),
		writing: look,
		written: (ticket) => {
			mark = stands.get();
			leave(ticket.id);
			const line = lines.get(nameOf(ticket.queueId, ticket.day));
			if (line && ticket.state === 'waiting') join(line, ticket);
		},
	};
}

const nameOf = (queueId: QueueId, day: Day): string => `${day} ${queueId}`;

/** How many of these are at most `most`. */
function upTo(line: Line, most: Instant): number {
	let [low, high] = [0, line.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((line[middle] as Instant) <= most) low = middle + 1;
		else high = middle;
	}
	return low;
}

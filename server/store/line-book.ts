// How many stand in a line, and how many of them before a moment: asked with every number that is taken, so it is kept in
// memory, sorted, instead of being counted each time. The rows stay the truth: a version that rolls back with them, in a
// temporary table of this connection, tells when what is kept is no longer what they say, and then they are read again.

import type { Database } from 'better-sqlite3';
import type { Day } from '../../shared/day.ts';
import type { Instant, QueueId, TicketId } from '../../shared/id.ts';
import { countsFrom, type Place } from '../../shared/queue.ts';

/** A ticket as far as a line is concerned. */
export type InLine = Pick<Place, 'id' | 'queueId' | 'state' | 'joinedAt' | 'headStartMs'> & { readonly day: Day };

export interface LineBook {
	readonly people: (queueId: QueueId, day: Day) => number;
	/** How many of the line count as having come at `moment` or earlier. */
	readonly before: (queueId: QueueId, day: Day, moment: Instant) => number;
	/** A ticket was written, in the same transaction. Every write must be told. */
	readonly written: (ticket: InLine) => void;
}

interface Line {
	/** From when each counts as having come, in order. */
	readonly moments: Instant[];
}

/** `read`: everyone who waits in a line. Only the server that has the folder's lock writes tickets, so no other is looked for. */
export function openLineBook(sqlite: Database, read: (queueId: QueueId, day: Day) => readonly InLine[]): LineBook {
	sqlite.exec(
		'create temp table if not exists line_book (id integer primary key, version integer not null); insert or ignore into line_book values (1, 0)',
	);
	const stands = sqlite.prepare<[], number>('select version from temp.line_book where id = 1').pluck();
	const advance = sqlite.prepare('update temp.line_book set version = ? where id = 1 and version = ?');
	const lines = new Map<string, Line>();
	const waiting = new Map<TicketId, { readonly line: Line; readonly moment: Instant }>();
	let version = stands.get();
	/** Never the same twice, whatever was rolled back. */
	let newest = version ?? 0;

	function forget(): void {
		lines.clear();
		waiting.clear();
	}
	function lineOf(queueId: QueueId, day: Day): Line {
		const now = stands.get();
		if (now !== version) {
			forget();
			version = now;
		}
		const key = `${day} ${queueId}`;
		const known = lines.get(key);
		if (known) return known;
		const line: Line = { moments: [] };
		for (const ticket of read(queueId, day)) join(line, ticket);
		lines.set(key, line);
		return line;
	}
	function join(line: Line, ticket: InLine): void {
		const moment = countsFrom(ticket as Place);
		line.moments.splice(upTo(line.moments, moment), 0, moment);
		waiting.set(ticket.id, { line, moment });
	}
	return {
		people: (queueId, day) => lineOf(queueId, day).moments.length,
		before: (queueId, day, moment) => upTo(lineOf(queueId, day).moments, moment),
		written: (ticket) => {
			newest += 1;
			const { changes } = advance.run(newest, version);
			if (changes === 0) {
				forget();
				sqlite.prepare('update temp.line_book set version = ? where id = 1').run(newest);
			}
			version = newest;
			const before = waiting.get(ticket.id);
			if (before) {
				before.line.moments.splice(upTo(before.line.moments, before.moment) - 1, 1);
				waiting.delete(ticket.id);
			}
			const line = lines.get(`${ticket.day} ${ticket.queueId}`);
			if (line && ticket.state === 'waiting') join(line, ticket);
		},
	};
}

/** How many of these, which are in order, are at most `most`. */
function upTo(moments: readonly Instant[], most: Instant): number {
	let [low, high] = [0, moments.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((moments[middle] as Instant) <= most) low = middle + 1;
		else high = middle;
	}
	return low;
}

// The line that is kept in memory says what the rows say, whoever wrote them and whatever was taken back.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../../shared/day.ts';
import { MINUTE, type QueueId } from '../../shared/id.ts';
import { openTestHall, type Seat, type TestHall, yes } from '../testing/test-hall.ts';
import { openHall } from './hall.ts';

const QUEUE = 'dpmptsp/A' as QueueId;

/** What SQLite counts, asked past the book. */
function counted({ store, clock }: TestHall, moment: number): readonly number[] {
	const count = store.sqlite
		.prepare<[string, string, number], number>(
			"select count(*) from tickets where day = ? and queue_id = ? and state = 'waiting' and joined_at - head_start_ms <= ?",
		)
		.pluck();
	const day = dayOf(clock.now(), 'Asia/Makassar');
	return [Number.MAX_SAFE_INTEGER, moment].map((it) => count.get(day, QUEUE, it) ?? 0);
}

function kept({ hall, clock }: TestHall, moment: number): readonly number[] {
	const day = dayOf(clock.now(), 'Asia/Makassar');
	return [hall.rows.inLine(QUEUE, day), hall.rows.inLineBefore(QUEUE, day, moment)];
}

type Step = (hall: TestHall, seat: Seat) => unknown;

const close = (hall: TestHall): void => {
	hall.store.sqlite.exec(
		"update tickets set state = 'closed', outcome = 'expired' where id = (select min(id) from tickets where state = 'waiting')",
	);
};
/** Everything that is written in here is taken back, and nothing looks at the book in between. */
const takenBack = (hall: TestHall, write: () => void): void => {
	hall.store.sqlite.exec('savepoint test');
	write();
	hall.store.sqlite.exec('rollback to test; release test');
};
const moveFirst = (hall: TestHall): void => {
	const [first] = hall.hall.rows.line(QUEUE, dayOf(hall.clock.now(), 'Asia/Makassar'), 1);
	if (first) hall.hall.rows.updateTicket({ ...first, joinedAt: hall.clock.now() });
};

const STEPS: Readonly<Record<string, Step>> = {
	'somebody takes a number': (hall) => hall.take('nib'),
	'an elderly visitor takes one': (hall) => hall.take('nib', { priority: 'elderly' }),
	'the officer calls': (_, seat) => seat.next(),
	'the visitor is put back': async (hall, seat) => {
		const { now } = seat.view();
		if (now) yes(await seat.record(now.ticketId, { kind: 'released' }));
		hall.clock.pass(1);
	},
	'the visitor gives up': async (_, seat) => {
		const { now } = seat.view();
		if (now) yes(await seat.record(now.ticketId, { kind: 'closed', as: 'cancelled' }));
	},
	'time passes': (hall) => hall.clock.pass(7 * MINUTE),
	'a write past the book': close,
	'a write past the book is taken back': (hall) => takenBack(hall, () => close(hall)),
	'a write through the book is taken back': (hall) => takenBack(hall, () => moveFirst(hall)),
	'one write is taken back and another follows': (hall) => {
		takenBack(hall, () => moveFirst(hall));
		moveFirst(hall);
	},
	'another hall writes on the same file': (hall) => {
		const other = openHall(hall.store);
		const [first] = other.rows.line(QUEUE, dayOf(hall.clock.now(), 'Asia/Makassar'), 1);
		if (first) other.rows.updateTicket({ ...first, joinedAt: hall.clock.now() });
	},
};

test('whatever happens, a line is as long as its rows say', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.constantFrom(...Object.keys(STEPS)), { maxLength: 30 }),
			fc.integer({ min: -60, max: 60 }),
			async (steps, minutes) => {
				const hall = openTestHall();
				const seat = await hall.sit(1);
				for (const step of steps) {
					await STEPS[step]?.(hall, seat);
					const moment = hall.clock.now() + minutes * MINUTE;
					expect(kept(hall, moment)).toEqual(counted(hall, moment));
				}
			},
		),
		{ numRuns: 60 },
	);
});

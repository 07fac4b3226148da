// What the screens are shown, for named situations: the line in the order in which it will be called, the calls that
// stand, and nothing that is somebody else's.

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainLayout } from '../../shared/board.ts';
import type { Priority } from '../../shared/hall.ts';
import { MINUTE, SECOND, type TicketId, type ZoneNumber } from '../../shared/id.ts';
import type { BoardView, BoardVoice, KioskView, VisitView } from '../../shared/views.ts';
import { DEFAULT_VOICE, type VoiceSettings } from '../../shared/voice.ts';
import { open } from '../testing/small-hall.ts';
import { openTestHall, type Seat, type TestHall, yes } from '../testing/test-hall.ts';
import { expectWhole } from '../testing/whole.ts';
import { boardView } from './board.ts';
import { kioskView } from './kiosk.ts';
import { visitView } from './visit.ts';

let hall: TestHall;
beforeEach(() => {
	hall = openTestHall();
});
afterEach(() => expectWhole(hall.store));

const board = (zone: number | null = null): BoardView =>
	boardView(hall.hall, plainLayout(zone as ZoneNumber | null), 'http://hall.test', () => false, hall.clock.now());
const kiosk = (): KioskView => kioskView(hall.hall, hall.clock.now());
const visit = (token: string): VisitView => {
	const found = hall.hall.rows.visitByToken(token);
	if (!found) throw new Error('no such visit');
	return visitView(hall.hall, found);
};
const numbers = ({ calls }: BoardView): readonly string[] => calls.map((it) => it.number);
async function call(seat: Seat): Promise<TicketId> {
	const { ticketId } = yes(await seat.next());
	hall.clock.pass(SECOND);
	return ticketId;
}
async function serve(seat: Seat): Promise<string> {
	const ticketId = await call(seat);
	yes(await seat.record(ticketId, { kind: 'started' }));
	yes(await seat.record(ticketId, { kind: 'closed', as: 'served' }));
	return hall.row(ticketId).number;
}

describe('a counter’s line', () => {
	test('stands in the order in which it will be called, whoever came when and with what priority', async () => {
		const arrivals = fc.array(
			fc.record({
				minutes: fc.nat(20),
				service: fc.constantFrom('nib', 'pbg', 'konsultasi'),
				priority: fc.option(fc.constantFrom<Priority>('elderly', 'pregnant'), { freq: 3, nil: undefined }),
			}),
			{ minLength: 1, maxLength: 12 },
		);
		await fc.assert(
			fc.asyncProperty(arrivals, async (all) => {
				hall = openTestHall();
				for (const { minutes, service, priority } of all) {
					hall.clock.pass(minutes * MINUTE);
					await hall.ticket(service, priority);
				}
				const sari = await hall.sit(1);
				const shown = sari.view().line.map((it) => it.number);
				const called: string[] = [];
				for (let it = 0; it < all.length; it++) called.push(await serve(sari));
				expect(called).toEqual(shown);
				expect(sari.view()).toMatchObject({ line: [], waiting: 0, today: { called: all.length, served: all.length } });
			}),
			{ numRuns: 25 },
		);
	});

	test('says who else the visitor waits for, and that they are elsewhere just now', async () => {
		yes(await hall.take(['ktp', 'skck']));
		const [yusuf, ilham] = [await hall.sit(11), await hall.sit(21)];
		await call(ilham);
		expect(yusuf.view().line).toMatchObject([{ number: 'D-001', elsewhere: true }]);
		expect(ilham.view().now?.also).toMatchObject([{ agency: 'DISDUKCAPIL', service: 'Layanan ktp' }]);
	});

	test('shows a hundred and counts the rest', async () => {
		for (let it = 0; it < 120; it++) await hall.take('skck');
		const { line, waiting } = (await hall.sit(21)).view();
		expect([line.length, line.at(-1)?.number, waiting]).toEqual([100, 'S-100', 120]);
	});
});

describe('an officer’s own figures', () => {
	test('are of this officer, this counter and today, as medians', async () => {
		const sari = await hall.sit(1);
		for (const minutes of [2, 4, 30]) {
			const { id } = await hall.ticket('nib');
			hall.clock.pass(minutes * MINUTE);
			yes(await sari.next());
			yes(await sari.record(id, { kind: 'started' }));
			hall.clock.pass(2 * minutes * MINUTE);
			yes(await sari.record(id, { kind: 'closed', as: 'served' }));
		}
		expect(sari.view().today).toEqual({
			...{ called: 3, served: 3, noShow: 0, medianWaitMs: 4 * MINUTE, medianServiceMs: 8 * MINUTE },
		});
		const tini = await hall.sit(3);
		expect(tini.view().today).toMatchObject({ called: 0, medianWaitMs: null });
	});
});

describe('the board', () => {
	test('shows the newest call first, each number once, and a recall on top', async () => {
		const [sari, budi] = [await hall.sit(1), await hall.sit(2)];
		await hall.take('nib');
		await hall.take('nib');
		const first = await call(sari);
		await call(budi);
		expect(numbers(board())).toEqual(['A-002', 'A-001']);
		yes(await sari.record(first, { kind: 'called' }));
		expect(board().calls).toMatchObject([
			{ number: 'A-001', counter: 1, recall: true },
			{ number: 'A-002', counter: 2, recall: false },
		]);
	});

	test('takes away a call that was taken back, put back or sent on', async () => {
		const sari = await hall.sit(1);
		await hall.take('nib');
		await call(sari);
		yes(await sari.undo());
		expect(board()).toMatchObject({ calls: [], agencies: [{ current: null, waiting: 1 }, {}, {}] });
		const id = await call(sari);
		yes(await sari.record(id, { kind: 'released' }));
		expect(numbers(board())).toEqual([]);
	});

	test('keeps every one who is being called, however many were served since', async () => {
		const [sari, budi] = [await hall.sit(1), await hall.sit(2)];
		for (let it = 0; it < 80; it++) await hall.take('nib');
		const slow = hall.row(await call(budi)).number;
		for (let it = 0; it < 75; it++) await serve(sari);
		expect(numbers(board())).toContain(slow);
		expect(board().calls.length).toBeLessThanOrEqual(13);
		expect(board().counters.find((it) => it.number === 2)).toMatchObject({ serving: slow, state: 'open' });
	});

	test('of one zone shows its own agencies, counters and calls only', async () => {
		const [sari, ilham] = [await hall.sit(1), await hall.sit(21)];
		await hall.take(['nib', 'skck']);
		await hall.take('skck');
		await call(sari);
		await call(ilham);
		expect(numbers(board(2))).toEqual(['S-001']);
		expect(numbers(board(1))).toEqual(['A-001']);
		expect(board(2).agencies.map((it) => it.id)).toEqual(['polres']);
	});

	test('of a quiet zone keeps its calls, however many are called in the other', async () => {
		const [sari, ilham] = [await hall.sit(1), await hall.sit(21)];
		await hall.take('skck');
		await serve(ilham);
		for (let it = 0; it < 70; it++) await hall.take('nib');
		for (let it = 0; it < 70; it++) await serve(sari);
		expect(numbers(board(2))).toEqual(['S-001']);
		// Long gone from the newest calls of the hall, and still with what became of it.
		expect(board(2).agencies).toMatchObject([{ current: 'S-001', currentState: 'closed' }]);
		expect(board().agencies.find((it) => it.id === 'polres')).toMatchObject({
			current: 'S-001',
			currentState: 'closed',
		});
	});

	test('says of each agency’s last number what became of it', async () => {
		const sari = await hall.sit(1);
		await hall.take('nib');
		expect(board().agencies[0]).toMatchObject({ current: null, currentState: null });
		const id = await call(sari);
		expect(board().agencies[0]).toMatchObject({ current: 'A-001', currentState: 'called' });
		yes(await sari.record(id, { kind: 'started' }));
		expect(board().agencies[0]).toMatchObject({ current: 'A-001', currentState: 'serving' });
		yes(await sari.undo());
		yes(await sari.record(id, { kind: 'missed' }));
		expect(board().agencies[0]).toMatchObject({ current: 'A-001', currentState: 'missed' });
	});

	test('says why a counter is closed', async () => {
		const sari = await hall.sit(1);
		yes(await sari.pause('Salat'));
		expect(board().counters.slice(0, 2)).toMatchObject([
			{ number: 1, state: 'break', reason: 'Salat' },
			{ number: 2, state: 'closed', reason: null },
		]);
	});

	test('begins empty in the morning', async () => {
		await hall.take('nib');
		await call(await hall.sit(1));
		hall.clock.pass(16 * 60 * MINUTE);
		expect(board()).toMatchObject({ calls: [], day: '2026-11-24', agencies: [{ current: null, waiting: 0 }, {}, {}] });
	});
});

describe('the kiosk', () => {
	test('never offers what the hall would refuse, and says when it opens again', async () => {
		const times = fc.integer({ min: 0, max: 7 * 24 * 60 });
		hall = openTestHall({
			settings: { weekly: [open(1, 8, 15), { ...open(5, 8, 15), breaks: [{ from: 690, to: 780, reason: 'Salat' }] }] },
			agencies: { polres: { days: [5] }, disdukcapil: { dailyQuota: 2 } },
		});
		const start = hall.clock.now();
		await fc.assert(
			fc.asyncProperty(times, fc.constantFrom('nib', 'ktp', 'skck'), async (minutes, service) => {
				hall.clock.set(start + minutes * MINUTE);
				const { queues, services } = kiosk();
				const queueId = services.find((it) => it.id === service)?.queueId;
				const shown = queues.find((it) => it.id === queueId)?.availability;
				const reply = await hall.take(service);
				expect(reply.ok).toBe(shown?.open);
				if (!reply.ok && shown && !shown.open) {
					const { reason, note, opens } = shown;
					expect(reply.refusal).toEqual({ code: 'closed', reason, note, opens });
				}
			}),
			{ numRuns: 60 },
		);
	});

	test('says how many wait and how long, only while somebody serves', async () => {
		await hall.take('nib');
		await hall.take('nib');
		expect(kiosk().queues[0]).toMatchObject({ waiting: 2, openCounters: 0, wait: null });
		await hall.sit(1);
		expect(kiosk().queues[0]).toMatchObject({ openCounters: 1, wait: { fromMinutes: 10, toMinutes: 30 } });
		await hall.sit(2);
		expect(kiosk().queues[0]).toMatchObject({ openCounters: 2, wait: { fromMinutes: 5, toMinutes: 15 } });
	});
});

describe('a ticket’s page', () => {
	test('counts down as the line moves, and sends to the counter', async () => {
		await hall.take('nib');
		hall.clock.pass(1);
		const { token } = yes(await hall.take('nib'));
		const sari = await hall.sit(1);
		expect(visit(token).places).toMatchObject([{ state: 'waiting', ahead: 1, counter: null, counters: [1, 2, 3] }]);
		await serve(sari);
		expect(visit(token).places).toMatchObject([{ ahead: 0 }]);
		await call(sari);
		expect(visit(token).places).toMatchObject([{ state: 'called', counter: 1, ahead: null, wait: null }]);
	});

	test('shows where a visitor was sent on to, not where they came from', async () => {
		const { token } = yes(await hall.take('nib'));
		const sari = await hall.sit(1);
		const id = await call(sari);
		yes(await sari.record(id, { kind: 'started' }));
		yes(await sari.transfer(id, 'skck', 'wrong_desk'));
		expect(visit(token).places.map((it) => it.agency.id)).toEqual(['polres']);
	});
});

describe('how a board is to speak', () => {
	const quiet = [{ from: 9 * 60 + 30, to: 9 * 60 + 45 }];
	const voiceAt = (minutes: number, voice: VoiceSettings = { ...DEFAULT_VOICE, quiet }): BoardVoice => {
		const quietHall = openTestHall({ settings: { voice } });
		const at = quietHall.clock.now() + minutes * MINUTE;
		return boardView(quietHall.hall, plainLayout(null), 'http://hall.test', () => false, at).voice;
	};
	test('calls are shown and not spoken in quiet hours, up to their end', () => {
		expect([29, 30, 44, 45].map((it) => voiceAt(it).quiet)).toEqual([false, true, true, false]);
	});
	test('a hall that is turned down to nothing is quiet, not mute', () => {
		expect(voiceAt(0, { ...DEFAULT_VOICE, volume: 0 })).toMatchObject({ volume: 0, quiet: true });
	});
});

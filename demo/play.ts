// The day as it is played: opens the screens, signs the officers in, lets the visitors come, sees when the hall is empty,
// and sends everyone home.

import type { Day } from '../shared/day.ts';
import { type CounterNumber, HOUR, type Instant, MINUTE, SECOND, START } from '../shared/id.ts';
import type { Report } from '../shared/report.ts';
import type { BoardView } from '../shared/views.ts';
import { type Client, openClient } from './client.ts';
import { type CastAsk, plan, staffed } from './cast.ts';
import type { Moment, Visitor } from './day.ts';
import { DEMO_MANAGER, DEMO_PIN, type Door, demoUsername, NoServer, openDoor } from './door.ts';
import { type Floor, openFloor } from './floor.ts';
import { aborted, crew, pause } from './in-time.ts';
import { takeNumber } from './kiosk.ts';
import { lunches } from './lunch.ts';
import { newOfficer, type Officer, work } from './officer.ts';
import { say, wrong } from './sentences.ts';

export interface PlayAsk extends CastAsk {
	readonly url: string;
	readonly speed: number;
}
export interface Around {
	readonly clock: () => Instant;
	readonly stop: AbortSignal;
	readonly line: (text: string) => void;
	readonly progress: (text: string) => void;
}
export interface Played {
	readonly floor: Floor;
	readonly before: Report;
	/** What the server says afterwards; null when it does not answer any more. */
	readonly after: Report | null;
	readonly endedAt: Moment;
}

/** The day cannot be played: one sentence for the person who started it. */
export class CannotPlay extends Error {}

const KIOSKS = 3;
/** Each sign-in keeps a core of the server busy for a third of a second. */
const SIGN_INS_AT_ONCE = 2;
/** Everyone has had nothing to do for this long: whoever still waits, waits for a desk without an officer. */
const QUIET: Moment = 20 * MINUTE;
const LEAVE_WITHIN = 8 * SECOND;

export async function play(ask: PlayAsk, around: Around): Promise<Played> {
	const { clock, stop } = around;
	const door = openDoor(ask.url);
	const kiosks = await Promise.all(Array.from({ length: KIOSKS }, () => screen(door, ask.url, 'kiosk')));
	const board = await screen(door, ask.url, 'board');
	const [first] = kiosks;
	if (!first) throw new Error('a hall has kiosks');
	const [seen, hung] = [await firstView(first), await firstView(board)];
	const manager = await door.signIn(DEMO_MANAGER, null);
	if (!manager.ok) throw new CannotPlay(wrong.manager(manager.refusal.code));
	const read = (to: Day): Promise<Report | null> =>
		door.report(manager.value.token, seen.day, to).then((reply) => (reply.ok ? reply.value : null));
	const before = await read(seen.day);
	if (!before) throw new CannotPlay(wrong.manager('report'));

	const desks = staffed(seen, hung, ask);
	const visitors = plan(ask, seen, new Set(desks.map((it) => it.number)));
	if (visitors.length === 0) throw new CannotPlay(wrong.closed);
	around.line(say.begins(visitors.length, ask.seed, ask.speed));
	const free = hung.counters.find((it) => it.number === ask.free);
	if (free) around.line(say.free(free.number, demoUsername(free.agencyId, free.number), DEMO_PIN));

	const floor = openFloor(ask.seed, ask.speed, clock, Math.min(...ask.habits.hours.keys()) * HOUR);
	const officers: Officer[] = [];
	const everyone = (): readonly Client<'kiosk' | 'board' | 'console'>[] => [
		...kiosks,
		board,
		...officers.map((it) => it.client),
	];
	stop.addEventListener('abort', () => {
		floor.phase = 'stopped';
		for (const client of everyone()) client.wake();
	});
	const telling = setInterval(() => tell(first, board, desks, floor, around), SECOND);

	const eats = lunches(desks);
	const working: Promise<void>[] = [];
	const signingIn = crew(desks, SIGN_INS_AT_ONCE, async ({ number, agencyId }) => {
		const client = await takeSeat(door, ask.url, demoUsername(agencyId, number), number, around);
		if (!client) return;
		const officer = newOfficer(number, client);
		officers.push(officer);
		working.push(
			work(officer, floor, floor.instantOf(eats.get(number) ?? 0)).then(() => {
				if (officer.state === 'left') around.line(say.deskLeft(number));
			}),
		);
	});
	await arrivals(visitors, kiosks, floor, stop);
	await signingIn;
	await emptied(first, officers, floor, around);
	const endedAt = floor.moment();
	if (floor.phase === 'open') {
		around.line(say.closingTime);
		floor.phase = 'over';
		for (const client of everyone()) client.wake();
	}
	await Promise.race([Promise.all(working), pause(LEAVE_WITHIN, null)]);
	clearInterval(telling);

	const today = first.shown()?.view.day ?? seen.day;
	if (today !== seen.day) floor.tally.others = true;
	for (const client of everyone()) client.close();
	const after = await read(today).catch((error: unknown) => {
		if (error instanceof NoServer) return null;
		throw error;
	});
	return { floor, before, after, endedAt };
}

async function screen<R extends 'kiosk' | 'board'>(door: Door, url: string, role: R): Promise<Client<R>> {
	const reply = await door.device(role);
	if (!reply.ok) throw new CannotPlay(wrong.notDemo);
	return openClient(url, role, reply.value.token);
}

async function firstView<R extends 'kiosk' | 'board'>(client: Client<R>) {
	const shown = await client.seeing(START);
	if (!shown) throw new CannotPlay(wrong.lost);
	return shown.view;
}

/** A console at this counter; null when somebody else sits there or the demo ends. Waits for a server that is away. */
async function takeSeat(
	door: Door,
	url: string,
	username: string,
	counter: CounterNumber,
	{ stop, line }: Around,
): Promise<Client<'console'> | null> {
	while (!stop.aborted) {
		try {
			const reply = await door.signIn(username, counter);
			if (reply.ok) return openClient(url, 'console', reply.value.token);
			line(say.deskSkipped(counter, reply.refusal.code));
			return null;
		} catch (error) {
			if (!(error instanceof NoServer)) throw error;
			await pause(SECOND, stop);
		}
	}
	return null;
}

/** Lets each visitor come at their time, to the kiosks in turn; ends when the last has left the kiosk. */
async function arrivals(
	visitors: readonly Visitor[],
	kiosks: readonly Client<'kiosk'>[],
	floor: Floor,
	stop: AbortSignal,
): Promise<void> {
	const queues = kiosks.map(() => Promise.resolve());
	for (const [n, visitor] of visitors.entries()) {
		await pause(floor.instantOf(visitor.comesAt) - floor.clock(), stop);
		if (stop.aborted) break;
		const at = n % kiosks.length;
		const kiosk = kiosks[at];
		if (!kiosk) continue;
		if (kiosk.gone()) throw new CannotPlay(wrong.lost);
		queues[at] = (queues[at] ?? Promise.resolve()).then(async () => {
			if (!stop.aborted) await takeNumber(kiosk, visitor, floor);
		});
	}
	await Promise.race([Promise.all(queues), aborted(stop)]);
}

/** Ends when nobody waits, is served or is expected back at any desk of the demo; or when the demo is stopped. */
async function emptied(
	kiosk: Client<'kiosk'>,
	officers: readonly Officer[],
	floor: Floor,
	{ stop }: Around,
): Promise<void> {
	let quietSince = floor.moment();
	while (!stop.aborted) {
		const shown = kiosk.shown();
		const rest = officers.every((it) => it.idle || it.state !== 'working');
		if (!rest || !shown || !kiosk.connected() || shown.rev < floor.tally.rev) quietSince = floor.moment();
		else {
			const desks = new Set(officers.filter((it) => it.state === 'working').map((it) => it.counter));
			const waiting = shown.view.queues.some((it) => it.waiting > 0 && it.counters.some((at) => desks.has(at)));
			const quiet = floor.moment() - quietSince;
			// Views travel: what looks like rest for a moment may be a number on its way.
			if (quiet >= (waiting ? QUIET : MINUTE) && quiet / floor.speed >= SECOND) return;
		}
		await pause(SECOND / 5, stop);
	}
}

function tell(
	kiosk: Client<'kiosk'>,
	board: Client<'board'>,
	desks: BoardView['counters'],
	floor: Floor,
	{ progress }: Around,
): void {
	if (!kiosk.connected()) {
		progress(say.away(floor.moment()));
		return;
	}
	const waiting = kiosk.shown()?.view.queues.reduce((sum, it) => sum + it.waiting, 0) ?? 0;
	const open = board.shown()?.view.counters.filter((it) => it.state === 'open') ?? [];
	if (open.some((it) => !desks.some((desk) => desk.number === it.number))) floor.tally.others = true;
	progress(say.progress(floor.moment(), floor.tally.numbers, waiting, open.length));
}

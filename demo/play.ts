// The day as it is played: opens the screens, signs the officers in, lets the visitors come, and when the hall is empty
// sends everyone home and asks the server what it has counted.

import type { Day } from '../shared/day.ts';
import { HOUR, SECOND } from '../shared/id.ts';
import type { Report } from '../shared/report.ts';
import type { BoardView } from '../shared/views.ts';
import { type CastAsk, plan, staffed } from './cast.ts';
import type { Client } from './client.ts';
import { type Around, arrivals, emptied, vanished } from './course.ts';
import type { Moment } from './day.ts';
import { DEMO_MANAGER, DEMO_PIN, type Door, demoUsername, NoServer, openDoor } from './door.ts';
import { type Floor, openFloor } from './floor.ts';
import { crew, pause } from './in-time.ts';
import { lunches } from './lunch.ts';
import { newOfficer, type Officer, work } from './officer.ts';
import { CannotPlay, firstView, screen, takeSeat } from './screens.ts';
import { say, wrong } from './sentences.ts';

export interface PlayAsk extends CastAsk {
	readonly url: string;
	readonly speed: number;
}
export interface Played {
	readonly floor: Floor;
	readonly before: Report;
	/** What the server says afterwards; null when it does not answer any more. */
	readonly after: Report | null;
	readonly endedAt: Moment;
}

const KIOSKS = 3;
/** Each sign-in keeps a core of the server busy for a third of a second. */
const SIGN_INS_AT_ONCE = 2;
const LEAVE_WITHIN = 8 * SECOND;

export async function play(ask: PlayAsk, around: Around): Promise<Played> {
	const door = openDoor(ask.url);
	// The first tells whether the demo is welcome at all.
	const first = await screen(door, ask.url, 'kiosk');
	const kiosks = [first];
	while (kiosks.length < KIOSKS) kiosks.push(await screen(door, ask.url, 'kiosk'));
	const board = await screen(door, ask.url, 'board');
	const [seen, hung] = await Promise.all([firstView(first), firstView(board)]);
	const read = await reader(door, seen.day);
	const before = await read(seen.day);
	if (!before) throw new CannotPlay(wrong.manager('report'));

	const desks = staffed(seen, hung, ask);
	const visitors = plan(ask, seen, new Set(desks.map((it) => it.number)));
	if (visitors.length === 0) throw new CannotPlay(wrong.closed);
	around.line(say.begins(visitors.length, ask.seed, ask.speed));
	const free = hung.counters.find((it) => it.number === ask.free);
	if (free) around.line(say.free(free.number, demoUsername(free.agencyId, free.number), DEMO_PIN));

	const floor = openFloor(ask.seed, ask.speed, around.clock, Math.min(...ask.habits.hours.keys()) * HOUR);
	const officers: Officer[] = [];
	const everyone = (): readonly Pick<Client<'kiosk'>, 'wake' | 'close'>[] => [
		...kiosks,
		board,
		...officers.map((it) => it.client),
	];
	around.stop.addEventListener('abort', () => {
		floor.phase = 'stopped';
		for (const client of everyone()) client.wake();
	});
	const telling = setInterval(() => tell(first, board, desks, floor, around), SECOND);
	const staff = signIn(desks, officers, door, ask.url, floor, around);
	const day = async (): Promise<void> => {
		await arrivals(visitors, kiosks, floor, around.stop);
		await staff.seated;
		await emptied(first, officers, floor, around.stop);
	};
	await Promise.race([day(), vanished(first, around)]);

	const endedAt = floor.moment();
	if (floor.phase === 'open') {
		around.line(say.closingTime);
		floor.phase = 'over';
		for (const client of everyone()) client.wake();
	}
	await Promise.race([Promise.all(staff.working), pause(LEAVE_WITHIN, null)]);
	clearInterval(telling);
	const today = first.shown()?.view.day ?? seen.day;
	// At midnight the hall itself closes what is open.
	if (today !== seen.day) floor.tally.others = true;
	for (const client of everyone()) client.close();
	return { floor, before, after: await read(today), endedAt };
}

/** Reads the manager's report from `from` on; null when the server does not answer. */
async function reader(door: Door, from: Day): Promise<(to: Day) => Promise<Report | null>> {
	const manager = await door.signIn(DEMO_MANAGER, null);
	if (!manager.ok) throw new CannotPlay(wrong.manager(manager.refusal.code));
	return async (to) => {
		try {
			const reply = await door.report(manager.value.token, from, to);
			return reply.ok ? reply.value : null;
		} catch (error) {
			if (error instanceof NoServer) return null;
			throw error;
		}
	};
}

/** Officers sit down one after the other and begin to work at once. */
function signIn(
	desks: BoardView['counters'],
	officers: Officer[],
	door: Door,
	url: string,
	floor: Floor,
	{ stop, line }: Around,
): { readonly seated: Promise<void>; readonly working: readonly Promise<void>[] } {
	const eats = lunches(desks);
	const working: Promise<void>[] = [];
	const seated = crew(desks, SIGN_INS_AT_ONCE, async ({ number, agencyId }) => {
		const client = await takeSeat(door, url, demoUsername(agencyId, number), number, stop, line);
		if (!client) return;
		const officer = newOfficer(number, client);
		officers.push(officer);
		const shift = work(officer, floor, floor.instantOf(eats.get(number) ?? 0));
		working.push(
			shift.then(() => {
				if (officer.state === 'left') line(say.deskLeft(number));
			}),
		);
	});
	return { seated, working };
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

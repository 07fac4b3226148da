// One officer at one counter: looks at the console, decides, presses, remembers, looks again. When somebody else presses
// at this counter, the officer stands up and leaves it to them.

import type { Reply } from '../shared/contract.ts';
import { type CounterNumber, type Instant, type Rev, SECOND, START } from '../shared/id.ts';
import type { ConsoleView } from '../shared/views.ts';
import { id } from '../shared/words/id.ts';
import type { Client } from './client.ts';
import { decide, isIdle, type Memory, type Step } from './decide.ts';
import { dice, seedOf } from './dice.ts';
import { type Floor, refusedOnce } from './floor.ts';
import { remember } from './remember.ts';

export interface Officer {
	readonly counter: CounterNumber;
	readonly client: Client<'console'>;
	/** Nothing to do now. */
	idle: boolean;
	/** `left`: to somebody else; `gone`: signed off, or the door stays shut. */
	state: 'working' | 'left' | 'gone';
}

/** After a "no" the officer waits for the screen to say what has changed; after "nobody to call" for somebody to come. */
const LOOKS_AGAIN = SECOND / 2;
const WAITS_FOR_SOMEBODY = 5 * SECOND;

export const newOfficer = (counter: CounterNumber, client: Client<'console'>): Officer => ({
	counter,
	client,
	idle: false,
	state: 'working',
});

/** Works until the day is over, somebody else takes the desk, or the server does not know the officer any more. */
export async function work(officer: Officer, floor: Floor, lunchAt: Instant): Promise<void> {
	const { client, counter } = officer;
	const pace = dice(seedOf(floor.seed, -100 - counter));
	const memory: Memory = { aside: new Map(), regret: null, readyAt: floor.clock(), lunchAt, eaten: false };
	let own: Set<Rev> | null = null;
	let last: Rev = START;
	/** Who was here when the officer last looked and pressed nothing; undefined after a press. */
	let here: Rev | null | undefined;
	while (officer.state === 'working') {
		const shown = await client.seeing(last);
		if (!shown) break;
		const { view } = shown;
		if (!own) {
			// What an earlier demo left at this desk is taken over as it stands.
			own = new Set([view.lastCall, ...(view.now ? [view.now.rev] : [])]);
			memory.eaten = view.shift.pause !== null;
		} else if (othersPressed(view, own, memory, here)) {
			floor.tally.others = true;
			officer.state = 'left';
			client.close();
			return;
		}
		meet(view, floor);
		if (memory.regret && view.undo?.rev !== memory.regret.rev) memory.regret = null;
		const rested = officer.idle;
		officer.idle = isIdle(view, memory);
		// Nobody looks up from their desk in the same instant as everybody else.
		if (rested && !officer.idle) memory.readyAt = floor.clock() + pace.between(SECOND, 15 * SECOND) / floor.speed;
		const step = decide(view, memory, floor);
		here = step.do === 'wait' ? revHere(view) : undefined;
		if (step.do === 'wait') {
			await client.change(step.until - floor.clock());
			continue;
		}
		const reply = await press(client, view, step);
		if (step.do === 'signOff' && (reply.ok || client.gone())) break;
		if (!reply.ok) {
			refusedOnce(floor.tally, reply.refusal.code);
			if (step.do === 'transfer') floor.stays.add(step.ask.ticketId);
			if (step.do === 'undo') memory.regret = null;
			await client.change(reply.refusal.code === 'line_empty' ? WAITS_FOR_SOMEBODY : LOOKS_AGAIN);
			continue;
		}
		last = reply.value.rev ?? last;
		own.add(last);
		floor.tally.rev = last > floor.tally.rev ? last : floor.tally.rev;
		remember(step, last, memory, floor, pace.between(8 * SECOND, 40 * SECOND));
		// A break has no number to look for in the next view.
		if (reply.value.rev === undefined) await client.change(LOOKS_AGAIN);
	}
	officer.state = 'gone';
	client.close();
}

/** A call, a change at the desk or a break that this officer did not make. */
const othersPressed = (
	view: ConsoleView,
	own: ReadonlySet<Rev>,
	memory: Memory,
	here: Rev | null | undefined,
): boolean =>
	(here !== undefined && here !== revHere(view)) ||
	(view.lastCall !== START && !own.has(view.lastCall)) ||
	(view.now !== null && !own.has(view.now.rev)) ||
	(view.shift.pause !== null && !memory.eaten);

const revHere = (view: ConsoleView): Rev | null => view.now?.rev ?? null;

/** Notes how long the one at the desk has waited until the first call, and whether it is anybody we know. */
function meet({ now }: ConsoleView, { tally, people }: Floor): void {
	if (!now) return;
	if (!people.has(now.visitId)) tally.others = true;
	if (!tally.waits.has(now.ticketId)) tally.waits.set(now.ticketId, now.calledAt - now.issuedAt);
}

async function press(
	client: Client<'console'>,
	view: ConsoleView,
	step: Exclude<Step, { do: 'wait' }>,
): Promise<Reply<{ readonly rev?: Rev }>> {
	switch (step.do) {
		case 'callNext':
			return client.ask('callNext', { after: view.lastCall });
		case 'record':
			return client.ask('record', step.ask);
		case 'transfer':
			return client.ask('transfer', step.ask);
		case 'undo':
			return client.ask('undo', { rev: step.rev });
		case 'pause':
			return client.ask('pause', { reason: id.console.dialogs.pauseReasons.meal });
		case 'resume':
		case 'signOff':
			return client.ask(step.do, {});
	}
}

// What a press that was carried out changes: in the officer's head, in what is true of the visitor, and in the demo's own
// count. One line per kind of press.

import type { RecordAsk } from '../shared/contract.ts';
import type { Rev } from '../shared/id.ts';
import { type Memory, noticed, type Step } from './decide.ts';
import type { Floor } from './floor.ts';

type Recorded = Extract<Step, { do: 'record' }>;

/** `tidyMs`: how long the officer puts papers away before the next visitor, simulated ms. */
export function remember(step: Step, rev: Rev, memory: Memory, floor: Floor, tidyMs: number): void {
	if (freesDesk(step)) memory.readyAt = floor.clock() + tidyMs / floor.speed;
	switch (step.do) {
		case 'pause':
			memory.eaten = true;
			break;
		case 'undo':
			undid(step, memory, floor);
			break;
		case 'transfer':
			sentOn(step, floor);
			break;
		case 'record':
			if (step.blunder) floor.blundered.add(step.ask.ticketId);
			RECORDED[step.ask.event.kind](step, rev, memory, floor);
			break;
	}
}

/** After these nobody is at the desk. */
const freesDesk = (step: Step): boolean =>
	step.do === 'transfer' ||
	(step.do === 'undo' && step.ticketId !== null) ||
	(step.do === 'record' && !['called', 'started', 'returned'].includes(step.ask.event.kind));

const RECORDED: Readonly<
	Record<RecordAsk['event']['kind'], (step: Recorded, rev: Rev, memory: Memory, floor: Floor) => void>
> = {
	called: () => undefined,
	started: ({ ask }, _, memory) => {
		memory.aside.delete(ask.ticketId);
	},
	returned: ({ ask }, _, memory, floor) => {
		memory.aside.delete(ask.ticketId);
		floor.cameBack.add(ask.ticketId);
	},
	released: ({ blunder }, _, __, { tally }) => {
		if (blunder) tally.undone += 1;
	},
	parked: ({ ask, back }, _, memory, floor) => {
		memory.aside.set(ask.ticketId, back);
		floor.wasAside.add(ask.ticketId);
	},
	missed: ({ ask, back }, _, memory) => {
		memory.aside.set(ask.ticketId, back);
	},
	closed: ({ ask: { ticketId, event }, blunder }, rev, memory, floor) => {
		memory.aside.delete(ticketId);
		if (event.kind === 'closed' && event.as === 'no_show') floor.tally.noShow += 1;
		else floor.tally.served += 1;
		if (blunder) memory.regret = { rev, at: noticed(floor.clock(), floor.speed) };
	},
};

function undid({ ticketId }: Extract<Step, { do: 'undo' }>, memory: Memory, { tally, blundered }: Floor): void {
	tally.undone += 1;
	memory.regret = null;
	if (ticketId === null) {
		tally.served -= 1;
		return;
	}
	blundered.add(ticketId);
	// The call never was, so the wait goes on.
	tally.waits.delete(ticketId);
}

function sentOn({ ask }: Extract<Step, { do: 'transfer' }>, { tally }: Floor): void {
	if (ask.as === 'next_step') {
		tally.nextStep += 1;
		tally.served += 1;
		tally.places += 1;
		return;
	}
	tally.wrongDesk += 1;
	// A place that was left unserved is counted where the visitor went.
	tally.waits.delete(ask.ticketId);
}

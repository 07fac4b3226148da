// What the officer's hand is doing now: the press under way, the question that is open, the last answer.
// One press at a time; a press while another is on its way is not kept. Nothing here outlives a reload.

import { type Signal, signal } from '@preact/signals';
import type { ReprintAsk } from '../shared/contract.ts';
import type { Instant } from '../shared/id.ts';
import type { Refusal } from '../shared/refusal.ts';
import type { Link } from '../shared/screen/connect.ts';
import type { ConsoleView, LineItem } from '../shared/views.ts';
import { type Action, type Reason, type RowDeed, whyNot, whyNotRow } from './actions.ts';
import { type Ask, type Deed, type Question, rowDeed, step } from './deeds.ts';

/** Names the pressed button while its ask is on the way; a row's button by its ticket. */
export type Pressed = Action | `${RowDeed} ${number}`;

export interface Notice {
	/** A new notice of the same words is still a new one. */
	readonly count: number;
	readonly reason:
		| Reason
		| { readonly code: 'choose_parked' }
		| { readonly code: 'reprinted'; readonly number: string; readonly printer: string | null };
}

/** What the hand can see of the world. */
export interface World {
	readonly view: ConsoleView;
	readonly link: Link;
	readonly at: Instant;
}

export interface Hand {
	readonly pressed: Signal<Pressed | null>;
	readonly question: Signal<Question | null>;
	readonly notice: Signal<Notice | null>;
	/** The line is empty, and whoever comes first is called without another press. */
	readonly armed: Signal<boolean>;
	/** With every new view: calls whom an armed desk was waiting for. */
	readonly glance: (world: World) => void;
	/** The finger comes down: what is on the screen now is what the press is about. */
	readonly down: (world: World) => void;
	/** A key comes down: what an earlier finger saw is forgotten. */
	readonly lift: () => void;
	readonly press: (action: Action, world: World) => void;
	readonly pressRow: (deed: RowDeed, item: LineItem, world: World) => void;
	/** The answer to the open question. */
	readonly answer: (name: Action, deed: Deed) => void;
	/** The slip of this number once more. A no is handed back while its question is open, else it is said. */
	readonly reprint: (input: ReprintAsk) => Promise<Refusal | null>;
	readonly dismiss: () => void;
	/** Closes the open question and says why. */
	readonly refuse: (refusal: Refusal) => void;
}

export interface Outside {
	readonly ask: Ask;
	/** The officer has signed off; the server has ended the session. */
	readonly signedOff: () => void;
}

export function createHand(outside: Outside): Hand {
	const pressed = signal<Pressed | null>(null);
	const question = signal<Question | null>(null);
	const notice = signal<Notice | null>(null);
	const armed = signal(false);
	let seen: World | null = null;
	let notices = 0;

	const say = (reason: Notice['reason']): void => {
		notices += 1;
		notice.value = { count: notices, reason };
	};

	async function send(name: Pressed, deed: Deed): Promise<void> {
		pressed.value = name;
		notice.value = null;
		// Whatever is done now, the desk does not wait for the same any more.
		armed.value = false;
		const reply = await deed(outside.ask);
		pressed.value = null;
		if (!reply.ok) say(reply.refusal);
		else if (name === 'signOff') outside.signedOff();
	}

	/** The view the finger saw, but the link as it is: a line that broke meanwhile is no reason to wait five seconds. */
	const aim = (world: World): World => {
		const aimed = seen ? { ...world, view: seen.view } : world;
		seen = null;
		return aimed;
	};

	return {
		pressed,
		question,
		notice,
		armed,
		glance: (world) => {
			if (!armed.value || pressed.value !== null) return;
			// Away, on a break or with somebody at the desk: nobody expects a call any more.
			if (whyNot('callByItself', world.view, world.link, world.at) === null) return;
			armed.value = false;
			if (whyNot('callNext', world.view, world.link, world.at) || world.view.now) return;
			const next = step('callNext', world.view);
			if (next.kind === 'ask') void send('callNext', next.deed);
		},
		down: (world) => {
			seen = world;
		},
		lift: () => {
			seen = null;
		},
		press: (action, now) => {
			const world = aim(now);
			if (pressed.value !== null) return;
			const no = whyNot(action, world.view, world.link, world.at);
			if (no) return say(no);
			const next = step(action, world.view);
			switch (next.kind) {
				case 'ask':
					void send(action, next.deed);
					return;
				case 'question':
					notice.value = null;
					question.value = next.question;
					return;
				case 'arm':
					notice.value = null;
					armed.value = !armed.value;
					return;
				case 'choose_parked':
					return say({ code: 'choose_parked' });
				case 'nothing':
					return;
			}
		},
		pressRow: (deed, item, now) => {
			const world = aim(now);
			if (pressed.value !== null) return;
			const rows = [...world.view.parked, ...world.view.missed];
			const shown = rows.find((it) => it.ticketId === item.ticketId) ?? item;
			const no = whyNotRow(deed, shown, world.view, world.link);
			if (no) return say(no);
			void send(`${deed} ${item.ticketId}`, rowDeed(deed, shown));
		},
		answer: (name, deed) => {
			if (pressed.value !== null) return;
			question.value = null;
			void send(name, deed);
		},
		reprint: async (input) => {
			if (pressed.value !== null) return null;
			const asked = question.value;
			pressed.value = 'reprint';
			const reply = await outside.ask('reprint', input);
			pressed.value = null;
			const open = asked !== null && question.value === asked;
			if (!reply.ok) {
				if (!open) say(reply.refusal);
				return reply.refusal;
			}
			if (open) question.value = null;
			say({ code: 'reprinted', ...reply.value });
			return null;
		},
		dismiss: () => {
			question.value = null;
		},
		refuse: (refusal) => {
			question.value = null;
			say(refusal);
		},
	};
}

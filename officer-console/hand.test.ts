import { describe, expect, it } from 'vitest';
import type { Reply } from '../shared/contract.ts';
import type { Rev, ServiceId } from '../shared/id.ts';
import type { ConsoleView } from '../shared/views.ts';
import type { Action } from './actions.ts';
import { type Ask, transfer } from './deeds.ts';
import { AT, VIEWS } from './fixtures.ts';
import { createHand, type World } from './hand.ts';

const live = (view: ConsoleView): World => ({ view, link: 'live', at: AT });

/** A hall at the other end of the wire that writes down what it is asked and answers when told to. */
function hall() {
	const asked: { readonly name: string; readonly input: unknown }[] = [];
	const waiting: ((reply: Reply<never>) => void)[] = [];
	const ask: Ask = (name, input) => {
		asked.push({ name, input });
		return new Promise((resolve) => waiting.push(resolve));
	};
	const answer = async (reply: Reply<unknown>): Promise<void> => {
		waiting.shift()?.(reply as Reply<never>);
		await new Promise((resolve) => setTimeout(resolve));
	};
	let farewells = 0;
	const hand = createHand({
		ask,
		signedOff: () => {
			farewells += 1;
		},
	});
	return { hand, asked, answer, farewells: () => farewells };
}
const FINE: Reply<unknown> = { ok: true, value: {} };

describe('a press', () => {
	const here = (view: ConsoleView) => ({ ticketId: view.now?.ticketId, after: view.now?.rev });
	const ASKED: Readonly<Partial<Record<Action, readonly [ConsoleView, string, unknown]>>> = {
		callNext: [VIEWS.idle, 'callNext', { after: VIEWS.idle.lastCall }],
		recall: [VIEWS.called, 'record', { ...here(VIEWS.called), event: { kind: 'called' } }],
		start: [VIEWS.called, 'record', { ...here(VIEWS.called), event: { kind: 'started' } }],
		noShow: [VIEWS.called, 'record', { ...here(VIEWS.called), event: { kind: 'missed' } }],
		release: [VIEWS.called, 'record', { ...here(VIEWS.called), event: { kind: 'released' } }],
		finish: [VIEWS.serving, 'record', { ...here(VIEWS.serving), event: { kind: 'closed', as: 'served' } }],
		undo: [VIEWS.undo, 'undo', { rev: VIEWS.undo.undo.rev }],
		reopen: [VIEWS.paused, 'resume', {}],
		signOff: [VIEWS.idle, 'signOff', {}],
	};
	for (const [action, [view, name, input]] of Object.entries(ASKED) as [Action, [ConsoleView, string, unknown]][]) {
		it(`${action} asks ${name} and names what was on the screen`, () => {
			const { hand, asked } = hall();
			hand.press(action, live(view));
			expect(asked).toEqual([{ name, input }]);
		});
	}

	it('while another is on its way is not kept for later', async () => {
		const { hand, asked, answer } = hall();
		hand.press('callNext', live(VIEWS.idle));
		hand.press('callNext', live(VIEWS.idle));
		hand.press('pause', live(VIEWS.idle));
		expect(hand.pressed.value).toBe('callNext');
		await answer(FINE);
		expect(asked).toHaveLength(1);
		expect(hand.pressed.value).toBeNull();
		expect(hand.question.value).toBeNull();
	});

	it('is about what the finger saw when it came down, not what came meanwhile', () => {
		const { hand, asked } = hall();
		const newer = { ...VIEWS.called, now: { ...VIEWS.called.now, number: 'C-013', rev: 5000 as Rev } };
		hand.down(live(VIEWS.called));
		hand.press('noShow', live(newer));
		expect(asked[0]?.input).toMatchObject({ after: VIEWS.called.now.rev });
	});

	it('of a key forgets an earlier finger that was drawn away', () => {
		const { hand, asked } = hall();
		const newer = { ...VIEWS.called, now: { ...VIEWS.called.now, rev: 5000 as Rev } };
		hand.down(live(VIEWS.called));
		hand.lift();
		hand.press('recall', live(newer));
		expect(asked[0]?.input).toMatchObject({ after: 5000 });
	});

	it('that cannot be done says why and asks nothing', () => {
		const { hand, asked } = hall();
		hand.press('pause', live(VIEWS.serving));
		expect(hand.notice.value?.reason).toEqual({ code: 'counter_busy', number: 'D-007' });
		expect(asked).toEqual([]);
	});

	it('while the server is away asks nothing, even if the finger came down before', () => {
		const { hand, asked } = hall();
		hand.down(live(VIEWS.idle));
		hand.press('callNext', { ...live(VIEWS.idle), link: 'lost' });
		expect(hand.notice.value?.reason).toEqual({ code: 'offline' });
		expect(asked).toEqual([]);
	});

	it('that the hall refuses shows the refusal, and the next press clears it', async () => {
		const { hand, answer } = hall();
		hand.press('callNext', live(VIEWS.idle));
		await answer({ ok: false, refusal: { code: 'stale' } });
		expect(hand.notice.value?.reason).toEqual({ code: 'stale' });
		hand.press('callNext', live(VIEWS.idle));
		expect(hand.notice.value).toBeNull();
	});

	it('of the same refused button twice is two notices, so that it is said again', () => {
		const { hand } = hall();
		hand.press('recall', live(VIEWS.idle));
		const first = hand.notice.value?.count;
		hand.press('recall', live(VIEWS.idle));
		expect(hand.notice.value?.count).not.toBe(first);
	});

	it('signs off only when the hall agrees', async () => {
		const { hand, answer, farewells } = hall();
		hand.press('signOff', live(VIEWS.idle));
		await answer({ ok: false, refusal: { code: 'counter_busy', number: 'C-012' } });
		expect(farewells()).toBe(0);
		hand.press('signOff', live(VIEWS.idle));
		await answer(FINE);
		expect(farewells()).toBe(1);
	});
});

describe('the one key', () => {
	const of = (view: ConsoleView) => ({ ticketId: view.now?.ticketId, after: view.now?.rev });

	it('ends the visit that is served and calls the next', () => {
		const { hand, asked } = hall();
		hand.press('callNext', live(VIEWS.serving));
		expect(asked).toEqual([{ name: 'finishAndCall', input: { ...of(VIEWS.serving), as: 'served' } }]);
	});

	it('asks first what became of one who was called and not taken in', () => {
		const { hand, asked } = hall();
		hand.press('callNext', live(VIEWS.called));
		expect(hand.question.value).toMatchObject({ about: 'next', ticket: { number: 'C-012' } });
		expect(asked).toEqual([]);
	});
});

describe('an armed desk', () => {
	it('calls whoever comes first, once', () => {
		const { hand, asked } = hall();
		hand.press('callByItself', live(VIEWS.empty));
		hand.glance(live(VIEWS.empty));
		expect([hand.armed.value, asked]).toEqual([true, []]);
		hand.glance(live(VIEWS.idle));
		hand.glance(live(VIEWS.idle));
		expect(asked).toEqual([{ name: 'callNext', input: { after: VIEWS.idle.lastCall } }]);
		expect(hand.armed.value).toBe(false);
	});

	it('is a desk like any other after a second press, a break, another deed, or when the server was away', () => {
		const calledAfter = (then: (hand: ReturnType<typeof hall>['hand']) => void): unknown => {
			const { hand, asked } = hall();
			hand.press('callByItself', live(VIEWS.empty));
			then(hand);
			hand.glance(live(VIEWS.idle));
			return asked.filter((it) => it.name === 'callNext');
		};
		expect(calledAfter((hand) => hand.press('callByItself', live(VIEWS.empty)))).toEqual([]);
		expect(calledAfter((hand) => hand.glance(live(VIEWS.paused)))).toEqual([]);
		expect(calledAfter((hand) => hand.glance({ ...live(VIEWS.empty), link: 'lost' }))).toEqual([]);
		expect(calledAfter((hand) => hand.glance(live(VIEWS.serving)))).toEqual([]);
	});
});

describe('a question', () => {
	it('about a visitor stays about that visitor, and its answer carries what was on the screen', () => {
		const { hand, asked } = hall();
		hand.press('transfer', live(VIEWS.serving));
		const question = hand.question.value;
		if (question?.about !== 'transfer') throw new Error('no question was asked');
		hand.answer('transfer', transfer(question.ticket, 'skck-baru' as ServiceId, 'wrong_desk'));
		expect(hand.question.value).toBeNull();
		expect(asked).toEqual([
			{
				name: 'transfer',
				input: {
					ticketId: VIEWS.serving.now.ticketId,
					after: VIEWS.serving.now.rev,
					serviceId: 'skck-baru',
					as: 'wrong_desk',
				},
			},
		]);
	});

	it('that is dismissed asks nothing', () => {
		const { hand, asked } = hall();
		hand.press('park', live(VIEWS.serving));
		expect(hand.question.value?.about).toBe('park');
		hand.dismiss();
		expect(hand.question.value).toBeNull();
		expect(asked).toEqual([]);
	});
});

describe('resuming', () => {
	it('serves the only parked visitor at once', () => {
		const { hand, asked } = hall();
		const [first] = VIEWS.parked.parked;
		hand.press('resume', live({ ...VIEWS.parked, parked: first ? [first] : [] }));
		expect(asked).toEqual([
			{ name: 'record', input: { ticketId: first?.ticketId, after: first?.rev, event: { kind: 'started' } } },
		]);
	});

	it('points at the list when several are parked', () => {
		const { hand, asked } = hall();
		hand.press('resume', live(VIEWS.parked));
		expect(hand.notice.value?.reason).toEqual({ code: 'choose_parked' });
		expect(asked).toEqual([]);
	});

	it('from a row carries the row as the finger saw it', () => {
		const { hand, asked } = hall();
		const [first] = VIEWS.parked.parked;
		if (!first) throw new Error('the fixture has nobody parked');
		hand.down(live(VIEWS.parked));
		hand.pressRow('rejoin', { ...first, rev: 5000 as Rev }, live(VIEWS.parked));
		expect(asked[0]?.input).toMatchObject({ after: first.rev, event: { kind: 'returned' } });
	});
});

describe('a slip that is printed again', () => {
	const C012 = { number: 'C-012', printer: null };

	it('is asked about with the number of who is at the desk, else with none', () => {
		const { hand } = hall();
		hand.press('reprint', live(VIEWS.called));
		expect(hand.question.value).toEqual({ about: 'reprint', number: 'C-012' });
		hand.press('reprint', live(VIEWS.idle));
		expect(hand.question.value).toEqual({ about: 'reprint', number: '' });
	});

	it('says where it comes out, and closes the question', async () => {
		const { hand, asked, answer } = hall();
		hand.press('reprint', live(VIEWS.called));
		const asking = hand.reprint(C012);
		await answer({ ok: true, value: { number: 'C-012', printer: 'Kios 1' } });
		expect(await asking).toBeNull();
		expect(asked).toEqual([{ name: 'reprint', input: C012 }]);
		expect(hand.question.value).toBeNull();
		expect(hand.notice.value?.reason).toEqual({ code: 'reprinted', number: 'C-012', printer: 'Kios 1' });
	});

	it('keeps the question open for a number that is not known, and says so there', async () => {
		const { hand, answer } = hall();
		hand.press('reprint', live(VIEWS.idle));
		const asking = hand.reprint(C012);
		await answer({ ok: false, refusal: { code: 'unknown', what: 'number' } });
		expect(await asking).toEqual({ code: 'unknown', what: 'number' });
		expect(hand.question.value).not.toBeNull();
		expect(hand.notice.value).toBeNull();
	});

	it('says the refusal on the desk when its question has been closed meanwhile', async () => {
		const { hand, answer } = hall();
		hand.press('reprint', live(VIEWS.idle));
		const asking = hand.reprint(C012);
		hand.dismiss();
		await answer({ ok: false, refusal: { code: 'unknown', what: 'number' } });
		await asking;
		expect(hand.notice.value?.reason).toEqual({ code: 'unknown', what: 'number' });
	});

	it('whose question could not be fetched is told as lost', () => {
		const { hand } = hall();
		hand.press('reprint', live(VIEWS.idle));
		hand.refuse({ code: 'offline' });
		expect(hand.question.value).toBeNull();
		expect(hand.notice.value?.reason).toEqual({ code: 'offline' });
	});
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply, TakeAsk, Taken } from '../shared/contract.ts';
import { serviceId, takenFor } from './fixtures.ts';
import type { Given } from './lent/core.ts';
import { type Choice, LENT_AFTER, type Lender, RETRY_EVERY, RETRY_FOR, taking } from './take.ts';

const choice: Choice = { services: [serviceId('skck-baru')], priority: null };
const order: TakeAsk = { ...choice, requestId: 'request-1' };
const number = takenFor(['skck-baru'], 'M-003');
const given: Reply<Taken> = { ok: true, value: number };
const offline: Reply<Taken> = { ok: false, refusal: { code: 'offline' } };
const noAnswer: Reply<Taken> = { ok: false, refusal: { code: 'no_answer' } };

/** A server that answers the asks in turn, the last answer again and again. */
const hall = (...replies: readonly (Reply<Taken> | Promise<Reply<Taken>>)[]) => hallWith(null, ...replies);
function hallWith(lender: Pick<Lender, 'give'> | null, ...replies: readonly (Reply<Taken> | Promise<Reply<Taken>>)[]) {
	const asked: TakeAsk[] = [];
	const shown: string[] = [];
	let requests = 0;
	const kiosk = taking(
		async (it) => {
			asked.push(it);
			return replies[Math.min(asked.length, replies.length) - 1] ?? offline;
		},
		() => `request-${++requests}`,
		(it) => shown.push(it.number),
		lender && { ...lender, onGiven: (it) => shown.push(it.number) },
	);
	return { kiosk, asked, shown };
}
/** A server as above, and numbers that it lent. `lent`: how often none can be given before one is. */
function lending(lent: { readonly after: number }): {
	give: Lender['give'];
	asked: { sent: boolean; pressedAt: number }[];
} {
	const asked: { sent: boolean; pressedAt: number }[] = [];
	const number = { number: 'M-900' } as Given;
	return {
		asked,
		give: async (_, press) => {
			asked.push(press);
			return asked.length > lent.after ? { ok: true, value: number } : { ok: false, refusal: { code: 'offline' } };
		},
	};
}
function later(): { answer: (reply: Reply<Taken>) => void; reply: Promise<Reply<Taken>> } {
	let answer: (reply: Reply<Taken>) => void = () => undefined;
	const reply = new Promise<Reply<Taken>>((resolve) => {
		answer = resolve;
	});
	return { answer: (it) => answer(it), reply };
}
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe('a press', () => {
	it('shows the number that the server gave', async () => {
		const { kiosk, shown } = hall(given);
		kiosk.press(choice);
		expect(kiosk.state.value).toEqual({ at: 'asking' });
		await settle();
		expect(shown).toEqual(['M-003']);
		expect(kiosk.state.value).toEqual({ at: 'rest' });
	});

	it('is asked once, however often the finger comes down', async () => {
		const { kiosk, asked } = hall(given);
		kiosk.press(choice);
		kiosk.press(choice);
		kiosk.press({ ...choice, priority: 'elderly' });
		await settle();
		expect(asked).toEqual([order]);
	});

	it('is asked again with the same request while the server is away, and shows one number', async () => {
		const { kiosk, asked, shown } = hall(noAnswer, offline, offline, given);
		kiosk.press(choice);
		await settle();
		expect(kiosk.state.value).toEqual({ at: 'retrying' });
		expect(shown).toEqual([]);
		await vi.advanceTimersByTimeAsync(3 * RETRY_EVERY);
		expect(asked.map((it) => it.requestId)).toEqual(['request-1', 'request-1', 'request-1', 'request-1']);
		expect(shown).toEqual(['M-003']);
	});

	it('gives up after 20 s without a number, and can be tried again as the same request', async () => {
		const { kiosk, asked, shown } = hall(offline);
		kiosk.press(choice);
		await vi.advanceTimersByTimeAsync(RETRY_FOR);
		expect(kiosk.state.value).toEqual({ at: 'gave_up', order });
		const before = asked.length;
		await vi.advanceTimersByTimeAsync(10 * RETRY_FOR);
		expect(asked.length).toBe(before);
		kiosk.again();
		await settle();
		expect(asked.at(-1)?.requestId).toBe('request-1');
		expect(shown).toEqual([]);
	});

	it('ends with the reason when the server says no', async () => {
		const { kiosk, asked } = hall({ ok: false, refusal: { code: 'too_fast' } });
		kiosk.press(choice);
		await vi.advanceTimersByTimeAsync(RETRY_FOR);
		expect(kiosk.state.value).toEqual({ at: 'refused', refusal: { code: 'too_fast' } });
		expect(asked.length).toBe(1);
		kiosk.dismiss();
		expect(kiosk.state.value).toEqual({ at: 'rest' });
	});
});

describe('a visitor who cancels', () => {
	it('is not asked for any more', async () => {
		const { kiosk, asked } = hall(offline);
		kiosk.press(choice);
		await settle();
		kiosk.dismiss();
		await vi.advanceTimersByTimeAsync(RETRY_FOR);
		expect(asked.length).toBe(1);
		expect(kiosk.state.value).toEqual({ at: 'rest' });
	});

	it('still sees the number that was already on its way', async () => {
		const second = later();
		const { kiosk, shown } = hall(offline, second.reply);
		kiosk.press(choice);
		await vi.advanceTimersByTimeAsync(RETRY_EVERY);
		kiosk.dismiss();
		second.answer(given);
		await settle();
		expect(shown).toEqual(['M-003']);
	});
});

describe('a visitor who cancels and presses again', () => {
	const requestIds = (asked: readonly TakeAsk[]): readonly string[] => asked.map((it) => it.requestId);

	it('asks for the same number while no answer has come: it may have been given already', async () => {
		const { kiosk, asked, shown } = hall(noAnswer, noAnswer, given);
		for (let press = 0; press < 3; press++) {
			kiosk.press(choice);
			await settle();
			kiosk.dismiss();
		}
		expect(requestIds(asked)).toEqual(['request-1', 'request-1', 'request-1']);
		expect(shown).toEqual(['M-003']);
	});

	it('asks for another number with another choice, and for the first one again after it', async () => {
		const { kiosk, asked } = hall(noAnswer);
		const choices: readonly Choice[] = [
			choice,
			{ ...choice, priority: 'elderly' },
			{ ...choice, services: [serviceId('skck-baru'), serviceId('kk-baru')] },
			choice,
		];
		for (const it of choices) {
			kiosk.press(it);
			await settle();
			kiosk.dismiss();
		}
		expect(requestIds(asked)).toEqual(['request-1', 'request-2', 'request-3', 'request-1']);
	});

	it('asks for the same number after a refusal, which does not tell whether an earlier answer was lost', async () => {
		const { kiosk, asked, shown } = hall(noAnswer, { ok: false, refusal: { code: 'too_fast' } }, given);
		for (let press = 0; press < 3; press++) {
			kiosk.press(choice);
			await settle();
			kiosk.dismiss();
		}
		expect(requestIds(asked)).toEqual(['request-1', 'request-1', 'request-1']);
		expect(shown).toEqual(['M-003']);
	});

	it('asks for a new number once there was one', async () => {
		const { kiosk, asked } = hall(given);
		for (let press = 0; press < 2; press++) {
			kiosk.press(choice);
			await settle();
		}
		expect(requestIds(asked)).toEqual(['request-1', 'request-2']);
	});

	it('leaves no request to the next visitor, who would be shown a number that is not theirs', async () => {
		const { kiosk, asked } = hall(noAnswer);
		kiosk.press(choice);
		await settle();
		kiosk.forget();
		kiosk.press(choice);
		await settle();
		expect(requestIds(asked)).toEqual(['request-1', 'request-2']);
	});
});

describe('a kiosk with lent numbers', () => {
	it('gives one at once for a request that never left it', async () => {
		const lent = lending({ after: 0 });
		const { kiosk, asked, shown } = hallWith(lent, offline);
		kiosk.press(choice);
		await settle();
		expect(shown).toEqual(['M-900']);
		expect(lent.asked).toMatchObject([{ sent: false }]);
		expect(kiosk.state.value).toEqual({ at: 'rest' });
		await vi.advanceTimersByTimeAsync(RETRY_FOR);
		expect(asked).toHaveLength(1);
	});

	it('asks again while it may give none yet, and the place is still that of the press', async () => {
		const lent = lending({ after: 1 });
		const { kiosk, shown } = hallWith(lent, offline);
		kiosk.press(choice);
		await settle();
		expect(kiosk.state.value).toEqual({ at: 'retrying' });
		await vi.advanceTimersByTimeAsync(RETRY_EVERY);
		expect(shown).toEqual(['M-900']);
		expect(lent.asked[1]?.pressedAt).toBe(lent.asked[0]?.pressedAt);
	});

	it('prefers the server’s number when it comes in time, for a request that may have arrived', async () => {
		const lent = lending({ after: 0 });
		const { kiosk, shown } = hallWith(lent, noAnswer, offline, given);
		kiosk.press(choice);
		await vi.advanceTimersByTimeAsync(2 * RETRY_EVERY);
		expect(shown).toEqual(['M-003']);
		expect(lent.asked).toEqual([]);
	});

	it('gives one instead of a request that was sent, once it has been asked in vain for long', async () => {
		const lent = lending({ after: 0 });
		const { kiosk, asked, shown } = hallWith(lent, noAnswer, offline);
		kiosk.press(choice);
		await vi.advanceTimersByTimeAsync(LENT_AFTER + RETRY_EVERY);
		expect(shown).toEqual(['M-900']);
		expect(lent.asked).toMatchObject([{ sent: true }]);
		const before = asked.length;
		await vi.advanceTimersByTimeAsync(RETRY_FOR);
		expect(asked.length).toBe(before);
	});

	it('remembers that a request was sent when its visitor cancels and presses again', async () => {
		const lent = lending({ after: 0 });
		const { kiosk, shown } = hallWith(lent, noAnswer, offline);
		kiosk.press(choice);
		await settle();
		kiosk.dismiss();
		kiosk.press(choice);
		await settle();
		expect(shown).toEqual([]);
		await vi.advanceTimersByTimeAsync(LENT_AFTER + RETRY_EVERY);
		expect(lent.asked).toMatchObject([{ sent: true }]);
	});

	it('gives up as any other when none is left', async () => {
		const { kiosk } = hallWith(lending({ after: 99 }), offline);
		kiosk.press(choice);
		await vi.advanceTimersByTimeAsync(RETRY_FOR);
		expect(kiosk.state.value).toEqual({ at: 'gave_up', order });
	});
});

it('does not show the next visitor the number of one who has left', async () => {
	const first = later();
	const { kiosk, shown } = hall(first.reply);
	kiosk.press(choice);
	kiosk.forget();
	first.answer(given);
	await settle();
	expect(shown).toEqual([]);
	expect(kiosk.state.value).toEqual({ at: 'rest' });
});

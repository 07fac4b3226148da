import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply, Taken, TakeAsk } from '../shared/contract.ts';
import { serviceId, takenFor } from './fixtures.ts';
import { RETRY_EVERY, RETRY_FOR, taking } from './take.ts';

const order: TakeAsk = { requestId: 'press-1', services: [serviceId('skck-baru')], priority: null };
const number = takenFor(['skck-baru'], 'M-003');
const given: Reply<Taken> = { ok: true, value: number };
const offline: Reply<Taken> = { ok: false, refusal: { code: 'offline' } };
const noAnswer: Reply<Taken> = { ok: false, refusal: { code: 'no_answer' } };

/** A server that answers the asks in turn, the last answer again and again. */
function hall(...replies: readonly (Reply<Taken> | Promise<Reply<Taken>>)[]) {
	const asked: TakeAsk[] = [];
	const shown: string[] = [];
	const kiosk = taking(
		async (it) => {
			asked.push(it);
			return replies[Math.min(asked.length, replies.length) - 1] ?? offline;
		},
		(it) => shown.push(it.number),
	);
	return { kiosk, asked, shown };
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
		kiosk.press(order);
		expect(kiosk.state.value).toEqual({ at: 'asking' });
		await settle();
		expect(shown).toEqual(['M-003']);
		expect(kiosk.state.value).toEqual({ at: 'rest' });
	});

	it('is asked once, however often the finger comes down', async () => {
		const { kiosk, asked } = hall(given);
		kiosk.press(order);
		kiosk.press({ ...order, requestId: 'press-2' });
		kiosk.press({ ...order, requestId: 'press-3' });
		await settle();
		expect(asked).toEqual([order]);
	});

	it('is asked again with the same request while the server is away, and shows one number', async () => {
		const { kiosk, asked, shown } = hall(noAnswer, offline, offline, given);
		kiosk.press(order);
		await settle();
		expect(kiosk.state.value).toEqual({ at: 'retrying' });
		expect(shown).toEqual([]);
		await vi.advanceTimersByTimeAsync(3 * RETRY_EVERY);
		expect(asked.map((it) => it.requestId)).toEqual(['press-1', 'press-1', 'press-1', 'press-1']);
		expect(shown).toEqual(['M-003']);
	});

	it('gives up after 20 s without a number, and can be tried again as the same request', async () => {
		const { kiosk, asked, shown } = hall(offline);
		kiosk.press(order);
		await vi.advanceTimersByTimeAsync(RETRY_FOR);
		expect(kiosk.state.value).toEqual({ at: 'gave_up', order });
		const before = asked.length;
		await vi.advanceTimersByTimeAsync(10 * RETRY_FOR);
		expect(asked.length).toBe(before);
		kiosk.again();
		await settle();
		expect(asked.at(-1)?.requestId).toBe('press-1');
		expect(shown).toEqual([]);
	});

	it('ends with the reason when the server says no', async () => {
		const { kiosk, asked } = hall({ ok: false, refusal: { code: 'too_fast' } });
		kiosk.press(order);
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
		kiosk.press(order);
		await settle();
		kiosk.dismiss();
		await vi.advanceTimersByTimeAsync(RETRY_FOR);
		expect(asked.length).toBe(1);
		expect(kiosk.state.value).toEqual({ at: 'rest' });
	});

	it('still sees the number that was already on its way', async () => {
		const second = later();
		const { kiosk, shown } = hall(offline, second.reply);
		kiosk.press(order);
		await vi.advanceTimersByTimeAsync(RETRY_EVERY);
		kiosk.dismiss();
		second.answer(given);
		await settle();
		expect(shown).toEqual(['M-003']);
	});
});

it('does not show the next visitor the number of one who has left', async () => {
	const first = later();
	const { kiosk, shown } = hall(first.reply);
	kiosk.press(order);
	kiosk.forget();
	first.answer(given);
	await settle();
	expect(shown).toEqual([]);
	expect(kiosk.state.value).toEqual({ at: 'rest' });
});

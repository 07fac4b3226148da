import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PrintAgainAsk, Reply } from '../shared/contract.ts';
import type { VisitId } from '../shared/id.ts';
import { printingAgain, SETTLES_IN, type Where } from './again.ts';
import { nextKiosk } from './fixtures.ts';

const visit = 512 as VisitId;
const YES: Reply<unknown> = { ok: true, value: {} };

/** A kiosk whose hall answers when it is told to. */
function kiosk() {
	const asked: PrintAgainAsk[] = [];
	const sent: Where[] = [];
	let answer: (reply: Reply<unknown>) => void = () => undefined;
	const again = printingAgain(
		(input) => {
			asked.push(input);
			return new Promise((done) => {
				answer = done;
			});
		},
		(_, where) => sent.push(where),
	);
	const hear = async (reply: Reply<unknown>): Promise<void> => {
		answer(reply);
		await vi.advanceTimersByTimeAsync(0);
	};
	return { again, asked, sent, hear };
}

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe('a slip that is asked for once more', () => {
	it('is asked for once, however often the finger comes down, also just after the yes', async () => {
		const { again, asked, sent, hear } = kiosk();
		again.press(visit, null);
		again.press(visit, nextKiosk);
		expect(asked).toEqual([{ visitId: visit, printer: null }]);
		await hear(YES);
		again.press(visit, null);
		expect(asked).toHaveLength(1);
		expect(sent).toEqual([null]);
		await vi.advanceTimersByTimeAsync(SETTLES_IN);
		again.press(visit, nextKiosk);
		expect(asked).toEqual([
			{ visitId: visit, printer: null },
			{ visitId: visit, printer: nextKiosk.id },
		]);
	});

	it('says the refusal, and may be asked for again at once', async () => {
		const { again, asked, sent, hear } = kiosk();
		again.press(visit, nextKiosk);
		await hear({ ok: false, refusal: { code: 'already_printed' } });
		expect(again.state.value).toEqual({ at: 'refused', refusal: { code: 'already_printed' } });
		expect(sent).toEqual([]);
		again.press(visit, null);
		expect(asked).toHaveLength(2);
		expect(again.state.value).toEqual({ at: 'asking', where: null });
	});

	it('is nobody’s any more when the visitor has left', async () => {
		const { again, sent, hear } = kiosk();
		again.press(visit, nextKiosk);
		again.forget();
		await hear(YES);
		expect(sent).toEqual([]);
		expect(again.state.value).toEqual({ at: 'rest' });
	});
});

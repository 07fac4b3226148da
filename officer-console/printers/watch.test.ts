import { describe, expect, it } from 'vitest';
import type { Reply } from '../../shared/contract.ts';
import { SECOND } from '../../shared/id.ts';
import type { PrinterWall } from '../../shared/views.ts';
import { AT } from '../fixtures.ts';
import { ALL_WELL, WALL } from './fixtures.ts';
import { heard, lostSince, NOT_YET, watchPrinters } from './watch.ts';

const away: Reply<PrinterWall> = { ok: false, refusal: { code: 'offline' } };

describe('the watch over the printers', () => {
	it('keeps what was last heard, and since when it is old', () => {
		const good = heard(NOT_YET, { ok: true, value: WALL });
		const lost = heard(heard(good, away), away);
		expect(lost.wall).toBe(WALL);
		expect([lostSince(good), lostSince(lost)]).toEqual([null, AT]);
		const back = { ...ALL_WELL, at: AT + 30 * SECOND };
		expect(lostSince(heard(lost, { ok: true, value: back }))).toBeNull();
	});

	it('says why there is nothing yet, but not that it is old', () => {
		const never = heard(NOT_YET, away);
		expect(never).toEqual({ wall: null, refusal: { code: 'offline' } });
		expect(lostSince(never)).toBeNull();
	});

	it('is not fooled by an answer that was overtaken', async () => {
		const answers: ((reply: Reply<PrinterWall>) => void)[] = [];
		const watch = watchPrinters(() => new Promise((answer) => answers.push(answer)));
		const looks = [watch.look(), watch.look()];
		answers[1]?.({ ok: true, value: ALL_WELL });
		answers[0]?.({ ok: true, value: WALL });
		await Promise.all(looks);
		expect(watch.watched.value.wall).toBe(ALL_WELL);
	});
});

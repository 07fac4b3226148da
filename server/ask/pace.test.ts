import { beforeEach, expect, it } from 'vitest';
import type { Reply, Taken } from '../../shared/contract.ts';
import type { DeviceId, Instant } from '../../shared/id.ts';
import { KIOSK_PACE, paced } from './pace.ts';

const ONE = 1 as DeviceId;
const OTHER = 2 as DeviceId;

let at: Instant;
let asked: string[];
let refuses: boolean;
const numbered = new Set<string>();
beforeEach(() => {
	at = 1_000_000;
	asked = [];
	refuses = false;
	numbered.clear();
});
const take = async (_: DeviceId, input: unknown): Promise<Reply<Taken>> => {
	asked.push((input as { requestId: string }).requestId);
	return refuses
		? { ok: false, refusal: { code: 'closed', reason: 'quota', note: null, opens: null } }
		: { ok: true, value: {} as Taken };
};
const glass = () =>
	paced(
		KIOSK_PACE,
		take,
		(id) => numbered.has(id),
		() => at,
	);
const said = async (press: Promise<Reply<Taken>>): Promise<string | number> => {
	const reply = await press;
	if (reply.ok) return 'number';
	return reply.refusal.code === 'too_soon' ? reply.refusal.seconds : reply.refusal.code;
};

it('gives one number in three seconds, and says how long to wait', async () => {
	const kiosk = glass();
	expect(await said(kiosk(ONE, { requestId: 'a' }))).toBe('number');
	at += 1_200;
	expect(await said(kiosk(ONE, { requestId: 'b' }))).toBe(2);
	// Another kiosk has another visitor.
	expect(await said(kiosk(OTHER, { requestId: 'c' }))).toBe('number');
	at += 1_800;
	expect(await said(kiosk(ONE, { requestId: 'b' }))).toBe('number');
	expect(asked).toEqual(['a', 'c', 'b']);
});

it('gives five a minute', async () => {
	const kiosk = glass();
	for (const requestId of ['a', 'b', 'c', 'd', 'e']) {
		expect(await said(kiosk(ONE, { requestId }))).toBe('number');
		at += 5_000;
	}
	expect(await said(kiosk(ONE, { requestId: 'f' }))).toBe(35);
	at += 35_000;
	expect(await said(kiosk(ONE, { requestId: 'f' }))).toBe('number');
});

it('never holds up the same request asked again, answered or not', async () => {
	const kiosk = glass();
	await Promise.all(Array.from({ length: 30 }, () => kiosk(ONE, { requestId: 'a' })));
	expect(asked).toHaveLength(30);
	numbered.add('old');
	expect(await said(kiosk(ONE, { requestId: 'old' }))).toBe('number');
});

it('two presses at once are two presses', async () => {
	const kiosk = glass();
	const both = [kiosk(ONE, { requestId: 'a' }), kiosk(ONE, { requestId: 'b' })];
	expect(await Promise.all(both.map(said))).toEqual(['number', 3]);
});

it('what the hall refuses does not count, and a malformed ask is the verb’s to refuse', async () => {
	const kiosk = glass();
	refuses = true;
	expect(await said(kiosk(ONE, { requestId: 'a' }))).toBe('closed');
	refuses = false;
	expect(await said(kiosk(ONE, { requestId: 'b' }))).toBe('number');
	at += 3_000;
	await kiosk(ONE, {});
	expect(asked).toEqual(['a', 'b', undefined]);
});

it('a clock that is set back locks nobody out', async () => {
	const kiosk = glass();
	await kiosk(ONE, { requestId: 'a' });
	at -= 3_600_000;
	expect(await said(kiosk(ONE, { requestId: 'b' }))).toBe('number');
});

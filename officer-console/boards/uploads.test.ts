import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../shared/contract.ts';
import type { MediaId } from '../../shared/id.ts';
import type { Prepared } from './send.ts';
import { isUnderWay, openUploads } from './uploads.ts';

type Sent = Reply<{ readonly id: MediaId }>;
const YES: Sent = { ok: true, value: { id: 1 as MediaId } };
const file = (name: string): File => new File(['x'], name, { type: 'image/png' });
const turn = () => new Promise((done) => setTimeout(done));

/** A way to the hall that the test opens and shuts. */
function openLine() {
	const sending: { name: string; progress: (part: number) => void; end: (reply: Sent) => void; stop: AbortSignal }[] =
		[];
	const arrived = vi.fn();
	const uploads = openUploads({
		prepare: async (content): Promise<Prepared> =>
			content.name.endsWith('.svg') ? { ok: false, fault: 'kind' } : { ok: true, content, type: 'image/png' },
		send: (_, name, progress, stop) =>
			new Promise((end) => {
				sending.push({ name, progress, end, stop });
			}),
		arrived,
	});
	const states = () => uploads.list.value.map(({ name, state }) => [name, state.kind]);
	return { uploads, sending, arrived, states };
}
afterEach(() => vi.restoreAllMocks());

describe('files on their way', () => {
	it('go one after another, each with its progress', async () => {
		const { uploads, sending, arrived, states } = openLine();
		uploads.add([file('a.png'), file('b.png')]);
		await turn();
		expect(states()).toEqual([
			['a.png', 'sending'],
			['b.png', 'waiting'],
		]);
		sending[0]?.progress(0.456);
		expect(uploads.list.value[0]?.state).toEqual({ kind: 'sending', percent: 45 });
		sending[0]?.end(YES);
		await turn();
		expect(states()).toEqual([
			['a.png', 'done'],
			['b.png', 'sending'],
		]);
		expect(arrived).toHaveBeenCalledTimes(1);
	});

	it('that are refused say why and let the next one go', async () => {
		const { uploads, sending, arrived, states } = openLine();
		uploads.add([file('a.svg'), file('b.png'), file('c.png')]);
		await turn();
		sending[0]?.end({ ok: false, refusal: { code: 'media', fault: 'known' } });
		await turn();
		expect(states()).toEqual([
			['a.svg', 'refused'],
			['b.png', 'refused'],
			['c.png', 'sending'],
		]);
		expect(uploads.list.value[0]?.state).toMatchObject({ refusal: { fault: 'kind' } });
		expect(arrived).not.toHaveBeenCalled();
	});

	it('are cancelled while they wait and while they are sent; what then comes changes nothing', async () => {
		const { uploads, sending, states } = openLine();
		uploads.add([file('a.png'), file('b.png'), file('c.png')]);
		await turn();
		uploads.cancel(2);
		uploads.cancel(1);
		expect(sending[0]?.stop.aborted).toBe(true);
		sending[0]?.end({ ok: false, refusal: { code: 'offline' } });
		await turn();
		expect(states()).toEqual([
			['a.png', 'cancelled'],
			['b.png', 'cancelled'],
			['c.png', 'sending'],
		]);
		uploads.dismiss();
		expect(states()).toEqual([['c.png', 'sending']]);
		expect(uploads.list.value.every(isUnderWay)).toBe(true);
	});

	it('have names that the hall can write', async () => {
		const { uploads, sending } = openLine();
		uploads.add([file('a\u202e\u0000b.png'), file('\u0007'), file('x'.repeat(300))]);
		for (const it of [0, 1, 2]) {
			await turn();
			sending[it]?.end(YES);
		}
		expect(sending.map((it) => it.name)).toEqual(['ab.png', 'berkas', 'x'.repeat(200)]);
	});
});

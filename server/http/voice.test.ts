// What a board gets when it asks for a call: sound, whole or in parts, to everyone in the hall; and a plain "no" for
// whatever is no call.

import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGate } from '../ask/gate.ts';
import { type Hall, openHall } from '../store/hall.ts';
import { closeStore, openInMemory } from '../store/open.ts';
import { makeSmallHall } from '../testing/small-hall.ts';
import { LOUD, MONDAY_NINE } from '../testing/test-hall.ts';
import { findBundled } from '../voice/pack.ts';
import { openVoices } from '../voice/voices.ts';
import { rangeOf } from './ranges.ts';
import { openHttp } from './server.ts';
import { serveVoice } from './voice.ts';

let http: FastifyInstance;
let hall: Hall;
beforeAll(async () => {
	const store = openInMemory();
	makeSmallHall(store, {}, MONDAY_NINE);
	hall = openHall(store);
	http = await openHttp(openGate(['127.0.0.1']), false);
	const voices = openVoices({ bundled: findBundled(), own: null }, (sentence) => {
		throw new Error(sentence);
	});
	serveVoice(http, { hall, voices, log: LOUD });
	await http.ready();
});
afterAll(async () => {
	await http.close();
	closeStore(hall.store);
});

const CALL = '/voice/call.wav?number=A-012&counter=3';
const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
	http.inject({ method: 'GET', url, headers: { host: '127.0.0.1', ...headers } });

describe('a notice', () => {
	const NOTICE = '/voice/notice.wav?kind=';
	it.each([
		...['closing', 'prayer', 'gratification', 'break&counter=3&prefix=A', 'closed&counter=3&prefix=BZ&elsewhere=1'],
		...['break&counter=3&prefix=A&elsewhere=1.2.4.5.6'],
	])('%s is a WAV file for whoever asks', async (asked) => {
		const reply = await get(NOTICE + asked);
		expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'audio/wav']);
		const part = await get(NOTICE + asked, { range: 'bytes=0-3' });
		expect([part.statusCode, part.rawPayload.toString()]).toEqual([206, 'RIFF']);
	});

	it('of the hall’s own is there when the hall has it, and a recording of it', async () => {
		expect((await get(`${NOTICE}own&id=kupon`)).statusCode).toBe(404);
	});

	it.each([
		...['', 'azan', 'closing&text=halo', 'break', 'break&counter=3', 'break&counter=0&prefix=A'],
		...['break&counter=3&prefix=a', 'break&counter=3&prefix=ABC', 'break&counter=1000&prefix=A'],
		...['break&counter=3&prefix=A&elsewhere=', 'break&counter=3&prefix=A&elsewhere=1,2', 'closing&kind=prayer'],
		...['break&counter=3&prefix=A&elsewhere=0', 'break&counter=3&prefix=A&elsewhere=1.2.3.4.5.6', 'own'],
		...['own&id=', 'own&id=..%2Fid%2Fsatu', 'own&id=Kupon', `own&id=${'a'.repeat(41)}`, 'prayer&id=x'],
	])('"%s" is none, and says no more than that', async (asked) => {
		const reply = await get(NOTICE + asked);
		expect(reply.statusCode).toBe(400);
		expect(reply.json()).toMatchObject({ ok: false, refusal: { code: 'malformed' } });
	});
});

describe('a call', () => {
	it('is a WAV file for whoever asks', async () => {
		const reply = await get(CALL);
		expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'audio/wav']);
		expect(reply.rawPayload.subarray(0, 4).toString()).toBe('RIFF');
		expect(reply.rawPayload.readUInt32LE(4)).toBe(reply.rawPayload.length - 8);
		expect(reply.headers).toMatchObject({
			'accept-ranges': 'bytes',
			'content-length': String(reply.rawPayload.length),
			'x-content-type-options': 'nosniff',
		});
		expect(reply.headers['cache-control']).toContain('max-age=60');
	});

	it('is not sent again to who has it', async () => {
		const tag = String((await get(CALL)).headers.etag);
		for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
			const reply = await get(CALL, { 'if-none-match': known });
			expect([reply.statusCode, reply.rawPayload.length, reply.headers.etag]).toEqual([304, 0, tag]);
		}
		expect((await get(CALL, { 'if-none-match': '"other"' })).statusCode).toBe(200);
		expect((await get(`${CALL}&recall=1`, { 'if-none-match': tag })).statusCode).toBe(200);
	});

	it('comes in parts that make the whole', async () => {
		const whole = (await get(CALL)).rawPayload;
		const first = await get(CALL, { range: 'bytes=0-99999' });
		const rest = await get(CALL, { range: 'bytes=100000-' });
		expect([first.statusCode, rest.statusCode]).toEqual([206, 206]);
		expect(first.headers['content-range']).toBe(`bytes 0-99999/${whole.length}`);
		expect(first.headers['content-length']).toBe('100000');
		expect(Buffer.concat([first.rawPayload, rest.rawPayload]).equals(whole)).toBe(true);
		const tail = await get(CALL, { range: 'bytes=-1000' });
		expect(tail.rawPayload.equals(whole.subarray(-1000))).toBe(true);
	});

	it('has no part beyond its end', async () => {
		const { length } = (await get(CALL)).rawPayload;
		const reply = await get(CALL, { range: `bytes=${length}-` });
		expect([reply.statusCode, reply.headers['content-range']]).toEqual([416, `bytes */${length}`]);
	});

	it('is sent whole where several parts are asked for, or a part of what it was before', async () => {
		const whole = await get(CALL);
		const asked: readonly Readonly<Record<string, string>>[] = [
			{ range: 'bytes=0-9,20-29' },
			{ range: 'bytes=0-9', 'if-range': '"older"' },
		];
		for (const headers of asked) {
			const reply = await get(CALL, headers);
			expect([reply.statusCode, reply.rawPayload.length]).toEqual([200, whole.rawPayload.length]);
		}
		const same = await get(CALL, { range: 'bytes=0-9', 'if-range': String(whole.headers.etag) });
		expect(same.statusCode).toBe(206);
	});

	it('tells its length before it is fetched', async () => {
		const whole = await get(CALL);
		const head = await http.inject({ method: 'HEAD', url: CALL, headers: { host: '127.0.0.1' } });
		expect([head.statusCode, head.rawPayload.length]).toEqual([200, 0]);
		expect(head.headers['content-length']).toBe(String(whole.rawPayload.length));
	});

	it('may be a recall, of an agency and zone of this hall, in one language', async () => {
		const [agency] = hall.catalogue().agencies;
		const [zone] = hall.catalogue().zones;
		const more = [`agency=${agency?.id}`, `zone=${zone?.number}`, 'recall=1', 'recall=0', 'lang=en', 'lang=id'];
		for (const it of more) expect((await get(`${CALL}&${it}`)).statusCode, it).toBe(200);
		const brief = await get(`${CALL}&chime=0`);
		expect(brief.rawPayload.length).toBeLessThan((await get(CALL)).rawPayload.length - 40_000);
		expect((await get(`${CALL}&chime=1`)).headers.etag).toBe((await get(CALL)).headers.etag);
		expect((await get(`${CALL}&lang=en`)).headers.etag).not.toBe((await get(CALL)).headers.etag);
	});

	it.each([
		...['/voice/call.wav', '/voice/call.wav?number=A-012', '/voice/call.wav?counter=3'],
		...['number=A012&counter=3', 'number=a-012&counter=3', 'number=A-&counter=3', 'number=ABC-1&counter=3'],
		...['number=A-123456&counter=3', 'number=A-012&counter=0', 'number=A-012&counter=1000', 'number=A-012&counter=x'],
		...['number=A-012&counter=3&chime=2', 'number=A-012&counter=3&chime=', 'number=A-012&counter=3&chime=0&chime=1'],
		...['number=A-012&counter=1.5', 'number=A-012&counter=3&recall=2', 'number=A-012&counter=3&lang=nl'],
		...['number=A-012&number=B-013&counter=3', 'number=A-012&counter=3&zone=0', 'number=A-012&counter=3&shout=1'],
		...['number=%00-012&counter=3', 'number=A-012%0d%0a&counter=3', `number=A-012&counter=3&agency=${'x'.repeat(41)}`],
	])('is none: %s', async (query) => {
		const reply = await get(query.startsWith('/') ? query : `/voice/call.wav?${query}`);
		expect([reply.statusCode, reply.json().refusal.code]).toEqual([400, 'malformed']);
	});

	it.each(['agency=nobody', 'agency=../id/tiga', 'zone=98'])('is of this hall only: %s', async (query) => {
		const reply = await get(`${CALL}&${query}`);
		expect([reply.statusCode, reply.json().refusal.code]).toEqual([404, 'unknown']);
	});
});

it('the tone comes with parts too', async () => {
	const whole = await get('/voice/tone.wav');
	expect([whole.statusCode, whole.rawPayload.length]).toEqual([200, 44 + 6615 * 2]);
	expect((await get('/voice/tone.wav', { range: 'bytes=0-43' })).statusCode).toBe(206);
});

describe('a Range header', () => {
	it.each([
		[undefined, 'whole'],
		['bytes=0-', { first: 0, last: 99 }],
		['bytes=0-0', { first: 0, last: 0 }],
		['Bytes=10-19', { first: 10, last: 19 }],
		['bytes=90-1000', { first: 90, last: 99 }],
		['bytes=99-', { first: 99, last: 99 }],
		['bytes=100-', 'none'],
		['bytes=-10', { first: 90, last: 99 }],
		['bytes=-1000', { first: 0, last: 99 }],
		['bytes=-0', 'none'],
		['bytes=20-10', 'whole'],
		['bytes=-', 'whole'],
		['bytes=0-9,20-29', 'whole'],
		['bytes=a-b', 'whole'],
		['bytes=0x1-2', 'whole'],
		['bytes=1e3-', 'whole'],
		['lines=0-9', 'whole'],
		['bytes=99999999999999999999-', 'whole'],
		['', 'whole'],
	] as const)('%s of 100 bytes', (header, range) => {
		expect(rangeOf(header, 100)).toEqual(range);
	});

	it('has nothing to give of nothing', () => {
		expect([rangeOf('bytes=0-', 0), rangeOf('bytes=-5', 0), rangeOf(undefined, 0)]).toEqual(['none', 'none', 'whole']);
	});
});

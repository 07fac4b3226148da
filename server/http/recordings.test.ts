// A manager makes the hall's voice its own, over HTTP: what is recorded is in the very next call, can be taken back, goes to
// another hall in one file, and stands in the journal; nobody else may touch it.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { desc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_BOARD } from '../../shared/board.ts';
import type { Reply } from '../../shared/contract.ts';
import type { PackPlan, Recordings, Taken } from '../../shared/recording.ts';
import { DEFAULT_VOICE } from '../../shared/voice.ts';
import { journal } from '../store/schema.ts';
import { MANAGER } from '../testing/small-hall.ts';
import { no, yes } from '../testing/test-hall.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { canSpeak } from '../voice/espeak.ts';
import { inRow, silent, sine, wavOf } from '../voice/testing/sounds.ts';
import { RATE } from '../voice/wav.ts';

let server: TestServer;
let token: string;
const NOTICE = { id: 'ulang-tahun', kind: 'own', text: 'Hari ini aula berulang tahun.' } as const;
beforeEach(async () => {
	const when = { kind: 'before_closing', minutes: 15 } as const;
	server = await openTestServer({ settings: { board: { ...DEFAULT_BOARD, notices: [{ ...NOTICE, when }] } } });
	token = await server.signIn(MANAGER.username);
});
afterEach(async () => {
	expect(server.faults).toEqual([]);
	await server.close();
});

/** As a recorder writes it: with silence around. */
const wav = (pitch: number, length = 0.4): Buffer =>
	wavOf(inRow(silent(0.2), sine(pitch, length, 0.3), silent(0.2)), { rate: RATE, channels: 1, tag: 1, bits: 16 });
const ask = async (method: string, path: string, body?: unknown, as = token) =>
	server.send(method, `/api/v1${path}`, { token: as, ...(body === undefined ? {} : { body }) });
const put = async (clip: string, file: Buffer, type = 'audio/wav'): Promise<Reply<Taken>> =>
	(
		await server.send('PUT', `/api/v1/voice/${clip}`, { token, raw: file, headers: { 'content-type': type } })
	).json() as Reply<Taken>;
const file = async (address: string): Promise<Response> =>
	fetch(`http://127.0.0.1:${server.port}${address}`, { headers: { authorization: `Bearer ${token}` } });
const call = async () => (await file('/voice/call.wav?number=A-003&counter=3')).headers.get('etag');
const list = async (language = 'id'): Promise<Recordings> =>
	yes((await ask('GET', `/voice/${language}`)).json() as Reply<Recordings>);
const one = async (clip: string) => (await list()).recordings.find((it) => it.clip === clip);
const send = async (zip: Buffer, query = ''): Promise<Reply<PackPlan>> =>
	(
		await server.send('POST', `/api/v1/voice-pack${query}`, {
			token,
			raw: zip,
			headers: { 'content-type': 'application/zip' },
		})
	).json() as Reply<PackPlan>;
const written = () =>
	server.store.tables
		.select()
		.from(journal)
		.where(eq(journal.kind, 'hall_changed'))
		.orderBy(desc(journal.id))
		.all()
		.map((it) => [it.officerId, it.detail]);

describe('a take', () => {
	test('is in the very next call, and the take before is back as fast', async () => {
		const bundled = await call();
		expect(yes(await put('id/tiga', wav(300)))).toEqual({ doubts: [] });
		expect(await one('tiga')).toMatchObject({ from: 'own', ms: 420, before: false });
		const first = await call();
		expect(first).not.toBe(bundled);
		await put('id/tiga', wav(500));
		const second = await call();
		expect(new Set([bundled, first, second]).size).toBe(3);
		yes((await ask('POST', '/voice/id/tiga/restore')).json() as Reply<object>);
		expect(await call()).toBe(first);
		yes((await ask('DELETE', '/voice/id/tiga')).json() as Reply<object>);
		expect(await call()).toBe(bundled);
		expect(written()).toHaveLength(4);
		expect(written()[0]).toEqual([MANAGER.id, { reason: 'voice recording id/tiga' }]);
	});
	test('is heard as it is said, beside the one before and the bundled one', async () => {
		await put('id/tiga', wav(300));
		await put('id/tiga', wav(500));
		const tags = await Promise.all(
			['', '?from=before', '?from=bundled'].map(async (from) => {
				const reply = await file(`/api/v1/voice/id/tiga/clip.wav${from}`);
				expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'audio/wav']);
				return reply.headers.get('etag');
			}),
		);
		expect(new Set(tags).size).toBe(3);
		for (const address of ['dua/clip.wav?from=before', 'agency-polres/clip.wav', 'nobody/clip.wav'])
			expect((await file(`/api/v1/voice/id/${address}`)).status, address).toBe(404);
	});
	test('that an ear would mind is kept and told about, one that cannot be used is refused with the reason', async () => {
		expect(yes(await put('id/tiga', wav(300, 0.04))).doubts).toEqual(['short']);
		const before = await call();
		const silence = wavOf(silent(1), { rate: RATE, channels: 1, tag: 1, bits: 16 });
		for (const [bytes, fault] of [
			[silence, 'empty'],
			[wav(300, 16), 'too_long'],
			[Buffer.from('ID3'.padEnd(60)), 'not_wav'],
			[Buffer.alloc(0), 'not_wav'],
		] as const)
			expect(no(await put('id/tiga', bytes))).toEqual({ code: 'recording', fault });
		expect(await call()).toBe(before);
	});
	test('of a notice or an agency of this hall is one too, and of nothing else', async () => {
		for (const clip of ['id/agency-polres', 'en/agency-polres', 'id/zone-2', 'id/notice-ulang-tahun', 'en/seven'])
			yes(await put(clip, wav(300)));
		expect((await one('notice-ulang-tahun'))?.text).toBe(NOTICE.text);
		for (const clip of [
			...['id/agency-bank', 'id/zone-3', 'id/notice-lain', 'id/seven', 'en/tiga', 'id/pack', 'id/.before'],
			...['id/..%2f..%2fx', 'id/%2e%2e', 'id/tiga%00', 'id/constructor', 'id/tiga.wav', `id/${'x'.repeat(100)}`],
		])
			expect(no(await put(clip, wav(300))), clip).toMatchObject({ code: 'unknown' });
		expect(no(await put('fr/trois', wav(300)))).toMatchObject({ code: 'malformed' });
		expect(readdirSync(server.ownVoice).sort()).toEqual(['en', 'id']);
	});
	test('must be a WAV file, and no larger than the longest of them', async () => {
		expect(no(await put('id/tiga', wav(300), 'audio/mpeg'))).toMatchObject({ code: 'malformed' });
		expect(no(await put('id/tiga', Buffer.from('{}'), 'application/json'))).toMatchObject({ code: 'malformed' });
		const huge = await server.send('PUT', '/api/v1/voice/id/tiga', {
			token,
			raw: 'the first of them',
			headers: { 'content-type': 'audio/wav', 'content-length': '12000001' },
		});
		expect(huge.status).toBe(413);
	});
	test('is not there to be restored or removed', async () => {
		for (const [method, path] of [
			['POST', '/voice/id/tiga/restore'],
			['DELETE', '/voice/id/tiga'],
		] as const)
			expect(no((await ask(method, path)).json() as Reply<object>)).toEqual({ code: 'recording', fault: 'no_before' });
		expect(written()).toEqual([]);
	});
});

test('every route is the manager’s alone', async () => {
	const officer = await server.signIn('sari');
	for (const [method, path] of [
		['GET', '/voice/id'],
		['GET', '/voice/id/tiga/clip.wav'],
		['PUT', '/voice/id/tiga'],
		['POST', '/voice/id/tiga/restore'],
		['DELETE', '/voice/id/tiga'],
		['POST', '/voice-names'],
		['PUT', '/voice-names'],
		['POST', '/voice-sample'],
		['GET', '/voice-pack'],
		['POST', '/voice-pack'],
	] as const) {
		const body = ['GET', 'DELETE'].includes(method) ? undefined : {};
		expect((await ask(method, path, body, officer)).status, `${method} ${path}`).toBe(403);
		expect((await ask(method, path, body, 'nobody')).status, `${method} ${path}`).toBe(401);
	}
});

describe('the whole voice as one file', () => {
	test('goes out, is looked at, and comes in whole; what it changed can be taken back clip by clip', async () => {
		await put('id/tiga', wav(300));
		await put('en/seven', wav(400));
		await put('id/agency-polres', wav(500));
		const reply = await file('/api/v1/voice-pack');
		expect(reply.headers.get('content-disposition')).toBe('attachment; filename="giliran-suara-palopo-2026-11-23.zip"');
		const zip = Buffer.from(await reply.arrayBuffer());
		expect(Buffer.from(await (await file('/api/v1/voice-pack')).arrayBuffer()).equals(zip)).toBe(true);
		const ours = await call();

		expect(yes(await send(zip)).entries.map((it) => it.change)).toEqual(['same', 'same', 'same']);
		await put('id/tiga', wav(600));
		await ask('DELETE', '/voice/en/seven');
		const plan = yes(await send(zip, '?dry=1'));
		expect(plan).toMatchObject({ hall: 'MPP Contoh', day: '2026-11-23', said: 0 });
		expect(plan.entries.map((it) => `${it.change} ${it.language}/${it.clip}: ${it.text}`)).toEqual([
			'add en/seven: seven',
			'same id/agency-polres: POLRES',
			'replace id/tiga: tiga',
		]);
		expect(await call()).not.toBe(ours);
		yes(await send(zip));
		expect(await call()).toBe(ours);
		expect(written()[0]).toEqual([MANAGER.id, { reason: 'voice recording file of 2 from MPP Contoh' }]);
		yes((await ask('POST', '/voice/id/tiga/restore')).json() as Reply<object>);
		expect(await call()).not.toBe(ours);
	});
	test('with one recording that cannot be used changes nothing and says which', async () => {
		await put('id/tiga', wav(300));
		writeFileSync(path.join(server.ownVoice, 'id', 'dua.wav'), wav(700));
		const zip = Buffer.from(await (await file('/api/v1/voice-pack')).arrayBuffer());
		// The sound of "tiga" is silenced, and nothing else of the file.
		const { zipSync, unzipSync } = await import('fflate');
		const files = unzipSync(zip);
		const spoiled = Buffer.from(zipSync({ ...files, 'id/tiga.wav': wav(0) }, { level: 0 }));
		for (const clip of ['tiga', 'dua']) await ask('DELETE', `/voice/id/${clip}`);
		const before = await call();
		expect(yes(await send(spoiled, '?dry=1')).entries.map((it) => [it.clip, it.change, it.fault])).toEqual([
			['dua', 'add', null],
			['tiga', 'unusable', 'empty'],
		]);
		expect(no(await send(spoiled))).toEqual({ code: 'voice_pack', fault: 'unusable', entry: 'id/tiga.wav' });
		expect(no(await send(Buffer.from('no zip')))).toEqual({ code: 'voice_pack', fault: 'not_zip', entry: null });
		expect(await call()).toBe(before);
	});
	test('of a hall that recorded nothing is refused where it comes in, as there is nothing in it', async () => {
		const zip = Buffer.from(await (await file('/api/v1/voice-pack')).arrayBuffer());
		expect(no(await send(zip))).toEqual({ code: 'voice_pack', fault: 'nothing', entry: null });
	});
});

describe('names', () => {
	test('are spoken by the computer where it can speak, and only those that nobody recorded', async () => {
		await put('id/agency-polres', wav(300));
		const reply = (await ask('POST', '/voice-names', { clip: null })).json() as Reply<object>;
		if (!(await canSpeak())) return expect(no(reply)).toEqual({ code: 'recording', fault: 'no_program' });
		expect(yes(reply)).toEqual({ made: 3, unsayable: [] });
		expect(await one('agency-polres')).toMatchObject({ ms: 420, before: false });
		expect(await one('notice-ulang-tahun')).toMatchObject({ from: 'own' });
		expect(await one('zone-1')).toMatchObject({ from: 'nobody' });
		const made = readFileSync(path.join(server.ownVoice, 'id', 'agency-dpmptsp.wav'));

		yes(
			(
				await ask('PUT', '/voice-names', { clip: 'agency-dpmptsp', said: 'pelayanan satu pintu' })
			).json() as Reply<object>,
		);
		expect((await list()).said).toEqual({ DPMPTSP: 'pelayanan satu pintu' });
		yes((await ask('POST', '/voice-names', { clip: 'agency-dpmptsp' })).json() as Reply<object>);
		expect(readFileSync(path.join(server.ownVoice, 'id', 'agency-dpmptsp.wav')).equals(made)).toBe(false);
		expect(await one('agency-dpmptsp')).toMatchObject({ before: true });
		yes((await ask('PUT', '/voice-names', { clip: 'agency-dpmptsp', said: null })).json() as Reply<object>);
		expect((await list()).said).toEqual({});
	});
	test('are read as words and letters, and by no sign of the program that speaks them', async () => {
		for (const said of ["[[s'a]]", '<break/>', '-q', '', 'a\u0000b', 'x'.repeat(101), 7])
			expect((await ask('PUT', '/voice-names', { clip: 'agency-polres', said })).status, String(said)).toBe(400);
		expect((await ask('PUT', '/voice-names', { clip: 'tiga', said: 'tiga' })).status).toBe(404);
		expect((await ask('POST', '/voice-names', { clip: 'tiga' })).status).toBe(404);
	});
});

test('a call is heard with settings that nobody has saved yet', async () => {
	const { school, desk, english, names } = DEFAULT_VOICE;
	const voice = { school, desk, english, names };
	const sample = async (change: object, more: object = {}) => {
		const body = { voice: { ...voice, ...change }, number: 'A-003', counter: 3, agency: null, recall: false, ...more };
		const reply = await ask('POST', '/voice-sample', body);
		return reply.status === 200 ? reply.headers.etag : reply.status;
	};
	expect(await sample({})).toBe(await call());
	const others = [
		await sample({ desk: 'meja' }),
		await sample({ school: 'without_zeros' }),
		await sample({ english: true }),
		await sample({}, { recall: true }),
	];
	expect(new Set([await call(), ...others]).size).toBe(5);
	expect(await call()).toBe(await sample({}));
	expect(await sample({}, { agency: 'polres' })).toBe(await call());
	await put('id/agency-polres', wav(300));
	expect(await sample({}, { agency: 'polres' })).not.toBe(await call());
	expect(await sample({}, { agency: 'bank' })).toBe(404);
	expect(await sample({}, { number: 'A012' })).toBe(400);
});

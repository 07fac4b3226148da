// Videos and pictures over HTTP, on a real server with a real folder: who may bring them, what boards are shown of them, and
// that what is fetched can do nothing but be seen.

import { createHash } from 'node:crypto';
import { readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { plainLayout } from '../../shared/board.ts';
import { PROTOCOL, type Reply } from '../../shared/contract.ts';
import { DAY_MS } from '../../shared/id.ts';
import { type MediaItem, MOST_BYTES, MOST_MEDIA, RESTORED_WITHIN } from '../../shared/media.ts';
import { droppedFiles } from '../hall/media.ts';
import { JPEG, MP4, PNG, POLYGLOT, REFUSED, WEBM, WEBP } from '../media/testing/files.ts';
import { media, settings } from '../store/schema.ts';
import { spoiled } from '../testing/hostile.ts';
import { BOARD, MANAGER } from '../testing/small-hall.ts';
import { no, yes } from '../testing/test-hall.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { expectWhole } from '../testing/whole.ts';

let server: TestServer;
let token: string;
beforeEach(async () => {
	server = await openTestServer();
	token = await server.signIn(MANAGER.username);
});
afterEach(async () => {
	expect(server.faults).toEqual([]);
	expectWhole(server.store);
	await server.close();
});

const V1 = '/api/v1/media';
const upload = async (
	content: Buffer,
	name = 'berkas',
	type = 'image/png',
): Promise<Reply<{ readonly id: number }>> => {
	const headers = { 'content-type': type };
	const asked = { token, raw: content, headers };
	return (await server.send('POST', `${V1}?name=${encodeURIComponent(name)}`, asked)).json() as Reply<{
		readonly id: number;
	}>;
};
const list = async (): Promise<readonly MediaItem[]> =>
	yes((await server.send('GET', V1, { token })).json() as Reply<{ readonly media: readonly MediaItem[] }>).media;
const names = async (): Promise<readonly string[]> => (await list()).map((it) => it.name);
const put = async (id: number, body: unknown): Promise<Reply<unknown>> =>
	(await server.send('PUT', `${V1}/${id}`, { token, body })).json() as Reply<unknown>;
const post = async (id: number, verb: string): Promise<Reply<unknown>> =>
	(await server.send('POST', `${V1}/${id}/${verb}`, { token })).json() as Reply<unknown>;
const fileOf = (content: Buffer, ending: string): string =>
	`${createHash('sha256').update(content).digest('hex')}.${ending}`;
const onDisk = (): readonly string[] => readdirSync(server.media);
/** Raw bytes, which the test server's own answers would read as text. */
const fetched = (address: string, headers: Record<string, string> = {}) =>
	server.app.http.inject({ method: 'GET', url: address, headers: { host: '127.0.0.1', ...headers } });

describe('the manager', () => {
	test('brings a picture: it stands in the list with its name, and lies on the disk under its hash', async () => {
		const { id } = yes(await upload(PNG, 'Selamat datang "2026" …'));
		expect(await list()).toEqual([
			{
				...{ id, name: 'Selamat datang "2026" …', kind: 'picture', address: `/media/${fileOf(PNG, 'png')}` },
				...{ bytes: PNG.length, seconds: 15, addedAt: server.clock.now(), addedBy: 'Manajer' },
			},
		]);
		expect(onDisk()).toEqual([fileOf(PNG, 'png')]);
	});

	test('is told what the file is by its content, whatever it is called', async () => {
		yes(await upload(MP4, 'bukan-video.png', 'image/png'));
		yes(await upload(JPEG, 'foto.mp4', 'video/mp4'));
		expect((await list()).map((it) => it.kind)).toEqual(['video', 'picture']);
	});

	test('is refused what boards cannot show, whatever it says it is', async () => {
		for (const [what, content] of Object.entries(REFUSED))
			expect(no(await upload(content, 'x', 'image/svg+xml')), what).toEqual({ code: 'media', fault: 'kind' });
		expect(await list()).toEqual([]);
		expect(onDisk()).toEqual([]);
	});

	test('is told of a file that is called like a picture or a video, and holds none, that it is damaged', async () => {
		for (const name of ['jam.png', 'JAM.JPG', 'foto.jpeg', 'profil.mp4', 'maklumat.webp', 'x.webm'])
			expect(no(await upload(Buffer.alloc(0), name)), name).toEqual({ code: 'media', fault: 'damaged' });
		expect(no(await upload(Buffer.alloc(0), 'png'))).toEqual({ code: 'media', fault: 'kind' });
		expect(onDisk()).toEqual([]);
	});

	test('is refused a picture too large, and what is shown already', async () => {
		const large = Buffer.concat([JPEG], MOST_BYTES.picture + 1);
		expect(no(await upload(large))).toEqual({ code: 'media', fault: 'large' });
		yes(await upload(PNG, 'satu'));
		expect(no(await upload(PNG, 'dua'))).toEqual({ code: 'media', fault: 'known' });
		expect(await names()).toEqual(['satu']);
		expect(onDisk()).toHaveLength(1);
	});

	test('is refused one more than there may be', async () => {
		for (let it = 0; it < MOST_MEDIA; it++) yes(await upload(Buffer.concat([JPEG, Buffer.from([it])]), `${it}`));
		expect(no(await upload(JPEG))).toEqual({ code: 'media', fault: 'full' });
	});

	test('orders them, and says how long a picture stands', async () => {
		for (const [name, content] of Object.entries({ satu: PNG, dua: JPEG, tiga: WEBP }))
			yes(await upload(content, name));
		const [one, two] = await list();
		yes(await put(Number(one?.id), { seconds: 30, position: 2 }));
		expect(await names()).toEqual(['dua', 'tiga', 'satu']);
		yes(await put(Number(two?.id), { seconds: 3, position: MOST_MEDIA }));
		expect((await list()).map(({ name, seconds }) => [name, seconds])).toEqual([
			['tiga', 15],
			['satu', 30],
			['dua', 3],
		]);
		expect(no(await put(9_999, { seconds: 30, position: 0 }))).toEqual({ code: 'unknown', what: 'media' });
		for (const bad of spoiled({ seconds: 30, position: 0 }))
			expect(await put(Number(one?.id), bad), JSON.stringify(bad)).toMatchObject({ refusal: { code: 'malformed' } });
		for (const seconds of [2, 601]) expect((await put(Number(one?.id), { seconds, position: 0 })).ok).toBe(false);
	});

	test('takes one away and brings it back to its place, within a day', async () => {
		for (const [name, content] of Object.entries({ satu: PNG, dua: JPEG })) yes(await upload(content, name));
		const [one] = await list();
		const id = Number(one?.id);
		yes(await post(id, 'retire'));
		expect(await names()).toEqual(['dua']);
		expect(no(await post(id, 'retire'))).toEqual({ code: 'unknown', what: 'media' });
		expect(onDisk()).toHaveLength(2);
		server.clock.pass(RESTORED_WITHIN - 1);
		token = await server.signIn(MANAGER.username);
		yes(await post(id, 'restore'));
		expect(await names()).toEqual(['satu', 'dua']);
		expect(no(await post(id, 'restore'))).toEqual({ code: 'unknown', what: 'media' });
		yes(await post(id, 'retire'));
		server.clock.pass(RESTORED_WITHIN);
		token = await server.signIn(MANAGER.username);
		expect(no(await post(id, 'restore'))).toEqual({ code: 'unknown', what: 'media' });
	});

	test('brings the same picture anew after taking it away; the old one then cannot come back beside it', async () => {
		const { id } = yes(await upload(PNG, 'lama'));
		yes(await post(id, 'retire'));
		yes(await upload(PNG, 'baru'));
		expect(no(await post(id, 'restore'))).toEqual({ code: 'media', fault: 'known' });
		expect(await names()).toEqual(['baru']);
	});

	test('needs a name for it that people can read', async () => {
		for (const name of ['', ' ', 'a\u0000b', 'a\u202eb', 'x'.repeat(201)])
			expect(await upload(PNG, name)).toMatchObject({ refusal: { code: 'malformed' } });
		expect(onDisk()).toEqual([]);
	});

	test('breaks the connection off in the middle: nothing stays behind', async () => {
		const socket = connect(server.port, '127.0.0.1');
		const head = [`POST ${V1}?name=x HTTP/1.1`, 'host: 127.0.0.1', 'content-type: video/mp4', 'content-length: 100000'];
		socket.write(`${[...head, `authorization: Bearer ${token}`].join('\r\n')}\r\n\r\n`);
		socket.write(MP4);
		await vi.waitFor(() => expect(onDisk()).toHaveLength(1));
		expect(onDisk()[0]).toMatch(/\.part$/);
		socket.destroy();
		await vi.waitFor(() => expect(onDisk()).toEqual([]));
		expect(await list()).toEqual([]);
	});
});

test('nobody but the manager changes or lists them, and only bodies of videos and pictures come in', async () => {
	const { id } = yes(await upload(PNG));
	const sari = await server.signIn('sari');
	const asks = [
		['GET', V1],
		['POST', `${V1}?name=x`],
		['PUT', `${V1}/${id}`],
		['POST', `${V1}/${id}/retire`],
		['POST', `${V1}/${id}/restore`],
	] as const;
	for (const [method, address] of asks) {
		const content = method === 'POST' && address.includes('name');
		const body = content ? { raw: JPEG, headers: { 'content-type': 'image/jpeg' } } : {};
		expect((await server.send(method, address, { token: sari, ...body })).status, address).toBe(403);
		expect((await server.send(method, address, { token: BOARD.token, ...body })).status, address).toBe(401);
		expect((await server.send(method, address, body)).status, address).toBe(401);
	}
	// A page of another site cannot send our header.
	const browser = { 'content-type': 'image/jpeg', 'sec-fetch-site': 'same-origin' };
	expect((await server.send('POST', `${V1}?name=x`, { token, raw: JPEG, headers: browser })).status).toBe(403);
	for (const type of ['text/html', 'application/octet-stream', 'multipart/form-data']) {
		const answer = await server.send('POST', `${V1}?name=x`, { token, raw: JPEG, headers: { 'content-type': type } });
		expect(answer.status, type).toBe(415);
	}
	expect(await names()).toEqual(['berkas']);
	expect(onDisk()).toHaveLength(1);
});

describe('a file that is fetched', () => {
	test('is sent as what it is, kept for good, and can run nothing', async () => {
		yes(await upload(POLYGLOT, 'foto.html', 'image/jpeg'));
		const { statusCode, headers, rawPayload } = await fetched(`/media/${fileOf(POLYGLOT, 'jpg')}`);
		expect(statusCode).toBe(200);
		expect(rawPayload).toEqual(POLYGLOT);
		expect(headers).toMatchObject({
			'content-type': 'image/jpeg',
			'content-length': String(POLYGLOT.length),
			'content-security-policy': "sandbox; default-src 'none'",
			'x-content-type-options': 'nosniff',
			'cache-control': 'public, max-age=31536000, immutable',
			'accept-ranges': 'bytes',
		});
	});

	test('is sent in the part that a TV asks for, and not again when it is known', async () => {
		yes(await upload(WEBM, 'video', 'video/webm'));
		const address = `/media/${fileOf(WEBM, 'webm')}`;
		const part = await fetched(address, { range: 'bytes=10-19' });
		expect([part.statusCode, part.rawPayload, part.headers['content-range'], part.headers['content-length']]).toEqual([
			...[206, WEBM.subarray(10, 20), `bytes 10-19/${WEBM.length}`, '10'],
		]);
		expect((await fetched(address, { range: 'bytes=-5' })).rawPayload).toEqual(WEBM.subarray(-5));
		const beyond = await fetched(address, { range: 'bytes=9999-' });
		expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, `bytes */${WEBM.length}`]);
		expect((await fetched(address, { 'if-none-match': String(part.headers.etag) })).statusCode).toBe(304);
		const head = await server.app.http.inject({ method: 'HEAD', url: address, headers: { host: '127.0.0.1' } });
		expect([head.statusCode, head.headers['content-length'], head.rawPayload.length]).toEqual([
			...[200, String(WEBM.length), 0],
		]);
	});

	test('is one of the hall’s own, and lies where it says', async () => {
		yes(await upload(PNG));
		const own = fileOf(PNG, 'png');
		writeFileSync(path.join(server.media, '.env'), 'SECRET=1');
		writeFileSync(path.join(server.media, fileOf(JPEG, 'jpg')), JPEG);
		const outside = [
			...['.env', '%2eenv', '..%2f.env', '%2e%2e%2f%2e%2e%2fetc%2fpasswd', '..', '%2e%2e', '....//', `${own}%00`],
			...[
				`${own}%00.html`,
				`${own}.part`,
				own.toUpperCase(),
				`.%2f${own}`,
				'',
				'%',
				'%ff',
				`${own}/x`,
				'x'.repeat(5_000),
			],
			// On the disk, but in no row.
			fileOf(JPEG, 'jpg'),
		];
		for (const name of outside) {
			const { status, text, headers } = await server.send('GET', `/media/${name}`);
			expect([400, 404, 414], name).toContain(status);
			expect(text).not.toContain('SECRET');
			expect(headers['content-type']).toMatch(/^text\/plain|^application\/json/);
		}
		expect((await fetched(`/media/${own}`)).statusCode).toBe(200);
		// Somebody put a link in its place.
		renameSync(path.join(server.media, own), path.join(server.media, 'away'));
		symlinkSync(path.join(server.media, '.env'), path.join(server.media, own));
		const { status, text } = await server.send('GET', `/media/${own}`);
		expect([status, text.includes('SECRET')]).toEqual([404, false]);
		rmSync(path.join(server.media, own));
		expect((await server.send('GET', `/media/${own}`)).status).toBe(404);
	});
});

describe('a board', () => {
	const look = { ...plainLayout(null), side: 'media' as const };
	const watch = () => server.connect('board', { auth: { protocol: PROTOCOL, token: null, zone: null, look } });

	test('with media at its side is shown what is brought, ordered and taken away, at once', async () => {
		const board = await watch();
		expect(board.shown().view.media).toEqual([]);
		const { id } = yes(await upload(PNG, 'satu'));
		yes(await upload(MP4, 'dua', 'video/mp4'));
		const picture = { kind: 'picture', address: `/media/${fileOf(PNG, 'png')}`, seconds: 15 };
		const video = { kind: 'video', address: `/media/${fileOf(MP4, 'mp4')}`, seconds: 15 };
		expect((await board.until((it) => it.media.length === 2)).media).toEqual([picture, video]);
		yes(await put(id, { seconds: 20, position: 1 }));
		await board.until((it) => it.media[1]?.seconds === 20);
		yes(await post(id, 'retire'));
		expect((await board.until((it) => it.media.length === 1)).media).toEqual([video]);
	});

	test('without a side for it is shown none', async () => {
		const board = await server.connect('board');
		yes(await upload(PNG));
		expect((await server.connect('board')).shown().view.media).toEqual([]);
		expect(board.shown().view.media).toEqual([]);
	});
});

test('a file is needed while it is shown and for a day after, and every change stands in the journal', async () => {
	const { id } = yes(await upload(PNG));
	const { hall } = server.app;
	const dropped = (at: number) => [...droppedFiles(hall, at)];
	expect(dropped(server.clock.now() + 100 * DAY_MS)).toEqual([]);
	yes(await post(id, 'retire'));
	const gone = server.clock.now() + RESTORED_WITHIN;
	expect(dropped(gone - 1)).toEqual([]);
	expect(dropped(gone)).toEqual([fileOf(PNG, 'png')]);
	const reasons = hall.rows.newsAfter(0 as never).filter((it) => it.kind === 'hall_changed');
	expect(reasons).toHaveLength(2);
	expect(server.store.tables.select().from(media).all()).toHaveLength(1);
	expect(server.store.tables.select().from(settings).all()).toHaveLength(1);
});

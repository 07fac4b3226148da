// What the hall's folder of videos and pictures takes, and that nothing else ever lies in it or comes out of it.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MOST_BYTES } from '../../shared/media.ts';
import { type Kept, type MediaFiles, openMediaFiles } from './files.ts';
import { JPEG, MP4, PNG, REFUSED, WEBM, WEBP } from './testing/files.ts';

let folder: string;
let files: MediaFiles;
beforeEach(() => {
	folder = path.join(mkdtempSync(path.join(tmpdir(), 'giliran-media-')), 'media');
	// A test must not depend on how full the disk of this machine is.
	files = openMediaFiles(folder, 0);
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

const keep = (content: Buffer, pieces = 1): Promise<Kept> => {
	const size = Math.max(1, Math.ceil(content.length / pieces));
	const chunks = Array.from({ length: pieces }, (_, it) => content.subarray(it * size, (it + 1) * size));
	return files.keep(Readable.from(chunks) as AsyncIterable<Buffer>, content.length);
};
const kept = async (content: Buffer): Promise<string> => {
	const done = await keep(content);
	if (!done.ok) throw new Error(done.fault);
	return done.file;
};
const there = (): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);
const filled = (head: Buffer, bytes: number): Buffer => Buffer.concat([head], bytes);

describe('a file is kept', () => {
	test.each([
		['mp4', 'video', MP4],
		['webm', 'video', WEBM],
		['jpg', 'picture', JPEG],
		['png', 'picture', PNG],
		['webp', 'picture', WEBP],
	] as const)(
		'%s, a %s, under the hash of its content, in however many pieces it comes',
		async (ending, kind, content) => {
			const file = `${createHash('sha256').update(content).digest('hex')}.${ending}`;
			expect(await keep(content)).toEqual({ ok: true, file, kind, bytes: content.length });
			expect(await keep(content, content.length)).toEqual({ ok: true, file, kind, bytes: content.length });
			expect(there()).toEqual([file]);
			const found = await files.find(file);
			expect(found && (await buffer(found.read(0, found.bytes - 1)))).toEqual(content);
			expect(found && (await buffer(found.read(3, 9)))).toEqual(content.subarray(3, 10));
		},
	);

	test('a video may be larger than a picture, each up to its own size', async () => {
		const most = MOST_BYTES.picture;
		expect(await keep(filled(JPEG, most), 40)).toMatchObject({ ok: true, bytes: most });
		expect(await keep(filled(JPEG, most + 1), 40)).toEqual({ ok: false, fault: 'large' });
		expect(await keep(filled(MP4, most + 1), 40)).toMatchObject({ ok: true, kind: 'video' });
		expect(there()).toHaveLength(2);
	});
});

describe('a file is refused, and nothing of it stays behind', () => {
	afterEach(() => expect(there()).toEqual([]));

	test.each(Object.entries(REFUSED))('%s', async (_, content) => {
		expect(await keep(content)).toEqual({ ok: false, fault: 'kind' });
		expect(await keep(content, 7)).toEqual({ ok: false, fault: 'kind' });
	});

	test('too large by its sender’s own word: not one byte is read', async () => {
		let read = 0;
		const content = Readable.from(
			(function* () {
				read += 1;
				yield MP4;
			})(),
		) as AsyncIterable<Buffer>;
		expect(await files.keep(content, MOST_BYTES.video + 1)).toEqual({ ok: false, fault: 'large' });
		expect(read).toBe(0);
	});

	test.each([
		['ECONNRESET', 'broken'],
		['ENOSPC', 'disk'],
		['EDQUOT', 'disk'],
	] as const)('it breaks off in the middle (%s)', async (code, fault) => {
		const content = (async function* () {
			yield MP4;
			throw Object.assign(new Error(code), { code });
		})();
		expect(await files.keep(content, 1_000_000)).toEqual({ ok: false, fault });
	});

	test('it is shorter than was said', async () => {
		const content = Readable.from([MP4]) as AsyncIterable<Buffer>;
		expect(await files.keep(content, MP4.length + 1)).toEqual({ ok: false, fault: 'broken' });
	});

	test('a fault of our own is not hidden', async () => {
		const content = (async function* () {
			yield MP4;
			throw new TypeError('a bug');
		})();
		await expect(files.keep(content, null)).rejects.toThrow('a bug');
	});

	test('the disk would be too full for the hall’s own data', async () => {
		files = openMediaFiles(folder, Number.MAX_SAFE_INTEGER);
		expect(await keep(PNG)).toEqual({ ok: false, fault: 'disk' });
	});
});

describe('what lies in the folder', () => {
	test('is found by its own name only', async () => {
		const file = await kept(PNG);
		const odd = [
			'',
			'.',
			'..',
			'.env',
			`../media/${file}`,
			`./${file}`,
			`${file}\0`,
			file.toUpperCase(),
			`${file}.part`,
		];
		for (const name of odd) expect(await files.find(name), name).toBeNull();
		expect(await files.find(file.replace(/^./, (it) => (it === '0' ? '1' : '0')))).toBeNull();
	});

	test('is no link and no folder', async () => {
		const file = await kept(PNG);
		rmSync(path.join(folder, file));
		writeFileSync(path.join(folder, '..', 'secret'), 'secret');
		symlinkSync(path.join(folder, '..', 'secret'), path.join(folder, file));
		expect(await files.find(file)).toBeNull();
		rmSync(path.join(folder, file));
		mkdirSync(path.join(folder, file));
		expect(await files.find(file)).toBeNull();
	});

	test('is swept of what was dropped and of what never came whole; what it does not know is left', async () => {
		const [shown, gone] = [await kept(PNG), await kept(MP4)];
		writeFileSync(path.join(folder, '0b3cb0b2-0e3f-4d53-8f0a-5d4a3f0d2b11.part'), 'half');
		writeFileSync(path.join(folder, 'catatan.txt'), 'not ours');
		await files.sweep(new Set([gone]));
		expect([...there()].sort()).toEqual([shown, 'catatan.txt'].sort());
		expect(await files.find(gone)).toBeNull();
	});

	test('is nothing before the first file: a hall without videos has no folder', async () => {
		await files.sweep(new Set());
		expect(await files.find(`${'0'.repeat(64)}.png`)).toBeNull();
		expect(existsSync(folder)).toBe(false);
	});
});

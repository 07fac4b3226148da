// Videos and pictures on the disk of the hall. What comes is judged by its first bytes and its size, written aside while it is
// hashed, and given its name, which is that hash, only when it is whole: nothing half-come is ever shown or left behind.

import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import {
	type Ending,
	endingOf,
	HEAD_BYTES,
	type MediaFault,
	type MediaKind,
	MOST_BYTES,
	TYPES,
} from '../../shared/media.ts';

export type Kept =
	| { readonly ok: true; readonly file: string; readonly kind: MediaKind; readonly bytes: number }
	| { readonly ok: false; readonly fault: Extract<MediaFault, 'kind' | 'large' | 'disk' | 'broken'> };

export interface Found {
	readonly bytes: number;
	/** As it is sent: "video/mp4". */
	readonly type: string;
	/** From the first to the last byte, both included. */
	readonly read: (first: number, last: number) => Readable;
}

export interface MediaFiles {
	/** `announced`: how many bytes the sender says that it is; null: it does not say. */
	readonly keep: (content: AsyncIterable<Buffer>, announced: number | null) => Promise<Kept>;
	/** null: no file of ours goes by that name. */
	readonly find: (file: string) => Promise<Found | null>;
	/** Deletes these, and what never came whole. Only while nothing is being kept. */
	readonly sweep: (dropped: ReadonlySet<string>) => Promise<void>;
}

const NAME = /^[0-9a-f]{64}\.(mp4|webm|jpg|png|webp)$/;
const UNFINISHED = /^[0-9a-f-]{36}\.part$/;
/** Left free for the hall's own rows: a video must never be why a number cannot be given. */
export const SPARE_BYTES = 512 * 1024 * 1024;

const DISK_FULL = new Set(['ENOSPC', 'EDQUOT']);
const SENDER_GONE = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR']);

const no = (fault: Extract<Kept, { ok: false }>['fault']): Kept => ({ ok: false, fault });
const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException)?.code);

/** The folder is made when the first file comes. */
export function openMediaFiles(folder: string, spare = SPARE_BYTES): MediaFiles {
	const inside = (name: string): string => path.join(folder, name);
	return {
		keep: async (content, announced) => {
			if (announced !== null && announced > MOST_BYTES.video) return no('large');
			await mkdir(folder, { recursive: true });
			const { bavail, bsize } = await statfs(folder);
			if (bavail * bsize < spare + (announced ?? MOST_BYTES.video)) return no('disk');
			const part = inside(`${randomUUID()}.part`);
			try {
				const written = await write(content, part);
				if (!written.ok) return written;
				if (announced !== null && written.bytes !== announced) return no('broken');
				await rename(part, inside(written.file));
				return written;
			} catch (error) {
				if (DISK_FULL.has(codeOf(error))) return no('disk');
				if (SENDER_GONE.has(codeOf(error))) return no('broken');
				throw error;
			} finally {
				await rm(part, { force: true });
			}
		},
		find: async (file) => {
			const ending = NAME.exec(file)?.[1] as Ending | undefined;
			// Not followed: a link could lead out of the folder.
			const stat = ending && (await lstat(inside(file)).catch(notThere));
			if (!ending || !stat?.isFile()) return null;
			return {
				bytes: stat.size,
				type: TYPES[ending].type,
				read: (start, end) => createReadStream(inside(file), { start, end }),
			};
		},
		sweep: async (dropped) => {
			const names = (await readdir(folder).catch(notThere)) ?? [];
			const gone = names.filter((it) => UNFINISHED.test(it) || (NAME.test(it) && dropped.has(it)));
			await Promise.all(gone.map((it) => rm(inside(it), { force: true })));
		},
	};
}

function notThere(error: unknown): undefined {
	if (codeOf(error) !== 'ENOENT') throw error;
}

/** Stops reading at the first byte too many, or as soon as it is seen to be of no use. */
async function write(content: AsyncIterable<Buffer>, to: string): Promise<Kept> {
	const handle = await open(to, 'wx', 0o640);
	try {
		return await judge(content, handle);
	} finally {
		await handle.close();
	}
}

async function judge(content: AsyncIterable<Buffer>, handle: FileHandle): Promise<Kept> {
	const hash = createHash('sha256');
	let [head, bytes, ending]: [Buffer, number, Ending | null] = [Buffer.alloc(0), 0, null];
	for await (const chunk of content) {
		bytes += chunk.length;
		if (head.length < HEAD_BYTES) {
			head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
			ending = endingOf(head);
			if (head.length === HEAD_BYTES && ending === null) return no('kind');
		}
		if (bytes > MOST_BYTES[ending === null ? 'video' : TYPES[ending].kind]) return no('large');
		hash.update(chunk);
		await handle.appendFile(chunk);
	}
	if (ending === null) return no('kind');
	// On the disk before a row says that it is there.
	await handle.sync();
	return { ok: true, file: `${hash.digest('hex')}.${ending}`, kind: TYPES[ending].kind, bytes };
}

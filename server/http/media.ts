// Videos and pictures over HTTP: the manager brings, orders and takes away; boards, and whoever looks at one, fetch them. What
// is sent out can be shown and do nothing else: no program in it runs, whatever it holds.

import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Instant, type MediaId, MINUTE, type OfficerId } from '../../shared/id.ts';
import { MOST_MEDIA, SECONDS, strangeFile } from '../../shared/media.ts';
import { words } from '../../shared/words/words.ts';
import { answer, type Log, shaped } from '../ask/asks.ts';
import { words as text } from '../ask/shapes.ts';
import { managerOf } from '../ask/who.ts';
import { addMedia, changeMedia, restoreMedia, retireMedia } from '../hall/media.ts';
import { refuse } from '../hall/refused.ts';
import type { MediaFiles } from '../media/files.ts';
import type { Commits } from '../store/commit.ts';
import type { Hall } from '../store/hall.ts';
import { isMediaFile, mediaList } from '../views/media.ts';
import { sendStreamed } from './ranges.ts';
import { send } from './reply.ts';

export interface MediaParts {
	readonly hall: Hall;
	readonly commits: Commits;
	readonly files: MediaFiles;
	readonly clock: () => Instant;
	readonly log: Log;
}

const newMedia = z.strictObject({ name: text(200) });
const mediaPath = z.strictObject({
	id: z.coerce
		.number()
		.int()
		.min(1)
		.transform((id) => id as MediaId),
});
const mediaChange = z.strictObject({
	seconds: z.int().min(SECONDS.least).max(SECONDS.most),
	position: z.int().min(0).max(MOST_MEDIA),
});
const DONE = {};

/** What comes by a line that has gone silent is not waited for. */
const SILENT_FOR = MINUTE;
/** Twenty boards that play a video in parts, all day. */
const OFTEN = { rateLimit: { max: 3_000, timeWindow: '1 minute' } };
/** Named by the hash of its content: what has a name never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Opened by itself it is a picture and nothing else, even where it is also a page. */
const SHUT = { 'content-security-policy': "sandbox; default-src 'none'" };

export function serveMedia(http: FastifyInstance, { hall, commits, files, clock, log }: MediaParts): void {
	const manager = (request: FastifyRequest): OfficerId => managerOf(hall, request.headers, clock());
	const describe = (summary: string, body?: z.ZodType) => ({
		schema: { summary: `${summary} (manager token).`, tags: ['v1'], ...(body ? { body } : {}) },
	});

	http.get('/api/v1/media', describe('What boards show beside the calls'), async (request, reply) =>
		send(
			reply,
			await answer(log, () => {
				manager(request);
				return mediaList(hall, clock());
			}),
		),
	);
	/** The body goes to the disk as it comes. */
	async function take(request: FastifyRequest, by: OfficerId): Promise<{ readonly id: MediaId }> {
		const { name } = shaped(newMedia, request.query);
		const content = request.body as IncomingMessage;
		content.setTimeout(SILENT_FOR, () => content.destroy());
		const length = request.headers['content-length'];
		// What is refused is not cut off: its sender hears why.
		const chunks = content.iterator({ destroyOnReturn: false });
		const kept = await files.keep(chunks, length === undefined ? null : Number(length));
		if (!kept.ok) refuse({ code: 'media', fault: kept.fault === 'kind' ? strangeFile(name) : kept.fault });
		const { file, kind, bytes } = kept;
		return commits.run((at) => ({ id: addMedia(hall, { name, file, kind, bytes }, by, at) }));
	}
	// In a room of its own: no other route takes bodies of these types.
	http.register(async (here) => {
		here.addContentTypeParser(/^(video|image)\//, (_, content, done) => done(null, content));
		here.post(
			'/api/v1/media',
			describe('Adds a video or a picture: the file is the body, its name stands in the address'),
			async (request, reply) => {
				const who = await answer(log, () => manager(request));
				// A stranger's file is not even read.
				if (!who.ok) return send(reply.header('connection', 'close'), who);
				return send(reply, await answer(log, () => take(request, who.value)), 201);
			},
		);
	});
	http.put(
		'/api/v1/media/:id',
		describe('How long it stands, and its place in the order', mediaChange),
		async (request, reply) =>
			send(
				reply,
				await answer(log, () => {
					const by = manager(request);
					const { id } = shaped(mediaPath, request.params);
					const change = shaped(mediaChange, request.body);
					return commits.run((at) => {
						changeMedia(hall, id, change, by, at);
						return DONE;
					});
				}),
			),
	);
	for (const [name, verb, summary] of [
		['retire', retireMedia, 'Shows it no more'],
		['restore', restoreMedia, 'Shows again what was taken away within a day'],
	] as const) {
		http.post(`/api/v1/media/:id/${name}`, describe(summary), async (request, reply) =>
			send(
				reply,
				await answer(log, () => {
					const by = manager(request);
					const { id } = shaped(mediaPath, request.params);
					return commits.run((at) => {
						verb(hall, id, by, at);
						return DONE;
					});
				}),
			),
		);
	}

	http.get('/media/:file', { config: OFTEN }, async (request, reply) => {
		const { file } = request.params as { file: string };
		reply.headers(SHUT);
		const found = isMediaFile(hall, file) ? await files.find(file) : null;
		if (!found)
			return reply
				.code(404)
				.type('text/plain')
				.send(words.id.common.refusal({ code: 'unknown', what: 'address' }));
		return sendStreamed(request, reply, {
			...{ length: found.bytes, type: found.type, read: found.read },
			...{ tag: `"${file}"`, cacheControl: FOR_EVER },
		});
	});
}

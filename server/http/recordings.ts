// The manager records the hall's own voice over HTTP: what there is to record, one take after the other, and what was before.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Recordings, Taken } from '../../shared/recording.ts';
import { answer, shaped } from '../ask/asks.ts';
import { refuse } from '../hall/refused.ts';
import { canSpeak } from '../voice/espeak.ts';
import { readLexicon } from '../voice/names.ts';
import type { NewTake } from '../voice/own.ts';
import { readPack } from '../voice/pack.ts';
import { takeOf } from '../voice/take.ts';
import { type Said, said } from '../voice/voices.ts';
import { readWav } from '../voice/wav.ts';
import { sendRanged } from './ranges.ts';
import { send } from './reply.ts';
import { OFTEN, ofManager, openStudio, type RecordingsParts, type Studio } from './studio.ts';
import { serveVoiceFiles } from './voice-files.ts';
import { serveVoiceNames } from './voice-names.ts';

const language = z.enum(['id', 'en']);
const listPath = z.strictObject({ lang: language });
const clipPath = z.strictObject({ lang: language, clip: z.string().max(100) });
const which = z.strictObject({ from: z.enum(['now', 'before', 'bundled']).default('now') });
/** Fifteen seconds of two channels at 192,000 samples a second. */
const LARGEST_TAKE = 12_000_000;
const DONE = {};
/** Always asked again, and not sent again where it is the same. */
const ASK_AGAIN = 'private, no-cache';

export function serveRecordings(http: FastifyInstance, parts: RecordingsParts): void {
	const { own: folder } = parts.voices.folders;
	// A hall without a folder of its own has nothing to record into.
	if (folder === null) return;
	const studio = openStudio(parts, folder);
	serveClips(http, studio);
	serveVoiceNames(http, studio);
	serveVoiceFiles(http, studio);
}

/** A sound that only the manager may hear. */
export async function sendSound(
	{ log, manager }: Studio,
	request: FastifyRequest,
	reply: FastifyReply,
	make: () => Said | null,
): Promise<FastifyReply> {
	const made = await answer(log, () => {
		manager(request);
		return make() ?? refuse({ code: 'unknown', what: 'address' });
	});
	if (!made.ok) return send(reply, made);
	const { wav, tag } = made.value;
	return sendRanged(request, reply, { bytes: wav, type: 'audio/wav', tag, cacheControl: ASK_AGAIN });
}

function serveClips(http: FastifyInstance, studio: Studio): void {
	const { hall, voices, log, folder, own, manager } = studio;
	/** The clip that the address names; refuses what this hall has not, so that none is ever a path. */
	const clipOf = (request: FastifyRequest): Pick<NewTake, 'language' | 'clip'> => {
		const { lang, clip } = shaped(clipPath, request.params);
		return studio.isToRecord(lang, clip) ? { language: lang, clip } : refuse({ code: 'unknown', what: 'address' });
	};

	http.get(
		'/api/v1/voice/:lang',
		{ config: OFTEN, schema: ofManager('What there is to record, and what was recorded') },
		async (request, reply) =>
			send(
				reply,
				await answer(log, async (): Promise<Recordings> => {
					manager(request);
					const { lang } = shaped(listPath, request.params);
					return {
						recordings: own.list(voices.pack(lang), studio.names()),
						speaks: await canSpeak(),
						said: readLexicon(folder),
						agencies: hall.catalogue().agencies.map(({ id, shortName, zone }) => ({ id, shortName, zone })),
					};
				}),
			),
	);
	http.get(
		'/api/v1/voice/:lang/:clip/clip.wav',
		{ config: OFTEN, schema: ofManager('One recording, as it is said') },
		async (request, reply) =>
			sendSound(studio, request, reply, () => {
				const { language: lang, clip } = clipOf(request);
				const { from } = shaped(which, request.query);
				if (from === 'before') {
					const read = readWav(own.read(lang, clip, 'before') ?? Buffer.alloc(0));
					return read.ok ? said(read.samples) : null;
				}
				const { bundled } = voices.folders;
				const pack = from === 'now' ? voices.pack(lang) : readPack(lang, { bundled, own: null });
				const found = pack.clip(clip, 'inside');
				return found && said(found.samples);
			}),
	);

	// In a room of its own: no other route takes bodies of this type.
	http.register(async (here) => {
		here.addContentTypeParser(
			['audio/wav', 'audio/x-wav', 'audio/wave'],
			{ parseAs: 'buffer', bodyLimit: LARGEST_TAKE },
			(_, body, done) => done(null, body),
		);
		here.put(
			'/api/v1/voice/:lang/:clip',
			{ config: OFTEN, schema: ofManager('Keeps a take: the WAV file is the body'), bodyLimit: LARGEST_TAKE },
			async (request, reply) =>
				send(
					reply,
					await answer(log, async (): Promise<Taken> => {
						const by = manager(request);
						const clip = clipOf(request);
						if (!Buffer.isBuffer(request.body)) refuse({ code: 'malformed', where: 'body' });
						const take = takeOf(request.body);
						if (typeof take === 'string') refuse({ code: 'recording', fault: take });
						await studio.keep([{ ...clip, wav: take.wav }], `${clip.language}/${clip.clip}`, by);
						return { doubts: take.doubts };
					}),
				),
		);
	});
	for (const { method, path, verb, summary } of [
		{
			method: 'POST',
			path: '/restore',
			verb: own.restore,
			summary: 'The take before and the present one change places',
		},
		{ method: 'DELETE', path: '', verb: own.remove, summary: 'The bundled recording is said again' },
	] as const) {
		http.route({
			method,
			url: `/api/v1/voice/:lang/:clip${path}`,
			...{ config: OFTEN, schema: ofManager(summary) },
			handler: async (request, reply) =>
				send(
					reply,
					await answer(log, async () => {
						const by = manager(request);
						const { language: lang, clip } = clipOf(request);
						await studio.change(`${lang}/${clip}`, by, () => {
							if (!verb(lang, clip)) refuse({ code: 'recording', fault: 'no_before' });
						});
						return DONE;
					}),
				),
		});
	}
}

// The hall's whole voice as one file: to take away, and to bring from another hall, looked at first and then kept whole or
// not at all.

import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { dayOf } from '../../shared/day.ts';
import type { PackPlan } from '../../shared/recording.ts';
import type { Language } from '../../shared/words/words.ts';
import { answer, shaped } from '../ask/asks.ts';
import { refuse } from '../hall/refused.ts';
import { readLexicon, writeLexicon } from '../voice/names.ts';
import {
	type Judged,
	judge,
	type PackedClip,
	readVoiceFile,
	type VoiceFile,
	writeVoiceFile,
} from '../voice/pack-file.ts';
import { takeOf } from '../voice/take.ts';
import { send } from './reply.ts';
import { OFTEN, ofManager, type Studio } from './studio.ts';

const dryQuery = z.strictObject({ dry: z.literal('1').optional() });
/** Both languages of a hall with many agencies come to some 15 MB. */
const LARGEST_FILE = 40_000_000;
const LANGUAGES: readonly Language[] = ['id', 'en'];

export function serveVoiceFiles(http: FastifyInstance, studio: Studio): void {
	const { hall, voices, clock, log, folder, own, manager } = studio;

	/** Every recording of the hall's own that can be used. */
	async function* ownClips(): AsyncGenerator<PackedClip> {
		for (const language of LANGUAGES)
			for (const { clip, text, from } of own.list(voices.pack(language), studio.names())) {
				const take = from === 'own' ? takeOf(own.read(language, clip, 'now') ?? Buffer.alloc(0)) : 'empty';
				if (typeof take !== 'string') yield { language, clip, text, wav: take.wav };
				// Calls go on while a hundred recordings are read.
				await setImmediate();
			}
	}
	http.get(
		'/api/v1/voice-pack',
		{ config: OFTEN, schema: ofManager('The hall’s own recordings as one .zip') },
		async (request, reply) => {
			const made = await answer(log, async () => {
				manager(request);
				const { name, city, timeZone } = hall.catalogue().settings;
				const day = dayOf(clock(), timeZone);
				const clips: PackedClip[] = [];
				for await (const clip of ownClips()) clips.push(clip);
				const file = Buffer.from(writeVoiceFile({ hall: name, day, said: readLexicon(folder), clips }));
				return { file, name: `giliran-suara-${slugOf(city)}-${day}.zip` };
			});
			if (!made.ok) return send(reply, made);
			return reply
				.headers({ 'cache-control': 'no-store', 'content-disposition': `attachment; filename="${made.value.name}"` })
				.type('application/zip')
				.send(made.value.file);
		},
	);

	async function judged({ clips }: VoiceFile): Promise<readonly Judged[]> {
		const all: Judged[] = [];
		for (const clip of clips) {
			const known = studio.isToRecord(clip.language, clip.clip);
			all.push(judge(clip, known, known ? own.read(clip.language, clip.clip, 'now') : null));
			await setImmediate();
		}
		return all;
	}
	http.register(async (here) => {
		here.addContentTypeParser(
			['application/zip', 'application/x-zip-compressed'],
			{ parseAs: 'buffer', bodyLimit: LARGEST_FILE },
			(_, body, done) => done(null, body),
		);
		here.post(
			'/api/v1/voice-pack',
			{
				...{ config: OFTEN, bodyLimit: LARGEST_FILE },
				schema: ofManager('Keeps the recordings of such a file, all or none; dry=1 only tells what it would change'),
			},
			async (request, reply) =>
				send(
					reply,
					await answer(log, async (): Promise<PackPlan> => {
						const by = manager(request);
						const { dry } = shaped(dryQuery, request.query);
						if (!Buffer.isBuffer(request.body)) refuse({ code: 'voice_pack', fault: 'not_zip', entry: null });
						const read = readVoiceFile(request.body);
						if (!read.ok) refuse({ code: 'voice_pack', fault: read.fault, entry: read.entry });
						const entries = await judged(read.file);
						const { hall: from, day, said } = read.file;
						const before = readLexicon(folder);
						const changes = Object.entries(said).filter(([name, as]) => before[name] !== as).length;
						if (dry === undefined) {
							const bad = entries.find((it) => it.change === 'unusable');
							if (bad) refuse({ code: 'voice_pack', fault: 'unusable', entry: `${bad.language}/${bad.clip}.wav` });
							const takes = entries.flatMap(({ language, clip, wav }) => (wav ? [{ language, clip, wav }] : []));
							const put = await own.stage(takes);
							await studio.change(`file of ${takes.length} from ${from}`, by, () => {
								put();
								if (changes > 0) writeLexicon(folder, { ...before, ...said });
							});
						}
						return { hall: from, day, said: changes, entries: entries.map(({ wav: _, ...entry }) => entry) };
					}),
				),
		);
	});
}

/** "Kota Palopo" as a part of a file's name. */
const slugOf = (city: string): string =>
	city
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-+|-+$/g, '') || 'aula';

// Names over HTTP: spoken by the computer where espeak-ng is installed, and read as the hall wants them; and a call with
// settings that are still being edited.

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AgencyId, CounterNumber } from '../../shared/id.ts';
import type { NameToRecord } from '../../shared/recording.ts';
import { answer, shaped } from '../ask/asks.ts';
import { voiceSettings } from '../ask/settings-shapes.ts';
import { refuse } from '../hall/refused.ts';
import { lexiconOf, makeNames, readLexicon, spoken, writeLexicon } from '../voice/names.ts';
import { writeWav } from '../voice/wav.ts';
import { sendSound } from './recordings.ts';
import { send } from './reply.ts';
import { OFTEN, ofManager, type Studio } from './studio.ts';

/** null: all that nobody recorded. */
const namesBody = z.strictObject({ clip: z.string().max(100).nullable() });
/** Words as they sound, single capitals for letters; nothing that espeak-ng would take for a sign of its own. */
const readingBody = z.strictObject({
	clip: z.string().max(100),
	said: z
		.string()
		.trim()
		.max(100)
		.regex(/^[\p{L}\p{N}][\p{L}\p{N} '-]*$/u)
		.nullable(),
});
const sampleBody = z.strictObject({
	voice: voiceSettings.pick({ school: true, desk: true, english: true, names: true }),
	number: z.string().regex(/^[A-Z0-9]{1,2}-\d{1,5}$/),
	counter: z
		.int()
		.min(1)
		.max(999)
		.transform((it) => it as CounterNumber),
	agency: z
		.string()
		.max(40)
		.transform((it) => it as AgencyId)
		.nullable(),
	recall: z.boolean(),
});
const DONE = {};

export function serveVoiceNames(http: FastifyInstance, studio: Studio): void {
	const { hall, voices, log, folder, manager } = studio;
	const { bundled } = voices.folders;
	const named = (clip: string): NameToRecord =>
		studio.names().find((it) => it.clip === clip) ?? refuse({ code: 'unknown', what: 'address' });

	http.post(
		'/api/v1/voice-names',
		{
			config: OFTEN,
			schema: {
				...ofManager('Has espeak-ng speak the names that nobody recorded, or one of them anew'),
				body: namesBody,
			},
		},
		async (request, reply) =>
			send(
				reply,
				await answer(log, async () => {
					const by = manager(request);
					const { clip } = shaped(namesBody, request.body);
					const lexicon = lexiconOf(bundled, folder);
					if (clip === null) {
						// A zone is only named where somebody has recorded it: a call need not be longer than it is.
						const wanted = studio.names().filter((it) => !it.clip.startsWith('zone-'));
						const done =
							(await makeNames(wanted, lexicon, folder)) ?? refuse({ code: 'recording', fault: 'no_program' });
						if (done.made.length > 0) await studio.change(`of ${done.made.length} names`, by, () => undefined);
						return { made: done.made.length, unsayable: done.unsayable };
					}
					const samples =
						(await spoken(named(clip).text, lexicon)) ?? refuse({ code: 'recording', fault: 'no_program' });
					if (samples === 'unsayable') refuse({ code: 'recording', fault: 'unsayable' });
					await studio.keep([{ language: 'id', clip, wav: writeWav(samples) }], `id/${clip}`, by);
					return { made: 1, unsayable: [] };
				}),
			),
	);
	http.put(
		'/api/v1/voice-names',
		{
			config: OFTEN,
			schema: { ...ofManager('How the computer is to read a name; null: as it is written'), body: readingBody },
		},
		async (request, reply) =>
			send(
				reply,
				await answer(log, async () => {
					const by = manager(request);
					const { clip, said } = shaped(readingBody, request.body);
					const { text } = named(clip);
					const { [text]: _, ...others } = readLexicon(folder);
					await studio.change(`reading of ${clip}`, by, () =>
						writeLexicon(folder, said === null ? others : { ...others, [text]: said }),
					);
					return DONE;
				}),
			),
	);
	http.post(
		'/api/v1/voice-sample',
		{ config: OFTEN, schema: { ...ofManager('A call as it would sound with these settings'), body: sampleBody } },
		async (request, reply) =>
			sendSound(studio, request, reply, () => {
				const { voice, agency, ...call } = shaped(sampleBody, request.body);
				const found = agency === null ? null : hall.catalogue().agency(agency);
				if (found === undefined) refuse({ code: 'unknown', what: 'address' });
				const settings = { ...hall.catalogue().settings.voice, ...voice };
				return voices.call(
					{ ...call, agency, zone: found?.zone ?? null, chime: true },
					settings,
					voice.english ? ['id', 'en'] : ['id'],
				);
			}),
	);
}

// What a kiosk plays that reads its screens aloud: names of sentences, services, agencies and numbers, never a text that
// somebody sends. Nothing in it that does not stand on the glass, so no token is asked for.

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { COMPOSED, hallTexts, MOST_NAMES, otherTexts, SPOKEN_NAME, sentenceTexts } from '../../shared/aloud.ts';
import { KIOSK_SECTIONS } from '../../shared/words/regional-check.ts';
import { type Language, words } from '../../shared/words/words.ts';
import { answer, type Log, shaped } from '../ask/asks.ts';
import { refuse } from '../hall/refused.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { Hall } from '../store/hall.ts';
import { openAloud } from '../voice/aloud.ts';
import { lexiconOf } from '../voice/names.ts';
import type { Voices } from '../voice/voices.ts';
import { sendRanged } from './ranges.ts';
import { send } from './reply.ts';

export interface AloudRouteParts {
	readonly hall: Hall;
	readonly voices: Voices;
	readonly log: Log;
}

const asked = z.strictObject({
	lang: z.enum(['id', 'en']),
	say: z
		.string()
		.max(2_000)
		.transform((it) => it.split(';').map((names) => names.split(',')))
		.refine((breaths) => breaths.flat().length <= MOST_NAMES)
		.refine((breaths) => breaths.flat().every((it) => SPOKEN_NAME.test(it))),
});

/** Somebody who holds the arrow key down. */
const OFTEN = { rateLimit: { max: 600, timeWindow: '1 minute' } };
const A_MINUTE = 'private, max-age=60, must-revalidate';

/** All that a kiosk says in one language, of the program and of the hall. */
export function aloudTexts(language: Language, catalogue: Catalogue): ReadonlyMap<string, string> {
	const sections = Object.fromEntries(
		(Object.keys(KIOSK_SECTIONS) as (keyof typeof KIOSK_SECTIONS)[]).map((name) => [name, words[language][name]]),
	);
	return new Map([
		...sentenceTexts(sections),
		...hallTexts({ ...catalogue, others: otherTexts(catalogue.settings, catalogue.printers) }),
	]);
}

export function serveAloud(http: FastifyInstance, { hall, voices, log }: AloudRouteParts): void {
	const { folders, pack } = voices;
	const aloud = openAloud({
		folders,
		pack,
		lexicon: () => (folders.own === null ? {} : lexiconOf(folders.bundled, folders.own)),
		warn: (sentence) => log.warn({}, sentence),
	});
	let known: { readonly catalogue: Catalogue; readonly texts: Record<Language, ReadonlyMap<string, string>> } | null =
		null;
	const textsOf = (language: Language): ReadonlyMap<string, string> => {
		const catalogue = hall.catalogue();
		if (known?.catalogue !== catalogue)
			known = { catalogue, texts: { id: aloudTexts('id', catalogue), en: aloudTexts('en', catalogue) } };
		return known.texts[language];
	};
	http.get('/voice/aloud.wav', { config: OFTEN }, async (request, reply) => {
		const made = await answer(log, async () => {
			const { lang, say } = shaped(asked, request.query);
			const texts = textsOf(lang);
			// What was renamed a moment ago is left out; the rest of the page is said.
			const isKnown = (it: string): boolean => COMPOSED.test(it) || texts.has(it) || it.startsWith('text.');
			if (!say.flat().every(isKnown)) refuse({ code: 'unknown', what: 'address' });
			return aloud.say(say, lang, textsOf, hall.catalogue().settings.voice.school);
		});
		if (!made.ok) return send(reply, made);
		const { wav, tag } = made.value;
		return sendRanged(request, reply, { bytes: wav, type: 'audio/wav', tag, cacheControl: A_MINUTE });
	});
}

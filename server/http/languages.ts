// The regional languages of the hall's kiosks: which there are, and the sentences of one. Nothing in them is about anybody, so
// no token is asked for.

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { answer, type Log, shaped } from '../ask/asks.ts';
import { refuse } from '../hall/refused.ts';
import type { Languages } from '../language/languages.ts';
import type { Hall } from '../store/hall.ts';
import { send } from './reply.ts';

export interface LanguageParts {
	readonly hall: Hall;
	readonly languages: Languages;
	readonly log: Log;
}

const chosen = z.strictObject({ code: z.string().regex(/^[a-z]{2,3}$/) });

export function serveLanguages(http: FastifyInstance, { hall, languages, log }: LanguageParts): void {
	const ofHall = (): readonly string[] => hall.catalogue().settings.languages;
	http.get('/languages', async (_, reply) =>
		send(reply.header('cache-control', 'no-cache'), await answer(log, () => languages.facts(ofHall()))),
	);
	http.get('/languages/:code', async (request, reply) =>
		send(
			reply.header('cache-control', 'no-cache'),
			await answer(log, () => {
				const { code } = shaped(chosen, request.params);
				const file = ofHall().includes(code) ? languages.file(code) : null;
				return file ?? refuse({ code: 'unknown', what: 'address' });
			}),
		),
	);
}

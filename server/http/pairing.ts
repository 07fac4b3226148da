// Pairing of a program, which types no address and keeps no cookie: it sends the code once and is given the token. Counted
// like the page where a person types the code.

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { answer, type Log, shaped } from '../ask/asks.ts';
import { pairDevice } from '../hall/devices.ts';
import { refuse } from '../hall/refused.ts';
import { digest, newToken } from '../hall/secret.ts';
import type { Commits } from '../store/commit.ts';
import type { Hall } from '../store/hall.ts';
import { DEVICE_ROLES } from '../store/schema.ts';
import { send } from './reply.ts';

export interface PairingParts {
	readonly hall: Hall;
	readonly commits: Commits;
	readonly log: Log;
}

/** Guessing a code of 34 bits at this rate would take longer than the ten minutes it lives. */
const SELDOM = { rateLimit: { max: 5, timeWindow: '15 minutes' } };

const pairAsk = z.strictObject({
	/** As people write it down: in any case, with or without hyphens. What is no code is a wrong one. */
	code: z.string().max(40),
	/** What the program can be; null = anything. A code made for something else stays good. */
	role: z.enum(DEVICE_ROLES).nullable().default(null),
});

export function servePairing(http: FastifyInstance, { hall, commits, log }: PairingParts): void {
	http.post(
		'/api/v1/pair',
		{
			config: SELDOM,
			schema: {
				summary: 'A pairing code becomes the token of the device it was made for, once.',
				tags: ['v1'],
				body: pairAsk,
			},
		},
		async (request, reply) =>
			send(
				reply,
				await answer(log, () => {
					const ask = shaped(pairAsk, request.body);
					const token = newToken();
					const code = ask.code.toUpperCase().replaceAll(/[\s-]/g, '');
					return commits.run((at) => {
						const { role, name } = pairDevice(hall, digest(code), digest(token), at);
						if (ask.role !== null && ask.role !== role) refuse({ code: 'not_allowed' });
						return { token, role, name };
					});
				}),
				201,
			),
	);
}

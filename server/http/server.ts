// The HTTP server of the hall: who is let in, what every answer carries, and what happens to a fault. Routes are added by
// the files beside this one.

import { randomUUID } from 'node:crypto';
import { fastifyCookie } from '@fastify/cookie';
import { fastifyRateLimit } from '@fastify/rate-limit';
import type {} from '@fastify/swagger';
import {
	type FastifyBaseLogger,
	type FastifyInstance,
	type FastifyServerOptions,
	fastify,
	LogController,
} from 'fastify';
import { words } from '../../shared/words/words.ts';
import { comesFromBrowser, type Gate, isOurs } from '../ask/gate.ts';
import { refused, send } from './reply.ts';

/** What a page may use besides sound: nothing, or the microphone. */
export function permissions(may: 'nothing' | 'microphone'): string {
	return `camera=(), microphone=(${may === 'microphone' ? 'self' : ''}), geolocation=(), autoplay=(self)`;
}

/**
 * Everything a page may do is listed, and that is: its own scripts, styles, fonts, pictures and sounds, and its own
 * server. No HSTS and no upgrade: a hall's network speaks plain HTTP until its own certificate is set up.
 */
const HEADERS = {
	'content-security-policy': [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"img-src 'self' data:",
		"media-src 'self'",
		"font-src 'self'",
		"connect-src 'self'",
		// A kiosk whose own browser prints has the slip's page in a frame.
		"frame-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
	].join('; '),
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': permissions('nothing'),
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
} as const;
/** Of a page that may be a frame of our own, and of nobody else's. */
export const FRAMED = {
	'content-security-policy': HEADERS['content-security-policy'].replace(
		"frame-ancestors 'none'",
		"frame-ancestors 'self'",
	),
	'x-frame-options': 'SAMEORIGIN',
} as const;

/**
 * Shapes are checked once, in server/ask; a route's schema only describes it (openapi.ts). Saying so here spares loading
 * the library's own compilers, a tenth of the start. Its types know only those compilers.
 */
const UNCHECKED = {
	compilersFactory: {
		buildValidator: () => () => (value: unknown) => ({ value }),
		buildSerializer: () => () => (value: unknown) => JSON.stringify(value),
	},
} as unknown as NonNullable<FastifyServerOptions['schemaController']>;

export async function openHttp(gate: Gate, logger: FastifyBaseLogger | false): Promise<FastifyInstance> {
	const http = fastify({
		...(logger ? { loggerInstance: logger } : { logger: false }),
		bodyLimit: 16 * 1024,
		// A line per request would bury what matters; faults are logged where they happen.
		logController: new LogController({ disableRequestLogging: true }),
		// One PC in the hall, no proxy: nobody may say with a header where they come from.
		trustProxy: false,
		schemaController: UNCHECKED,
		forceCloseConnections: 'idle',
	});
	http.removeContentTypeParser('text/plain');

	http.addHook('onRequest', async (request, reply) => {
		reply.headers(HEADERS);
		const verdict = gate(request.headers);
		if (verdict === 'wrong_host')
			return reply.code(421).type('text/plain').send('This server does not go by that name.');
		if (verdict === 'wrong_origin')
			return reply.code(403).type('text/plain').send('Another page may not ask this server.');
		const changes = request.method !== 'GET' && request.method !== 'HEAD';
		if (changes && comesFromBrowser(request.headers) && !isOurs(request.headers)) {
			return send(reply, refused({ code: 'not_allowed' }));
		}
	});
	http.setNotFoundHandler((request, reply) =>
		request.url.startsWith('/api/')
			? send(reply, refused({ code: 'unknown', what: 'address' }))
			: reply
					.code(404)
					.type('text/plain')
					.send(words.id.common.refusal({ code: 'unknown', what: 'address' })),
	);
	http.setErrorHandler((error, request, reply) => {
		const status = (error as { statusCode?: number }).statusCode ?? 500;
		if (status === 429) return send(reply, refused({ code: 'too_fast' }));
		// A body that is no JSON, too large, or of a type that nobody agreed on.
		if (status >= 400 && status < 500) return reply.code(status).send(refused({ code: 'malformed', where: 'body' }));
		const reference = randomUUID().slice(0, 8);
		request.log.error({ err: error, reference }, 'a request failed');
		return send(reply, refused({ code: 'internal', reference }));
	});
	await http.register(fastifyCookie);
	await http.register(fastifyRateLimit, { global: false });
	return http;
}

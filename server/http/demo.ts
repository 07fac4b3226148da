// The demo hall lets a browser on this very machine become any screen, without a pairing code. A real hall never does:
// the check is the hall's own setting and the address of the request, and nothing that a request can say.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { CounterNumber, Instant, ZoneNumber } from '../../shared/id.ts';
import { answer, type Log, shaped } from '../ask/asks.ts';
import { deviceCookie, deviceOf } from '../ask/who.ts';
import { addDevice, type ScreenRole } from '../hall/devices.ts';
import { refuse } from '../hall/refused.ts';
import { digest, newToken } from '../hall/secret.ts';
import type { Commits } from '../store/commit.ts';
import type { Hall } from '../store/hall.ts';
import { send } from './reply.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

export const isLocal = (request: FastifyRequest): boolean => LOOPBACK.has(request.ip);
export const isLocalDemo = (hall: Hall, request: FastifyRequest): boolean =>
	hall.catalogue().settings.demo && isLocal(request);

export const SCREEN_PATH: Readonly<Record<ScreenRole, string>> = {
	kiosk: '/kiosk/',
	board: '/display/',
	console: '/console/',
};
/** A paired screen stays paired: ten years, or until it is revoked. */
const PAIRED_FOR = 10 * 365 * 24 * 60 * 60;

export function keepDevice(reply: FastifyReply, role: ScreenRole, token: string): void {
	reply.setCookie(deviceCookie(role), token, { path: '/', httpOnly: true, sameSite: 'strict', maxAge: PAIRED_FOR });
}

const place = z.strictObject({
	role: z.enum(['kiosk', 'board', 'console']),
	zone: z
		.int()
		.min(1)
		.transform((it) => it as ZoneNumber)
		.nullable()
		.default(null),
	counter: z
		.int()
		.min(1)
		.transform((it) => it as CounterNumber)
		.nullable()
		.default(null),
});

export interface DemoParts {
	readonly hall: Hall;
	readonly commits: Commits;
	readonly clock: () => Instant;
	readonly log: Log;
}
export interface Demo {
	/** Makes the asking browser that screen if it is none yet and may be; whether it is one now. */
	readonly become: (request: FastifyRequest, reply: FastifyReply, role: ScreenRole) => Promise<boolean>;
}

/** What a screen of the example hall is called where staff read it. */
const NAMES: Readonly<Record<ScreenRole, string>> = {
	kiosk: 'Kios contoh',
	board: 'Papan contoh',
	console: 'Konsol contoh',
};

export function serveDemo(http: FastifyInstance, { hall, commits, log }: DemoParts): Demo {
	const add = async (wanted: z.output<typeof place>): Promise<string> => {
		const token = newToken();
		const name = NAMES[wanted.role];
		await commits.run((at) => addDevice(hall, { ...wanted, name }, digest(token), at));
		return token;
	};
	http.post(
		'/api/v1/demo/devices',
		{
			schema: {
				summary: 'A token for a kiosk, board or console. Demo hall and loopback only.',
				tags: ['demo'],
				body: place,
			},
		},
		async (request, reply) =>
			send(
				reply,
				await answer(log, async () => {
					if (!isLocalDemo(hall, request)) refuse({ code: 'not_allowed' });
					const wanted = shaped(place, request.body);
					return { role: wanted.role, token: await add(wanted) };
				}),
				201,
			),
	);
	return {
		become: async (request, reply, role) => {
			if (deviceOf(hall, request.headers, role, null)) return true;
			if (!isLocalDemo(hall, request)) return false;
			keepDevice(reply, role, await add({ role, zone: null, counter: null }));
			return true;
		},
	};
}

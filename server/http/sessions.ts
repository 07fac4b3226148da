// Signing in and off over HTTP. The PIN is checked slowly on purpose, after the try was counted, and in the same time for
// a name that does not exist; the session is a cookie that no script can read.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Nothing, SignedIn } from '../../shared/contract.ts';
import { SESSION_LENGTH } from '../../shared/hall.ts';
import { type Instant, SECOND } from '../../shared/id.ts';
import { answer, type Log, shaped } from '../ask/asks.ts';
import { signInAsk } from '../ask/shapes.ts';
import { deviceOf, SESSION_COOKIE, sessionOf } from '../ask/who.ts';
import { countTry, findOfficer, forgetTries, leave, type Session, signIn } from '../hall/people.ts';
import { checkPin } from '../hall/pin.ts';
import { refuse } from '../hall/refused.ts';
import { digest, newToken } from '../hall/secret.ts';
import type { Commits } from '../store/commit.ts';
import type { Hall } from '../store/hall.ts';
import { isLocalDemo } from './demo.ts';
import { send } from './reply.ts';

export interface SessionParts {
	readonly hall: Hall;
	readonly commits: Commits;
	readonly clock: () => Instant;
	readonly log: Log;
}

/** Compared with when nobody has that name, so that a stranger cannot learn names from the time it takes. No PIN matches it. */
const NO_PIN = 'scrypt$32768$8$3$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';

const signedIn = ({ officer, counter }: Session, token: string): SignedIn => ({
	token,
	officer: { id: officer.id, name: officer.name, role: officer.role },
	counter,
});

export function serveSessions(http: FastifyInstance, { hall, commits, clock, log }: SessionParts): void {
	const cookie = { path: '/', httpOnly: true, sameSite: 'strict', maxAge: SESSION_LENGTH / SECOND } as const;

	async function open(request: FastifyRequest, reply: FastifyReply): Promise<SignedIn> {
		const ask = shaped(signInAsk, request.body);
		const device = deviceOf(hall, request.headers, 'console', null);
		// A PIN is good only at a screen of the hall; the demo hall lets any browser of this machine be one.
		if (!device && !isLocalDemo(hall, request)) refuse({ code: 'unknown', what: 'device' });
		const key = device ? String(device.id) : request.ip;
		const left = await commits.run((at) => countTry(hall, ask.username, key, at));
		const officer = findOfficer(hall, ask.username);
		const right = await checkPin(ask.pin, officer?.pinHash ?? NO_PIN);
		if (!officer || !right) refuse({ code: 'wrong_pin', left });
		await commits.run(() => forgetTries(hall, ask.username, key));
		const token = newToken();
		const wanted = ask.counter ?? device?.counter ?? null;
		const session = await commits.run((at) => signIn(hall, officer, wanted, device?.id ?? null, digest(token), at));
		reply.setCookie(SESSION_COOKIE, token, cookie);
		return signedIn(session, token);
	}

	http.post(
		'/api/v1/sessions',
		{ schema: { summary: 'Sign in at a counter, or as the manager.', tags: ['v1'], body: signInAsk } },
		async (request, reply) => send(reply, await answer(log, () => open(request, reply)), 201),
	);
	http.get(
		'/api/v1/sessions/current',
		{ schema: { summary: 'Who is signed in with this token.', tags: ['v1'] } },
		async (request, reply) =>
			send(
				reply,
				await answer(log, () => {
					const session = sessionOf(hall, request.headers, null, clock()) ?? refuse({ code: 'not_signed_in' });
					// The token itself is not given out again.
					return signedIn(session, '');
				}),
			),
	);
	http.delete(
		'/api/v1/sessions/current',
		{ schema: { summary: 'Sign off.', tags: ['v1'] } },
		async (request, reply) => {
			const outcome = await answer(log, async (): Promise<Nothing> => {
				const session = sessionOf(hall, request.headers, null, clock()) ?? refuse({ code: 'not_signed_in' });
				await commits.run((at) => leave(hall, session.officer.id, session.counter, at));
				return {};
			});
			if (outcome.ok) reply.clearCookie(SESSION_COOKIE, { path: '/' });
			return send(reply, outcome);
		},
	);
}

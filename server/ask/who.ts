// Who is asking: a paired screen or a signed-in officer, by the token in a cookie (browsers) or in the hello or the
// Authorization header (programs). The cookies are HttpOnly and SameSite=Strict; the hall keeps hashes only.

import type { IncomingHttpHeaders } from 'node:http';
import { fastifyCookie } from '@fastify/cookie';
import type { Instant, OfficerId } from '../../shared/id.ts';
import { type Device, type DeviceRole, findDevice } from '../hall/devices.ts';
import { findSession, type Session } from '../hall/people.ts';
import { refuse } from '../hall/refused.ts';
import { digest } from '../hall/secret.ts';
import type { Hall } from '../store/hall.ts';

/** One cookie a role, so that one browser can be kiosk, board and console in different tabs. */
export const deviceCookie = (role: DeviceRole): string => `giliran_${role}`;
export const SESSION_COOKIE = 'giliran_session';

const cookieOf = (headers: IncomingHttpHeaders, name: string): string | null =>
	headers.cookie ? (fastifyCookie.parse(headers.cookie)[name] ?? null) : null;

/** `Authorization: Bearer …`, for programs. */
const bearerOf = (headers: IncomingHttpHeaders): string | null =>
	/^Bearer (\S{1,200})$/.exec(headers.authorization ?? '')?.[1] ?? null;

/** It shows a token of its own, in its header or hello; a browser has only its cookie. */
export const isProgram = (headers: IncomingHttpHeaders, token: string | null): boolean =>
	token !== null || bearerOf(headers) !== null;

/** The paired screen of this role that is asking; `token`: from a socket's hello. */
export function deviceOf(
	hall: Hall,
	headers: IncomingHttpHeaders,
	role: DeviceRole,
	token: string | null,
): Device | null {
	const held = token ?? bearerOf(headers) ?? cookieOf(headers, deviceCookie(role));
	const device = held ? findDevice(hall, digest(held)) : undefined;
	return device?.role === role ? device : null;
}

/** The officer or manager who is asking. */
export function sessionOf(hall: Hall, headers: IncomingHttpHeaders, token: string | null, at: Instant): Session | null {
	const held = token ?? bearerOf(headers) ?? cookieOf(headers, SESSION_COOKIE);
	return held ? findSession(hall, digest(held), at) : null;
}

/** The manager who is asking; refuses everybody else. */
export function managerOf(hall: Hall, headers: IncomingHttpHeaders, at: Instant): OfficerId {
	const session = sessionOf(hall, headers, null, at) ?? refuse({ code: 'not_signed_in' });
	return session.officer.role === 'manager' ? session.officer.id : refuse({ code: 'not_allowed' });
}

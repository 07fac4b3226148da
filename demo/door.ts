// The demo at the server's HTTP door: becomes screens, signs officers in, reads the report. As a program with tokens, never
// with cookies.

import type { Reply, Role, SignedIn } from '../shared/contract.ts';
import type { Day } from '../shared/day.ts';
import type { CounterNumber } from '../shared/id.ts';
import type { Report } from '../shared/report.ts';

/** Nobody listens there, or not now. */
export class NoServer extends Error {}
/** Something else than this server answered. */
export class NotGiliran extends Error {}

export interface Door {
	readonly device: (role: Role) => Promise<Reply<{ readonly token: string }>>;
	/** `counter`: null for the manager. */
	readonly signIn: (username: string, counter: CounterNumber | null) => Promise<Reply<SignedIn>>;
	readonly report: (token: string, from: Day, to: Day) => Promise<Reply<Report>>;
}

/** The example hall's own, written on its front page. */
export const DEMO_PIN = '246810';
export const DEMO_MANAGER = 'manajer';
/** "disdukcapil5": the agency's id without hyphens and the counter's number. */
export const demoUsername = (agencyId: string, counter: number): string => `${agencyId.replaceAll('-', '')}${counter}`;

export function openDoor(url: string): Door {
	async function ask<Value>(path: string, request: RequestInit): Promise<Reply<Value>> {
		const response = await fetch(`${url}${path}`, request).catch((error: unknown) => {
			throw new NoServer(url, { cause: error });
		});
		const reply: unknown = await response.json().catch((error: unknown) => {
			// Anything but bad JSON is a server that died in the middle of its answer.
			throw error instanceof SyntaxError ? new NotGiliran(url) : new NoServer(url, { cause: error });
		});
		if (typeof reply !== 'object' || reply === null || !('ok' in reply)) throw new NotGiliran(url);
		return reply as Reply<Value>;
	}
	const post = <Value>(path: string, body: object): Promise<Reply<Value>> =>
		ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
	return {
		device: (role) => post('/api/v1/demo/devices', { role }),
		signIn: (username, counter) => post('/api/v1/sessions', { username, pin: DEMO_PIN, counter }),
		report: (token, from, to) =>
			ask(`/api/v1/report?from=${from}&to=${to}`, { headers: { authorization: `Bearer ${token}` } }),
	};
}

// An officer for tests that are about boards: takes a number for a visitor and calls it, by the public API, and tells what
// the desk knows of it.

import { randomUUID } from 'node:crypto';
import type { Changed, Reply, Taken } from '../shared/contract.ts';
import type { ConsoleView, Shown } from '../shared/views.ts';
import { deviceToken, officerToken } from './load.ts';

export interface Desk {
	/** Takes a number and calls it; whoever was at the desk is done. The number. */
	readonly call: () => Promise<string>;
	readonly recall: () => Promise<void>;
	readonly view: () => Promise<ConsoleView>;
}

export async function openDesk(url: string, username: string, service: string): Promise<Desk> {
	const [kiosk, officer] = [await deviceToken(url, 'kiosk'), await officerToken(url, username)];
	async function ask<Value>(token: string, method: 'GET' | 'POST', path: string, body?: object): Promise<Value> {
		const response = await fetch(`${url}/api/v1${path}`, {
			method,
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		const reply = (await response.json()) as Reply<Value>;
		if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(reply.refusal)}`);
		return reply.value;
	}
	const view = async (): Promise<ConsoleView> => (await ask<Shown<ConsoleView>>(officer, 'GET', '/console')).view;
	/** Presses a button for the visitor who is at the desk. */
	async function press(event: object): Promise<void> {
		const { now } = await view();
		if (now) await ask(officer, 'POST', `/tickets/${now.ticketId}/events`, { after: now.rev, event });
	}
	return {
		view,
		recall: () => press({ kind: 'called' }),
		call: async () => {
			const { now } = await view();
			if (now?.state === 'called') await press({ kind: 'started' });
			if (now) await press({ kind: 'closed', as: 'served' });
			const { number } = await ask<Taken>(kiosk, 'POST', '/tickets', {
				requestId: randomUUID(),
				services: [service],
				priority: null,
			});
			await ask<Changed>(officer, 'POST', '/calls', { after: (await view()).lastCall });
			return number;
		},
	};
}

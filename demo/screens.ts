// How the demo becomes the screens of the hall: kiosks and a board as devices, a console for each officer who signs in.

import { type CounterNumber, SECOND, START } from '../shared/id.ts';
import { type Client, openClient } from './client.ts';
import { type Door, NoServer } from './door.ts';
import { pause } from './in-time.ts';
import { say, wrong } from './sentences.ts';

/** The day cannot be played: one sentence for the person who started it. */
export class CannotPlay extends Error {}

export async function screen<R extends 'kiosk' | 'board'>(door: Door, url: string, role: R): Promise<Client<R>> {
	const reply = await door.device(role);
	if (!reply.ok)
		throw new CannotPlay(reply.refusal.code === 'not_allowed' ? wrong.notDemo : wrong.device(reply.refusal.code));
	return openClient(url, role, reply.value.token);
}

export async function firstView<R extends 'kiosk' | 'board'>(client: Client<R>) {
	const shown = await client.seeing(START);
	if (!shown) throw new CannotPlay(wrong.lost);
	return shown.view;
}

/** A console at this counter; null when somebody else sits there or the demo ends. Waits for a server that is away. */
export async function takeSeat(
	door: Door,
	url: string,
	username: string,
	counter: CounterNumber,
	stop: AbortSignal,
	line: (text: string) => void,
): Promise<Client<'console'> | null> {
	while (!stop.aborted) {
		try {
			const reply = await door.signIn(username, counter);
			if (reply.ok) return openClient(url, 'console', reply.value.token);
			line(say.deskSkipped(counter, reply.refusal.code));
			return null;
		} catch (error) {
			if (!(error instanceof NoServer)) throw error;
			await pause(SECOND, stop);
		}
	}
	return null;
}

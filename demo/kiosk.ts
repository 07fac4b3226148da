// One visitor at a kiosk: reads the screen, takes a number for whatever is open of what they came for, or goes home.

import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';
import type { Visitor } from './day.ts';
import { type Floor, refusedOnce } from './floor.ts';

export async function takeNumber(client: Client<'kiosk'>, visitor: Visitor, floor: Floor): Promise<void> {
	const { tally } = floor;
	const view = client.shown()?.view;
	const services = visitor.services.filter((id) => {
		const queueId = view?.services.find((it) => it.id === id)?.queueId;
		return view?.queues.find((it) => it.id === queueId)?.availability.open;
	});
	if (services.length === 0) {
		tally.turnedAway += 1;
		return;
	}
	// Not from the seed: the same id would be answered with the number of an earlier run.
	const reply = await client.ask('take', { requestId: randomUUID(), services, priority: visitor.priority });
	if (!reply.ok) {
		if (reply.refusal.code !== 'offline') refusedOnce(tally, reply.refusal.code);
		tally.turnedAway += 1;
		return;
	}
	floor.people.set(reply.value.visitId, visitor);
	tally.numbers += 1;
	tally.places += services.length;
}

// The halls that are measured: the example hall, whose doors are always open, with an officer at every counter. Screens and
// officers get their tokens by the hall's own verbs, before any server is started on the folder.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addDevice } from '../server/hall/devices.ts';
import { findOfficer, listOfficers, signIn } from '../server/hall/people.ts';
import { hashPin } from '../server/hall/pin.ts';
import { digest, newToken } from '../server/hall/secret.ts';
import { makeDemoHall, readDemoHall } from '../server/setup/demo.ts';
import { DEMO_PIN } from '../server/setup/demo-pin.ts';
import { type Hall, openHall } from '../server/store/hall.ts';
import { lineStatus, readPresence } from '../server/store/lines.ts';
import { closeStore, openStore, type Store } from '../server/store/open.ts';
import type { Service } from '../shared/hall.ts';
import type { CounterNumber, Instant, OfficerId, QueueId } from '../shared/id.ts';

export interface Seat {
	readonly officerId: OfficerId;
	readonly counter: CounterNumber;
	readonly queues: readonly QueueId[];
	readonly token: string;
}
export interface Tokens {
	readonly kiosk: string;
	readonly board: string;
	readonly seats: readonly Seat[];
}

export const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'giliran-bench-'));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Opens the store of a folder for as long as `use` runs; a server can have it afterwards. */
export function withStore<Result>(folder: string, at: Instant, use: (store: Store) => Result): Result {
	const store = openStore(folder, new Date(at).toISOString().replaceAll(':', '-'));
	try {
		return use(store);
	} finally {
		closeStore(store);
	}
}

/** Makes the example hall, or another of its shape. */
export async function openHallMaker(file: string = readDemoHall()): Promise<(store: Store, at: Instant) => Hall> {
	const pinHash = await hashPin(DEMO_PIN);
	return (store, at) => {
		makeDemoHall(store, file, pinHash, at);
		return openHall(store);
	};
}

export const FIRST_EXTRA_COUNTER = 101;

/** The example hall with so many more counters, all of which serve the same line. */
export function crowdedHall(counters: number): string {
	const file = JSON.parse(readDemoHall()) as { readonly instansi: readonly { readonly loket: object[] }[] };
	for (let number = FIRST_EXTRA_COUNTER; number < FIRST_EXTRA_COUNTER + counters; number++)
		file.instansi[0]?.loket.push({ nomor: number, antreanUtama: 'A', antrean: ['A'] });
	return JSON.stringify(file);
}

export function staff(hall: Hall, at: Instant): Tokens {
	const device = (role: 'kiosk' | 'board'): string => {
		const token = newToken();
		addDevice(hall, { role, name: `Bench ${role}`, zone: null, counter: null }, digest(token), at);
		return token;
	};
	const seats = listOfficers(hall).flatMap(({ username, counter }) => {
		const officer = findOfficer(hall, username);
		if (!officer || counter === null) return [];
		const token = newToken();
		signIn(hall, officer, counter, null, digest(token), at);
		const queues = hall.catalogue().counter(counter)?.queues ?? [];
		return [{ officerId: officer.id, counter, queues, token }];
	});
	return { kiosk: device('kiosk'), board: device('board'), seats };
}

/** Services that give as many numbers as anybody wants, at any hour. */
export function openServices(hall: Hall, at: Instant): readonly Pick<Service, 'id' | 'queueId'>[] {
	const catalogue = hall.catalogue();
	const presence = readPresence(hall);
	return catalogue.services.flatMap(({ id, queueId }) => {
		const queue = catalogue.queue(queueId);
		if (!queue) return [];
		const { availability, quotaLeft } = lineStatus(hall, queue, presence, at);
		return availability.open && quotaLeft === null ? [{ id, queueId }] : [];
	});
}

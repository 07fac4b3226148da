// Fetches the rest of the kiosk until it is there; a server that restarts just then must not leave half a kiosk.

import { type ReadonlySignal, signal } from '@preact/signals';
import { SECOND } from '../shared/id.ts';

export type Rest = typeof import('./rest.ts');

const TRY_AGAIN = 2 * SECOND;

export function fetchRest(): ReadonlySignal<Rest | null> {
	const rest = signal<Rest | null>(null);
	const fetch = (): void => {
		import('./rest.ts').then(
			(it) => {
				rest.value = it;
			},
			(fault: unknown) => {
				console.warn('The rest of the kiosk could not be fetched; trying again.', fault);
				setTimeout(fetch, TRY_AGAIN);
			},
		);
	};
	fetch();
	return rest;
}

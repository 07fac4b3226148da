// What is fetched once there is something to see, so that it is here before anybody asks for it, and before the server goes
// away. One part after the other; what could not be had is tried again.

import { effect, type ReadonlySignal } from '@preact/signals';
import { SECOND } from '../shared/id.ts';

/** After the first view, so that fonts and the first touch come before it. */
const AHEAD_AFTER = SECOND;
const AGAIN_AFTER = 30 * SECOND;

/** `ready`: the kiosk is connected and shows the hall. `parts`: by what the kiosk cannot do without them. */
export function fetchAhead(
	ready: ReadonlySignal<boolean>,
	parts: Readonly<Record<string, () => Promise<unknown>>>,
): void {
	const missing = new Map(Object.entries(parts));
	async function fetchAll(): Promise<void> {
		for (const [what, fetch] of [...missing]) {
			try {
				await fetch();
				missing.delete(what);
			} catch (fault) {
				console.warn(`Not here yet: ${what}.`, fault);
			}
		}
		if (missing.size > 0) setTimeout(fetchAll, AGAIN_AFTER);
	}
	let begun = false;
	effect(() => {
		if (!ready.value || begun) return;
		begun = true;
		setTimeout(fetchAll, AHEAD_AFTER);
	});
}

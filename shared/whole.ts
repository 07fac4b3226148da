// A whole view from what is sent of it: what stands still while the hall is open comes once for a connection, what moves comes
// every time. Within one connection nothing is lost and nothing overtakes, so the two always belong together.

import type { Role, Sent, Views } from './contract.ts';
import type { Shown } from './views.ts';

/** For one screen: put together in the order in which it was sent. What stands still is the same object until it changes. */
export function openWhole<R extends Role>(): (sent: Sent<R>) => Shown<Views[R]> {
	let still: Sent<R>['still'];
	return (sent) => {
		still = sent.still ?? still;
		return { rev: sent.rev, at: sent.at, view: { ...still, ...sent.view } as unknown as Views[R] };
	};
}

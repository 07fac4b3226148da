// Which kiosks are connected, and since when the others are not. In memory: a connection is gone with the process that held
// it, and who is missed is decided anew at every look (server/views/kiosks-away.ts).

import type { DeviceId, Instant } from '../../shared/id.ts';

export interface Roll {
	/** Opened one more connection. */
	readonly came: (kiosk: DeviceId) => void;
	/** Lost one of its connections; or was here before the start, and has not come back yet. */
	readonly left: (kiosk: DeviceId, at: Instant) => void;
	/** Those without any connection, in the order in which they went. */
	readonly gone: () => readonly { readonly id: DeviceId; readonly since: Instant }[];
}

export function openRoll(): Roll {
	const connections = new Map<DeviceId, number>();
	const gone = new Map<DeviceId, Instant>();
	return {
		came: (kiosk) => {
			connections.set(kiosk, (connections.get(kiosk) ?? 0) + 1);
			gone.delete(kiosk);
		},
		left: (kiosk, at) => {
			const others = Math.max(0, (connections.get(kiosk) ?? 0) - 1);
			connections.set(kiosk, others);
			if (others === 0) gone.set(kiosk, at);
		},
		gone: () => [...gone].map(([id, since]) => ({ id, since })),
	};
}

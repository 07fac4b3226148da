// Shows the kiosks how the hall stands. Most of their view stands still until the hall is set up otherwise: a connection is
// sent that once, and all are sent what moves, written down once for all of them.

import type { Namespace, Socket } from 'socket.io';
import type { Sent } from '../../shared/contract.ts';
import type { Instant, Rev } from '../../shared/id.ts';
import type { KioskStill } from '../../shared/views.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { Hall } from '../store/hall.ts';
import { kioskMoving, kioskStill } from '../views/kiosk.ts';

export interface Kiosks {
	/** Everything to one that has just come in. */
	readonly to: (socket: Socket) => void;
	readonly all: () => void;
}

/** The room of those that have been sent the set-up as it stands now. */
const INFORMED = 'informed';

export function openKiosks(kiosks: Namespace, hall: Hall, clock: () => Instant, rev: () => Rev): Kiosks {
	let known: { readonly from: Catalogue; readonly still: KioskStill; readonly text: string } | null = null;
	/** Read anew with the catalogue, which is another one also after changes that no kiosk shows. */
	function still(): KioskStill {
		const from = hall.catalogue();
		if (known?.from === from) return known.still;
		const now = kioskStill(from);
		const text = JSON.stringify(now);
		if (known?.text !== text) kiosks.socketsLeave(INFORMED);
		known = { from, still: now, text };
		return now;
	}
	const moving = (): Sent<'kiosk'> => {
		const at = clock();
		return { rev: rev(), at, view: kioskMoving(hall, at) };
	};
	return {
		to: (socket) => {
			socket.emit('show', { ...moving(), still: still() } satisfies Sent<'kiosk'>);
			void socket.join(INFORMED);
		},
		all: () => {
			const now = moving();
			const whole: Sent<'kiosk'> = { ...now, still: still() };
			const informed = kiosks.adapter.rooms.get(INFORMED)?.size ?? 0;
			if (informed > 0) kiosks.to(INFORMED).emit('show', now);
			if (informed === kiosks.sockets.size) return;
			kiosks.except(INFORMED).emit('show', whole);
			kiosks.socketsJoin(INFORMED);
		},
	};
}

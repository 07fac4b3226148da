// Who may come in by a socket and as what, and whether they still may: a revoked screen or an ended session must not go on
// only because its connection was open.

import type { Socket } from 'socket.io';
import type { Role } from '../../shared/contract.ts';
import type { CounterNumber, DeviceId, Instant, ZoneNumber } from '../../shared/id.ts';
import { comesFromBrowser } from '../ask/gate.ts';
import { deviceOf, sessionOf } from '../ask/who.ts';
import { findDevice } from '../hall/devices.ts';
import { findSession, type Officer } from '../hall/people.ts';
import type { Hall } from '../store/hall.ts';
import { readHello, TurnedAway } from './door.ts';

/** What each kind of socket carries once it is let in. */
export interface Guests {
	readonly kiosk: { readonly tokenHash: string; readonly device: DeviceId };
	readonly board: { readonly tokenHash: string; readonly device: DeviceId; readonly zone: ZoneNumber | null };
	readonly console: { readonly tokenHash: string; readonly officer: Officer; readonly counter: CounterNumber };
	readonly agent: { readonly tokenHash: string; readonly device: DeviceId };
}
export const guest = <R extends Role>(socket: Socket): Guests[R] => socket.data as Guests[R];

export interface Welcome {
	/** What the socket is; throws TurnedAway with the reason it is told. */
	readonly admit: { readonly [R in Role]: (socket: Socket) => Guests[R] };
	readonly still: { readonly [R in Role]: (guest: Guests[R]) => boolean };
}

export function openWelcome(hall: Hall, clock: () => Instant): Welcome {
	const device = (socket: Socket, role: 'kiosk' | 'board' | 'agent') => {
		const { token, zone } = readHello(socket);
		const found = deviceOf(hall, headersOf(socket), role, token);
		if (!found?.tokenHash) throw new TurnedAway('unknown_device');
		return { tokenHash: found.tokenHash, id: found.id, zone: found.zone ?? (zone as ZoneNumber | null) };
	};
	const paired = ({ tokenHash }: { readonly tokenHash: string }): boolean => findDevice(hall, tokenHash) !== undefined;
	return {
		admit: {
			kiosk: (socket) => {
				const { tokenHash, id } = device(socket, 'kiosk');
				return { tokenHash, device: id };
			},
			board: (socket) => {
				const { tokenHash, id, zone } = device(socket, 'board');
				return { tokenHash, device: id, zone: zone !== null && hall.catalogue().zone(zone) ? zone : null };
			},
			console: (socket) => {
				const session = sessionOf(hall, headersOf(socket), readHello(socket).token, clock());
				if (!session || session.counter === null) throw new TurnedAway('not_signed_in');
				return { tokenHash: session.tokenHash, officer: session.officer, counter: session.counter };
			},
			agent: (socket) => {
				const { tokenHash, id } = device(socket, 'agent');
				return { tokenHash, device: id };
			},
		},
		still: {
			kiosk: paired,
			board: paired,
			console: ({ tokenHash }) => findSession(hall, tokenHash, clock()) !== null,
			agent: paired,
		},
	};
}

/** A program shows its token in the hello; a cookie counts only where a browser named the page that asks. */
function headersOf(socket: Socket): Socket['handshake']['headers'] {
	const { headers } = socket.handshake;
	return comesFromBrowser(headers) ? headers : { ...headers, cookie: undefined };
}

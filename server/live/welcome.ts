// Who may come in by a socket and as what, and whether they still may: a revoked screen or an ended session must not go on
// only because its connection was open.

import type { Socket } from 'socket.io';
import type { BoardLayout } from '../../shared/board.ts';
import type { Role } from '../../shared/contract.ts';
import type { CounterNumber, DeviceId, Instant, ZoneNumber } from '../../shared/id.ts';
import { comesFromBrowser } from '../ask/gate.ts';
import { deviceOf, isProgram, sessionOf } from '../ask/who.ts';
import { findDevice } from '../hall/devices.ts';
import { findSession, type Officer } from '../hall/people.ts';
import type { Hall } from '../store/hall.ts';
import { readHello, TurnedAway } from './door.ts';

/** What each kind of socket carries once it is let in. */
export interface Guests {
	/** `glass`: a browser, before which people stand. */
	readonly kiosk: { readonly tokenHash: string; readonly device: DeviceId; readonly glass: boolean };
	readonly board: BoardGuest;
	readonly console: { readonly tokenHash: string; readonly officer: Officer; readonly counter: CounterNumber };
	readonly agent: { readonly tokenHash: string; readonly device: DeviceId };
}
/** `watcher`: a phone, or the manager's preview: shown what everybody in the lobby sees, asked nothing. */
export type BoardGuest =
	| {
			readonly kind: 'device';
			readonly tokenHash: string;
			readonly device: DeviceId;
			/** What the address asks for, or what it was paired for. */
			readonly zone: ZoneNumber | null;
	  }
	| { readonly kind: 'watcher'; readonly look: BoardLayout; readonly address: string };
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
		const glass = !isProgram(headersOf(socket), token);
		return { tokenHash: found.tokenHash, id: found.id, glass, zone: found.zone ?? (zone as ZoneNumber | null) };
	};
	const paired = ({ tokenHash }: { readonly tokenHash: string }): boolean => findDevice(hall, tokenHash) !== undefined;
	/**
	 * Where phones are not wanted, the manager may still look at what is being laid out. Who waits in which room is for
	 * the screen that stands there: nobody else may look it up.
	 */
	const mayWatch = (socket: Socket, look: BoardLayout): boolean =>
		(hall.catalogue().settings.board.phone && look.scope.kind !== 'room') ||
		sessionOf(hall, headersOf(socket), null, clock())?.officer.role === 'manager';
	return {
		admit: {
			kiosk: (socket) => {
				const { tokenHash, id, glass } = device(socket, 'kiosk');
				return { tokenHash, device: id, glass };
			},
			board: (socket) => {
				const { look } = readHello(socket);
				if (look) {
					if (!mayWatch(socket, look)) throw new TurnedAway('unknown_device');
					return { kind: 'watcher', look, address: socket.handshake.address };
				}
				const { tokenHash, id, zone } = device(socket, 'board');
				const known = zone !== null && hall.catalogue().zone(zone) ? zone : null;
				return { kind: 'device', tokenHash, device: id, zone: known };
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
			board: (it) => it.kind === 'watcher' || paired(it),
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

// Which ways to a printer are taken, as text: tcp://<IP address>[:port], usb:, serial:, cups:, agent, browser. A typo must
// be an error (a printing library takes "192.168.1.50:9100" for a file name and reports success), and a printer must not be
// a way to knock on other machines or to write into other files.

import { BlockList, isIP } from 'node:net';

export interface NetworkAddress {
	readonly host: string;
	readonly port: number;
}
export interface SerialAddress {
	readonly path: string;
	/** Bits a second; always 8 of data, no parity, 1 stop. */
	readonly baud: number;
}
/** `agent`: a print agent, on another PC, prints it. `browser`: the kiosk's own browser does. */
export type Way =
	| ({ readonly kind: 'tcp' } & NetworkAddress)
	| { readonly kind: 'usb'; readonly path: string }
	| ({ readonly kind: 'serial' } & SerialAddress)
	| { readonly kind: 'cups'; readonly queue: string }
	| { readonly kind: 'agent' }
	| { readonly kind: 'browser' };

export type WayFault =
	| { readonly code: 'unknown_way' | 'tcp_shape' | 'ipv4_in_ipv6' | 'usb_path' | 'serial_path' | 'queue_name' }
	| { readonly code: 'not_an_ip' | 'outside'; readonly host: string }
	| { readonly code: 'port'; readonly port: number }
	| { readonly code: 'baud'; readonly baud: string };
export type ReadWay = { readonly ok: true; readonly way: Way } | { readonly ok: false; readonly why: WayFault };

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

const PRIVATE = new BlockList();
PRIVATE.addSubnet('10.0.0.0', 8, 'ipv4');
PRIVATE.addSubnet('172.16.0.0', 12, 'ipv4');
PRIVATE.addSubnet('192.168.0.0', 16, 'ipv4');
PRIVATE.addSubnet('fc00::', 7, 'ipv6');

export const FIRST_PORT = 9100;
export const LAST_PORT = 9109;
const FIRST_FREE_PORT = 1_024;
export const BAUDS: readonly number[] = [1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200];
const BAUD = 9_600;

const TCP = /^tcp:\/\/(?:\[(?<six>[0-9a-fA-F:.]+)\]|(?<four>[^[\]:/?#@\s]+))(?::(?<port>\d{1,5}))?$/;
/** The class driver's files and the parallel port's: 0 to 15 is what the driver makes. */
const USB = /^usb:(?<path>\/dev\/(?:usb\/)?lp(?:\d|1[0-5]))$/;
/** A name by-id stays with its adapter when others are plugged in; a number does not. */
const SERIAL =
	/^serial:(?<path>\/dev\/tty(?:USB|ACM|S)\d{1,3}|\/dev\/serial\/by-id\/[A-Za-z0-9][A-Za-z0-9_.:+-]{0,127}|COM[1-9]\d{0,2})(?:\?baud=(?<baud>[^&?#\s]*))?$/;
const CUPS = /^cups:(?<queue>[A-Za-z0-9][A-Za-z0-9_-]{0,126})$/;

const no = (why: WayFault): ReadWay => ({ ok: false, why });

export function readWay(text: string): ReadWay {
	if (text === 'agent' || text === 'browser') return { ok: true, way: { kind: text } };
	if (text.startsWith('tcp:')) return readTcp(text);
	if (text.startsWith('usb:')) {
		const path = USB.exec(text)?.groups?.path;
		return path ? { ok: true, way: { kind: 'usb', path } } : no({ code: 'usb_path' });
	}
	if (text.startsWith('serial:')) return readSerial(text);
	if (text.startsWith('cups:')) {
		const queue = CUPS.exec(text)?.groups?.queue;
		return queue ? { ok: true, way: { kind: 'cups', queue } } : no({ code: 'queue_name' });
	}
	return no({ code: 'unknown_way' });
}

function readSerial(text: string): ReadWay {
	const parts = SERIAL.exec(text)?.groups;
	if (!parts?.path) return no({ code: 'serial_path' });
	const baud = BAUDS.find((it) => String(it) === (parts.baud ?? String(BAUD)));
	if (!baud) return no({ code: 'baud', baud: parts.baud ?? '' });
	return { ok: true, way: { kind: 'serial', path: parts.path, baud } };
}

/** Names are refused, not looked up: what they mean can change after they were checked. Only "localhost" is known. */
function readTcp(text: string): ReadWay {
	const parts = TCP.exec(text)?.groups;
	if (!parts) return no({ code: 'tcp_shape' });
	const named = parts.six ?? parts.four ?? '';
	const host = named === 'localhost' ? '127.0.0.1' : named;
	const version = isIP(host);
	if (version === 0) return no({ code: 'not_an_ip', host });
	if ((version === 6) !== (parts.six !== undefined)) return no({ code: 'tcp_shape' });
	const family = version === 6 ? 'ipv6' : 'ipv4';
	// An IPv4 address dressed as IPv6 would be judged by other rules than the one it reaches.
	if (version === 6 && /\.|^::ffff:/i.test(host)) return no({ code: 'ipv4_in_ipv6' });
	const loopback = LOOPBACK.check(host, family);
	if (!loopback && !PRIVATE.check(host, family)) return no({ code: 'outside', host });
	const port = Number(parts.port ?? FIRST_PORT);
	// On this machine itself no printer listens where the system's own services do.
	if (loopback ? port < FIRST_FREE_PORT || port > 65_535 : port < FIRST_PORT || port > LAST_PORT)
		return no({ code: 'port', port });
	return { ok: true, way: { kind: 'tcp', host, port } };
}

/** As `readWay` reads it. */
export function writeWay(way: Way): string {
	switch (way.kind) {
		case 'tcp':
			return `tcp://${way.host.includes(':') ? `[${way.host}]` : way.host}:${way.port}`;
		case 'usb':
			return `usb:${way.path}`;
		case 'serial':
			return `serial:${way.path}?baud=${way.baud}`;
		case 'cups':
			return `cups:${way.queue}`;
		case 'agent':
		case 'browser':
			return way.kind;
	}
}

/** The end of an English sentence that begins with the name of the setting. */
export function sayWayFault(fault: WayFault): string {
	switch (fault.code) {
		case 'unknown_way':
			return 'must look like tcp://192.168.1.50:9100, usb:/dev/usb/lp0, serial:/dev/ttyUSB0?baud=9600, cups:QUEUE, agent or browser';
		case 'tcp_shape':
			return 'must look like tcp://192.168.1.50:9100 (an IPv6 address in square brackets)';
		case 'not_an_ip':
			return `needs the printer's IP address, not the name "${fault.host}"`;
		case 'ipv4_in_ipv6':
			return 'must name an IPv4 address plainly';
		case 'outside':
			return `names ${fault.host}, which is outside the hall's own network (10.x, 172.16-31.x, 192.168.x, fc00::/7)`;
		case 'port':
			return `names port ${fault.port}; printers listen on ${FIRST_PORT} to ${LAST_PORT}`;
		case 'usb_path':
			return 'must name a USB printer as usb:/dev/usb/lp0 (lp0 to lp15)';
		case 'serial_path':
			return 'must name a serial port as serial:/dev/ttyUSB0?baud=9600 (ttyUSB, ttyACM, ttyS, /dev/serial/by-id/..., or COM3)';
		case 'baud':
			return `names the speed "${fault.baud}"; serial printers have one of ${BAUDS.join(', ')}`;
		case 'queue_name':
			return 'must name a print queue as cups:QUEUE, with letters, digits, "-" and "_" only';
	}
}

// Which printer addresses are accepted: tcp://<IP address>[:port], inside the hall's own network, on a printing port.
// A typo must be an error (a printing library takes "192.168.1.50:9100" for a file name and reports success), and a
// printer address must not be a way to knock on other machines.

import { BlockList, isIP } from 'node:net';

export interface PrinterAddress {
	readonly host: string;
	readonly port: number;
}
export type ReadAddress =
	| { readonly ok: true; readonly address: PrinterAddress }
	/** The end of a sentence that begins with the name of the setting. */
	| { readonly ok: false; readonly why: string };

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

const PRIVATE = new BlockList();
PRIVATE.addSubnet('10.0.0.0', 8, 'ipv4');
PRIVATE.addSubnet('172.16.0.0', 12, 'ipv4');
PRIVATE.addSubnet('192.168.0.0', 16, 'ipv4');
PRIVATE.addSubnet('fc00::', 7, 'ipv6');

const FIRST_PORT = 9100;
const LAST_PORT = 9109;
const SHAPE = /^tcp:\/\/(?:\[(?<six>[0-9a-fA-F:.]+)\]|(?<four>[^[\]:/?#@\s]+))(?::(?<port>\d{1,5}))?$/;

const no = (why: string): ReadAddress => ({ ok: false, why });

/** Names are refused, not looked up: what they mean can change after they were checked. Only "localhost" is known. */
export function readPrinterAddress(text: string): ReadAddress {
	const parts = SHAPE.exec(text)?.groups;
	if (!parts) return no('must look like tcp://192.168.1.50:9100 (an IPv6 address in square brackets)');
	const named = parts.six ?? parts.four ?? '';
	const host = named === 'localhost' ? '127.0.0.1' : named;
	const version = isIP(host);
	if (version === 0) return no(`needs the printer's IP address, not the name "${host}"`);
	if ((version === 6) !== (parts.six !== undefined)) return no('must look like tcp://192.168.1.50:9100');
	const family = version === 6 ? 'ipv6' : 'ipv4';
	// An IPv4 address dressed as IPv6 would be judged by other rules than the one it reaches.
	if (version === 6 && /\.|^::ffff:/i.test(host)) return no('must name an IPv4 address plainly');
	const loopback = LOOPBACK.check(host, family);
	if (!loopback && !PRIVATE.check(host, family))
		return no(`names ${host}, which is outside the hall's own network (10.x, 172.16-31.x, 192.168.x, fc00::/7)`);
	const port = Number(parts.port ?? FIRST_PORT);
	if (loopback ? port < 1 || port > 65_535 : port < FIRST_PORT || port > LAST_PORT)
		return no(`names port ${port}; printers listen on ${FIRST_PORT} to ${LAST_PORT}`);
	return { ok: true, address: { host, port } };
}

export const writePrinterAddress = ({ host, port }: PrinterAddress): string =>
	`tcp://${host.includes(':') ? `[${host}]` : host}:${port}`;

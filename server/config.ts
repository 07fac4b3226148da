// The environment, read once at start. A bad value stops the start with a sentence that names the variable.

import path from 'node:path';
import { KIOSK_PACE, type Pace } from './ask/pace.ts';
import { StartRefused } from './store/open.ts';

export interface Config {
	readonly host: string;
	readonly port: number;
	readonly dataDir: string;
	/** null: slips go to the tray page. */
	readonly printer: string | null;
	/** Width of the printer's paper, mm. */
	readonly paper: 58 | 80;
	/** What a visitor's phone types to reach this hall; null = the address the server listens on. */
	readonly publicUrl: string | null;
	/** Host names that are answered; a request for any other is misdirected or forged. */
	readonly hosts: readonly string[];
	/** How fast the glass of a kiosk gives numbers; null: as fast as it is asked. */
	readonly kioskPace: Pace | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** `addresses`: the machine's own, for a server that listens on all of them. Refuses with one sentence naming the variable. */
export function readConfig(env: Environment, addresses: readonly string[]): Config {
	const host = readHost(env.HOST);
	const port = readPort(env.PORT);
	const publicUrl = readPublicUrl(env.PUBLIC_URL);
	const names = ['127.0.0.1', 'localhost', '[::1]', bracketed(host), ...(isAny(host) ? addresses.map(bracketed) : [])];
	return {
		host,
		port,
		dataDir: path.resolve(readText(env.DATA_DIR, 'DATA_DIR') ?? './data'),
		printer: readText(env.PRINTER, 'PRINTER'),
		paper: readPaper(env.PAPER),
		publicUrl,
		hosts: [...new Set([...names, ...(publicUrl ? [new URL(publicUrl).hostname] : [])])],
		kioskPace: readKioskLimit(env.KIOSK_LIMIT),
	};
}

export const isAny = (host: string): boolean => host === '0.0.0.0' || host === '::';
export const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

function readText(value: string | undefined, name: string): string | null {
	if (value === undefined || value === '') return null;
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
	if (/[\u0000-\u001f\u007f]/.test(value)) throw new StartRefused(`${name} contains control characters.`);
	return value;
}

function readPort(value: string | undefined): number {
	if (value === undefined || value === '') return 3000;
	const port = Number(value);
	if (!/^\d+$/.test(value) || port > 65535)
		throw new StartRefused(`PORT must be a whole number from 0 to 65535, not "${value}".`);
	return port;
}

function readPaper(value: string | undefined): 58 | 80 {
	if (value === undefined || value === '' || value === '80') return 80;
	if (value !== '58') throw new StartRefused(`PAPER must be 58 or 80 (millimetres), not "${value}".`);
	return 58;
}

/** For whoever tries the hall by machine; a real hall leaves it on. */
function readKioskLimit(value: string | undefined): Pace | null {
	if (value === undefined || value === '' || value === 'on') return KIOSK_PACE;
	if (value !== 'off') throw new StartRefused(`KIOSK_LIMIT must be on or off, not "${value}".`);
	return null;
}

function readHost(value: string | undefined): string {
	if (value === undefined || value === '') return '127.0.0.1';
	if (!/^[a-zA-Z0-9.:-]+$/.test(value))
		throw new StartRefused(`HOST must be a host name or an IP address, not "${value}".`);
	return value;
}

function readPublicUrl(value: string | undefined): string | null {
	if (value === undefined || value === '') return null;
	const url = URL.canParse(value) ? new URL(value) : null;
	if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username) {
		throw new StartRefused(`PUBLIC_URL must be an address like http://giliran.local:3000, not "${value}".`);
	}
	return url.origin;
}

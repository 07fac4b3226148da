// Which requests are let in at all. WebSockets know no CORS, and a check of Origin against Host alone passes under DNS
// rebinding; so the Host must be one of the hall's own names, and an Origin, where there is one, exactly that host.

import type { IncomingHttpHeaders } from 'node:http';

export type Gate = (headers: IncomingHttpHeaders) => 'welcome' | 'wrong_host' | 'wrong_origin';

/** `hosts`: the names under which this hall is reached, IPv6 in brackets. */
export function openGate(hosts: readonly string[]): Gate {
	const known = new Set(hosts.map((it) => it.toLowerCase()));
	return (headers) => {
		const host = headers.host?.toLowerCase();
		if (!host || !known.has(host.replace(/:\d+$/, ''))) return 'wrong_host';
		const { origin } = headers;
		if (origin === undefined) return 'welcome';
		const from = URL.canParse(origin) ? new URL(origin) : null;
		return from && /^https?:$/.test(from.protocol) && from.host === withoutDefaultPort(host, from.protocol)
			? 'welcome'
			: 'wrong_origin';
	};
}

const withoutDefaultPort = (host: string, protocol: string): string =>
	host.replace(protocol === 'https:' ? /:443$/ : /:80$/, '');

/** The custom header that a page of another origin cannot send without being asked first; this server never says yes. */
export const OWN_HEADER = 'x-giliran';
export const isOurs = (headers: IncomingHttpHeaders): boolean => headers[OWN_HEADER] !== undefined;

/**
 * A browser names the page that asks; only a program does not. What has no Origin gets nothing by cookie. A TV of 2018
 * names no page when it polls its own server, so there our own header says as much: no other page could have sent it.
 */
export const comesFromBrowser = (headers: IncomingHttpHeaders): boolean =>
	headers.origin !== undefined || headers['sec-fetch-site'] !== undefined || isOurs(headers);

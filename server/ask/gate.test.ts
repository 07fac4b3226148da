// Which requests are let in at all: a table of Hosts and Origins.

import { expect, test } from 'vitest';
import { comesFromBrowser, openGate } from './gate.ts';

const gate = openGate(['127.0.0.1', 'localhost', '[::1]', 'Antrean.MPP.local']);

test.each([
	['127.0.0.1:3000', undefined, 'welcome'],
	['127.0.0.1', undefined, 'welcome'],
	['LOCALHOST:3000', undefined, 'welcome'],
	['[::1]:3000', undefined, 'welcome'],
	['antrean.mpp.local', undefined, 'welcome'],
	['127.0.0.1:3000', 'http://127.0.0.1:3000', 'welcome'],
	['antrean.mpp.local', 'http://antrean.mpp.local', 'welcome'],
	['antrean.mpp.local:80', 'http://antrean.mpp.local', 'welcome'],
	['antrean.mpp.local:443', 'https://antrean.mpp.local', 'welcome'],
	[undefined, undefined, 'wrong_host'],
	['', undefined, 'wrong_host'],
	['evil.example', undefined, 'wrong_host'],
	['evil.example:3000', 'http://evil.example:3000', 'wrong_host'],
	['127.0.0.1.evil.example', undefined, 'wrong_host'],
	['evil.example#127.0.0.1', undefined, 'wrong_host'],
	['127.0.0.1@evil.example', undefined, 'wrong_host'],
	['127.0.0.1:3000:80', undefined, 'wrong_host'],
	['2130706433', undefined, 'wrong_host'],
	['127.0.0.1:3000', 'http://evil.example', 'wrong_origin'],
	['127.0.0.1:3000', 'http://localhost:3000', 'wrong_origin'],
	['127.0.0.1:3000', 'http://127.0.0.1:3001', 'wrong_origin'],
	['127.0.0.1:3000', 'http://127.0.0.1', 'wrong_origin'],
	['127.0.0.1:3000', 'null', 'wrong_origin'],
	['127.0.0.1:3000', '', 'wrong_origin'],
	['127.0.0.1:3000', 'file://127.0.0.1:3000', 'wrong_origin'],
	['127.0.0.1:3000', 'http://127.0.0.1:3000.evil.example', 'wrong_origin'],
] as const)('Host %s, Origin %s: %s', (host, origin, verdict) => {
	expect(gate({ ...(host === undefined ? {} : { host }), ...(origin === undefined ? {} : { origin }) })).toBe(verdict);
});

test('a browser shows itself by Origin, by Sec-Fetch-Site or by the header of our own pages; a program by none', () => {
	expect(comesFromBrowser({ origin: 'http://127.0.0.1' })).toBe(true);
	expect(comesFromBrowser({ 'sec-fetch-site': 'same-origin' })).toBe(true);
	expect(comesFromBrowser({ 'x-giliran': '1', cookie: 'giliran_board=x' })).toBe(true);
	expect(comesFromBrowser({ cookie: 'giliran_kiosk=x' })).toBe(false);
});

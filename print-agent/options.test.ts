// The agent's command line and its first words with a server: what is taken, and what is said to the rest.

import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { words } from '../shared/words/words.ts';
import { firstUsbPrinter, forbidden } from './find-printer.ts';
import { readOptions } from './options.ts';
import { pair } from './pair.ts';
import { Refused } from './refused.ts';

const { wrong } = words.id.agent;

describe('the command line', () => {
	test('names server, code and printer', () => {
		const typed = [
			'--server',
			'http://192.168.1.10:3000/kiosk/',
			'--code',
			'bcdf-ghjk',
			'--printer',
			'usb:/dev/usb/lp1',
		];
		expect(readOptions(typed)).toEqual({
			server: 'http://192.168.1.10:3000',
			code: 'BCDFGHJK',
			printer: { text: 'usb:/dev/usb/lp1', way: { kind: 'usb', path: '/dev/usb/lp1' } },
			state: null,
		});
		expect(readOptions([])).toEqual({ server: null, code: null, printer: null, state: null });
		expect(readOptions(['--help'])).toBe('help');
	});

	test.each([
		[['--sever', 'x'], wrong.option('--sever x')],
		[['http://192.168.1.10:3000'], wrong.option('http://192.168.1.10:3000')],
		[['--server', '192.168.1.10'], wrong.server],
		[['--server', 'ftp://192.168.1.10'], wrong.server],
		[['--printer', '/dev/usb/lp0'], wrong.printer('/dev/usb/lp0')],
		[['--printer', 'usb:/etc/passwd'], wrong.printer('usb:/etc/passwd')],
		// Only a server knows these.
		[['--printer', 'agent'], wrong.printer('agent')],
		[['--printer', 'browser'], wrong.printer('browser')],
	])('%j is refused', (typed, sentence) => {
		expect(() => readOptions(typed)).toThrow(Refused);
		expect(() => readOptions(typed)).toThrow(sentence);
	});
});

describe('the printer of this computer', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), 'giliran-usb-'));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	test('is the first one on USB', () => {
		expect(firstUsbPrinter(path.join(folder, 'nothing was ever connected'))).toBeNull();
		expect(firstUsbPrinter(folder)).toBeNull();
		for (const name of ['lp10', 'lp2', 'hiddev0', 'lp']) writeFileSync(path.join(folder, name), '');
		expect(firstUsbPrinter(folder)).toBe(`usb:${folder}/lp2`);
	});

	test('is forbidden only where the file is there and this person may not use it', () => {
		const file = path.join(folder, 'lp0');
		expect(forbidden({ kind: 'usb', path: file })).toBeNull();
		writeFileSync(file, '');
		expect(forbidden({ kind: 'usb', path: file })).toBeNull();
		expect(forbidden({ kind: 'tcp', host: '127.0.0.1', port: 9100 })).toBeNull();
		// To the superuser nothing is forbidden.
		if (process.getuid?.() === 0) return;
		mkdirSync(path.join(folder, 'closed'));
		writeFileSync(path.join(folder, 'closed', 'lp0'), '');
		chmodSync(path.join(folder, 'closed', 'lp0'), 0o000);
		expect(forbidden({ kind: 'usb', path: path.join(folder, 'closed', 'lp0') })).toMatch(/lp0$/);
	});
});

describe('the first words with a server', () => {
	let server: Server;
	let url: string;
	let answer: { readonly ours: boolean; readonly status: number; readonly body: string };
	let heard: unknown[];
	beforeEach(async () => {
		heard = [];
		server = createServer((request, response) => {
			let body = '';
			request.on('data', (chunk) => {
				body += String(chunk);
			});
			request.on('end', () => {
				if (request.method === 'GET' && answer.ours) {
					response.end(JSON.stringify({ status: 'live' }));
					return;
				}
				heard.push([request.method, request.url, body && JSON.parse(body)]);
				response.writeHead(answer.status, { location: 'http://127.0.0.1:1/' }).end(answer.body);
			});
		});
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterEach(() => {
		server.closeAllConnections();
		server.close();
	});
	const refusal = (code: string): string => JSON.stringify({ ok: false, refusal: { code, what: 'device' } });

	test('give the token for the code', async () => {
		const value = { token: 't', role: 'agent', name: 'PC Kios 1' };
		answer = { ours: true, status: 201, body: JSON.stringify({ ok: true, value }) };
		expect(await pair(url, 'BCDFGHJK')).toEqual({ token: 't', name: 'PC Kios 1' });
		expect(heard.at(-1)).toEqual(['POST', '/api/v1/pair', { code: 'BCDFGHJK', role: 'agent' }]);
	});

	test.each([
		['a wrong or used code', 401, refusal('unknown'), () => wrong.code],
		['a code of a screen', 403, refusal('not_allowed'), () => wrong.role],
		['too many tries', 429, refusal('too_fast'), () => wrong.tooOften],
		['a fault of the server', 500, refusal('internal'), () => wrong.failed('internal')],
		['a name that is not the server’s', 421, 'This server does not go by that name.', () => wrong.notGiliran(url)],
		['something else that listens there', 200, '<html>', () => wrong.notGiliran(url)],
		['something else that speaks JSON', 200, '[]', () => wrong.notGiliran(url)],
		['somebody who sends the code elsewhere', 307, '', () => wrong.noServer(url)],
	])('%s: a sentence', async (_, status, body, sentence) => {
		answer = { ours: body.includes('refusal'), status, body };
		await expect(pair(url, 'BCDFGHJK')).rejects.toThrow(sentence());
		// A code is told to a Giliran only.
		expect(JSON.stringify(heard).includes('BCDFGHJK')).toBe(answer.ours);
	});

	test('where nobody listens: a sentence', async () => {
		await expect(pair('http://127.0.0.1:1', 'BCDFGHJK')).rejects.toThrow(wrong.noServer('http://127.0.0.1:1'));
	});
});

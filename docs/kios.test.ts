// The recipe for the kiosk's machine must work as it is printed: its units are units, its policy is JSON, and its script waits
// for the server before it opens the kiosk, in a browser that remembers that it is one.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { words } from '../shared/words/words.ts';

const guide = readFileSync(new URL('kios.md', import.meta.url), 'utf8');

/** What is printed in blocks of this language, without the indent of the list in which it stands. */
const blocks = (language: string): readonly string[] =>
	[...guide.matchAll(/^( *)```(\w*)\n([\s\S]*?)^ *```$/gm)]
		.filter((it) => it[2] === language)
		.map(([, indent = '', , text = '']) =>
			text
				.split('\n')
				.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
				.join('\n'),
		);
const script = blocks('sh').find((it) => it.startsWith('#!/bin/sh')) ?? '';

const folder = mkdtempSync(path.join(tmpdir(), 'giliran-kios-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const programs = path.join(folder, 'bin');
mkdirSync(programs);
const program = (name: string, text: string): void =>
	writeFileSync(path.join(programs, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
/** The file of every start of the browser, with its last word: where it goes. */
const opened = path.join(folder, 'opened');
const starts = (): readonly string[] =>
	existsSync(opened) ? readFileSync(opened, 'utf8').trim().split('\n').filter(Boolean) : [];

test('its buttons stand on the kiosk in these words', () => {
	const onKiosk = new Set([words.id.kiosk.low.on, words.id.kiosk.aloud, words.id.kiosk.take.one]);
	for (const name of onKiosk) expect(guide).toContain(`“${name}”`);
});

test('the browser keeps what it is told, and nobody leaves the hall with it', () => {
	const [policy = ''] = blocks('json');
	expect(JSON.parse(policy)).toMatchObject({ URLBlocklist: ['*'], IncognitoModeAvailability: 1 });
	for (const way of [script, blocks('powershell')[0] ?? '']) {
		expect(way).toContain('--user-data-dir=');
		expect(way).not.toContain('--incognito');
		for (const flag of ['kiosk', 'disable-pinch', 'overscroll-history-navigation=0', 'noerrdialogs'])
			expect(way).toContain(`--${flag}`);
	}
	const [waiting = ''] = blocks('html');
	expect(waiting, 'the page that waits needs nothing of the network').not.toMatch(/https?:|src=|href=/);
});

/** "`/etc/…/name.service`", then its text. */
const UNIT = /`\/etc\/systemd\/system\/([\w-]+\.(?:service|timer))`[^\n]*\n\n *```ini\n/g;
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

test.skipIf(!hasSystemd)('systemd understands every unit', () => {
	const names = [...guide.matchAll(UNIT)].map((it) => it[1] ?? '');
	expect(names).toEqual(['giliran-kios.service', 'giliran-kios-malam.service', 'giliran-kios-malam.timer']);
	const units = blocks('ini').filter((it) => it.startsWith('[Unit]'));
	const files = names.map((name, index) => {
		const file = path.join(folder, name);
		writeFileSync(file, units[index] ?? '');
		return file;
	});
	const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...files], { encoding: 'utf8' });
	// This machine is no kiosk, and has faults of its own.
	const faults = stderr.split('\n').filter((line) => line.includes('giliran') && !/is not executable/.test(line));
	expect(faults).toEqual([]);
});

test('the script shows the waiting page until the server answers, then pairs once, then opens the kiosk', async () => {
	const code = path.join(folder, 'kode');
	writeFileSync(code, 'ABCD-1234\n');
	program('wlr-randr', 'exit 1');
	program('sleep', 'exec /bin/sleep 0.05');
	program(
		'chromium',
		`for last; do :; done; echo "$last" >> ${opened}; case $last in file:*) exec /bin/sleep 60;; esac`,
	);
	const file = path.join(folder, 'giliran-kios');
	writeFileSync(file, script.replace('/run/giliran-kios/kode', code), { mode: 0o755 });

	// A port on which nobody answers yet.
	const placeholder = createServer().listen(0, '127.0.0.1');
	await once(placeholder, 'listening');
	const { port } = placeholder.address() as AddressInfo;
	await new Promise((resolve) => placeholder.close(resolve));
	const address = `http://127.0.0.1:${port}`;
	const run = () =>
		spawn('/bin/sh', [file], {
			env: { PATH: `${programs}:/usr/bin:/bin`, HOME: folder, ALAMAT: address, KELUARAN: 'HDMI-A-1', PUTAR: '90' },
			stdio: 'ignore',
		});

	const first = run();
	await expect.poll(starts, { timeout: 10_000 }).toEqual(['file:///usr/local/share/giliran-kios/menunggu.html']);
	const server = createServer((_, reply) => reply.end('{"status":"live"}')).listen(port, '127.0.0.1');
	const [ended] = await once(first, 'exit');
	expect(ended).toBe(0);
	expect(starts().slice(1)).toEqual([`${address}/pair/ABCD-1234`]);

	await once(run(), 'exit');
	expect(starts().slice(2)).toEqual([`${address}/kiosk/`]);
	server.closeAllConnections();
	server.close();
});

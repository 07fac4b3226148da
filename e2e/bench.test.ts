// `npm run bench -- --quick` works and hands no number out twice. How fast it was says nothing here: the machine is shared.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

interface Written {
	readonly figures: readonly { readonly name: string; readonly ours: number; readonly floor: number | null }[];
	readonly checks: readonly { readonly name: string; readonly counted: number; readonly wrong: number }[];
}

function bench(only: string): Written & { readonly table: string } {
	const folder = mkdtempSync(path.join(tmpdir(), 'giliran-e2e-'));
	const json = path.join(folder, 'bench.json');
	try {
		const table = execFileSync(process.execPath, ['dist/bench/main.js', '--quick', '--only', only, '--json', json], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		return { ...(JSON.parse(readFileSync(json, 'utf8')) as Written), table };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

test('kiosks in a rush get numbers of their own, and 50 counters call nobody twice', () => {
	const { figures, checks, table } = bench('take');
	expect(checks.map(({ wrong }) => wrong)).toEqual([0, 0]);
	for (const { counted } of checks) expect(counted).toBeGreaterThan(0);
	expect(figures.map(({ name }) => name)).toContain('socket, 10 kiosks');
	for (const { ours, floor } of figures) expect(Math.min(ours, floor ?? ours)).toBeGreaterThan(0);
	expect(table).toContain('Take a number');
});

test('every board is shown every call', () => {
	const { figures } = bench('board');
	expect(figures.map(({ name }) => name)).toEqual([
		'5 boards, first shown, p50',
		'5 boards, first shown, p99',
		'5 boards, last shown, p50',
		'5 boards, last shown, p99',
	]);
	for (const { ours, floor } of figures) expect(Math.min(ours, floor ?? 0)).toBeGreaterThan(0);
});

test('a board in a real browser is seen and heard', () => {
	const { figures } = bench('screen');
	expect(figures.map(({ name }) => name)).toEqual([
		'press to paint, p50',
		'press to paint, p99',
		'press to first sound, p50',
		'press to first sound, p99',
	]);
	for (const { ours, floor } of figures) expect(Math.min(ours, floor ?? 0)).toBeGreaterThan(0);
});

test('a kiosk is loaded, and shows the number that was touched for', () => {
	const { figures } = bench('kiosk');
	expect(figures.map(({ name }) => name)).toEqual([
		'bytes of the first load',
		'from the address to the first page',
		'last touch to the number, p50',
		'last touch to the number, p99',
	]);
	for (const { ours, floor } of figures) expect(Math.min(ours, floor ?? 0)).toBeGreaterThan(0);
});

test('a slip reaches its printer, and a stalled printer holds up nobody', () => {
	const { figures, table } = bench('paper');
	expect(figures.map(({ name }) => name)).toContain('take beside a stalled printer, p99');
	for (const { ours, floor } of figures) expect(Math.min(ours, floor ?? ours)).toBeGreaterThan(0);
	expect(table).toContain('From the number to the paper');
});

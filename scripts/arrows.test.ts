// Who may import whom: reads every import statement and refuses any arrow that ARCHITECTURE.md does not draw.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Each room and the rooms it may import from. Its own files it may always import. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
	shared: [],
	'shared/screen': ['shared'],
	kiosk: ['shared', 'shared/screen'],
	'counter-display': ['shared', 'shared/screen'],
	'officer-console': ['shared', 'shared/screen'],
	'server/store': ['shared'],
	'server/hall': ['shared', 'server/store'],
	'server/views': ['shared', 'server/store'],
	'server/print/compose': ['shared'],
	'server/print/ways': ['shared'],
	'server/print': ['shared', 'server/store', 'server/print/compose', 'server/print/ways'],
	'server/report': ['shared', 'server/store'],
	'server/voice': ['shared'],
	'server/language': ['shared'],
	'server/media': ['shared'],
	'server/setup': [
		'shared',
		'server/store',
		'server/hall',
		'server/print/compose',
		'server/print/ways',
		'server/voice',
		'server/language',
	],
	'server/ask': ['shared', 'server/store', 'server/hall', 'server/views'],
	'server/live': ['shared', 'server/store', 'server/hall', 'server/views', 'server/ask'],
	'server/http': [
		'shared',
		'server/store',
		'server/hall',
		'server/views',
		'server/ask',
		'server/live',
		'server/print',
		'server/print/compose',
		'server/print/ways',
		'server/report',
		'server/voice',
		'server/language',
		'server/media',
	],
	// app.ts, main.ts, config.ts, lock.ts build everything.
	server: [
		'shared',
		'server/store',
		'server/hall',
		'server/views',
		'server/print',
		'server/print/compose',
		'server/print/ways',
		'server/report',
		'server/voice',
		'server/language',
		'server/media',
		'server/setup',
		'server/ask',
		'server/live',
		'server/http',
	],
	demo: ['shared'],
	// It runs on another PC: of the server it takes the way to the printer and nothing else.
	'print-agent': ['shared', 'server/print/ways'],
	bench: ['shared', 'server', 'server/store', 'server/hall', 'server/ask', 'server/report', 'server/setup', 'demo'],
};

/** Packages each kind of room may use; node: modules belong to the server's side only. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
	shared: /^$/,
	'shared/screen': /^(preact(\/.*)?|@preact\/signals|socket\.io-client|lucide-preact|vite\/client)$/,
	kiosk: /^(preact(\/.*)?|@preact\/signals|lucide-preact|uqr)$/,
	'counter-display': /^(preact(\/.*)?|@preact\/signals|lucide-preact|core-js\/modules\/.*)$/,
	'officer-console': /^(preact(\/.*)?|@preact\/signals|lucide-preact)$/,
	'print-agent': /^(node:.*|socket\.io-client)$/,
};

const ROOMS = Object.keys(ARROWS).sort((a, b) => b.length - a.length);
const roomOf = (file: string): string | undefined => ROOMS.find((room) => file.startsWith(`${room}/`));

/** Shipped sources: tests and what only tests use may look wherever they like. */
function sources(folder: string): string[] {
	return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const file = `${folder}/${entry.name}`;
		if (entry.isDirectory()) return entry.name === 'testing' ? [] : sources(file);
		return /\.tsx?$/.test(entry.name) && !/\.(test|fixture|d)\.tsx?$/.test(entry.name) ? [file] : [];
	});
}

const IMPORT = /^\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm;

interface Arrow {
	readonly from: string;
	readonly to: string;
}
function importsOf(file: string, text: string): Arrow[] {
	return [...text.matchAll(IMPORT)].flatMap((match) => {
		const name = match[1] ?? match[2];
		if (!name) return [];
		return [{ from: file, to: name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name }];
	});
}

function faultOf({ from, to }: Arrow): string | null {
	const room = roomOf(from);
	if (!room) return `${from} stands in no room`;
	const target = roomOf(to);
	if (target) return target === room || ARROWS[room]?.includes(target) ? null : `${from} must not import ${to}`;
	if (to.endsWith('.css')) return null;
	const allowed = PACKAGES[room];
	return allowed && !allowed.test(to) ? `${from} must not use the package ${to}` : null;
}

test('every import is an arrow that the architecture draws', () => {
	const files = [...new Set(Object.keys(ARROWS).map((room) => room.split('/')[0] ?? room))].flatMap(sources);
	expect(files.length).toBeGreaterThan(50);
	const arrows = files.flatMap((file) => importsOf(file, readFileSync(path.join(root, file), 'utf8')));
	expect(arrows.length).toBeGreaterThan(files.length);
	expect(arrows.flatMap((arrow) => faultOf(arrow) ?? [])).toEqual([]);
});

test('a forbidden arrow is seen', () => {
	const found = importsOf(
		'shared/ticket.ts',
		"import { a } from '../server/hall/take.ts';\nimport fs from 'node:fs';\nexport { b } from './day.ts';",
	);
	expect(found.map(faultOf)).toEqual([
		'shared/ticket.ts must not import server/hall/take.ts',
		'shared/ticket.ts must not use the package node:fs',
		null,
	]);
	expect(faultOf({ from: 'server/hall/take.ts', to: 'server/live/live.ts' })).toBe(
		'server/hall/take.ts must not import server/live/live.ts',
	);
});

test('the gallery of fixtures is no part of a screen', () => {
	for (const app of ['kiosk', 'counter-display', 'officer-console']) {
		const shipped = sources(app).filter((it) => !/(gallery|fixtures)/.test(it));
		const arrows = shipped.flatMap((file) => importsOf(file, readFileSync(path.join(root, file), 'utf8')));
		expect(arrows.filter((it) => /(gallery|fixtures)/.test(it.to))).toEqual([]);
	}
});

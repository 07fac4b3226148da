// The guides must stay true: the example hall file can be imported, every name printed in bold in the guides for officers
// and managers stands on a screen in just these words, and no link leads nowhere.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { KEYS } from '../officer-console/keys.ts';
import { checkHall } from '../server/setup/check.ts';
import { words } from '../shared/words/words.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Every plain sentence of a dictionary, without the hyphens that only show where a word may be broken. */
const sentences = (dictionary: unknown): readonly string[] =>
	typeof dictionary === 'string'
		? [dictionary.replaceAll('\u00ad', '')]
		: typeof dictionary === 'object' && dictionary !== null
			? Object.values(dictionary).flatMap(sentences)
			: [];
const onScreens = new Set(sentences(words.id));

const bold = (text: string): readonly string[] =>
	[...text.matchAll(/\*\*([^*]+)\*\*/g)].map((match) => (match[1] ?? '').replace(/\s+/g, ' '));

test.each(['docs/petugas.md', 'docs/pengelola.md'])('%s names buttons and fields as the screens do', (guide) => {
	const named = bold(read(guide));
	expect(named.length).toBeGreaterThan(20);
	expect(named.filter((name) => !onScreens.has(name))).toEqual([]);
});

test('a name that no screen knows is seen', () => {
	expect(bold('Tekan **Panggil\nberikutnya**, lalu **Panggil lagi**.').filter((it) => !onScreens.has(it))).toEqual([
		'Panggil lagi',
	]);
});

describe('the card of the officer', () => {
	const rows = [...read('docs/petugas.md').matchAll(/^\| \*\*([^*]+)\*\* \| ([^|]*)\| ([^|]*)\|/gm)];
	const actions = Object.entries(words.id.console.actions);

	test('lists every button that has a key', () => {
		const withKeys = actions.filter(([action]) => KEYS[action as keyof typeof KEYS].keys.length > 0);
		expect(withKeys.map(([, name]) => name).filter((name) => !rows.some((row) => row[1] === name))).toEqual([]);
	});

	test.each(rows.map((row) => [row[1] ?? '', row[2]?.trim() ?? '', row[3]?.trim() ?? '']))(
		'%s: %s, on the number pad %s',
		(name, keyboard, pad) => {
			const action = actions.find(([, said]) => said === name)?.[0];
			const { keys, padSign } = KEYS[action as keyof typeof KEYS];
			const typed = keyboard.split(' atau ').filter((key) => key !== '');
			const shown = keys.filter((key) => key !== 'Backspace').map((key) => (key === ' ' ? 'Spasi' : key));
			expect(typed.map((key) => key.toLowerCase()).sort()).toEqual(shown.map((key) => key.toLowerCase()).sort());
			expect(pad || null).toBe(padSign);
		},
	);
});

test('the example hall file of the installer’s guide has no fault and no doubt', () => {
	const [, example] = /```json\n([\s\S]+?)\n```/.exec(read('docs/pemasangan.md')) ?? [];
	expect(checkHall(JSON.parse(example ?? ''))).toEqual({ faults: [], warnings: [] });
});

test.each([
	'README.md',
	'ARCHITECTURE.md',
	'CHANGELOG.md',
	'docs/pemasangan.md',
	'docs/petugas.md',
	'docs/pengelola.md',
	'docs/kios.md',
])('%s links to nothing that is missing', (file) => {
	const links = [...read(file).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
	const missing = links.filter(
		(link) => !/^https?:/.test(link) && !existsSync(path.resolve(root, path.dirname(file), link)),
	);
	expect(missing).toEqual([]);
});

test('every decision record stands in the list of the architecture', () => {
	const listed = [...read('ARCHITECTURE.md').matchAll(/^\| \[(\d{3})\]\((docs\/decisions\/\1-[^)]+)\)/gm)];
	expect(listed.map((match) => match[1])).toEqual(
		Array.from({ length: listed.length }, (_, index) => String(index + 1).padStart(3, '0')),
	);
	expect(listed.length).toBeGreaterThanOrEqual(12);
});

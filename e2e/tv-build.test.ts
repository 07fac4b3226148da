// The board as it was built, read as the oldest TV would read it: every script is plain and of its syntax, no style is too
// new for it, and every built-in that it lacks is brought along, or asked for before it is used.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Node, parse } from 'acorn';
import { describe, expect, test } from 'vitest';
import { CSS_TOO_NEW, NEWER } from './chrome-53.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = (file: string): string => readFileSync(path.join(root, 'dist/screens', file), 'utf8');
const page = built('counter-display/index.html');
const named = (attribute: RegExp): readonly string[] => [...page.matchAll(attribute)].map((match) => match[1] ?? '');
const scripts = named(/<script[^>]* src="([^"]+)"/g);
const styles = named(/<link[^>]* rel="stylesheet"[^>]* href="([^"]+)"/g);

/** As Chrome 53 reads: the language of 2016 and no module; its regular expressions too. */
const readAsOldTv = (code: string): Node => parse(code, { ecmaVersion: 2016, sourceType: 'script' });

/** Too new, but looked for before it is used. */
const ASKED_FIRST: Readonly<Record<string, string>> = {
	'Object.getOwnPropertyDescriptors': 'by the helper that the compiler writes for { ...spread }',
	'Symbol.dispose': 'a name for those who write "using"; where there is none nobody asks for it',
};
/** "es.array.find-last" puts in Array.findLast, "web.queue-microtask" puts in queueMicrotask. */
const broughtAlong: ReadonlySet<string> = new Set(
	[...readFileSync(path.join(root, 'counter-display/old-tv.ts'), 'utf8').matchAll(/\/(?:es|web)\.([\w.-]+)\.js'/g)].map(
		([, module = '']) => {
			const [first = '', second] = module.split('.').map(camel);
			return second === undefined ? first : `${first.charAt(0).toUpperCase()}${first.slice(1)}.${second}`;
		},
	),
);
function camel(dashed: string): string {
	return dashed.replace('-alternative', '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

type Fields = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node & Fields =>
	typeof value === 'object' && value !== null && 'type' in value;
function* within(node: Node & Fields): Generator<Node & Fields> {
	yield node;
	for (const value of Object.values(node))
		for (const part of Array.isArray(value) ? value : [value]) if (isNode(part)) yield* within(part);
}
/** "a.b" of the expression a.b, "a" of the name a; null for whatever is no plain name. */
function nameOf(node: unknown): string | null {
	if (!isNode(node)) return null;
	if (node.type === 'Identifier') return String(node.name);
	if (node.type !== 'MemberExpression' || node.computed === true) return null;
	const owner = nameOf(node.object);
	return `${owner ?? '?'}.${nameOf(node.property)}`;
}

/** Each newer built-in that this code reaches for: methods by a call of that name, whatever of. */
function newerIn(code: string): readonly string[] {
	const found = new Set<string>();
	const called = new Set<string>();
	const spoken = new Set<string>();
	for (const node of within(readAsOldTv(code) as Node & Fields)) {
		const name = nameOf(node);
		if (name) spoken.add(name);
		if (node.type === 'CallExpression') called.add(nameOf(node.callee)?.split('.').at(-1) ?? '');
	}
	for (const [where, names] of NEWER)
		for (const name of names.split(' ')) {
			const owner = where.replace('.prototype', '');
			if (where === 'window' ? spoken.has(name) || spoken.has(`window.${name}`) : isReached(where, name))
				found.add(where === 'window' ? name : `${owner}.${name}`);
		}
	function isReached(where: string, name: string): boolean {
		return where.endsWith('.prototype') ? called.has(name) : spoken.has(`${where}.${name}`);
	}
	return [...found].sort();
}

test('the page asks for one plain script and one style sheet', () => {
	expect(scripts).toHaveLength(1);
	expect(styles).toHaveLength(1);
	expect(page).toMatch(/<script defer src=/);
	expect(page).not.toMatch(/type="?module|modulepreload|<script>/);
});

test.each(scripts)('%s is of the oldest TV’s syntax', (script) => {
	expect(() => readAsOldTv(built(script))).not.toThrow();
});

test.each([
	'async () => 1',
	'({ ...a })',
	'a?.b',
	'a ?? b',
	'f(a,)',
	'try { f() } catch { g() }',
	'class A { b = 1 }',
	'/(?<year>\\d)/',
	'/(?<=a)b/',
	'/a/s',
	'import("a")',
	'export {}',
	'1n',
	'1_000',
	'for await (const a of b) ;',
])('the gate for syntax sees %s', (code) => {
	expect(() => readAsOldTv(code)).toThrow();
});

test.each(scripts)('%s brings along, or asks for, every built-in that the oldest TV lacks', (script) => {
	const used = newerIn(built(script));
	expect(used.length, 'something is seen at all').toBeGreaterThan(3);
	expect(used.filter((it) => !broughtAlong.has(it) && !(it in ASKED_FIRST))).toEqual([]);
});

test('the gate for built-ins sees methods, functions and names', () => {
	expect(newerIn('a.b.flat(); Object.entries(a); new ResizeObserver(f); shown.at; Object.keys(a)')).toEqual([
		'Array.flat',
		'Object.entries',
		'ResizeObserver',
	]);
	expect(broughtAlong).toContain('Array.flatMap');
	expect(broughtAlong).toContain('queueMicrotask');
});

describe.each(styles)('%s', (style) => {
	const css = built(style);

	test.each(Object.entries(CSS_TOO_NEW))('holds no %s', (_, pattern) => {
		expect(new RegExp(`.{0,60}(${pattern.source}).{0,40}`, pattern.flags).exec(css)?.[0]).toBeUndefined();
	});
});

test.each([
	['gap, outside grids (84)', '.a{gap:1px}'],
	['inset (87)', '.a{color:red;inset:0}'],
	['min(), max(), clamp() (79)', '.a{width:min(1px,2px)}'],
	['rgb() without commas (65)', '.a{color:rgb(1 2 3)}'],
	[':is(), :where(), :has() (88 to 105)', '.a:is(.b){color:red}'],
	[':not() with more than one simple selector (88)', '.a:not(.b,.c){color:red}'],
])('the gate for styles sees %s', (name, css) => {
	expect(CSS_TOO_NEW[name]?.test(css)).toBe(true);
});

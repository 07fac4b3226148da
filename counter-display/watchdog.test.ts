// When a board loads its page anew by itself: a table of how it may stand, and what the server has for it.

import { expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../shared/id.ts';
import { servedBy } from './page-build.ts';
import { openWatchdog, type Served, type Standing, shouldReload } from './watchdog.ts';

const IDLE: Standing = {
	...{ age: 2 * HOUR, unshown: 10 * SECOND, calm: HOUR },
	...{ speaking: false, keepsSound: true, lit: true },
};
const STUCK: Partial<Standing> = { unshown: 61 * SECOND };
const OLD: Partial<Standing> = { age: 13 * HOUR };
const MUTED_BY_IT: Partial<Standing> = { keepsSound: false };

const CASES: readonly (readonly [string, Partial<Standing>, Served, 'reload' | 'stay'])[] = [
	['nothing is amiss', {}, 'same', 'stay'],
	['a new build is there', {}, 'other', 'reload'],
	['the page is older than half a day', OLD, 'same', 'reload'],
	['it is old, and the server does not answer', OLD, 'nothing', 'stay'],
	['it is old, and is saying something', { ...OLD, speaking: true }, 'same', 'stay'],
	['it is old, and called somebody a moment ago', { ...OLD, calm: 4 * MINUTE }, 'other', 'stay'],
	['it is old, and a touch allowed its sound', { ...OLD, ...MUTED_BY_IT }, 'other', 'stay'],
	[
		'it is old, a touch allowed its sound, and the hall has closed',
		{ ...OLD, ...MUTED_BY_IT, lit: false },
		'same',
		'reload',
	],
	['the link is lost, and a new build is there', { unshown: null }, 'other', 'reload'],
	['the link is lost, and the server does not answer', { ...OLD, unshown: null }, 'nothing', 'stay'],
	['it is stuck', STUCK, 'same', 'reload'],
	['it is stuck, and the server does not answer', STUCK, 'nothing', 'stay'],
	['it is stuck, and called somebody a moment ago', { ...STUCK, calm: 70 * SECOND }, 'same', 'reload'],
	['it is stuck, and is saying something', { ...STUCK, speaking: true }, 'same', 'stay'],
	['it is stuck, and a touch allowed its sound', { ...STUCK, ...MUTED_BY_IT }, 'same', 'reload'],
	['it is stuck, and has just been loaded', { ...STUCK, age: 4 * MINUTE, calm: 4 * MINUTE }, 'same', 'stay'],
	['the hall was quiet for less than its views may take', { unshown: 59 * SECOND }, 'same', 'stay'],
];

test.each(CASES)('%s', (_, standing, served, verdict) => {
	expect(shouldReload({ ...IDLE, ...standing }, served)).toBe(verdict === 'reload');
});

test('a build is known by the name of its script, and a page that is no board is none', () => {
	const page = (script: string): string => `<script defer src="${script}"></script>`;
	const mine = page('/assets/board-BXB9Ib6Q.js');
	expect(servedBy(page('/assets/board-BXB9Ib6Q.js'), mine)).toBe('same');
	expect(servedBy(page('/assets/board-a_-9Ib6Q.js'), mine)).toBe('other');
	for (const other of ['', '<h1>502 Bad Gateway</h1>', page('/assets/kiosk-BXB9Ib6Q.js')])
		expect(servedBy(other, mine)).toBe('nothing');
});

/** A watchdog whose minutes are counted by hand. */
function open(standing: () => Standing) {
	let look = (): void => undefined;
	const questions: ((served: Served) => void)[] = [];
	let reloads = 0;
	openWatchdog({
		standing,
		served: () => new Promise((answer) => questions.push(answer)),
		reload: () => {
			reloads += 1;
		},
		every: (ms, run) => {
			expect(ms).toBe(MINUTE);
			look = run;
		},
	});
	return { look: () => look(), questions, reloads: () => reloads };
}
const answered = (): Promise<void> => new Promise((done) => setTimeout(done));

test('the server of a board that is idle is asked once an hour', async () => {
	let age = 0;
	const { look, questions } = open(() => ({ ...IDLE, age, calm: age }));
	for (; age < 5 * HOUR; age += MINUTE) {
		look();
		questions.at(-1)?.('same');
		await answered();
	}
	expect(questions.length).toBe(4);
});

test('a board that is stuck asks at every look until it is answered, one question at a time', async () => {
	const { look, questions, reloads } = open(() => ({ ...IDLE, ...STUCK }));
	look();
	look();
	expect(questions.length).toBe(1);
	questions[0]?.('nothing');
	await answered();
	look();
	questions[1]?.('same');
	await answered();
	expect(reloads()).toBe(1);
});

test('who is called while the server is asked is called by this page', async () => {
	let standing: Standing = { ...IDLE, ...OLD };
	const { look, questions, reloads } = open(() => standing);
	look();
	standing = { ...standing, speaking: true };
	questions[0]?.('other');
	await answered();
	expect(reloads()).toBe(0);
});

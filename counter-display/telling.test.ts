// A board's word on a call reaches the hall, also when the hall restarts in that very moment; and what is said is true.

import { beforeEach, expect, test } from 'vitest';
import type { Nothing, Reply } from '../shared/contract.ts';
import { MOST_AGO_MS } from '../shared/hearing.ts';
import { MINUTE, type Rev, SECOND } from '../shared/id.ts';
import { openTelling } from './telling.ts';

const REV = 412 as Rev;
const YES: Reply<Nothing> = { ok: true, value: {} };
const no = (code: 'offline' | 'no_answer' | 'not_allowed'): Reply<Nothing> => ({ ok: false, refusal: { code } });

let now: number;
let log: string[];
/** What the hall answers, by when it is asked. */
let answer: () => Reply<Nothing>;
/** How long it takes to. */
let answerMs: number;

const telling = () => {
	const hear = (word: string): Promise<Reply<Nothing>> => {
		log.push(word);
		const reply = answer();
		now += answerMs;
		return Promise.resolve(reply);
	};
	return openTelling({
		ask: {
			shown: (rev, agoMs) => hear(`${rev} shown ${agoMs} ms ago`),
			spoken: (rev, agoMs) => hear(`${rev} spoken ${agoMs} ms ago`),
			silent: (rev, why) => hear(`${rev} ${why}`),
		},
		elapsed: () => now,
		wait: (ms) => {
			now += ms;
			return Promise.resolve();
		},
	});
};
const settled = async (): Promise<void> => {
	for (let turn = 0; turn < 500; turn++) await Promise.resolve();
};

beforeEach(() => {
	now = 10 * MINUTE;
	log = [];
	answer = () => YES;
	answerMs = 0;
});

test('a word is told once, at once', async () => {
	const tell = telling();
	tell.shown(REV);
	tell.spoken(REV);
	tell.silent(REV, 'locked');
	await settled();
	expect(log).toEqual(['412 shown 0 ms ago', '412 spoken 0 ms ago', '412 locked']);
});

test('while the server restarts it is kept, and told with how long ago it was', async () => {
	const back = now + 3 * SECOND;
	answer = () => (now < back ? no('offline') : YES);
	telling().spoken(REV);
	await settled();
	expect(log.at(-1)).toBe('412 spoken 3000 ms ago');
	expect(log).toHaveLength(4);
});

test('a word that was not answered is told again: the hall keeps the first of two', async () => {
	let lost = 1;
	answerMs = 5 * SECOND;
	answer = () => (lost-- > 0 ? no('no_answer') : YES);
	telling().silent(REV, 'failed');
	await settled();
	expect(log).toEqual(['412 failed', '412 failed']);
});

test('what the hall has refused is not told again', async () => {
	answer = () => no('not_allowed');
	telling().spoken(REV);
	await settled();
	expect(log).toHaveLength(1);
});

test.each([0, 5 * SECOND])(
	'after half a minute it is dropped, and never said to be older than it may (%s ms)',
	async (ms) => {
		answerMs = ms;
		answer = () => no(ms === 0 ? 'offline' : 'no_answer');
		telling().spoken(REV);
		await settled();
		const told = log.map((it) => Number(/spoken (\d+) ms/.exec(it)?.[1]));
		expect(Math.max(...told)).toBeLessThanOrEqual(30 * SECOND);
		expect(Math.max(...told)).toBeLessThan(MOST_AGO_MS);
		expect(told.length).toBeGreaterThan(4);
	},
);

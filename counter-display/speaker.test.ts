// What is spoken, in which order, and what the hall is told of it. Time is a number that the test moves.

import { beforeEach, expect, test } from 'vitest';
import type { Silence } from '../shared/hearing.ts';
import { type Instant, type Rev, SECOND } from '../shared/id.ts';
import type { BoardCall } from '../shared/views.ts';
import { openSpeaker, type Played, type Speaker } from './speaker.ts';

const START = 1_000_000;
/** How long one announcement takes. */
const LONG = 5 * SECOND;

let now: Instant;
let log: string[];
let how: Played;
let quiet: boolean;
let speaking: number;
/** Whatever waits, by when it is over. */
let sleepers: { at: Instant; wake: () => void }[];
let speaker: Speaker;

const sleep = (ms: number): Promise<void> => new Promise((wake) => sleepers.push({ at: now + ms, wake }));
/** Lets time pass, waking each sleeper at its hour. */
async function pass(ms: number): Promise<void> {
	const until = now + ms;
	for (;;) {
		for (let turn = 0; turn < 20; turn++) await Promise.resolve();
		const next = sleepers.filter((it) => it.at <= until).sort((a, b) => a.at - b.at)[0];
		if (!next) break;
		sleepers = sleepers.filter((it) => it !== next);
		now = next.at;
		next.wake();
	}
	now = until;
}
const call = (rev: number, number: string, more: Partial<BoardCall> = {}): BoardCall => ({
	rev: rev as Rev,
	at: now,
	number,
	counter: 3 as BoardCall['counter'],
	agency: { id: 'dpmptsp' as BoardCall['agency']['id'], shortName: 'DPMPTSP', name: 'DPMPTSP', zone: 1 as never },
	recall: false,
	state: 'called',
	waitsIn: null,
	...more,
});
/** As a view brings them: shown, then announced. */
const bring = (...calls: BoardCall[]): void => {
	speaker.shown(calls);
	speaker.say(calls);
};
const open = (repeatAfterMs: number | null): void => {
	speaker = openSpeaker({
		play: async ({ number }) => {
			expect(++speaking, 'one at a time').toBe(1);
			log.push(`${number} at ${(now - START) / SECOND}`);
			await sleep(LONG);
			speaking--;
			return how;
		},
		tell: {
			spoken: (rev) => log.push(`heard ${rev}`),
			silent: (rev, why: Silence) => log.push(`${rev} ${why}`),
		},
		now: () => now,
		wait: sleep,
		repeatAfterMs: () => repeatAfterMs,
		quiet: () => quiet,
	});
};

beforeEach(() => {
	now = START;
	log = [];
	how = 'played';
	quiet = false;
	speaking = 0;
	sleepers = [];
	open(null);
});

test('calls of one moment are spoken one after another, in order, and each is told when its last word is over', async () => {
	bring(call(1, 'A-001'), call(2, 'C-007'), call(3, 'S-002'));
	await pass(20 * SECOND);
	expect(log).toEqual(['A-001 at 0', 'heard 1', 'C-007 at 5', 'heard 2', 'S-002 at 10', 'heard 3']);
});

test('what had to wait too long is not spoken, and the hall is told so', async () => {
	bring(...Array.from({ length: 8 }, (_, it) => call(it + 1, `A-00${it + 1}`)));
	await pass(60 * SECOND);
	expect(log.filter((it) => it.includes(' at '))).toHaveLength(6);
	expect(log.slice(-2)).toEqual(['7 late', '8 late']);
});

test('a call is repeated once, eight seconds after its end, unless the visitor has come', async () => {
	open(8 * SECOND);
	const [one, two] = [call(1, 'A-001'), call(2, 'A-002')];
	bring(one, two);
	await pass(11 * SECOND);
	speaker.shown([one, { ...two, state: 'serving' }]);
	await pass(60 * SECOND);
	expect(log).toEqual(['A-001 at 0', 'heard 1', 'A-002 at 5', 'heard 2', 'A-001 at 13']);
});

test('a new call goes before a repeat', async () => {
	open(8 * SECOND);
	const one = call(1, 'A-001');
	bring(one);
	await pass(12.5 * SECOND);
	const two = call(2, 'A-002');
	speaker.shown([one, two]);
	speaker.say([two]);
	await pass(8 * SECOND);
	expect(log.filter((it) => it.includes(' at '))).toEqual(['A-001 at 0', 'A-002 at 12.5', 'A-001 at 17.5']);
});

test('called again before it was spoken, a number is announced once', async () => {
	const [one, two] = [call(1, 'A-001'), call(2, 'A-002')];
	bring(one, two);
	const again = call(3, 'A-002', { recall: true });
	speaker.shown([one, again]);
	speaker.say([again]);
	await pass(30 * SECOND);
	expect(log).toEqual(['A-001 at 0', 'heard 1', 'A-002 at 5', 'heard 3']);
});

test('a call that was taken back while it waited is not spoken', async () => {
	const [one, two] = [call(1, 'A-001'), call(2, 'A-002')];
	bring(one, two);
	speaker.shown([one]);
	await pass(30 * SECOND);
	expect(log).toEqual(['A-001 at 0', 'heard 1']);
});

test.each<Played>(['locked', 'none', 'failed', 'muted', 'hidden'])(
	'%s: nobody claims that it was heard',
	async (why) => {
		open(8 * SECOND);
		how = why;
		bring(call(1, 'A-001'));
		await pass(60 * SECOND);
		expect(log).toEqual(['A-001 at 0', `1 ${why}`]);
	},
);

test('while the hall is quiet nothing is spoken, not even a repeat, and each call is told so', async () => {
	open(8 * SECOND);
	bring(call(1, 'A-001'));
	await pass(6 * SECOND);
	quiet = true;
	const two = call(2, 'A-002');
	speaker.shown([two]);
	speaker.say([two]);
	await pass(60 * SECOND);
	expect(log).toEqual(['A-001 at 0', 'heard 1', '2 quiet']);
});

// What is spoken, in which order, and what the hall is told of it. Time is a number that the test moves.

import { effect } from '@preact/signals';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Silence } from '../shared/hearing.ts';
import { type Instant, MINUTE, type Rev, SECOND } from '../shared/id.ts';
import type { BoardCall, BoardNotice } from '../shared/views.ts';
import { openSpeaker, type Played, type Speaker } from './speaker.ts';

const START = 1_000_000;
/** How long one announcement takes, and without its chime. */
const LONG = 5 * SECOND;
const BRIEF = 3.5 * SECOND;

let now: Instant;
let log: string[];
let brief: (string | null)[];
let how: Played;
let quiet: boolean;
/** Whether this board is one that speaks. */
let speaks: boolean;
let speaking: number;
/** Whatever waits, by when it is over. */
let sleepers: { at: Instant; wake: () => void }[];
let speaker: Speaker;

const sleep = (ms: number): Promise<void> => new Promise((wake) => sleepers.push({ at: now + ms, wake }));
/** Lets time pass, waking each sleeper at its hour. */
async function pass(ms: number): Promise<void> {
	const until = now + ms;
	for (;;) {
		for (let turn = 0; turn < 200; turn++) await Promise.resolve();
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
	speaker.shown(calls, []);
	speaker.say(calls, []);
};
const notice = (key: string, more: Partial<BoardNotice> = {}): BoardNotice => ({
	key,
	at: now,
	kind: 'prayer',
	text: 'Waktu salat telah tiba.',
	sound: `/voice/notice.wav?${key}`,
	...more,
});
/** What was asked to be played, as a listener names it: a number, or a notice's key. */
const nameOf = (address = ''): string | null => {
	const asked = new URL(address, 'http://hall.test');
	return asked.searchParams.get('number') ?? asked.search.slice(1);
};
/** Without the chime, by whatever name it is asked for. */
const isBrief = (addresses: readonly string[]): boolean => addresses.every((it) => it.includes('chime=0'));
/** What was heard, in order, without its time. */
const heard = (): readonly string[] => log.flatMap((it) => (it.includes(' at ') ? [it.split(' at ')[0] ?? ''] : []));
const open = (repeatAfterMs: number | null): void => {
	speaker = openSpeaker({
		play: async ({ addresses }) => {
			expect(++speaking, 'one at a time').toBe(1);
			log.push(`${nameOf(addresses[0])} at ${(now - START) / SECOND}`);
			if (isBrief(addresses)) brief.push(nameOf(addresses[0]));
			await sleep(isBrief(addresses) ? BRIEF : LONG);
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
		speaks: () => speaks,
	});
};

beforeEach(() => {
	now = START;
	log = [];
	brief = [];
	how = 'played';
	quiet = false;
	speaks = true;
	speaking = 0;
	sleepers = [];
	open(null);
});

test('calls of one moment are spoken one after another, in order, and each is told when its last word is over', async () => {
	bring(call(1, 'A-001'), call(2, 'C-007'), call(3, 'S-002'));
	await pass(20 * SECOND);
	expect(log).toEqual(['A-001 at 0', 'heard 1', 'C-007 at 5', 'heard 2', 'S-002 at 8.5', 'heard 3']);
});

test('what had to wait too long is not spoken, and the hall is told so', async () => {
	bring(...Array.from({ length: 10 }, (_, it) => call(it + 1, `A-${it + 1}`)));
	await pass(60 * SECOND);
	// One with its chime and seven without it begin within thirty seconds; with all their chimes it would be six.
	expect(heard()).toHaveLength(9);
	expect(log.slice(-1)).toEqual(['10 late']);
});

describe('in a rush', () => {
	test('only the first of a row has its chime, and nobody is called twice', async () => {
		open(8 * SECOND);
		bring(call(1, 'A-001'), call(2, 'A-002'), call(3, 'A-003'), call(4, 'A-004'));
		await pass(MINUTE);
		expect(heard()).toEqual(['A-001', 'A-002', 'A-003', 'A-004']);
		expect(brief).toEqual(['A-002', 'A-003', 'A-004']);
	});

	test('there is none for two who wait: both have their chime and their repeat', async () => {
		open(8 * SECOND);
		bring(call(1, 'A-001'), call(2, 'A-002'));
		await pass(MINUTE);
		expect(heard()).toEqual(['A-001', 'A-002', 'A-001', 'A-002']);
		expect(brief).toEqual([]);
	});

	test('that comes while one is spoken, all who wait are brief, to the last of them', async () => {
		open(8 * SECOND);
		const one = call(1, 'A-001');
		bring(one);
		await pass(SECOND);
		const more = [2, 3, 4].map((it) => call(it, `A-00${it}`));
		speaker.shown([one, ...more], []);
		speaker.say(more, []);
		await pass(MINUTE);
		// The first was no part of it, and is repeated while it is fresh.
		expect(heard()).toEqual(['A-001', 'A-002', 'A-003', 'A-004', 'A-001']);
		expect(brief).toEqual(['A-002', 'A-003', 'A-004']);
	});

	test('that is over, the next call has its chime again', async () => {
		bring(call(1, 'A-001'), call(2, 'A-002'), call(3, 'A-003'));
		await pass(20 * SECOND);
		bring(call(4, 'A-004'));
		await pass(20 * SECOND);
		expect(heard()).toEqual(['A-001', 'A-002', 'A-003', 'A-004']);
		expect(brief).toEqual(['A-002', 'A-003']);
	});
});

test('a call is repeated once, eight seconds after its end, unless the visitor has come', async () => {
	open(8 * SECOND);
	const [one, two] = [call(1, 'A-001'), call(2, 'A-002')];
	bring(one, two);
	await pass(11 * SECOND);
	speaker.shown([one, { ...two, state: 'serving' }], []);
	await pass(60 * SECOND);
	expect(log).toEqual(['A-001 at 0', 'heard 1', 'A-002 at 5', 'heard 2', 'A-001 at 13']);
});

test('a new call goes before a repeat', async () => {
	open(8 * SECOND);
	const one = call(1, 'A-001');
	bring(one);
	await pass(12.5 * SECOND);
	const two = call(2, 'A-002');
	speaker.shown([one, two], []);
	speaker.say([two], []);
	await pass(8 * SECOND);
	expect(log.filter((it) => it.includes(' at '))).toEqual(['A-001 at 0', 'A-002 at 12.5', 'A-001 at 17.5']);
});

test('called again before it was spoken, a number is announced once', async () => {
	const [one, two] = [call(1, 'A-001'), call(2, 'A-002')];
	bring(one, two);
	const again = call(3, 'A-002', { recall: true });
	speaker.shown([one, again], []);
	speaker.say([again], []);
	await pass(30 * SECOND);
	expect(log).toEqual(['A-001 at 0', 'heard 1', 'A-002 at 5', 'heard 3']);
});

test('a call that was taken back while it waited is not spoken', async () => {
	const [one, two] = [call(1, 'A-001'), call(2, 'A-002')];
	bring(one, two);
	speaker.shown([one], []);
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
	speaker.shown([two], []);
	speaker.say([two], []);
	await pass(60 * SECOND);
	expect(log).toEqual(['A-001 at 0', 'heard 1', '2 quiet']);
});

test('thirty calls at once: those whose turn comes in time are spoken in order, all others are told as late', async () => {
	open(8 * SECOND);
	const calls = Array.from({ length: 30 }, (_, it) => call(it + 1, `A-${String(it + 1).padStart(3, '0')}`));
	const prayer = notice('prayer');
	speaker.shown(calls, [prayer]);
	speaker.say(calls, [prayer]);
	await pass(3 * MINUTE);
	// After thirty seconds no call is fresh, and no repeat; then the notice has its turn.
	expect(heard()).toEqual([...calls.slice(0, 9).map((it) => it.number), 'prayer']);
	expect(log.filter((it) => it.endsWith(' late'))).toEqual(calls.slice(9).map((it) => `${it.rev} late`));
});

test('a notice waits for every call, a call for no notice that has not begun', async () => {
	const [one, two] = [call(1, 'A-001'), call(2, 'A-002')];
	const prayer = notice('prayer');
	speaker.shown([one], [prayer]);
	speaker.say([one], [prayer]);
	await pass(SECOND);
	speaker.shown([one, two], [prayer]);
	speaker.say([two], []);
	await pass(MINUTE);
	expect(log).toEqual(['A-001 at 0', 'heard 1', 'A-002 at 5', 'heard 2', 'prayer at 10']);
});

test('a notice that has begun is said to its end, and never over a call', async () => {
	const prayer = notice('prayer');
	speaker.shown([], [prayer]);
	speaker.say([], [prayer]);
	await pass(SECOND);
	bring(call(1, 'A-001'));
	await pass(MINUTE);
	expect(log).toEqual(['prayer at 0', 'A-001 at 5', 'heard 1']);
});

test('a notice is said between a call and its repeat, and the repeat still comes', async () => {
	open(8 * SECOND);
	const one = call(1, 'A-001');
	const prayer = notice('prayer');
	speaker.shown([one], [prayer]);
	speaker.say([one], [prayer]);
	await pass(MINUTE);
	expect(log).toEqual(['A-001 at 0', 'heard 1', 'prayer at 5', 'A-001 at 13']);
});

test('a notice that comes while a repeat is waited for does not stand behind it', async () => {
	open(20 * SECOND);
	const one = call(1, 'A-001');
	bring(one);
	await pass(6 * SECOND);
	const prayer = notice('prayer');
	speaker.shown([one], [prayer]);
	speaker.say([], [prayer]);
	await pass(MINUTE);
	expect(log).toEqual(['A-001 at 0', 'heard 1', 'prayer at 6', 'A-001 at 25']);
});

test('notices of one moment come in order; one that has no sound is only drawn', async () => {
	const all = [notice('break'), notice('own', { sound: null }), notice('closing')];
	speaker.shown([], all);
	speaker.say([], all);
	await pass(MINUTE);
	expect(log).toEqual(['break at 0', 'closing at 5']);
});

test('a notice is dropped when it is older than two minutes, or no longer true', async () => {
	const [old, open, prayer] = [notice('old', { at: now - 2 * MINUTE }), notice('reopened'), notice('prayer')];
	const one = call(1, 'A-001');
	speaker.shown([one], [old, open, prayer]);
	speaker.say([one], [old, open, prayer]);
	await pass(SECOND);
	speaker.shown([one], [old, prayer]);
	await pass(MINUTE);
	expect(heard()).toEqual(['A-001', 'prayer']);
});

test('while the hall is quiet no notice is spoken, and none of then is made up for', async () => {
	quiet = true;
	const prayer = notice('prayer');
	speaker.shown([], [prayer]);
	speaker.say([], [prayer]);
	await pass(SECOND);
	quiet = false;
	bring(call(1, 'A-001'));
	await pass(MINUTE);
	expect(heard()).toEqual(['A-001']);
});

test('a board that is not to speak plays nothing and tells nothing of it, from the very moment', async () => {
	open(8 * SECOND);
	const [one, two] = [call(1, 'A-001'), call(2, 'A-002')];
	bring(one, two);
	await pass(SECOND);
	speaks = false;
	await pass(10 * SECOND);
	const prayer = notice('prayer');
	speaker.shown([one, two], [prayer]);
	speaker.say([call(3, 'A-003')], [prayer]);
	await pass(MINUTE);
	expect(log).toEqual(['A-001 at 0', 'heard 1']);
});

test('it can be seen what is being said, from the first word of a row to the last', async () => {
	open(8 * SECOND);
	const seen: (string | null)[] = [];
	const end = effect(() => {
		const it = speaker.speaking.value;
		seen.push(it && (it.kind === 'call' ? it.number : it.key));
	});
	const one = call(1, 'A-001');
	const prayer = notice('prayer');
	speaker.shown([one], [prayer]);
	speaker.say([one], [prayer]);
	await pass(MINUTE);
	end();
	expect(seen).toEqual([null, 'A-001', 'prayer', null, 'A-001', null]);
});

// What is heard on a way that is slow and uneven: answers come late and in bursts, but never out of order.

import { expect, test } from 'vitest';
import { LAST_QUESTION } from './status.ts';
import { backlogGone, talkOver } from './talk.ts';
import { PATIENT } from './testing/rig.ts';
import { openHub, type Wire } from './wire.ts';

const HASTY = { ...PATIENT, quietMs: 20 };
const PAPER_THERE = 0x00;
const NOTHING_OPEN = 0x12;
const isRealTime = (bytes: Uint8Array): boolean => bytes[0] === 0x10;

/** A printer that still owes `owed` answers, and a way that holds up everything behind the first by `heldUpMs`. */
function wireTo(owed: number, heldUpMs: number): Wire {
	const hub = openHub(new AbortController().signal);
	let passed = 0;
	const say = (byte: number): void => {
		const late = passed++ > 0;
		setTimeout(() => hub.heard(Uint8Array.of(byte)), late ? heldUpMs : 0);
	};
	return hub.wire({
		msPerByte: 0,
		put: async (bytes) => {
			if (isRealTime(bytes)) say(NOTHING_OPEN);
			else for (let answer = 0; answer <= owed; answer++) say(PAPER_THERE);
			return bytes.length;
		},
		close: async () => undefined,
		drop: async () => undefined,
	});
}
const question = LAST_QUESTION.in_turn;
if (!question) throw new Error('there is no question in its turn');

test.for([0, 1, 3])('no answer of an earlier job is left for the next: %i are owed', async (owed) => {
	const talk = talkOver(wireTo(owed, 150));
	expect(await backlogGone(talk, question, HASTY)).toBe(true);
	expect(await talk.answer(question.kind, 300)).toBe('silent');
});

test('one that has always one more answer is not waited for without end', async () => {
	const hub = openHub(new AbortController().signal);
	const chatty = hub.wire({
		msPerByte: 0,
		put: async (bytes) => {
			for (const it of isRealTime(bytes) ? [NOTHING_OPEN, PAPER_THERE] : [PAPER_THERE])
				setTimeout(() => hub.heard(Uint8Array.of(it)), 0);
			return bytes.length;
		},
		...{ close: async () => undefined, drop: async () => undefined },
	});
	expect(await backlogGone(talkOver(chatty), question, HASTY)).toBe(false);
});

test('where no answer comes at all, nothing is known of what it holds', async () => {
	const hub = openHub(new AbortController().signal);
	const mute = hub.wire({
		...{ msPerByte: 0, put: async (bytes) => bytes.length },
		...{ close: async () => undefined, drop: async () => undefined },
	});
	expect(await backlogGone(talkOver(mute), question, { ...HASTY, backlogMs: 50 })).toBe(false);
});

// Answers as printers send them, bit by bit, and what they mean. The bit patterns are those of the makers' manuals
// (Epson TM series, Bixolon SRP-350, and the clones that follow them).

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, meaning, openAnswers, QUESTIONS, type Word } from './status.ts';

const heard = (bytes: readonly number[]): Answer[] => {
	const read = openAnswers();
	return bytes.flatMap((byte) => read(byte) ?? []);
};
const WELL: Word = { fault: null, nearEnd: false };

/** What a printer answers to DLE EOT n. */
const REAL_TIME: readonly (readonly [n: number, byte: number, what: string, word: Word])[] = [
	[1, 0x12, 'online, drawer low', WELL],
	[1, 0x16, 'online, drawer high', WELL],
	[1, 0x1a, 'offline', { fault: 'offline', nearEnd: false }],
	[1, 0x1e, 'offline, drawer high', { fault: 'offline', nearEnd: false }],
	[2, 0x12, 'nothing is the matter', WELL],
	[2, 0x16, 'cover open', { fault: 'cover_open', nearEnd: false }],
	[2, 0x1a, 'somebody feeds paper by the button', WELL],
	[2, 0x32, 'stopped for the end of the paper', { fault: 'paper_out', nearEnd: false }],
	[2, 0x36, 'cover open, so no paper either', { fault: 'cover_open', nearEnd: false }],
	[2, 0x52, 'some error, which is asked for next', WELL],
	[3, 0x12, 'no error', WELL],
	[3, 0x1a, 'cutter', { fault: 'cutter', nearEnd: false }],
	[3, 0x32, 'an error that does not mend', { fault: 'offline', nearEnd: false }],
	[3, 0x52, 'head too hot: mends by itself', { fault: 'offline', nearEnd: false }],
	[4, 0x12, 'paper', WELL],
	[4, 0x1e, 'paper, near its end', { fault: null, nearEnd: true }],
	[4, 0x72, 'no paper', { fault: 'paper_out', nearEnd: false }],
	[4, 0x7e, 'no paper, and near its end', { fault: 'paper_out', nearEnd: true }],
];
/** What a printer answers in its turn: to GS r 1, and with a report to GS a. */
const IN_TURN: readonly (readonly [bytes: readonly number[], what: string, word: Word])[] = [
	[[0x00], 'paper', WELL],
	[[0x03], 'paper, near its end', { fault: null, nearEnd: true }],
	[[0x0c], 'no paper', { fault: 'paper_out', nearEnd: false }],
	[[0x0f], 'no paper, and near its end', { fault: 'paper_out', nearEnd: true }],
	[[0x10, 0x00, 0x00, 0x00], 'all well', WELL],
	[[0x14, 0x00, 0x00, 0x0f], 'all well, drawer high', WELL],
	[[0x14, 0x00, 0x03, 0x0f], 'near the end of the paper', { fault: null, nearEnd: true }],
	[[0x1c, 0x00, 0x0f, 0x0f], 'no paper', { fault: 'paper_out', nearEnd: true }],
	[[0x3c, 0x00, 0x0c, 0x0f], 'cover open', { fault: 'cover_open', nearEnd: false }],
	[[0x1c, 0x08, 0x00, 0x0f], 'cutter', { fault: 'cutter', nearEnd: false }],
	[[0x1c, 0x20, 0x00, 0x0f], 'an error that does not mend', { fault: 'offline', nearEnd: false }],
	[[0x1c, 0x40, 0x00, 0x0f], 'head too hot', { fault: 'offline', nearEnd: false }],
	[[0x1c, 0x00, 0x00, 0x0f], 'offline', { fault: 'offline', nearEnd: false }],
	[[0x54, 0x02, 0x00, 0x0f], 'somebody feeds paper by the button', WELL],
];

describe('what a printer says', () => {
	test.each(REAL_TIME)('to DLE EOT %i it says %i: %s', (n, byte, _what, word) => {
		const question = QUESTIONS.find((it) => it.ask[2] === n);
		expect(heard([byte])).toEqual([{ kind: 'now', bits: byte }]);
		expect(question?.means(byte)).toEqual(word);
	});
	test.each(IN_TURN)('in its turn it says %j: %s', (bytes, _what, word) => {
		const answers = heard(bytes);
		expect(answers.map((it) => it.kind)).toEqual([bytes.length === 1 ? 'in_turn' : 'report']);
		expect(answers.map(meaning)).toEqual([word]);
	});
	test('flow control between the bytes of a report is none of it', () => {
		expect(heard([0x13, 0x14, 0x11, 0x00, 0x03, 0x13, 0x0f, 0x11])).toEqual([
			{ kind: 'report', bytes: [0x14, 0x00, 0x03, 0x0f] },
		]);
	});
	test('what only began like a report swallows no answer', () => {
		expect(heard([0x14, 0x00, 0x12, 0x00])).toEqual([
			{ kind: 'now', bits: 0x12 },
			{ kind: 'in_turn', bits: 0x00 },
		]);
	});
	test('after any noise a whole series of answers is understood again', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 40 }), (noise) => {
				// At most the rest of a report that the noise began is lost.
				const kinds = heard([...noise, 0x12, 0x00, 0x14, 0x00, 0x00, 0x0f]).map((it) => it.kind);
				expect(kinds.slice(-3)).toEqual(['now', 'in_turn', 'report']);
			}),
		);
	});
});

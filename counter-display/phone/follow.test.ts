// A number on a phone: what people type, what the board says of it, and what the phone must remember because the board
// forgets.

import { describe, expect, it } from 'vitest';
import type { Day } from '../../shared/day.ts';
import type { Rev } from '../../shared/id.ts';
import type { State } from '../../shared/ticket.ts';
import type { BoardCall, BoardView } from '../../shared/views.ts';
import { AT, busyView, emptyView } from '../fixtures.ts';
import { begin, type Following, lineOf, look, readKept } from './follow.ts';

const [model] = busyView.calls;
if (!model) throw new Error('the busy morning has no calls');
const call = (rev: number, number: string, state: State, more: Partial<BoardCall> = {}): BoardCall => ({
	...{ ...model, rev: rev as Rev, at: AT, number, state },
	...more,
});
const board = (...calls: readonly BoardCall[]): BoardView => ({ ...emptyView, calls });
/** The number A-012 after these views, one after another. */
function seen(...views: readonly BoardView[]): Following | null {
	const [first = board(), ...rest] = views;
	return rest.reduce<Following | null>((mine, view) => mine && look(mine, view), begin('a12', first));
}
const standing = (...views: readonly BoardView[]) => seen(...views)?.standing;

/** As many as push every older call that is over off the board. */
const later = Array.from({ length: 12 }, (_, it) => call(200 - it, `B-${String(100 + it)}`, 'closed'));
const called = board(call(9, 'A-012', 'called'), call(5, 'C-001', 'closed'));

describe('what is typed', () => {
	it.each(['A-012', 'a12', ' A 012 ', 'A.12'])('%j follows A-012', (typed) => {
		expect(begin(typed, called)).toMatchObject({ number: 'A-012', standing: 'called' });
	});

	it.each(['', '12', 'KTP', 'A-012 dan B-013'])('%j follows nothing', (typed) => {
		expect(begin(typed, called)).toBeNull();
	});

	it('is written as the hall writes its numbers, once it has been seen', () => {
		expect(begin('b7', board())?.number).toBe('B-007');
		expect(begin('b7', board(call(1, 'A-0012', 'closed')))?.number).toBe('B-0007');
		const guessed = begin('a12', board());
		expect(guessed && look(guessed, board(call(1, 'A-0012', 'called')))?.number).toBe('A-0012');
	});
});

describe('a number that is followed', () => {
	it.each(['called', 'serving', 'parked', 'missed', 'closed'] as const)('is %s as the board says', (state) => {
		expect(seen(board(), board(call(9, 'A-012', state)))).toMatchObject({ standing: state, call: { rev: 9 } });
	});

	it('waits again when its call was taken back, or it went back into the line', () => {
		expect(standing(called, board(call(5, 'C-001', 'closed')))).toBe('waiting');
		expect(standing(board(call(9, 'A-012', 'called')), board())).toBe('waiting');
		expect(standing(board(call(9, 'A-012', 'missed')), board(...later, call(5, 'C-001', 'closed')))).toBe('waiting');
	});

	it('stays missed or set aside when newer calls have pushed it off the board', () => {
		for (const state of ['missed', 'parked', 'closed'] as const)
			expect(standing(board(call(9, 'A-012', state)), board(...later))).toBe(state);
	});

	it('is not taken for one who waits because somebody is being called for longer', () => {
		const slow = call(2, 'D-001', 'called');
		expect(standing(board(call(9, 'A-012', 'missed'), slow), board(...later, slow))).toBe('missed');
	});

	it('is neither waiting nor served where the phone slept through it: it says when it was called', () => {
		expect(seen(called, board(...later))).toMatchObject({
			standing: 'unsure',
			call: { counter: 3, agency: 'DPMPTSP' },
		});
		expect(standing(called, board(...later), board(...later))).toBe('unsure');
		expect(standing(called, board(...later), board(call(300, 'A-012', 'called'), ...later))).toBe('called');
	});

	it('is served for as long as its counter says so, however many are called meanwhile', () => {
		const serving = board(call(9, 'A-012', 'serving'));
		const counters = emptyView.counters.map((it) => (it.number === 3 ? { ...it, serving: 'A-012' } : it));
		expect(standing(serving, { ...board(...later), counters })).toBe('serving');
		expect(standing(serving, board(...later))).toBe('unsure');
	});

	it('is forgotten the next day', () => {
		expect(seen(called, { ...called, day: '2026-11-24' as Day })).toBeNull();
	});
});

describe('where the line has come to', () => {
	const mine = (typed: string) => {
		const following = begin(typed, busyView);
		return following && lineOf(following, busyView);
	};
	it('is the last number called of the same series, and whether ours is behind it', () => {
		expect(mine('C-061')).toEqual({ number: 'C-058', passed: false });
		expect(mine('C-040')).toEqual({ number: 'C-058', passed: true });
		expect(mine('Z-001')).toBeNull();
	});
});

describe('what this phone has kept', () => {
	it('is read back as it was', () => {
		for (const mine of [seen(called), seen(board())]) expect(readKept(JSON.stringify(mine))).toEqual(mine);
	});
	it.each([null, 'null', '{}', '{"number":"A-012"}', '{"number":"x","day":"","standing":"waiting","call":null}'])(
		'%j is nothing of ours',
		(text) => expect(readKept(text)).toBeNull(),
	);
	it('that says it was called, but not when, is nothing of ours either', () => {
		expect(readKept(JSON.stringify({ ...seen(called), call: null }))).toBeNull();
	});
});

import { describe, expect, it } from 'vitest';
import { agencyId, serviceId, takenFor } from './fixtures.ts';
import { type Flow, start } from './flow.ts';
import { isHeld, look, type Presence, presenceOf, type Stillness, touch, VOICE_HOLDS_FOR, watchFrom } from './idle.ts';

const still = (seconds: number): Stillness => ({
	stillMs: seconds * 1000,
	held: false,
	taking: false,
	slipFailed: false,
});
const atAgency: Flow = { ...start, path: [{ at: 'agency', agencyId: agencyId('polres') }] };
const atNumber: Flow = { ...start, path: [{ at: 'result', taken: takenFor(['skck-baru'], 'M-003'), sentTo: null }] };

describe('a page that nobody touches', () => {
	it.each([
		[0, { kind: 'here' }],
		[29.9, { kind: 'here' }],
		[30, { kind: 'asked', secondsLeft: 20 }],
		[45.5, { kind: 'asked', secondsLeft: 5 }],
		[50, { kind: 'gone' }],
	])('after %d s: %j', (seconds, expected) => {
		expect(presenceOf(atAgency, still(seconds))).toEqual(expected);
	});

	it('stays as it is while a number is being taken', () => {
		expect(presenceOf(atAgency, { ...still(300), taking: true })).toEqual({ kind: 'here' });
	});
});

describe('home', () => {
	it('never asks and never leaves when nothing has been chosen', () => {
		expect(presenceOf(start, still(3600))).toEqual({ kind: 'here' });
	});

	it('forgets the language of the last visitor without a question', () => {
		const english: Flow = { ...start, language: 'en' };
		expect(presenceOf(english, still(40))).toEqual({ kind: 'here' });
		expect(presenceOf(english, still(50))).toEqual({ kind: 'gone' });
	});

	it('asks before it throws a list away', () => {
		const listed: Flow = { ...start, basket: [serviceId('kk-baru')] };
		expect(presenceOf(listed, still(31))).toEqual({ kind: 'asked', secondsLeft: 19 });
	});
});

describe('the number', () => {
	it('goes by itself after 10 s, counted down', () => {
		expect(presenceOf(atNumber, still(0))).toEqual({ kind: 'leaving', secondsLeft: 10 });
		expect(presenceOf(atNumber, still(9.2))).toEqual({ kind: 'leaving', secondsLeft: 1 });
		expect(presenceOf(atNumber, still(10))).toEqual({ kind: 'gone' });
	});

	it('stays 45 s when the slip did not come out, to be photographed', () => {
		expect(presenceOf(atNumber, { ...still(15), slipFailed: true })).toEqual({ kind: 'leaving', secondsLeft: 30 });
		expect(presenceOf(atNumber, { ...still(45), slipFailed: true })).toEqual({ kind: 'gone' });
	});

	it('does not go while it is being read', () => {
		expect(presenceOf(atNumber, { ...still(300), held: true })).toEqual({ kind: 'here' });
	});
});

describe('a page that is read aloud', () => {
	const here: Presence = { kind: 'here' };
	const asked: Presence = { kind: 'asked', secondsLeft: 20 };
	const spoken = { ...watchFrom(0), speaking: true };

	it('waits for its visitor from the end of the last sound', () => {
		const end = look(spoken, 57_000, here);
		expect(end.stillMs).toBe(0);
		expect(look({ ...end, speaking: false }, 60_000, here).stillMs).toBe(3_000);
	});

	it('is asked for without losing what was waited, and none of the time to answer', () => {
		const silent = look(watchFrom(0), 30_000, here);
		const question = look({ ...silent, speaking: true }, 36_000, asked);
		expect(question.stillMs).toBe(30_000);
		expect(look({ ...question, speaking: false }, 37_000, asked).stillMs).toBe(31_000);
	});

	it('is not kept by a sound that hangs', () => {
		const before = look(spoken, VOICE_HOLDS_FOR - 250, here);
		expect([isHeld(before), before.stillMs]).toEqual([true, 0]);
		const after = look(look(before, VOICE_HOLDS_FOR, here), VOICE_HOLDS_FOR + 50_000, here);
		expect(isHeld(after)).toBe(false);
		expect(presenceOf(atAgency, { ...still(0), stillMs: after.stillMs })).toEqual({ kind: 'gone' });
	});

	it('is kept anew by a touch', () => {
		const late = look(spoken, VOICE_HOLDS_FOR + 20_000, here);
		const again = touch(late, VOICE_HOLDS_FOR + 20_000);
		expect(look(again, VOICE_HOLDS_FOR + 60_000, here).stillMs).toBe(0);
	});
});

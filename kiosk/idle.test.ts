import { describe, expect, it } from 'vitest';
import { agencyId, serviceId, takenFor } from './fixtures.ts';
import { type Flow, start } from './flow.ts';
import { presence, type Stillness } from './idle.ts';

const still = (seconds: number): Stillness => ({ untouchedMs: seconds * 1000, taking: false, slipFailed: false });
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
		expect(presence(atAgency, still(seconds))).toEqual(expected);
	});

	it('stays as it is while a number is being taken', () => {
		expect(presence(atAgency, { ...still(300), taking: true })).toEqual({ kind: 'here' });
	});
});

describe('home', () => {
	it('never asks and never leaves when nothing has been chosen', () => {
		expect(presence(start, still(3600))).toEqual({ kind: 'here' });
	});

	it('forgets the language of the last visitor without a question', () => {
		const english: Flow = { ...start, language: 'en' };
		expect(presence(english, still(40))).toEqual({ kind: 'here' });
		expect(presence(english, still(50))).toEqual({ kind: 'gone' });
	});

	it('asks before it throws a list away', () => {
		const listed: Flow = { ...start, basket: [serviceId('kk-baru')] };
		expect(presence(listed, still(31))).toEqual({ kind: 'asked', secondsLeft: 19 });
	});
});

describe('the number', () => {
	it('goes by itself after 10 s, counted down', () => {
		expect(presence(atNumber, still(0))).toEqual({ kind: 'leaving', secondsLeft: 10 });
		expect(presence(atNumber, still(9.2))).toEqual({ kind: 'leaving', secondsLeft: 1 });
		expect(presence(atNumber, still(10))).toEqual({ kind: 'gone' });
	});

	it('stays 45 s when the slip did not come out, to be photographed', () => {
		expect(presence(atNumber, { ...still(15), slipFailed: true })).toEqual({ kind: 'leaving', secondsLeft: 30 });
		expect(presence(atNumber, { ...still(45), slipFailed: true })).toEqual({ kind: 'gone' });
	});
});

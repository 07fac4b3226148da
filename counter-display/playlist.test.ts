// The hall's videos go round whatever happens to their files.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../shared/id.ts';
import type { BoardMedia } from '../shared/views.ts';
import { current, type Failures, following, RETRY_AFTER } from './playlist.ts';

const NINE: Instant = Date.parse('2026-11-23T01:00:00Z');
const item = (address: string): BoardMedia => ({ kind: 'video', address, seconds: 10 });
const ALL = ['a', 'b', 'c'].map(item);
const NONE: Failures = new Map();
const failed = (...addresses: readonly string[]): Failures => new Map(addresses.map((it) => [it, NINE]));

describe('the hall’s videos', () => {
	it('come in their order and round again', () => {
		const round = ['a', 'b', 'c'].map((it) => following(ALL, it, NONE, NINE)?.address);
		expect(round).toEqual(['b', 'c', 'a']);
		expect(following(ALL, null, NONE, NINE)?.address).toBe('a');
		expect(following(ALL.slice(0, 1), 'a', NONE, NINE)?.address).toBe('a');
	});

	it('pass over a file that fails, and try it again after five minutes', () => {
		expect(following(ALL, 'a', failed('b'), NINE)?.address).toBe('c');
		expect(following(ALL, 'a', failed('b', 'c'), NINE)?.address).toBe('a');
		expect(following(ALL, 'a', failed('b'), NINE + RETRY_AFTER)?.address).toBe('b');
	});

	it('leave their place to something else while none can be played', () => {
		expect(following(ALL, 'a', failed('a', 'b', 'c'), NINE)).toBeNull();
		expect(following([], 'a', NONE, NINE)).toBeNull();
	});

	it('go on with the one that plays when the manager adds or moves others, and from the start when it is gone', () => {
		expect(current([item('z'), ...ALL], 'b', NONE, NINE)?.address).toBe('b');
		expect(current(ALL.slice(2), 'b', NONE, NINE)?.address).toBe('c');
		expect(current(ALL, 'b', failed('b'), NINE)?.address).toBe('c');
		expect(current([], 'b', NONE, NINE)).toBeNull();
	});

	it('are all played, however they are mixed, as long as their files are good', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 20 }), (addresses) => {
				const items = addresses.map(item);
				const played = new Set<string>();
				let at: string | null = null;
				for (const _ of items) {
					at = following(items, at, NONE, NINE)?.address ?? null;
					if (at !== null) played.add(at);
				}
				expect(played).toEqual(new Set(addresses));
			}),
		);
	});
});

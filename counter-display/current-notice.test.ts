// Whoever does not hear a notice can read it: while it is said, and for a minute from when it is due.

import { expect, test } from 'vitest';
import { type Instant, MINUTE, SECOND } from '../shared/id.ts';
import type { BoardNotice } from '../shared/views.ts';
import { currentNotice } from './current-notice.ts';

const NOON: Instant = Date.parse('2026-11-23T12:00:00+08:00');
const notice = (key: string, at: Instant): BoardNotice => ({ key, at, kind: 'prayer', text: key, sound: null });

test('a notice stands for a minute from when it is due', () => {
	const all = [notice('prayer', NOON)];
	const at = (ms: number) => currentNotice(all, null, NOON + ms)?.key ?? null;
	expect([-SECOND, 0, MINUTE - 1, MINUTE].map(at)).toEqual([null, 'prayer', 'prayer', null]);
});

test('several come by turns, each long enough to be read', () => {
	const all = [notice('break', NOON), notice('closing', NOON)];
	const keys = Array.from({ length: 40 }, (_, seconds) => currentNotice(all, null, NOON + seconds * SECOND)?.key);
	expect(new Set(keys)).toEqual(new Set(['break', 'closing']));
	for (let from = 0; from < 40; from += 10) expect(new Set(keys.slice(from, from + 10)).size).toBe(1);
});

test('what is being said stands there as long as it is said, though its minute is over', () => {
	const said = notice('prayer', NOON);
	const speaking = { kind: 'notice', key: said.key, notice: said } as const;
	expect(currentNotice([notice('break', NOON)], speaking, NOON)).toBe(said);
	expect(currentNotice([], speaking, NOON + 2 * MINUTE)).toBe(said);
});

test('a call that is being said leaves the foot to the notices', () => {
	const all = [notice('break', NOON)];
	expect(currentNotice(all, { kind: 'call', rev: 1 as never, number: 'A-001' }, NOON)).toBe(all[0]);
	expect(currentNotice([], null, NOON)).toBeNull();
});

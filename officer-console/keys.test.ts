import { describe, expect, it } from 'vitest';
import { type Ground, KEYS, type KeyPress, pressedBy } from './keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
	key,
	code: '',
	repeat: false,
	ctrlKey: false,
	altKey: false,
	metaKey: false,
	...more,
});
const GROUNDS: readonly Ground[] = ['page', 'control', 'text'];

describe('the keyboard of the desk', () => {
	it('goes on with the space bar everywhere but in a field or a question', () => {
		expect(GROUNDS.map((ground) => pressedBy(press(' '), ground))).toEqual(['callNext', 'callNext', null]);
	});

	it('goes on with Enter too, but leaves Enter to a button that has the focus', () => {
		expect(GROUNDS.map((ground) => pressedBy(press('Enter'), ground))).toEqual(['callNext', null, null]);
	});

	it('knows each letter, large and small', () => {
		const letters = 'rmfnhltbpcua';
		const small = [...letters].map((key) => pressedBy(press(key), 'page'));
		expect(small).toEqual([
			'recall',
			'start',
			'finish',
			'noShow',
			'park',
			'resume',
			'transfer',
			'release',
			'pause',
			'reprint',
			'undo',
			'callByItself',
		]);
		expect([...letters.toUpperCase()].map((key) => pressedBy(press(key), 'page'))).toEqual(small);
	});

	it('works from a bare number pad', () => {
		expect(pressedBy(press('0', { code: 'Numpad0' }), 'page')).toBe('start');
		expect(pressedBy(press('+', { code: 'NumpadAdd' }), 'page')).toBe('finish');
		expect(pressedBy(press('Enter', { code: 'NumpadEnter' }), 'page')).toBe('callNext');
		expect(pressedBy(press('0'), 'page')).toBeNull();
	});

	it('presses once however long a key is held, and leaves shortcuts of the browser alone', () => {
		expect(pressedBy(press(' ', { repeat: true }), 'page')).toBeNull();
		for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const)
			expect(pressedBy(press('r', { [held]: true }), 'page')).toBeNull();
	});

	it('opens the list of keys with a question mark', () => {
		expect(pressedBy(press('?'), 'page')).toBe('help');
		expect(pressedBy(press('?'), 'text')).toBeNull();
	});

	it('gives no key to two buttons', () => {
		const keys = Object.values(KEYS).flatMap((it) => [...it.keys, ...(it.pad ? [it.pad] : [])]);
		expect(new Set(keys).size).toBe(keys.length);
	});
});

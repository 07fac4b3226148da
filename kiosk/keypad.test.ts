// What each key of a keypad means, with Num Lock on and off, beside a text field and in it.

import { expect, it } from 'vitest';
import { type Key, meaningOf } from './keypad.ts';

const key = (name: string, code = name): Key => ({
	...{ key: name, code, ctrlKey: false, altKey: false, metaKey: false },
});

it.each([
	...[
		['ArrowDown', 'ArrowDown', 'next'] as const,
		['2', 'Numpad2', 'next'] as const,
		['ArrowDown', 'Numpad2', 'next'] as const,
	],
	...[
		['ArrowUp', 'ArrowUp', 'before'] as const,
		['8', 'Numpad8', 'before'] as const,
		['5', 'Numpad5', 'press'] as const,
	],
	...[['0', 'Numpad0', 'back'] as const, ['0', 'Digit0', 'back'] as const, ['Backspace', 'Backspace', 'back'] as const],
	...[['*', 'NumpadMultiply', 'aloud'] as const, ['*', 'Digit8', 'aloud'] as const],
	...[['8', 'Digit8', null] as const, ['Enter', 'NumpadEnter', null] as const, ['a', 'KeyA', null] as const],
])('%s (%s) means %s', (name, code, meaning) => {
	expect(meaningOf(key(name, code), false)).toBe(meaning);
});

it('in a text field keys write and move; those of a keypad, up and down do not', () => {
	for (const name of ['ArrowLeft', 'ArrowRight', 'Backspace', '0', '*']) expect(meaningOf(key(name), true)).toBeNull();
	expect(meaningOf(key('ArrowDown'), true)).toBe('next');
	expect(meaningOf(key('Insert', 'Numpad0'), true)).toBe('back');
});

it('with Ctrl, Alt or the system key they belong to the browser', () => {
	for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const)
		expect(meaningOf({ ...key('ArrowDown'), [held]: true }, false)).toBeNull();
});

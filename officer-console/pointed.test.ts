import { describe, expect, it } from 'vitest';
import { type Action, whyNot } from './actions.ts';
import { AT, VIEWS } from './fixtures.ts';
import { explains, type Pointed } from './pointed.ts';

const no = (action: Action, view: keyof typeof VIEWS) => whyNot(action, VIEWS[view], 'live', AT);
const pointer = (action: Action, view: keyof typeof VIEWS): Pointed => ({
	by: 'pointer',
	action,
	saw: no(action, view)?.code ?? null,
});

describe('a button explains', () => {
	it('nothing to a pointer that rests where it pressed with success', () => {
		expect(no('finish', 'idle')).not.toBeNull();
		expect(explains(pointer('finish', 'serving'), no('finish', 'idle'))).toBe(false);
	});

	it('why it rests to a pointer that came, moved or pressed since, for as long as the reason is the same', () => {
		expect(explains(pointer('finish', 'idle'), no('finish', 'idle'))).toBe(true);
		expect(explains(pointer('finish', 'idle'), no('finish', 'empty'))).toBe(true);
		expect(explains(pointer('finish', 'idle'), no('finish', 'called'))).toBe(false);
	});

	it('what it does while it works, and everything to the keyboard', () => {
		expect(explains(pointer('finish', 'idle'), no('finish', 'serving'))).toBe(true);
		expect(explains({ by: 'focus', action: 'finish' }, no('finish', 'idle'))).toBe(true);
	});
});

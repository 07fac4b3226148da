// Listens to the keyboard for the whole screen: a key presses the same button that the finger would.

import { useEffect, useRef } from 'preact/hooks';
import type { Hand, World } from './hand.ts';
import { type Ground, pressedBy } from './keys.ts';

function groundOf(target: EventTarget | null): Ground {
	if (!(target instanceof Element)) return 'page';
	if (target.closest('dialog, input, select, textarea')) return 'text';
	return target.closest('button, a, summary') ? 'control' : 'page';
}

export function useKeys(world: World, hand: Hand): void {
	const latest = useRef(world);
	latest.current = world;
	useEffect(() => {
		const ground = (event: KeyboardEvent): Ground => (hand.question.value ? 'text' : groundOf(event.target));
		const down = (event: KeyboardEvent): void => {
			hand.lift();
			const pressed = pressedBy(event, ground(event));
			// A held space bar must not scroll, and must not press the focused button besides.
			if (event.key === ' ' && ground(event) !== 'text') event.preventDefault();
			if (!pressed) return;
			event.preventDefault();
			if (pressed === 'help') hand.question.value = { about: 'keys' };
			else hand.press(pressed, latest.current);
		};
		// Some browsers press a focused button when the space bar comes up again.
		const up = (event: KeyboardEvent): void => {
			if (event.key === ' ' && ground(event) !== 'text') event.preventDefault();
		};
		window.addEventListener('keydown', down);
		window.addEventListener('keyup', up);
		return () => {
			window.removeEventListener('keydown', down);
			window.removeEventListener('keyup', up);
		};
	}, [hand]);
}

// Carries the rules of announce.ts through time: every view and every second is put to them, what they announce rings,
// and what they must remember is kept where a reload of this browser tab finds it.

import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Instant } from '../shared/id.ts';
import type { BoardView, Shown } from '../shared/views.ts';
import { type Announcing, begin, readMemory, seen, turn } from './announce.ts';

const KEPT_AS = 'giliran-announced';

export function announcer(
	shown: ReadonlySignal<Shown<BoardView> | null>,
	now: ReadonlySignal<Instant>,
	kept: Storage,
	ring: () => void,
): ReadonlySignal<Announcing> {
	const state = signal(begin(readMemory(kept.getItem(KEPT_AS))));
	const go = (from: Announcing, at: Instant): void => {
		const next = turn(from, at);
		if (next.state === state.peek()) return;
		state.value = next.state;
		kept.setItem(KEPT_AS, JSON.stringify(next.state.memory));
		if (next.announce) ring();
	};
	effect(() => {
		const view = shown.value;
		if (view) go(seen(state.peek(), view.view, view.at), view.at);
	});
	effect(() => {
		go(state.peek(), now.value);
	});
	return state;
}

// Carries the rules of announce.ts through time: every view is put to them, what they announce is handed on, and what
// they must remember is kept where a reload of this browser tab finds it.

import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { BoardCall, BoardNotice, BoardView, Shown } from '../shared/views.ts';
import { type Announcing, begin, readMemory, seen } from './announce.ts';

const KEPT_AS = 'giliran-announced';

export function announcer(
	shown: ReadonlySignal<Shown<BoardView> | null>,
	kept: Pick<Storage, 'getItem' | 'setItem'>,
	announce: (calls: readonly BoardCall[], notices: readonly BoardNotice[]) => void,
): ReadonlySignal<Announcing> {
	const state = signal(begin(readMemory(kept.getItem(KEPT_AS))));
	effect(() => {
		if (!shown.value) return;
		const { view, at } = shown.value;
		const next = seen(state.peek(), view, at);
		if (next.announce.length === 0 && next.notices.length === 0) return;
		state.value = next.state;
		kept.setItem(KEPT_AS, JSON.stringify(next.state.memory));
		announce(next.announce, next.notices);
	});
	return state;
}

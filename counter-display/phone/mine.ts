// The number that this phone follows, carried through time: kept in this tab alone, looked up in every view of the board, and
// an alarm for each of its calls.

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Rev } from '../../shared/id.ts';
import type { BoardView, Shown } from '../../shared/views.ts';
import { begin, type Following, type LastCall, look, readKept } from './follow.ts';

export interface Mine {
	readonly following: ReadonlySignal<Following | null>;
	/** Whether what was typed is a number. */
	readonly follow: (typed: string) => boolean;
	readonly stop: () => void;
	/** The call that stands over the page until it is understood, or over. */
	readonly calling: ReadonlySignal<LastCall | null>;
	readonly understood: () => void;
}

const KEPT_AS = 'giliran-my-number';

export function openMine(
	shown: ReadonlySignal<Shown<BoardView> | null>,
	kept: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
	alarm: () => void,
): Mine {
	const following = signal(readKept(kept.getItem(KEPT_AS)));
	const understood = signal<Rev | null>(null);
	const keep = (next: Following | null): void => {
		following.value = next;
		if (next) kept.setItem(KEPT_AS, JSON.stringify(next));
		else kept.removeItem(KEPT_AS);
	};
	effect(() => {
		const view = shown.value?.view;
		const before = following.peek();
		if (view && before) keep(look(before, view));
	});
	const calling = computed(() => {
		const mine = following.value;
		return mine?.standing === 'called' && mine.call?.rev !== understood.value ? mine.call : null;
	});
	let alarmed: Rev | null = null;
	effect(() => {
		const call = calling.value;
		if (!call || call.rev === alarmed) return;
		alarmed = call.rev;
		alarm();
	});
	return {
		following,
		follow: (typed) => {
			const view = shown.peek()?.view;
			const next = view ? begin(typed, view) : null;
			if (next) keep(next);
			return next !== null;
		},
		stop: () => keep(null),
		calling,
		understood: () => {
			understood.value = calling.peek()?.rev ?? null;
		},
	};
}

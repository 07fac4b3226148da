// Tells the watchdog how this page stands: what it was shown and what it announced, and when; and how it came by its sound.

import { effect, type ReadonlySignal } from '@preact/signals';
import type { Sound } from '../shared/hearing.ts';
import type { Link } from '../shared/screen/connect.ts';
import type { BoardView, Shown } from '../shared/views.ts';
import { askServed } from './page-build.ts';
import type { Speaking } from './utterance.ts';
import { openWatchdog } from './watchdog.ts';

export interface UpkeepParts {
	readonly shown: ReadonlySignal<Shown<BoardView> | null>;
	readonly link: ReadonlySignal<Link>;
	/** Another value with every announcement. */
	readonly announcing: ReadonlySignal<unknown>;
	readonly speaking: ReadonlySignal<Speaking | null>;
	readonly sound: ReadonlySignal<Sound>;
}

export function keepUp({ shown, link, announcing, speaking, sound }: UpkeepParts): void {
	/** ms since the page was loaded. */
	const age = (): number => performance.now();
	let shownAt = 0;
	let announcedAt = 0;
	let touched = false;
	/** The sound was there before anybody had touched anything, and will be again. */
	let soundsAlone = false;

	effect(() => {
		// Whoever has just connected is about to be shown the whole.
		if (shown.value && link.value === 'live') shownAt = age();
	});
	effect(() => {
		if (announcing.value) announcedAt = age();
	});
	effect(() => {
		if (sound.value === 'ready' && !touched) soundsAlone = true;
	});
	for (const touch of ['click', 'touchend', 'keydown'])
		document.addEventListener(touch, () => {
			touched = true;
		});

	openWatchdog({
		standing: () => ({
			age: age(),
			unshown: link.peek() === 'live' ? age() - shownAt : null,
			calm: age() - announcedAt,
			speaking: speaking.peek() !== null,
			keepsSound: soundsAlone || sound.peek() !== 'ready',
			lit: shown.peek()?.view.night === 'lit',
		}),
		served: () => askServed(document),
		reload: () => location.reload(),
		every: (ms, look) => void setInterval(look, ms),
	});
}

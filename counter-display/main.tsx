// Makes this browser a board: reads the address, connects to the hall, lets calls be spoken, tells the hall of it, and draws.

import '../shared/screen/look.css';
import './board.css';
import { effect, untracked } from '@preact/signals';
import { render } from 'preact';
import { connect, now } from '../shared/screen/connect.ts';
import type { BoardCall } from '../shared/views.ts';
import { readAddress } from './address.ts';
import { announcer } from './announcer.ts';
import { Board } from './board.tsx';
import { chime } from './chime.ts';
import { Notice } from './parts/notice.tsx';
import { openPlayer } from './player.ts';
import { openSpeaker } from './speaker.ts';
import { say } from './words.ts';

const screen = document.getElementById('screen');
if (!screen) throw new Error('the page has no #screen');
const asked = readAddress(location.search);

if (asked.ok) {
	const { shown, link, ask } = connect('board', { zone: asked.zone });
	const bell = chime();
	const { sound, test, play } = openPlayer({
		element: new Audio(),
		ring: bell.ring,
		volume: () => shown.peek()?.view.voice.volume ?? 1,
		hidden: () => document.hidden,
	});
	// Whatever cannot be told now is not told later: the hall would believe that it happened then.
	const speaker = openSpeaker({
		play,
		tell: {
			spoken: (rev) => void ask('spoken', { rev }),
			silent: (rev, why) => void ask('silent', { rev, why }),
		},
		now: () => now.peek(),
		wait: (ms) => new Promise((wake) => setTimeout(wake, ms)),
		repeatAfterMs: () => shown.peek()?.view.voice.repeatAfterMs ?? null,
		quiet: () => shown.peek()?.view.voice.quiet ?? false,
	});
	/** The frame after the one that draws them: by then they stand on the glass. */
	const tellShown = (calls: readonly BoardCall[]): void => {
		requestAnimationFrame(() => requestAnimationFrame(() => calls.forEach(({ rev }) => void ask('shown', { rev }))));
	};
	const announcing = announcer(shown, sessionStorage, (calls) => {
		speaker.say(calls);
		tellShown(calls);
	});
	effect(() => speaker.shown(shown.value?.view.calls ?? []));
	// At every connection the hall is told how the sound stands, once that is known.
	effect(() => {
		if (link.value !== 'live') return;
		untracked(test);
		return effect(() => {
			if (sound.value !== 'unknown') void ask('sound', { sound: sound.value });
		});
	});
	const unlock = (): void => {
		bell.unlock();
		test();
	};
	// Any touch and any key of the remote control will do. Not `pointerdown`: a finger that goes down allows no sound yet.
	for (const touch of ['click', 'touchend', 'keydown']) document.addEventListener(touch, unlock);
	const App = () => (
		<Board
			shown={shown.value}
			link={link.value}
			announcing={announcing.value}
			sound={sound.value}
			unlock={unlock}
			zone={asked.zone}
			now={now.value}
		/>
	);
	render(<App />, screen);
} else {
	const { badZone, badZoneHint, allZones } = say.board;
	render(<Notice title={badZone} hint={badZoneHint} to={location.pathname} label={allZones} />, screen);
}

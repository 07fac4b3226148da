// Makes this browser a board: reads the address, connects to the hall, lets calls be spoken, tells the hall of it, and draws.

import './old-tv.ts';
import '../shared/screen/look.css';
import './old-tv.css';
import './board.css';
import './notice.css';
import { computed, effect, untracked } from '@preact/signals';
import { render } from 'preact';
import type { Sound } from '../shared/hearing.ts';
import { connect, now } from '../shared/screen/connect.ts';
import { BY_SOCKET_OR_POLLING } from '../shared/screen/ways-of-board.ts';
import type { BoardCall } from '../shared/views.ts';
import { readAddress } from './address.ts';
import { announcer } from './announcer.ts';
import { Board } from './board.tsx';
import { chime } from './chime.ts';
import { openLoudspeakers } from './loudspeakers.ts';
import { Notice } from './parts/notice.tsx';
import { openPlayer } from './player.ts';
import { openSpeaker } from './speaker.ts';
import { openTelling } from './telling.ts';
import { keepUp } from './upkeep.ts';
import { watch } from './watcher.tsx';
import { say } from './words.ts';

const screen = document.getElementById('screen');
if (!screen) throw new Error('the page has no #screen');
const asked = readAddress(location.search);

if (asked.ok && asked.look) {
	watch(asked.look, screen);
} else if (asked.ok) {
	const { shown, link, ask } = connect('board', BY_SOCKET_OR_POLLING, { zone: asked.zone });
	const bell = chime();
	/** Not before it is known how this board is laid out. */
	const speaks = computed(() => shown.value?.view.layout.speaks ?? false);
	const {
		loudspeaker,
		unlock: unlockMixer,
		givesWay,
	} = openLoudspeakers(() => shown.peek()?.view.layout.side === 'media');
	const { sound, test, play } = openPlayer({
		element: loudspeaker,
		ring: bell.ring,
		volume: () => shown.peek()?.view.voice.volume ?? 1,
		hidden: () => document.hidden,
	});
	const wait = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));
	const tell = openTelling({
		ask: {
			shown: (rev, agoMs) => ask('shown', { rev, agoMs }),
			spoken: (rev, agoMs) => ask('spoken', { rev, agoMs }),
			silent: (rev, why) => ask('silent', { rev, why }),
		},
		elapsed: () => performance.now(),
		wait,
	});
	const speaker = openSpeaker({
		...{ play, tell, wait },
		now: () => now.peek(),
		repeatAfterMs: () => shown.peek()?.view.voice.repeatAfterMs ?? null,
		quiet: () => shown.peek()?.view.voice.quiet ?? false,
		speaks: () => speaks.peek(),
	});
	/** The frame after the one that draws them: by then they stand on the glass. */
	const tellShown = (calls: readonly BoardCall[]): void => {
		requestAnimationFrame(() =>
			requestAnimationFrame(() => {
				for (const { rev } of calls) tell.shown(rev);
			}),
		);
	};
	const announcing = announcer(shown, sessionStorage, (calls, notices) => {
		speaker.say(calls, notices);
		tellShown(calls);
	});
	effect(() => speaker.shown(shown.value?.view.calls ?? [], shown.value?.view.notices ?? []));
	/** Of a board that is not to speak nobody wants to know whether it could. */
	const voice = computed<Sound>(() => (speaks.value ? sound.value : 'unknown'));
	effect(() => {
		if (link.value === 'live' && speaks.value) untracked(test);
	});
	// At every connection the hall is told how the sound stands, once that is known; and that it no longer matters.
	effect(() => {
		if (link.value !== 'live') return;
		let told: Sound = 'unknown';
		return effect(() => {
			if (voice.value === told || (speaks.value && voice.value === 'unknown')) return;
			told = voice.value;
			void ask('sound', { sound: told });
		});
	});
	const unlock = (): void => {
		bell.unlock();
		unlockMixer();
		if (speaks.peek()) test();
	};
	// Any touch and any key of the remote control will do. Not `pointerdown`: a finger that goes down allows no sound yet.
	for (const touch of ['click', 'touchend', 'keydown']) document.addEventListener(touch, unlock);
	keepUp({ shown, link, announcing, speaking: speaker.speaking, sound });
	const stage = { speaking: computed(() => speaker.speaking.value !== null), givesWay };
	const App = () => (
		<Board
			shown={shown.value}
			link={link.value}
			announcing={announcing.value}
			sound={voice.value}
			unlock={unlock}
			speaking={speaker.speaking.value}
			stage={stage}
			zone={asked.zone}
			now={now.value}
		/>
	);
	render(<App />, screen);
} else {
	const { badZone, badZoneHint, allZones } = say.board;
	render(<Notice title={badZone} hint={badZoneHint} to={location.pathname} label={allZones} />, screen);
}

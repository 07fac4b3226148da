// The board on a visitor's phone: it only looks at the hall's board, and is told nothing that does not stand there. Captions
// of every call, one's own number followed, and on demand the calls read aloud.

import '../../shared/screen/look.css';
import './phone.css';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { connect, now } from '../../shared/screen/connect.ts';
import { BY_SOCKET } from '../../shared/screen/ways.ts';
import { announcer } from '../announcer.ts';
import { type Chime, chime } from '../chime.ts';
import { openPlayer } from '../player.ts';
import { openSpeaker } from '../speaker.ts';
import { lookOf } from './address.ts';
import { captionsOf } from './captions.ts';
import { openMine } from './mine.ts';
import { Phone } from './phone.tsx';
import { fetchEnglish, indonesian, type Say } from './words.ts';

const screen = document.getElementById('screen');
if (!screen) throw new Error('the page has no #screen');
const { shown, link } = connect('board', BY_SOCKET, { zone: null, look: lookOf(location.search) });
const quiet = (): boolean => shown.peek()?.view.voice.quiet ?? false;

const say = signal<Say>(indonesian);
const noEnglish = signal(false);
function read(english: boolean): void {
	noEnglish.value = false;
	if (!english) say.value = indonesian;
	else
		fetchEnglish().then(
			(words) => {
				say.value = words;
			},
			(fault: unknown) => {
				console.warn('English could not be fetched.', fault);
				noEnglish.value = true;
			},
		);
}
if (new URLSearchParams(location.search).get('lang') === 'en') read(true);
effect(() => {
	document.documentElement.lang = say.value.language;
});

/** Made by the first touch that asks for a sound: before it, a phone would not let it sound anyway. */
let bell: Chime | null = null;
const rings = signal(true);
const unlockBell = (): void => {
	bell ??= chime();
	bell.unlock();
};

const aloud = signal(false);
const { sound, test, play } = openPlayer({
	element: new Audio(),
	ring: (volume) => bell?.ring(volume),
	// How loud a phone is only its holder decides.
	volume: () => 1,
	hidden: () => document.hidden,
});
const speaker = openSpeaker({
	play,
	tell: { spoken: () => undefined, silent: () => undefined },
	now: () => now.peek(),
	wait: (ms) => new Promise((wake) => setTimeout(wake, ms)),
	repeatAfterMs: () => null,
	quiet,
	speaks: () => aloud.peek(),
});
/** What has just been called, for a screen reader: the new captions only, not the list again. */
const news = signal('');
announcer(shown, sessionStorage, (calls, notices) => {
	if (aloud.peek()) speaker.say(calls, notices);
	const view = shown.peek()?.view;
	const captions = view ? captionsOf({ ...view, calls }, say.peek().language) : [];
	news.value = [...captions.flatMap((it) => it.sentences), ...notices].map((it) => it.text).join('. ');
});
effect(() => {
	const view = shown.value?.view;
	speaker.shown(view?.calls ?? [], view?.notices ?? []);
});

/** Felt in a pocket: three long strokes. */
const STROKES = [400, 200, 400, 200, 400];
const mine = openMine(shown, sessionStorage, () => {
	navigator.vibrate?.(STROKES);
	if (rings.peek() && !quiet()) bell?.ring(1);
});
effect(() => {
	const { phone, common } = say.value;
	const number = mine.following.value?.number;
	const call = mine.calling.value;
	const desk = shown.value?.view.hall.desk;
	document.title = number && call && desk ? phone.mine.title(number, common.counter(call.counter, desk)) : phone.title;
});

const App = () => (
	<Phone
		shown={shown.value}
		link={link.value}
		now={now.value}
		say={say.value}
		noEnglish={noEnglish.value}
		onLanguage={() => read(say.peek().language === 'id')}
		news={news.value}
		following={mine.following.value}
		calling={mine.calling.value}
		onFollow={(typed) => {
			unlockBell();
			return mine.follow(typed);
		}}
		onStop={mine.stop}
		onUnderstood={mine.understood}
		rings={rings.value}
		onRings={(wanted) => {
			rings.value = wanted;
			if (wanted) unlockBell();
		}}
		aloud={aloud.value}
		sound={sound.value}
		onAloud={(wanted) => {
			aloud.value = wanted;
			if (wanted) {
				unlockBell();
				test();
			}
		}}
	/>
);
render(<App />, screen);

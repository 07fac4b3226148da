// Reading aloud: listens to where the focus goes and what appears, has it spoken, and draws the few buttons that belong to it.
// Fetched by who asks for it; gone with the visitor.

import { Gauge, RotateCcw, Volume1, Volume2, VolumeX } from 'lucide-preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { KioskView } from '../../shared/views.ts';
import { aloud as inEnglish } from '../../shared/words/en/aloud.ts';
import { rooms as roomsInEnglish } from '../../shared/words/en/rooms.ts';
import { aloud as inIndonesian } from '../../shared/words/id/aloud.ts';
import { rooms as roomsInIndonesian } from '../../shared/words/id/rooms.ts';
import type { Scene } from '../scene.ts';
import { readControl, readPage, readText } from './read.ts';
import { soundKeys } from './sound-keys.ts';
import { type Vocabulary, vocabulary } from './vocabulary.ts';
import { openVoice, type Voice } from './voice.ts';

export interface AloudProps {
	readonly scene: Scene;
	readonly view: KioskView;
	/** Somebody is listening: not a kiosk that was left. */
	readonly onSpeaking: (speaking: boolean) => void;
}

const BEGUN = [['s.aloud.begun']];
const STEP = 0.15;
const SLOW = 0.75;
/** News on a page: what became of the slip, why something cannot be had. */
const NEWS = '[role="alert"], [role="status"]';

export function Aloud({ scene, view, onSpeaking }: AloudProps) {
	const { say, go } = scene;
	const words = say.later('aloud', inIndonesian, inEnglish);
	const [slow, setSlow] = useState(false);
	const language = say.language === 'en' ? 'en' : 'id';
	/** Made when something is to be said: a busy hall is shown three times a second. */
	const known = useMemo((): (() => Vocabulary) => {
		let made: Vocabulary | null = null;
		return () => {
			const rooms = say.later('rooms', roomsInIndonesian, roomsInEnglish);
			made ??= vocabulary({ kiosk: say.kiosk, common: say.common, rooms, aloud: words }, view);
			return made;
		};
	}, [say, view]);
	/** The listeners below stay, and always speak of the newest. */
	const now = useRef({ known, language, onSpeaking } as const);
	now.current = { known, language, onSpeaking };
	const voice = useMemo((): Voice => openVoice(new Audio(), (speaking) => now.current.onSpeaking(speaking)), []);

	useEffect(() => {
		const speak = (breaths: ReturnType<typeof readPage>): void => voice.say(breaths, now.current.language);
		const page = (): ReturnType<typeof readPage> => readPage(document, now.current.known());
		let inFront = document.querySelector('dialog[open]');
		const onFocus = ({ target }: FocusEvent): void => {
			if (!(target instanceof Element) || target.closest('.aloud')) return;
			const dialog = target.closest('dialog');
			const opened = dialog !== inFront;
			inFront = dialog;
			if (dialog && opened) speak([...page(), ...readControl(target, now.current.known())]);
			else if (target.matches('h1')) speak(page());
			else speak(readControl(target, now.current.known()));
		};
		const told = new Map<Element, string>();
		const look = (): void => {
			const live = new Set(document.querySelectorAll(NEWS));
			for (const it of told.keys()) if (!live.has(it)) told.delete(it);
			for (const it of live) {
				const text = it.textContent ?? '';
				const before = told.get(it);
				told.set(it, text);
				// What came with its page has been read with it.
				if (before !== undefined && before !== text) voice.add(readText(it, now.current.known()), now.current.language);
			}
		};
		look();
		const news = new MutationObserver(look);
		news.observe(document.body, { childList: true, characterData: true, subtree: true });
		document.addEventListener('focusin', onFocus);
		const endKeys = soundKeys(document, {
			louder: () => voice.louder(STEP),
			softer: () => voice.louder(-STEP),
			repeat: voice.repeat,
		});
		voice.say([...BEGUN, ...page()], now.current.language);
		return () => {
			news.disconnect();
			document.removeEventListener('focusin', onFocus);
			endKeys();
			voice.quiet();
		};
	}, []);
	// Another language on the same page: its question in the new one.
	const first = useRef(true);
	useEffect(() => {
		if (!first.current) voice.say(readPage(document, now.current.known()), language);
		first.current = false;
	}, [say]);
	useEffect(() => voice.pace(slow ? SLOW : 1), [slow]);

	return (
		<section class="aloud" aria-label={words.bar}>
			<button type="button" class="plain" onClick={() => go({ kind: 'heard', aloud: false })}>
				<VolumeX />
				{words.stop}
			</button>
			<button type="button" class="plain" onClick={voice.repeat}>
				<RotateCcw />
				{words.repeat}
			</button>
			<button type="button" class="plain" onClick={() => voice.louder(-STEP)}>
				<Volume1 />
				{words.softer}
			</button>
			<button type="button" class="plain" onClick={() => voice.louder(STEP)}>
				<Volume2 />
				{words.louder}
			</button>
			<button type="button" class="plain" aria-pressed={slow} onClick={() => setSlow(!slow)}>
				<Gauge />
				{slow ? words.normal : words.slower}
			</button>
		</section>
	);
}

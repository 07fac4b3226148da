// One phrase at a time, large: read it, record it, hear it, use it, and on to the next. Space and Enter do all of it.

import { ArrowLeft, ChevronLeft, ChevronRight, CircleAlert, Mic, Play, Square, Upload } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { clipKind, type Recording } from '../../shared/recording.ts';
import { whyNoMicrophone } from './capture.ts';
import { secondsOf } from './encode.ts';
import { Level } from './level.tsx';
import { type News, NewsLine } from './news.tsx';
import { secondsText } from './said.ts';
import type { Loudspeaker } from './sound.ts';
import { openTaking, type TakeState } from './take.ts';
import { Wave } from './wave.tsx';
import { words } from './words.ts';

interface Props {
	readonly recording: Recording;
	/** Its place in the list, from 1, and how many there are. */
	readonly place: number;
	readonly all: number;
	readonly news: News | null;
	readonly loudspeaker: Loudspeaker;
	/** Null at the ends of the list. */
	readonly previous: (() => void) | null;
	readonly next: (() => void) | null;
	readonly back: () => void;
	/** Keeps the take; true where it was kept. */
	readonly use: (samples: Float32Array) => Promise<boolean>;
	/** The page asks before a take is lost. */
	readonly setUnsaved: (unsaved: boolean) => void;
	/** What is in use now, and what the computer may say. */
	readonly children: ComponentChildren;
}

const NAME = 'take';
const isControl = (target: EventTarget | null): boolean =>
	target instanceof Element && target.closest('button, a, input, select, textarea, dialog, summary') !== null;

export function Studio(props: Props) {
	const { recording, place, all, news, loudspeaker, previous, next, back, use, setUnsaved, children } = props;
	const say = words.studio;
	const [taking] = useState(openTaking);
	const [saving, setSaving] = useState(false);
	const main = useRef<HTMLButtonElement>(null);
	const file = useRef<HTMLInputElement>(null);
	const state = taking.state.value;
	const samples = state.is === 'there' ? state.samples : null;

	useEffect(() => () => taking.close(), []);
	useEffect(() => {
		// The next phrase begins with nothing, and with the finger on the button.
		taking.clear();
		main.current?.focus();
		return loudspeaker.stop;
	}, [recording.clip]);
	const unsaved = samples !== null || state.is === 'recording';
	useEffect(() => setUnsaved(unsaved), [unsaved]);
	useEffect(() => () => setUnsaved(false), []);

	const toggle = (): void => {
		loudspeaker.stop();
		void (taking.state.peek().is === 'recording' ? taking.stop() : taking.record());
	};
	const keep = async (): Promise<void> => {
		const take = taking.state.peek();
		if (take.is !== 'there' || saving) return;
		loudspeaker.stop();
		setSaving(true);
		const kept = await use(take.samples);
		setSaving(false);
		if (kept) taking.clear();
	};
	useEffect(() => {
		const press = (event: KeyboardEvent): void => {
			const onMain = event.target === main.current;
			if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
			if (!onMain && isControl(event.target)) return;
			if (event.key === 'Enter' && taking.state.peek().is === 'there') {
				event.preventDefault();
				void keep();
			} else if (event.key === ' ' && !onMain) {
				event.preventDefault();
				toggle();
			}
		};
		addEventListener('keydown', press);
		return () => removeEventListener('keydown', press);
	});

	const recordingNow = state.is === 'recording';
	const no = whyNoMicrophone();
	const hint = no && sayMic(no);
	return (
		<section class="panel studio" aria-label={recording.text}>
			<div class="studio-head">
				<button type="button" class="plain" onClick={back}>
					<ArrowLeft size={18} aria-hidden="true" /> {say.back}
				</button>
				<p class="quiet number">{say.place(place, all)}</p>
				<Step on={previous} label={say.previous}>
					<ChevronLeft size={20} aria-hidden="true" />
				</Step>
				<Step on={next} label={say.next}>
					<ChevronRight size={20} aria-hidden="true" />
				</Step>
			</div>
			<p class="quiet">
				{words.recordings.kinds[clipKind(recording.clip)]} · {say.read}
			</p>
			<h2 class={recording.text.length > 40 ? 'phrase long' : 'phrase'}>{recording.text}</h2>
			<p class="studio-hint">{say.hints[wayToRead(recording)]}</p>
			<Wave samples={samples} label={samples ? say.wave : say.waveEmpty} />
			<Level microphone={taking.microphone.value} />
			<div class="studio-deeds">
				<button
					ref={main}
					type="button"
					class={recordingNow ? 'act large record on' : 'act large record'}
					aria-disabled={no !== null || state.is === 'opening'}
					aria-describedby="studio-says"
					onClick={() => no === null && toggle()}
				>
					{recordingNow ? <Square class="act-icon" aria-hidden="true" /> : <Mic class="act-icon" aria-hidden="true" />}
					{recordingNow ? say.stop : samples ? say.again : say.record}
					<span class="key">{say.keys.space}</span>
				</button>
				<button
					type="button"
					class="act large"
					aria-disabled={samples === null}
					onClick={() => samples && void loudspeaker.play(NAME, () => Promise.resolve({ ok: true, value: samples }), 1)}
				>
					{loudspeaker.playing.value === NAME ? (
						<Square class="act-icon" aria-hidden="true" />
					) : (
						<Play class="act-icon" aria-hidden="true" />
					)}
					{loudspeaker.playing.value === NAME ? say.listening : say.listen}
				</button>
				<button
					type="button"
					class={samples ? 'act large usual' : 'act large'}
					aria-disabled={samples === null || saving}
					aria-busy={saving}
					onClick={() => void keep()}
				>
					<span />
					{next ? say.useNext : say.use}
					<span class="key">{say.keys.enter}</span>
				</button>
			</div>
			<p class={recordingNow ? 'studio-says on' : 'studio-says'} id="studio-says" role="status">
				{saving ? say.saving : sayState(state)}
			</p>
			{hint && (
				<p class="fault">
					<CircleAlert size={18} aria-hidden="true" /> {hint}
				</p>
			)}
			<div class="studio-file">
				<input
					ref={file}
					type="file"
					accept="audio/*,.wav,.mp3,.opus,.ogg,.m4a"
					hidden
					onChange={(event) => {
						const input = event.currentTarget;
						const [chosen] = input.files ?? [];
						if (chosen) void taking.fromFile(chosen);
						// The same file may be chosen again.
						input.value = '';
					}}
				/>
				<button type="button" class="plain" onClick={() => file.current?.click()}>
					<Upload size={18} aria-hidden="true" /> {say.upload}
				</button>
				<span class="quiet">{say.cut}</span>
			</div>
			<NewsLine news={news} />
			{children}
		</section>
	);
}

/** A phrase that ends a sentence falls; most are followed by a number. */
function wayToRead({ clip, text }: Recording): keyof typeof words.studio.hints {
	const kind = clipKind(clip);
	return kind === 'phrase' && text.endsWith('.') ? 'sentence' : kind;
}

function Step({ on, label, children }: { on: (() => void) | null; label: string; children: ComponentChildren }) {
	return (
		<button type="button" class="row-act" aria-label={label} aria-disabled={on === null} onClick={() => on?.()}>
			{children}
		</button>
	);
}

const sayMic = (why: Exclude<keyof typeof words.mic, 'insecure'> | 'insecure'): string =>
	why === 'insecure' ? words.mic.insecure(`http://localhost:${location.port || '80'}/console/`) : words.mic[why];

function sayState(state: TakeState): string {
	const say = words.studio;
	switch (state.is) {
		case 'rest':
			return '';
		case 'opening':
			return say.opening;
		case 'recording':
			return say.speak;
		case 'there':
			return say.recorded(secondsText(secondsOf(state.samples)));
		case 'fault':
			return state.why === 'unreadable' || state.why === 'large' ? words.upload[state.why] : sayMic(state.why);
	}
}

// What is said now in the place of one phrase: heard, compared with the bundled voice, put back, taken away; and for a name,
// how the computer is to say it.

import { Bot, CircleAlert, Play, RotateCcw, Square, Trash } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Recording } from '../../shared/recording.ts';
import type { Which } from './api.ts';
import { words } from './words.ts';

interface Props {
	readonly recording: Recording;
	/** What is being played, by the name under which it was asked for. */
	readonly playing: string | null;
	readonly play: (which: Which) => void;
	readonly nameOf: (which: Which) => string;
	readonly restore: () => void;
	readonly remove: () => void;
}

export function InUse({ recording, playing, play, nameOf, restore, remove }: Props) {
	const say = words.studio;
	const { from, bundled, before, broken } = recording;
	const own = from === 'own';
	const hear = (which: Which, label: string, why: string | null) => (
		<Deed key={which} why={why} act={() => play(which)}>
			{playing === nameOf(which) ? <Square size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}{' '}
			{label}
		</Deed>
	);
	return (
		<div class="in-use">
			<h3>
				{say.now} <span class="quiet">{words.recordings.from[from]}</span>
			</h3>
			<div class="in-use-deeds">
				{hear('now', say.playOwn, own ? null : say.noOwn)}
				{hear('bundled', say.playBundled, bundled ? null : say.noBundled)}
				{hear('before', say.playBefore, before ? null : say.noBefore)}
				<Deed why={before ? null : say.noBefore} act={restore}>
					<RotateCcw size={16} aria-hidden="true" /> {say.restore}
				</Deed>
				<Deed why={own || broken ? null : say.noOwn} act={remove}>
					<Trash size={16} aria-hidden="true" /> {say.remove}
				</Deed>
			</div>
		</div>
	);
}

/** `why`: why it cannot be done; null: it can. */
function Deed({ why, act, children }: { why: string | null; act: () => void; children: ComponentChildren }) {
	return (
		<button
			type="button"
			class="plain"
			aria-disabled={why !== null}
			title={why ?? undefined}
			onClick={() => why === null && act()}
		>
			{children}
		</button>
	);
}

interface PronounceProps {
	readonly text: string;
	/** How this hall has it read; null: as it is written. */
	readonly said: string | null;
	/** Whether the computer can speak at all. */
	readonly speaks: boolean;
	readonly busy: boolean;
	/** Writes it down and has it spoken. */
	readonly speak: (said: string | null) => void;
}

/** As the server takes it: words as they sound, single capitals for letters. */
const READABLE = /^[\p{L}\p{N}][\p{L}\p{N} '-]{0,99}$/u;

export function Pronounce({ text, said, speaks, busy, speak }: PronounceProps) {
	const say = words.studio;
	const [typed, setTyped] = useState(said ?? '');
	useEffect(() => setTyped(said ?? ''), [text, said]);
	const wish = typed.trim();
	const wrong = wish !== '' && !READABLE.test(wish);
	const why = !speaks ? words.recordings.noProgram : wrong ? say.pronounceWrong : null;
	return (
		<form
			class="pronounce"
			onSubmit={(event) => {
				event.preventDefault();
				if (why === null && !busy) speak(wish === '' ? null : wish);
			}}
		>
			<label>
				{say.pronounce}
				<input
					type="text"
					autocomplete="off"
					spellcheck={false}
					placeholder={text}
					value={typed}
					aria-invalid={wrong}
					aria-describedby="pronounce-hint"
					onInput={(event) => setTyped(event.currentTarget.value)}
				/>
			</label>
			<button
				type="submit"
				class="plain"
				aria-disabled={why !== null || busy}
				aria-busy={busy}
				title={why ?? undefined}
			>
				<Bot size={18} aria-hidden="true" /> {busy ? words.recordings.makingNames : say.pronounceSave}
			</button>
			<p class="quiet" id="pronounce-hint">
				{say.pronounceHint}
			</p>
			<div role="alert">
				{why !== null && (
					<p class="fault">
						<CircleAlert size={18} aria-hidden="true" /> {why}
					</p>
				)}
			</div>
		</form>
	);
}

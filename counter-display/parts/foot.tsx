// The foot of the board, one line: that the link is lost, else that the sound is locked, else what is announced just now,
// else the running text.

import { Volume2, WifiOff } from 'lucide-preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BoardNotice } from '../../shared/views.ts';
import { say } from '../words.ts';
import { NoticeLine } from './notice-line.tsx';

interface FootProps {
	readonly text: string;
	/** What stands in place of the text. */
	readonly notice: BoardNotice | null;
	/** The time of the view that is still drawn; null while the link is live. */
	readonly lostSince: string | null;
	readonly locked: boolean;
	readonly unlock: () => void;
}

export function Foot({ text, notice, lostSince, locked, unlock }: FootProps) {
	if (lostSince !== null)
		return (
			<footer class="foot lost">
				<WifiOff aria-hidden="true" />
				<p role="status">{say.board.lost(lostSince)}</p>
			</footer>
		);
	if (locked)
		return (
			<footer class="foot">
				<Unlock unlock={unlock} />
			</footer>
		);
	return (
		<footer class="foot">{notice ? <NoticeLine notice={notice} /> : <RunningText key={text} text={text} />}</footer>
	);
}

/** Has the focus, so that OK on a remote control presses it. */
function Unlock({ unlock }: { readonly unlock: () => void }) {
	const button = useRef<HTMLButtonElement>(null);
	useEffect(() => button.current?.focus(), []);
	return (
		<button type="button" ref={button} onClick={unlock}>
			<Volume2 aria-hidden="true" />
			{say.board.unlockSound}
		</button>
	);
}

/** Part of the screen's height that the text runs in a second: slow enough to read along. */
const SPEED = 0.07;

/** Stands still while it fits. */
function RunningText({ text }: { readonly text: string }) {
	const box = useRef<HTMLParagraphElement>(null);
	const [width, setWidth] = useState<number | null>(null);
	useLayoutEffect(() => {
		const measure = (): void => {
			const line = box.current?.firstElementChild;
			if (!box.current || !line) return;
			const needed = line.getBoundingClientRect().width;
			setWidth(needed > box.current.clientWidth ? needed : null);
		};
		measure();
		void document.fonts.ready.then(measure);
		window.addEventListener('resize', measure);
		return () => window.removeEventListener('resize', measure);
	}, []);
	const seconds = width === null ? 0 : width / (window.innerHeight * SPEED);
	return (
		<p class={width === null ? 'text' : 'text runs'} ref={box} style={{ '--seconds': `${seconds}s` }}>
			<span>{text}</span>
			{width !== null && <span aria-hidden="true">{text}</span>}
		</p>
	);
}

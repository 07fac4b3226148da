// How loud the microphone hears, drawn as often as the screen is: a bar, and a word for it.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Microphone } from './capture.ts';
import { words } from './words.ts';

/** Peaks, of full scale: below the one a voice is lost in the hiss, above the other it breaks. */
const SOFT = 0.08;
const LOUD = 0.9;
/** dB of full scale at the bar's left end. */
const FLOOR = -54;
/** The bar falls slowly, so that an eye can read it. */
const FALL = 0.93;
/** The word looks back this many pictures, some two seconds. */
const LOOK_BACK = 120;

type Verdict = keyof typeof words.studio.levels;
const verdictOf = (peak: number): Verdict => (peak >= LOUD ? 'high' : peak >= SOFT ? 'good' : 'low');
const shareOf = (peak: number): number =>
	peak <= 0 ? 0 : Math.min(1, Math.max(0, 1 - (20 * Math.log10(peak)) / FLOOR));

export function Level({ microphone }: { readonly microphone: Microphone | null }) {
	const say = words.studio;
	const bar = useRef<HTMLSpanElement>(null);
	const [verdict, setVerdict] = useState<Verdict | null>(null);
	useEffect(() => {
		if (!microphone) return;
		let shown = 0;
		let most: number[] = [];
		let next = 0;
		const draw = (): void => {
			const peak = microphone.level();
			shown = Math.max(peak, shown * FALL);
			most = [...most.slice(-LOOK_BACK), peak];
			if (bar.current) bar.current.style.transform = `scaleX(${shareOf(shown).toFixed(3)})`;
			setVerdict(verdictOf(Math.max(...most)));
			next = requestAnimationFrame(draw);
		};
		next = requestAnimationFrame(draw);
		return () => {
			cancelAnimationFrame(next);
			setVerdict(null);
		};
	}, [microphone]);
	return (
		<div class={`level ${verdict ?? 'off'}`}>
			<span class="level-name">{say.level}</span>
			<span class="level-bar" aria-hidden="true">
				<span ref={bar} />
			</span>
			<span class="level-word">{verdict ? say.levels[verdict] : ''}</span>
		</div>
	);
}

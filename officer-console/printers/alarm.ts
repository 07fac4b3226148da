// Two quiet tones when a printer comes into trouble. A browser lets a page sound only after somebody has touched it; until
// then the alarm is only seen.

const TONES = [
	{ hertz: 660, from: 0, to: 0.22 },
	{ hertz: 495, from: 0.26, to: 0.6 },
] as const;
const LOUDNESS = 0.07;
/** Without a ramp a tone begins and ends with a click. */
const RAMP = 0.03;

export interface Alarm {
	/** Somebody has touched the page. */
	readonly wake: () => void;
	readonly sound: () => void;
}

export function openAlarm(): Alarm {
	let context: AudioContext | null = null;
	return {
		wake: () => {
			context ??= new AudioContext();
		},
		sound: () => {
			if (!context) return;
			const gain = new GainNode(context, { gain: 0 });
			gain.connect(context.destination);
			for (const { hertz, from, to } of TONES) {
				const [start, end] = [context.currentTime + from, context.currentTime + to];
				const tone = new OscillatorNode(context, { frequency: hertz });
				tone.connect(gain);
				gain.gain.setValueAtTime(0, start);
				gain.gain.linearRampToValueAtTime(LOUDNESS, start + RAMP);
				gain.gain.setValueAtTime(LOUDNESS, end - RAMP);
				gain.gain.linearRampToValueAtTime(0, end);
				tone.start(start);
				tone.stop(end);
			}
		},
	};
}

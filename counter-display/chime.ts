// Two tones made on the spot, for a call whose sound file does not come: people look up, and the number stands on the
// glass. No file to load, nothing to license.

export interface Chime {
	/** Call it from a touch or a key. */
	readonly unlock: () => void;
	/** `volume`: 0 to 1. After the one before it has sounded; silent while locked, because it must not sound minutes later. */
	readonly ring: (volume: number) => void;
}

/** E5 and C5, the falling third of a door bell: seconds after the start, hertz. */
const TONES = [
	{ after: 0, pitch: 659.25 },
	{ after: 0.55, pitch: 523.25 },
] as const;
/** A second voice an octave higher lets small TV speakers carry it. */
const VOICES = [
	{ ratio: 1, loudness: 0.5 },
	{ ratio: 2, loudness: 0.12 },
] as const;
const ATTACK = 0.012;
const DECAY = 1.3;
/** Several calls of one moment are several chimes, not one loud one. */
const APART = 1.4;

export function chime(): Chime {
	if (typeof AudioContext === 'undefined') return { unlock: () => undefined, ring: () => undefined };
	const context = new AudioContext();
	let free = 0;
	return {
		unlock: () => {
			if (context.state !== 'running') void context.resume();
		},
		ring: (volume) => {
			if (context.state !== 'running') return;
			const from = Math.max(free, context.currentTime);
			free = from + APART;
			for (const { after, pitch } of TONES)
				for (const { ratio, loudness } of VOICES) strike(context, from + after, pitch * ratio, loudness * volume);
		},
	};
}

/** One struck tone: up at once, away like a bell. */
function strike(context: AudioContext, from: number, pitch: number, loudness: number): void {
	const tone = context.createOscillator();
	const volume = context.createGain();
	tone.frequency.value = pitch;
	volume.gain.setValueAtTime(0, from);
	volume.gain.linearRampToValueAtTime(loudness, from + ATTACK);
	volume.gain.exponentialRampToValueAtTime(0.001, from + DECAY);
	tone.connect(volume);
	volume.connect(context.destination);
	tone.start(from);
	tone.stop(from + DECAY);
	tone.onended = () => volume.disconnect();
}

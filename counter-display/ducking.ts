// How loud the hall's videos are: a whisper while the board speaks, and back again so gently that nobody is startled.

/** -18 dB: the voice stands clear above music, and the music is still there. */
export const DUCKED = 0.126 as number;
/** The whole way down or up. */
export const RAMP_MS = 300;
/** The volume of an element is set in so small steps that no ear hears them. */
export const STEP_MS = 30;

/** What the video is to reach, of 0 to 1. `volume`: what the hall wants now, 0 when it is to be silent. */
export const targetOf = (volume: number, speaking: boolean): number => volume * (speaking ? DUCKED : 1);

/** The volume so long after the way from one to the other began. */
export function rampAt(from: number, to: number, elapsedMs: number): number {
	const way = Math.min(1, Math.max(0, elapsedMs / RAMP_MS));
	return from + (to - from) * way;
}

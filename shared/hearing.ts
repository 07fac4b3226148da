// What a board made of a call: whether it was shown, whether it was heard, and if not, why. The hall never guesses that a
// TV spoke; the TV says so.

/**
 * Why a board was silent. `locked`: nobody has touched the screen since it was switched on; `none`: this browser makes no
 * sound; `failed`: the voice could not be fetched or played; `muted`: somebody turned the sound off; `hidden`: the page is
 * not in front; `late`: its turn came when the call was no longer fresh; `quiet`: the hall is silent at this hour.
 */
export const SILENCES = ['locked', 'none', 'failed', 'muted', 'hidden', 'late', 'quiet'] as const;
export type Silence = (typeof SILENCES)[number];

/** How long after it happened a board may tell of it. */
export const MOST_AGO_MS = 60_000;

/** How the sound of a board stands. `unknown`: it has not said so since it was switched on. */
export const SOUNDS = ['unknown', 'ready', 'locked', 'none', 'muted'] as const;
export type Sound = (typeof SOUNDS)[number];

/** Makes no sound at all, and somebody has to go and see; any other board has only let one call pass. */
export const isMute = (sound: Sound | Silence): boolean =>
	sound === 'locked' || sound === 'none' || sound === 'muted' || sound === 'failed';

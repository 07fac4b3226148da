// Times of a hall file that were checked before.

import { type MinuteOfDay, readMinute } from '../../shared/day.ts';

/** A bad one here is a bug of ours. */
export function minute(written: string): MinuteOfDay {
	const read = readMinute(written);
	if (read === null) throw new Error(`not a time: ${written}`);
	return read;
}

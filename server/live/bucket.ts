// How fast one socket may ask. A person presses a few times a second at most; one client that sent 20,000 events stalled
// all others for six seconds, so whoever goes on asking after "too fast" is cut off.

import type { Instant } from '../../shared/id.ts';

/** A kiosk under test asks again as soon as it is answered; a flood does not wait for answers. */
const BURST = 200;
const PER_SECOND = 200;
const PATIENCE = 20;

export interface Bucket {
	readonly take: (at: Instant) => 'go' | 'too_fast' | 'cut_off';
}

export function openBucket(start: Instant): Bucket {
	let left = BURST;
	let last = start;
	let refused = 0;
	return {
		take: (at) => {
			left = Math.min(BURST, left + (Math.max(0, at - last) / 1000) * PER_SECOND);
			last = at;
			if (left >= 1) {
				left -= 1;
				return 'go';
			}
			refused += 1;
			return refused > PATIENCE ? 'cut_off' : 'too_fast';
		},
	};
}

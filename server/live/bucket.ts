// How fast one socket may ask. A flood does not wait for answers: one client that sent 20,000 events stalled all others
// for six seconds. So whoever goes on asking after "too fast" is cut off, and whoever waits for each answer never is.

import type { Instant } from '../../shared/id.ts';

const BURST = 200;
const PER_SECOND = 200;
const PATIENCE = 20;

export interface Bucket {
	readonly take: (at: Instant) => 'go' | 'too_fast' | 'cut_off';
	/** An ask did its work and was answered: its share is given back. */
	readonly answered: () => void;
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
		answered: () => {
			left = Math.min(BURST, left + 1);
		},
	};
}

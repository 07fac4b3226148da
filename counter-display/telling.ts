// How the hall gets a board's word on a call: at once, or, when it cannot be reached just then, as soon as it can, with how
// long ago it was. A word that is too old is dropped: by then nobody looks for it.

import type { Nothing, Reply } from '../shared/contract.ts';
import { MOST_AGO_MS, type Silence } from '../shared/hearing.ts';
import { type Rev, SECOND } from '../shared/id.ts';

export interface TellingParts {
	readonly ask: {
		readonly shown: (rev: Rev, agoMs: number) => Promise<Reply<Nothing>>;
		readonly spoken: (rev: Rev, agoMs: number) => Promise<Reply<Nothing>>;
		readonly silent: (rev: Rev, why: Silence) => Promise<Reply<Nothing>>;
	};
	/** ms, from any beginning, whatever the clocks do. */
	readonly elapsed: () => number;
	readonly wait: (ms: number) => Promise<void>;
}

export interface Telling {
	readonly shown: (rev: Rev) => void;
	readonly spoken: (rev: Rev) => void;
	readonly silent: (rev: Rev, why: Silence) => void;
}

/** An answer that did not come is told again for so long; each is waited for up to five seconds, so it stays below the most. */
const TOLD_WITHIN = 30 * SECOND;
const AGAIN_AFTER = SECOND;

export function openTelling({ ask, elapsed, wait }: TellingParts): Telling {
	/** What was told twice is known once: the first word on a call stays. */
	async function tell(word: (agoMs: number) => Promise<Reply<Nothing>>): Promise<void> {
		const happened = elapsed();
		for (;;) {
			const agoMs = Math.min(MOST_AGO_MS, Math.round(elapsed() - happened));
			const reply = await word(agoMs);
			if (reply.ok || (reply.refusal.code !== 'offline' && reply.refusal.code !== 'no_answer')) return;
			await wait(AGAIN_AFTER);
			if (elapsed() - happened > TOLD_WITHIN) return;
		}
	}
	return {
		shown: (rev) => void tell((agoMs) => ask.shown(rev, agoMs)),
		spoken: (rev) => void tell((agoMs) => ask.spoken(rev, agoMs)),
		silent: (rev, why) => void tell(() => ask.silent(rev, why)),
	};
}

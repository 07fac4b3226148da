// The mark of a call that is being spoken just now, the same wherever it stands: a frame, and a speaker's sign with words
// for those who do not see it.

import { Volume2 } from 'lucide-preact';
import type { BoardCall } from '../../shared/views.ts';
import { say } from '../words.ts';

interface SpokenProps {
	readonly call: BoardCall;
	/** The number that is being spoken; null: none. */
	readonly spoken: string | null;
}

export const Spoken = ({ call, spoken }: SpokenProps) =>
	call.number === spoken ? (
		<span class="speaker" role="img" aria-label={say.board.spokenNow}>
			<Volume2 aria-hidden="true" />
		</span>
	) : null;

/** What became of it, whether it was announced just now, and whether it is being spoken. */
export const classOf = ({ state, number }: BoardCall, fresh: boolean, spoken: string | null): string =>
	[state, ...(fresh ? ['fresh'] : []), ...(number === spoken ? ['spoken'] : [])].join(' ');
